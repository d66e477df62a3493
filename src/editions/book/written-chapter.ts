/** A chapter as it is written into a book: its document, and what the package says of it. */
import type { ElementContent } from 'hast';
import type { EditionOptions, View } from '../edition.ts';
import { element, lines } from '../html/element.ts';
import { labelLanguage } from '../html/words.ts';
import { pageLanguage } from '../language/index.ts';
import type { Chapter } from './chapter.ts';
import { hasCaption } from './content-models.ts';
import { fileOf } from './links.ts';
import { someText, xhtml, xhtmlDocument } from './xhtml.ts';

/** What the package says of a chapter. Plain data. */
export interface ChapterFacts {
  /** Slug of its article. */
  readonly slug: string;
  /** Its entry in the table of contents, XML. */
  readonly entry: string;
  /** Whether words stand for every picture. */
  readonly isSaid: boolean;
}

export interface WrittenChapter extends ChapterFacts {
  /** null: it stands in the book before. */
  readonly document: string | null;
}

function isSaid(node: ElementContent, captioned = false): boolean {
  if (node.type !== 'element') return true;
  if (node.tagName === 'img') return captioned || String(node.properties['alt']).trim() !== '';
  const has = captioned || hasCaption(node);
  return node.children.every((child) => isSaid(child, has));
}

function entryOf({ slug, words, headings }: Chapter): ElementContent {
  const file = `text/${fileOf(slug)}`;
  const link = (href: string, content: readonly ElementContent[]): ElementContent =>
    element('a', { href }, [...content]);
  const inner = headings.map(({ id, words }) => element('li', {}, link(`${file}#${id}`, words)));
  return element(
    'li',
    {},
    link(file, words),
    inner.length === 0 ? null : element('ol', {}, ...lines(...inner)),
  );
}

/** Writes a chapter whose links lead somewhere. */
export function writeChapter(
  chapter: Chapter,
  view: View,
  options: EditionOptions,
): ChapterFacts & { readonly document: string } {
  const { slug, title, body } = chapter;
  const { tag: lang } = pageLanguage(labelLanguage(view), options);
  return {
    slug,
    entry: xhtml([entryOf(chapter)]),
    isSaid: body.every((node) => isSaid(node)),
    document: xhtmlDocument({
      lang,
      title: someText(title),
      style: '../style.css',
      body: xhtml(body),
    }),
  };
}
