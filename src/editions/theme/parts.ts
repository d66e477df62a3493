/**
 * The parts of a page that a site may replace, and what each is told. Everything a part gives back is
 * a tree of elements; the tool writes the HTML, so a text can never become markup.
 */
import type { Child } from '../html/element.ts';
import type { View } from '../edition.ts';

/** `zh` or `en`. */
type Lang = 'zh' | 'en';

/** A link with its words. */
export interface LinkTo {
  readonly href: string;
  readonly words: Child;
}

/** The same page in another edition. */
export interface LanguageLink extends LinkTo {
  readonly view: View;
  /** BCP 47; null for the edition of both. */
  readonly tag: string | null;
  readonly current: boolean;
}

/** What every part knows of the page it stands on. */
export interface PageContext {
  readonly kind: 'article' | 'index' | 'tag' | 'tags' | 'archive' | 'chooser' | 'missing';
  /** What the page shows; null on the pages of no edition: the chooser, the 404 page. */
  readonly view: View | null;
  /** The language of the page's own words. */
  readonly lang: Lang;
  /** The site's name, in the page's language or in both. */
  readonly name: Child;
  /** The edition's front page. */
  readonly home: string;
  /** Leads to the site's root: '', `../`, …; ends in `/` unless it is empty. */
  readonly root: string;
  /** Says a word of the site's own in the page's language, or in both. */
  readonly say: (word: ThemeWord) => Child;
  /** The same for attributes, which can mark no language. */
  readonly sayPlain: (word: ThemeWord) => string;
}

/** Words that the tool has in both languages. */
export type ThemeWord =
  | 'articles'
  | 'allArticles'
  | 'sideBySide'
  | 'breadcrumbs'
  | 'topics'
  | 'archive'
  | 'translatedBy'
  | 'corrections'
  | 'download'
  | 'downloadAll'
  | 'draft'
  | 'pages'
  | 'newer'
  | 'older'
  | 'noArticles'
  | 'show'
  | 'showBoth'
  | 'cut'
  | 'byParagraph'
  | 'bySentence';

export interface MastheadProps {
  readonly page: PageContext;
  readonly languages: Child;
  readonly isHome: boolean;
}

export interface LanguagesProps {
  readonly page: PageContext;
  readonly links: readonly LanguageLink[];
}

export interface BreadcrumbsProps {
  readonly page: PageContext;
  /** From the front page down to the page above this one. */
  readonly trail: readonly LinkTo[];
}

export interface FootProps {
  readonly page: PageContext;
  readonly links: readonly LinkTo[];
}

export interface DateProps {
  /** ISO 8601. */
  readonly machine: string;
  readonly words: Child;
}

export interface ArticleHeaderProps {
  readonly page: PageContext;
  /** The title's sentences, each with its language. */
  readonly title: Child;
  /** The lede first, then other translated fields of the front matter. */
  readonly fields: readonly {
    readonly name: string;
    readonly isLede: boolean;
    readonly words: Child;
  }[];
  readonly authors: readonly Child[];
  readonly date: DateProps | null;
}

export interface CorrectionsProps {
  readonly page: PageContext;
  readonly entries: readonly { readonly date: DateProps; readonly note: Child }[];
}

/** A file that is published besides the page. */
export interface DownloadLink extends LinkTo {
  readonly format: 'docx' | 'epub' | 'pairs' | 'pdf' | 'tmx';
  /** Media type. */
  readonly type: string;
  /** BCP 47; null for a file in both languages. */
  readonly tag: string | null;
  /** The name under which a browser saves it; null where it shows the file. */
  readonly saveAs: string | null;
}

export interface DownloadsProps {
  readonly page: PageContext;
  /** On an article's page that article; on a list of all articles files with all of them. */
  readonly files: readonly DownloadLink[];
}

export interface ArticleFooterProps {
  readonly page: PageContext;
  readonly translators: readonly Child[];
  readonly tags: readonly LinkTo[];
  readonly corrections: Child;
  readonly downloads: Child;
}

export interface ControlsProps {
  readonly page: PageContext;
  /** What stands side by side at first. */
  readonly granularity: 'paragraph' | 'sentence';
  /** The languages' own names. */
  readonly endonyms: Readonly<Record<Lang, Child>>;
}

export interface IndexEntryProps {
  readonly page: PageContext;
  readonly href: string;
  readonly title: Child;
  readonly dek: Child;
  readonly date: DateProps | null;
  readonly authors: readonly Child[];
  readonly isDraft: boolean;
}

export interface IndexHeaderProps {
  readonly page: PageContext;
  readonly title: Child;
  /** How many articles there are. */
  readonly count: number | null;
}

export interface PagerProps {
  readonly page: PageContext;
  readonly newer: string | null;
  readonly older: string | null;
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

export interface BodyProps {
  readonly page: PageContext;
  readonly masthead: Child;
  readonly breadcrumbs: Child;
  readonly main: Child;
  readonly foot: Child;
}

/** Each part of a page as a function of what it shows. */
export interface Theme {
  /** Further elements of the head: an icon, a font's stylesheet. */
  readonly head: (props: { readonly page: PageContext }) => Child;
  /** What stands in `<body>`, after the link that skips to the text. */
  readonly body: (props: BodyProps) => Child;
  readonly masthead: (props: MastheadProps) => Child;
  readonly languages: (props: LanguagesProps) => Child;
  readonly breadcrumbs: (props: BreadcrumbsProps) => Child;
  readonly foot: (props: FootProps) => Child;
  readonly articleHeader: (props: ArticleHeaderProps) => Child;
  readonly articleFooter: (props: ArticleFooterProps) => Child;
  readonly corrections: (props: CorrectionsProps) => Child;
  /** Links to the article, or to all articles, as EPUB, PDF … */
  readonly downloads: (props: DownloadsProps) => Child;
  /** The choice of what a page of both languages shows. */
  readonly controls: (props: ControlsProps) => Child;
  readonly indexHeader: (props: IndexHeaderProps) => Child;
  readonly indexEntry: (props: IndexEntryProps) => Child;
  readonly pager: (props: PagerProps) => Child;
}
