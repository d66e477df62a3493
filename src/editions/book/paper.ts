/** An article as a document to print: one file that holds all it needs, and loads nothing. */
import type { ElementContent } from 'hast';
import { articleFile } from '../also/formats.ts';
import type { EditionOptions, OutgoingArticle, Site, View } from '../edition.ts';
import { VIEWS } from '../edition.ts';
import { element, lines, serialize } from '../html/element.ts';
import { siteName } from '../html/page.ts';
import { labelLanguage } from '../html/words.ts';
import { pageLanguage } from '../language/index.ts';
import { mediaTypeOf } from '../parts/pictures.ts';
import { aboutArticle, onlyChapter, type Book, type BookAbout } from './book.ts';
import type { BookPicture } from './shelf.ts';
import { BOOK_CSS } from './style.ts';

/** Pages of paper, in its own sizes; two languages side by side, as there is room. */
const PAPER_CSS = `@page { size: A4; margin: 2.2cm 2cm; @bottom-center { content: counter(page); font-size: 9pt; } }
html { font-size: 10.5pt; color: #000; background: #fff; }
body { line-height: 1.6; }
a { color: inherit; }
p { orphans: 2; widows: 2; }
div.pair { display: grid; grid-template-columns: 1fr 1fr; column-gap: 1.4em; }
div.pair > p { margin: 0; grid-row: 1; }
.left-zh div.pair > .zh, .left-en div.pair > .en { grid-column: 1; }
.left-zh div.pair > .en, .left-en div.pair > .zh { grid-column: 2; }
div.pair > .same { grid-column: 1 / -1; }
.tgt { color: inherit; }
table { break-inside: avoid; }
img { max-height: 16cm; }
.source { margin-top: 2em; padding-top: 0.6em; border-top: 0.05em solid; font-size: 0.85em; break-before: avoid; }
li > div.pair { margin-bottom: 0.5em; }
`;

/** A document for a printer, and where its PDF belongs. */
export interface Paper {
  readonly path: string;
  readonly html: string;
  /** When it became what it is, ISO 8601, UTC. */
  readonly moment: string;
}

/** A picture as an address that holds it. */
function dataUrl({ type, bytes }: BookPicture): string {
  return `data:${mediaTypeOf({ type })};base64,${Buffer.from(bytes ?? []).toString('base64')}`;
}

/** Without what only books in files know, and with the pictures in their places. */
function onPaper(node: ElementContent, pictures: Book['pictures']): ElementContent {
  if (node.type !== 'element') return node;
  const { epubType: _kind, ...properties } = node.properties;
  const picture = node.tagName === 'img' ? pictures.get(String(properties['src'])) : undefined;
  const shown = picture === undefined ? {} : { src: dataUrl(picture) };
  const children = node.children.map((child) => onPaper(child, pictures));
  return { ...node, properties: { ...properties, ...shown }, children };
}

function htmlOf(
  { view, title, authors, source }: BookAbout,
  content: readonly ElementContent[],
  options: EditionOptions,
): string {
  const { tag } = pageLanguage(labelLanguage(view), options);
  const head = element(
    'head',
    {},
    ...lines(
      element('meta', { charSet: 'utf-8' }),
      element('meta', {
        httpEquiv: ['Content-Security-Policy'],
        content: "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
      }),
      element('title', {}, title),
      authors.length === 0
        ? null
        : element('meta', { name: 'author', content: authors.join(', ') }),
      element('style', {}, BOOK_CSS + PAPER_CSS),
    ),
  );
  const body = element(
    'body',
    {},
    [...content],
    source === null
      ? null
      : element(
          'footer',
          { className: ['source'] },
          siteName(view, options),
          ' · ',
          element('a', { href: source }, source),
        ),
  );
  return serialize(element('html', { lang: tag }, ...lines(head, body)));
}

function paperOf(article: OutgoingArticle, view: View, site: Site): Paper {
  const { options } = site;
  const about = aboutArticle(article, view, options);
  const { chapter, pictures } = onlyChapter(article, view, site);
  const content = chapter.body.map((node) => onPaper(node, pictures));
  const path = articleFile('pdf', view, article.card.slug, options);
  return { path, html: htmlOf(about, content, options), moment: about.modified };
}

/** An article in each view. */
export function papersOf(article: OutgoingArticle, site: Site): readonly Paper[] {
  return VIEWS.map((view) => paperOf(article, view, site));
}
