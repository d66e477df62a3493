/** What can be published besides the pages: what it is to a reader, and where it stands. */
import type { AlsoName } from '../../core/also.ts';
import type { EditionOptions, View } from '../edition.ts';

type Paths = Pick<EditionOptions, 'paths'>;

interface Format {
  /** What it is called in every language. */
  readonly label: string;
  /** Media type. */
  readonly type: string;
  /** It holds both languages, so it belongs to the edition of both alone. */
  readonly isOfBoth: boolean;
  /** A browser opens it by itself. */
  readonly isShown: boolean;
  /** Its file's name in an article's folder. */
  readonly ofArticle: (slug: string) => string;
  /** Path of the one that holds all articles; null: there is none. */
  readonly ofAll: (view: View, options: Paths) => string | null;
}

const NONE = (): null => null;

/** In the order in which readers may want them. */
export const FORMATS: Readonly<Record<AlsoName, Format>> = {
  epub: {
    label: 'EPUB',
    type: 'application/epub+zip',
    isOfBoth: false,
    isShown: false,
    ofArticle: (slug) => `${slug}.epub`,
    ofAll: (view, { paths }) => `${paths[view]}.epub`,
  },
  pdf: {
    label: 'PDF',
    type: 'application/pdf',
    isOfBoth: false,
    isShown: true,
    ofArticle: (slug) => `${slug}.pdf`,
    ofAll: NONE,
  },
  docx: {
    label: 'DOCX',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    isOfBoth: true,
    isShown: false,
    ofArticle: (slug) => `${slug}.docx`,
    ofAll: NONE,
  },
  tmx: {
    label: 'TMX',
    type: 'application/x-tmx+xml',
    isOfBoth: true,
    isShown: false,
    ofArticle: (slug) => `${slug}.tmx`,
    ofAll: (view, { paths }) => `${paths[view]}.tmx`,
  },
  pairs: {
    label: 'JSON',
    type: 'application/json',
    isOfBoth: true,
    isShown: false,
    ofArticle: () => 'segments.json',
    ofAll: () => 'segments.json',
  },
};

/** Path of an article in a format. */
export function articleFile(name: AlsoName, view: View, slug: string, { paths }: Paths): string {
  return `${paths[view]}/${slug}/${FORMATS[name].ofArticle(slug)}`;
}

/** Path of all articles in a format that has them as one file. Throws Error for another. */
export function wholeFile(name: AlsoName, view: View, options: Paths): string {
  const path = FORMATS[name].ofAll(view, options);
  if (path === null) throw new Error(`${name} has no file of all articles`);
  return path;
}
