/** What a page says in one language, beyond the article's own text. */
export interface PageLanguage {
  /** The language's own name. */
  readonly endonym: string;
  /** The name of the bilingual edition. */
  readonly bilingual: string;
  /** For `og:locale`, which takes underscores. */
  readonly openGraph: string;
  /** Between two sentences of this language. */
  readonly sentenceGap: string;
  /** Between two names. */
  readonly nameGap: string;
  /** A calendar date; month and day from 1. */
  readonly date: (year: number, month: number, day: number) => string;
  readonly skip: string;
  readonly articles: string;
  readonly noArticles: string;
  readonly allArticles: string;
  readonly sideBySide: string;
  /** Link to a paragraph's place on this page. */
  readonly placeLink: string;
  /** Stands where a sentence has no text in this language yet. */
  readonly untranslated: string;
  readonly footnotes: string;
  readonly backToText: string;
  readonly table: string;
  readonly draft: string;
  readonly draftNotice: string;
  readonly unreviewed: string;
  readonly withdrawn: string;
  readonly updated: string;
  readonly lastApproved: string;
  readonly chooser: string;
  readonly breadcrumbs: string;
  readonly home: string;
  readonly topics: string;
  readonly archive: string;
  readonly translatedBy: string;
  readonly corrections: string;
  readonly pages: string;
  readonly newer: string;
  readonly older: string;
  readonly show: string;
  readonly showBoth: string;
  readonly cut: string;
  readonly byParagraph: string;
  readonly bySentence: string;
  readonly besideLink: string;
  readonly notFound: string;
  readonly notFoundText: string;
  /** Before links to what is published besides the pages. */
  readonly download: string;
  readonly downloadAll: string;
  /** What its formats are. */
  readonly kindDocx: string;
  readonly kindEpub: string;
  readonly kindPairs: string;
  readonly kindPdf: string;
  readonly kindTmx: string;
  /** A calendar year. */
  readonly year: (year: number) => string;
  /** Link to a picture that a book does not hold. */
  readonly seePicture: string;
  /** Heading of a book's table of contents. */
  readonly contents: string;
  /** How a book can be read, for people who do not see it. */
  readonly bookAccess: string;
  readonly bookAccessPictures: string;
}
