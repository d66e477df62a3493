/** An HTML page → the blocks of its story. */
import { UserError } from '../../../core/errors.ts';
import { cleanPage } from '../clean-page.ts';
import { findDate } from '../furniture/dates.ts';
import { isProse } from '../furniture/judge-lines.ts';
import { withoutLabels } from '../furniture/series-label.ts';
import type { Page, PageBlock } from '../intake.ts';
import { readBlocks } from './blocks.ts';
import { guardDepth } from './depth.ts';
import type { DomDocument } from './dom.ts';

const DATE_SOURCES: readonly { readonly selector: string; readonly attribute: string }[] = [
  { selector: 'meta[property="article:published_time"]', attribute: 'content' },
  { selector: 'meta[itemprop="datePublished"]', attribute: 'content' },
  {
    selector: 'meta[name="publishdate"], meta[name="pubdate"], meta[name="date"]',
    attribute: 'content',
  },
  { selector: 'time[datetime]', attribute: 'datetime' },
];
/** A text this long that occurs in the extracted article is not there by chance. */
const TELLING = 16;

async function parse(html: string): Promise<DomDocument> {
  const { parseHTML } = await import('linkedom');
  const whole = /<(?:html|body)[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { document: DomDocument };
  guardDepth(document);
  return document;
}

interface Extracted {
  readonly title: string;
  readonly holds: (block: PageBlock) => boolean;
}

function compact(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

/** What Mozilla's Readability takes for the article. */
async function extract(html: string): Promise<Extracted | null> {
  const { Readability } = await import('./readability.ts');
  const document = (await parse(html)) as unknown as ConstructorParameters<typeof Readability>[0];
  const article = new Readability(document, { charThreshold: 140 }).parse();
  if (article?.content === null || article?.content === undefined) return null;
  const content = (await parse(article.content)).body;
  const lines = new Set(
    (content === null ? [] : readBlocks(content)).map(({ text }) => compact(text)),
  );
  const text = compact(article.textContent ?? '');
  return {
    title: article.title ?? '',
    holds: (block) => {
      const wanted = compact(block.text);
      return lines.has(wanted) || (wanted.length >= TELLING && text.includes(wanted));
    },
  };
}

/** Blocks that are no part of the article: what stands before it and after it, and widgets within. */
function outsideOf(
  blocks: readonly PageBlock[],
  extracted: Extracted,
  title: string | null,
): Set<PageBlock> {
  const held = blocks.map((block) => block.text !== '' && extracted.holds(block));
  const first = held.indexOf(true);
  const last = held.lastIndexOf(true);
  if (first === -1) return new Set();
  const headline = blocks.findIndex(({ text }) => text === title);
  const from = headline === -1 ? first : Math.min(headline, first);
  return new Set(
    blocks.filter((block, index) => {
      if (held[index] === true || index === headline) return false;
      if (index < from || index > last) return true;
      // Inside the story only what is neither prose, heading nor picture can be a widget.
      return block.kind !== 'heading' && block.kind !== 'verbatim' && !isProse(block.text);
    }),
  );
}

/** The top heading that the page's own title names, or the only one there is. */
function topHeading(blocks: readonly PageBlock[], named: string): string | null {
  const top = blocks.filter(({ kind, depth }) => kind === 'heading' && depth === 1);
  const found = top.find(({ text }) => named.includes(text));
  return (found ?? (top.length === 1 ? top[0] : undefined))?.text ?? null;
}

function headlineOf(
  document: DomDocument,
  blocks: readonly PageBlock[],
  extracted: Extracted | null,
): string | null {
  const stated = document.title === '' ? (extracted?.title ?? '') : document.title;
  const named = stated.normalize('NFC').replace(/\s+/g, ' ').trim();
  const heading = topHeading(blocks, named);
  if (heading !== null) return heading;
  const plain = withoutLabels(named).text;
  const same = blocks.find(({ text }) => text !== '' && (text === named || text === plain));
  return same?.text ?? (plain === '' ? null : plain);
}

function statedDate(document: DomDocument): string | null {
  for (const { selector, attribute } of DATE_SOURCES) {
    const date = findDate(document.querySelector(selector)?.getAttribute(attribute) ?? '');
    if (date !== null) return date;
  }
  return null;
}

/**
 * Reads a page. Scripts, styles, event handlers and unsafe addresses never come through.
 * @throws UserError when the page holds no text
 */
export async function readHtmlPage(html: string, keepAll: boolean): Promise<Page> {
  const document = await parse(html);
  const root = document.body ?? document.documentElement;
  const blocks = root === null ? [] : readBlocks(root);
  if (blocks.length === 0) throw new UserError('The HTML page holds no text.');
  const extracted = keepAll ? null : await extract(html);
  const title = headlineOf(document, blocks, extracted);
  const outside = extracted === null ? new Set<PageBlock>() : outsideOf(blocks, extracted, title);
  const page = cleanPage(blocks, { keepAll, title, outside });
  return { ...page, date: statedDate(document) ?? page.date };
}
