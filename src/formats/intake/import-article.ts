/**
 * The pure half of `duizhao add`: the bytes of a text, Markdown or HTML file become a clean article.
 * Whatever does not come along is listed with its reason; nothing is dropped silently.
 */
import { UserError } from '../../core/errors.ts';
import { untangle } from './bilingual.ts';
import { cleanCharacters } from './clean-characters.ts';
import { decode } from './decode.ts';
import { excerptTitle, isGreeting, leadHeadline } from './headline.ts';
import { readHtmlPage } from './html/html-page.ts';
import { kindOf } from './input-kind.ts';
import type { DroppedLine, Intake, IntakeOptions, Page } from './intake.ts';
import { joinMarkdown, readMarkdown, withTitle } from './markdown-page.ts';
import { untangleMarkdown } from './markdown-pairs.ts';
import { checkedSlug, slugOf } from './slug.ts';
import { readTextPage } from './text-page.ts';
import { writeArticle } from './write-article.ts';

export { DROP_REASONS } from './furniture/drop-reasons.ts';
export type { Intake, IntakeOptions } from './intake.ts';

type Converted = Omit<Intake, 'slug' | 'encoding' | 'dropped'> & {
  readonly date: string | null;
  /** What the slug is made of. */
  readonly name: string;
  readonly dropped: readonly DroppedLine[];
};

function fromPage(page: Page): Converted {
  const { title: found, blocks, pairs } = untangle(page);
  if (found === null && blocks.length === 0) {
    throw new UserError('Nothing is left of the page without its furniture; try --keep-all.');
  }
  const title = found ?? excerptTitle(blocks);
  const name = isGreeting(title) ? (leadHeadline(blocks) ?? title) : title;
  const markdown = writeArticle({ title, date: page.date, blocks });
  return { title, markdown, pairs, name, date: page.date, dropped: page.dropped };
}

function fromMarkdown(text: string, keepAll: boolean): Converted {
  const { title: found, date, front, body, dropped } = readMarkdown(text, keepAll);
  const title = found ?? excerptTitle(readTextPage(body, true).blocks);
  const { body: kept, pairs } = untangleMarkdown(body, found);
  const markdown = joinMarkdown(found === null ? withTitle(front, title) : front, kept);
  return { title, markdown, pairs, name: title, date, dropped };
}

async function convert(text: string, options: IntakeOptions): Promise<Converted> {
  const kind = kindOf(options.name, text);
  if (kind === 'markdown') return fromMarkdown(text, options.keepAll);
  if (kind === 'html') return fromPage(await readHtmlPage(text, options.keepAll));
  return fromPage(readTextPage(text, options.keepAll));
}

/**
 * Turns a file's bytes into an article.
 * @throws UserError, one sentence, for input that is empty, binary or cannot be decoded
 */
export async function importArticle(bytes: Uint8Array, options: IntakeOptions): Promise<Intake> {
  const { name, encoding: told } = options;
  const { text, encoding } = decode(bytes, {
    name,
    ...(told === undefined ? {} : { encoding: told }),
  });
  const cleaned = cleanCharacters(text);
  const article = await convert(cleaned.text, options);
  const slug =
    options.slug === undefined
      ? await slugOf(article.name, article.date ?? options.today)
      : checkedSlug(options.slug);
  const { title, markdown, pairs } = article;
  const dropped = [...cleaned.dropped, ...article.dropped].sort((a, b) => a.line - b.line);
  return { slug, title, markdown, encoding, dropped, pairs };
}
