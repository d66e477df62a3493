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
  readonly sentenceLink: string;
  readonly footnotes: string;
  readonly backToText: string;
  readonly table: string;
  readonly draft: string;
  readonly draftNotice: string;
  readonly unreviewed: string;
  readonly chooser: string;
}
