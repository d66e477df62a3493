import type { BrokenLine } from './review-file.ts';
import type { Article, Finding, Lang, Pair, ReviewRecord, Unit } from './model.ts';

/** A locale file as read: flat, in file order. */
export type LocaleMap = ReadonlyMap<string, string>;

/** A pair whose segment is gone. */
export interface OrphanedPair extends Pair {
  readonly source: Lang;
  /** Kept in the review file already; else it is still in the locale files. */
  readonly stored: boolean;
}

/** An article with all that the workspace knows of it. */
export interface ArticleState {
  readonly article: Article;
  readonly units: readonly Unit[];
  readonly locales: Readonly<Record<Lang, LocaleMap>>;
  /** In the order of the review file. */
  readonly records: ReadonlyMap<string, ReviewRecord>;
  readonly orphans: ReadonlyMap<string, OrphanedPair>;
  /** Lines of the review file that cannot be read: written back as they stand. */
  readonly brokenLines: readonly BrokenLine[];
  /** What is wrong with the files themselves. */
  readonly problems: readonly Finding[];
  /** Files that cannot be read: nothing may be written over them. */
  readonly unreadable: readonly string[];
}
