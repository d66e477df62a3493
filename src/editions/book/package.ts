/** A book as the files of an EPUB (EPUB 3.3, with accessibility metadata). */
import type { Content, EditionOptions } from '../edition.ts';
import { element } from '../html/element.ts';
import { label, labelLanguage } from '../html/words.ts';
import { pageLanguage } from '../language/index.ts';
import { xmlAttributes, xmlText } from '../xml-text.ts';
import type { Book } from './book.ts';
import { zip } from '../zip.ts';
import { archiveOf, entriesIn, type ZipEntry } from '../zip-entries.ts';
import { mediaTypeOf } from '../parts/pictures.ts';
import { fileOf } from './links.ts';
import { BOOK_CSS } from './style.ts';
import { someText, xhtml, xhtmlDocument } from './xhtml.ts';

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

/** What a reader has to be able to do: to see, where a picture has no words. */
function accessModes({ chapters, pictures }: Book): readonly string[] {
  if (pictures.size === 0) {
    return [meta('schema:accessMode', 'textual'), meta('schema:accessModeSufficient', 'textual')];
  }
  const isText = chapters.every(({ isSaid }) => isSaid);
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
    ...chapters.map(({ slug }) =>
      item({ id: `text-${slug}`, href: `text/${fileOf(slug)}`, 'media-type': XHTML }),
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

function navFile(book: Book, options: EditionOptions): string {
  const { view, title, chapters } = book;
  const heading = xhtml([element('h1', {}, ...label(view, 'contents', options))]);
  const list = ['<ol>', ...chapters.map(({ entry }) => entry), '</ol>'];
  const body = ['<nav epub:type="toc" id="toc" role="doc-toc">', heading, ...list, '</nav>'];
  const { tag: lang } = pageLanguage(labelLanguage(view), options);
  return xhtmlDocument({
    lang,
    title: someText(title),
    style: 'style.css',
    body: body.join('\n'),
  });
}

/** Where an archive holds an article's text. */
export function chapterName(slug: string): string {
  return `EPUB/text/${fileOf(slug)}`;
}

/** Name → content, in the order in which an archive has to hold them; null: it stands in the book before. */
function bookFiles(book: Book, options: EditionOptions): ReadonlyMap<string, Content | null> {
  return new Map<string, Content | null>([
    ['mimetype', 'application/epub+zip'],
    ['META-INF/container.xml', CONTAINER],
    ['EPUB/package.opf', packageFile(book, options)],
    ['EPUB/nav.xhtml', navFile(book, options)],
    ['EPUB/style.css', BOOK_CSS],
    ...book.chapters.map(({ slug, document }): [string, string | null] => [
      chapterName(slug),
      document,
    ]),
    ...[...book.pictures].map(([address, { bytes }]): [string, Uint8Array | null] => [
      `EPUB/${below(address)}`,
      bytes,
    ]),
  ]);
}

const STORED: ReadonlySet<string> = new Set(['mimetype']);

/**
 * The bytes of a book.
 * @param packed files of the book before, for what stands there
 */
export function packBook(
  book: Book,
  options: EditionOptions,
  packed: ReadonlyMap<string, ZipEntry> = new Map(),
): Uint8Array {
  const files = bookFiles(book, options);
  const made = [...files].flatMap(([name, content]) =>
    content === null ? [] : [[name, content] as const],
  );
  const archive = zip(new Map(made), STORED);
  if (made.length === files.size) return archive;
  const fresh = entriesIn(archive) ?? new Map<string, ZipEntry>();
  const entries = [...files.keys()].flatMap((name) => fresh.get(name) ?? packed.get(name) ?? []);
  return archiveOf(entries);
}
