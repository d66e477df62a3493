/** A book as the files of an EPUB (EPUB 3.3, with accessibility metadata). */
import type { ElementContent } from 'hast';
import type { Content, EditionOptions } from '../edition.ts';
import { element, lines } from '../html/element.ts';
import { label, labelLanguage } from '../html/words.ts';
import { pageLanguage } from '../language/index.ts';
import { xmlAttributes, xmlText } from '../xml-text.ts';
import type { Book } from './book.ts';
import { hasCaption } from './content-models.ts';
import { mediaTypeOf } from '../parts/pictures.ts';
import { BOOK_CSS } from './style.ts';
import { xhtmlDocument } from './xhtml.ts';

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

type Attributes = Readonly<Record<string, string | undefined>>;

function tag(name: string, text: string, attributes: Attributes = {}): string {
  return `<${name}${xmlAttributes(attributes)}>${xmlText(text)}</${name}>`;
}

function meta(property: string, text: string): string {
  return tag('meta', text, { property });
}

/** What the format takes for a text must not be blank. */
function someText(text: string): string {
  return text.trim() === '' ? '–' : text;
}

function isSaid(node: ElementContent, captioned = false): boolean {
  if (node.type !== 'element') return true;
  if (node.tagName === 'img') return captioned || String(node.properties['alt']).trim() !== '';
  const has = captioned || hasCaption(node);
  return node.children.every((child) => isSaid(child, has));
}

/** What a reader has to be able to do: to see, where a picture has no words. */
function accessModes({ chapters, pictures }: Book): readonly string[] {
  if (pictures.size === 0) {
    return [meta('schema:accessMode', 'textual'), meta('schema:accessModeSufficient', 'textual')];
  }
  const isText = chapters.every(({ body }) => body.every((node) => isSaid(node)));
  return [
    meta('schema:accessMode', 'textual'),
    meta('schema:accessMode', 'visual'),
    meta('schema:accessModeSufficient', 'textual,visual'),
    ...(isText
      ? [
          meta('schema:accessModeSufficient', 'textual'),
          meta('schema:accessibilityFeature', 'alternativeText'),
        ]
      : []),
  ];
}

function metadata(book: Book, options: EditionOptions): readonly string[] {
  const { id, title, langs, authors, tags, publisher, description, date, source, modified } = book;
  return [
    tag('dc:identifier', id, { id: 'id' }),
    tag('dc:title', someText(title)),
    ...langs.map((lang) => tag('dc:language', pageLanguage(lang, options).tag)),
    ...authors.map((name) => tag('dc:creator', name)),
    ...tags.map((name) => tag('dc:subject', name)),
    tag('dc:publisher', someText(publisher)),
    ...(description === null || description.trim() === ''
      ? []
      : [tag('dc:description', description)]),
    ...(date === null ? [] : [tag('dc:date', date)]),
    ...(source === null ? [] : [tag('dc:source', source)]),
    meta('dcterms:modified', modified),
    ...accessModes(book),
    meta('schema:accessibilityFeature', 'structuralNavigation'),
    meta('schema:accessibilityFeature', 'tableOfContents'),
    meta('schema:accessibilityHazard', 'none'),
    ...langs.map((lang) => {
      const words = pageLanguage(lang, options);
      const access = book.pictures.size === 0 ? words.bookAccess : words.bookAccessPictures;
      return tag('meta', access, {
        property: 'schema:accessibilitySummary',
        'xml:lang': words.tag,
      });
    }),
  ];
}

const XHTML = 'application/xhtml+xml';

/** Addresses of chapters, from the package. */
function below(address: string): string {
  return address.replace(/^\.\.\//, '');
}

function manifest({ chapters, pictures }: Book): readonly string[] {
  const item = (attributes: Attributes): string => `<item${xmlAttributes(attributes)}/>`;
  return [
    item({ id: 'nav', href: 'nav.xhtml', 'media-type': XHTML, properties: 'nav' }),
    item({ id: 'style', href: 'style.css', 'media-type': 'text/css' }),
    ...chapters.map(({ slug, file }) =>
      item({ id: `text-${slug}`, href: `text/${file}`, 'media-type': XHTML }),
    ),
    ...[...pictures].map(([address, picture], at) =>
      item({ id: `picture-${at + 1}`, href: below(address), 'media-type': mediaTypeOf(picture) }),
    ),
  ];
}

/** A book of several articles begins with its table of contents. */
function spine({ chapters }: Book): readonly string[] {
  const first = chapters.length > 1 ? ['nav'] : [];
  return [...first, ...chapters.map(({ slug }) => `text-${slug}`)].map(
    (idref) => `<itemref${xmlAttributes({ idref })}/>`,
  );
}

function packageFile(book: Book, options: EditionOptions): string {
  const lang = pageLanguage(labelLanguage(book.view), options).tag;
  const attributes = xmlAttributes({
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'id',
    'xml:lang': lang,
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<package${attributes}>`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    ...metadata(book, options),
    '</metadata>',
    '<manifest>',
    ...manifest(book),
    '</manifest>',
    '<spine>',
    ...spine(book),
    '</spine>',
    '</package>',
    '',
  ].join('\n');
}

function entry({ file, words, headings }: Book['chapters'][number]): ElementContent {
  const link = (href: string, content: readonly ElementContent[]): ElementContent =>
    element('a', { href }, [...content]);
  const inner = headings.map(({ id, words }) =>
    element('li', {}, link(`text/${file}#${id}`, words)),
  );
  return element(
    'li',
    {},
    link(`text/${file}`, words),
    inner.length === 0 ? null : element('ol', {}, ...lines(...inner)),
  );
}

function navFile(book: Book, options: EditionOptions): string {
  const { view, title, chapters } = book;
  const contents = element(
    'nav',
    { epubType: 'toc', id: 'toc', role: 'doc-toc' },
    ...lines(
      element('h1', {}, ...label(view, 'contents', options)),
      element('ol', {}, ...lines(...chapters.map(entry))),
    ),
  );
  const { tag: lang } = pageLanguage(labelLanguage(view), options);
  return xhtmlDocument({ lang, title: someText(title), style: 'style.css', body: [contents] });
}

/** Name → text, in the order in which an archive has to hold them. */
export function bookFiles(book: Book, options: EditionOptions): ReadonlyMap<string, Content> {
  const { tag: lang } = pageLanguage(labelLanguage(book.view), options);
  return new Map<string, Content>([
    ['mimetype', 'application/epub+zip'],
    ['META-INF/container.xml', CONTAINER],
    ['EPUB/package.opf', packageFile(book, options)],
    ['EPUB/nav.xhtml', navFile(book, options)],
    ['EPUB/style.css', BOOK_CSS],
    ...book.chapters.map(({ file, title, body }): [string, string] => [
      `EPUB/text/${file}`,
      xhtmlDocument({ lang, title: someText(title), style: '../style.css', body }),
    ]),
    ...[...book.pictures].map(([address, { bytes }]): [string, Uint8Array] => [
      `EPUB/${below(address)}`,
      bytes,
    ]),
  ]);
}
