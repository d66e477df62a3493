/** What the press is handed, and what it hands back. */
import type { SiteFolder, SiteManifest, StagedSite } from '../core/site-folder.ts';
import type { Lang } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import type { ArticleCard } from '../editions/card.ts';
import type { EditionOptions, WithdrawnArticle } from '../editions/edition.ts';
import type { SiteExtras } from './publish-also.ts';
import type { BrokenLink } from './publish-links.ts';
import type { PublishMemory } from './publish-memory.ts';
import type { WholeMemory } from './publish-whole.ts';

export interface GoingArticle {
  readonly print: string;
  readonly card: ArticleCard;
  /** Name of the texts that go out. */
  readonly hash: Readonly<Record<Lang, string>>;
}

export interface PressJob {
  readonly site: SiteFolder;
  readonly options: EditionOptions;
  readonly extras: SiteExtras;
  readonly version: string;
  /** Slugs that may have a page when all has been decided: most will. */
  readonly likely: ReadonlySet<string>;
  readonly open: (slug: string) => Promise<ArticleState>;
  /** Prints of articles as they are today (see `Judgement`); of one that cannot be read there is none. */
  readonly printsOf: (slugs: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly memory: PublishMemory;
  /** What is remembered of the files that hold all articles. */
  readonly recallWhole: () => Promise<WholeMemory>;
  /** Articles with links that lead nowhere go out nevertheless. */
  readonly lenient: boolean;
}

/** What has been decided on all articles. */
export interface PressOrder {
  readonly going: ReadonlyMap<string, GoingArticle>;
  /** Articles whose pages stay as they are. */
  readonly kept: readonly string[];
  readonly withdrawn: readonly WithdrawnArticle[];
  /** Name of the texts that are out of an article; null: none. */
  readonly live: (slug: string) => Readonly<Record<Lang, string>> | null;
}

export interface PressResult {
  readonly manifest: SiteManifest;
  /** null: the site is as it should be. */
  readonly staged: StagedSite | null;
  /** By slug; '' stands for the site's own pages. */
  readonly broken: ReadonlyMap<string, readonly BrokenLink[]>;
  /** Why articles could not be rendered, by slug. */
  readonly faults: ReadonlyMap<string, string>;
  /** Articles that stay as they were, and that no list can name. */
  readonly unlisted: readonly string[];
  /** Articles that stay as they were, and that no file of all articles can hold. */
  readonly missing: readonly string[];
  readonly memory: Omit<PublishMemory, 'judgements' | 'histories' | 'folder'>;
  /** Of the files that hold all articles; null: as before. */
  readonly whole: WholeMemory | null;
}

/** Of a run in which nothing was made. */
export const UNMADE: Pick<PressResult, 'broken' | 'faults' | 'unlisted' | 'missing'> = {
  broken: new Map(),
  faults: new Map(),
  unlisted: [],
  missing: [],
};
