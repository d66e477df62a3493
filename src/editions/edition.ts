/**
 * The shape of an edition: articles with their pairs → output files. What is made of an article's text is
 * made of that article alone; whatever looks at several articles sees their cards, so that a change of
 * one article has only that one rendered again.
 */
import type { Lang } from '../core/model.ts';
import type { CorrectionNote } from '../core/published/event.ts';
import type { Variant } from '../core/variants.ts';
import type { ArticleState } from '../core/state.ts';
import type { ArticleCard } from './card.ts';
import type { Romanise } from './parts/lists.ts';
import type { ReadPicture } from './parts/pictures.ts';
import type { PageLinks } from './press/links.ts';
import type { SiteFile } from './site-file.ts';
import type { Theme } from './theme/parts.ts';
import type { WholeMaker, WholeSetting } from './whole-file.ts';

/** What a page shows: one language, or both side by side. */
export type View = Lang | 'bilingual';

export const VIEWS: readonly View[] = ['zh', 'en', 'bilingual'];

export interface EditionOptions {
  /** The site's name in both languages. */
  readonly name: Readonly<Record<Lang, string>>;
  /** Address of the site's root, ends in `/`; without it links are relative and none is absolute. */
  readonly url?: string;
  /** Script of the Chinese side, and the region that it was derived for. */
  readonly chinese: 'zh-Hans' | 'zh-Hant' | 'zh-Hant-TW' | 'zh-Hant-HK';
  /** Regions whose Chinese pages are derived. */
  readonly variants: readonly Variant[];
  /** Of a region's pages: the options of the pages that they are derived from. */
  readonly derivedFrom?: EditionOptions;
  /** The folder of each view below the output folder: a single name, no two the same. */
  readonly paths: Readonly<Record<View, string>>;
  /** Articles on one page of an index. */
  readonly perPage: number;
  /** What stands side by side until a reader chooses. */
  readonly granularity: 'paragraph' | 'sentence';
  /** Pages name the people who signed the translation off. */
  readonly translators: boolean;
  /** Unreviewed text may go out, marked as such. */
  readonly drafts: boolean;
}

/** A file's content: text, or bytes for formats that are no text. */
export type Content = string | Uint8Array;

/** Path below the output folder (with `/`) → content. */
export type Files = ReadonlyMap<string, Content>;

/** A picture for a browser's tab. */
export interface SiteIcon {
  /** Below the output folder. */
  readonly path: string;
  readonly content: Content;
}

/** What is the same for all files of a site, whichever articles there are. */
export interface Ground {
  readonly options: EditionOptions;
  /** What is published besides the pages (`also/index.ts` loads it). */
  readonly also?: readonly Edition[];
  /** PDFs are printed of every article. */
  readonly prints?: boolean;
  /** What is written in the place of all other editions: Markdown for another generator. */
  readonly instead?: Edition;
  /** Converts Chinese to that of a region; for each of `options.variants`. */
  readonly regional?: Readonly<Partial<Record<Variant, (text: string) => string>>>;
  /** Of a region's pages: its conversion. */
  readonly convert?: (text: string) => string;
  /** Parts of the pages that the site has in the place of the tool's own. */
  readonly theme?: Partial<Theme>;
  /** CSS of the site's own, after the tool's. */
  readonly css?: string;
  /** What a browser shows in its tab, in the place of the tool's own. */
  readonly icon?: SiteIcon;
  /** Is told what a page holds, where that is known without reading it. */
  readonly linked?: (path: string, links: PageLinks) => void;
  /** Chinese in Latin letters, for the addresses of subjects; without it they are hashes. */
  readonly romanise?: Romanise;
}

/** What an article's files may depend on besides the article. */
export interface Site extends Ground {
  /** Slugs of the articles that have a page. */
  readonly slugs: ReadonlySet<string>;
  /** Reads pictures of the workspace; without it there are none. */
  readonly picture?: ReadPicture;
}

/** An article that goes out. */
export interface OutgoingArticle {
  readonly state: ArticleState;
  readonly card: ArticleCard;
}

/** An article that was out, and was taken off the site. */
export interface WithdrawnArticle {
  readonly slug: string;
  /** The day, `YYYY-MM-DD`. */
  readonly day: string;
  /** What readers are told, in the languages that it was said in. */
  readonly note?: CorrectionNote;
}

/** What the files of the site may depend on besides the cards. */
export interface WholeSite extends Site {
  /** By their slugs. */
  readonly withdrawn: readonly WithdrawnArticle[];
  /**
   * Whether there is no such page: an article that stays as it was may have none where others have theirs
   * now. Without it every card has all its pages.
   */
  readonly lacks?: (path: string) => boolean;
  /** Paths of the files that hold all articles, where there are such. */
  readonly whole?: ReadonlySet<string>;
}

/** Pure and deterministic: the same articles give the same bytes. */
export interface Edition {
  readonly id: string;
  /** The files of one article. */
  readonly ofArticle?: (state: ArticleState, card: ArticleCard, site: Site) => Files;
  /**
   * The files of the site, from the cards of all its articles, newest first. Each is made when somebody wants
   * it, of what its name stands for and of the ground.
   */
  readonly ofSite?: (cards: readonly ArticleCard[], site: WholeSite) => readonly SiteFile[];
  /** Files that hold the texts of all articles, one a maker. */
  readonly ofAll?: (setting: WholeSetting) => readonly WholeMaker[];
}

type PublishOptions = Pick<
  EditionOptions,
  'name' | 'paths' | 'perPage' | 'granularity' | 'translators' | 'variants'
>;

/** The options as a config has them. */
export function editionOptions(
  config: {
    readonly publish: PublishOptions & { readonly url?: string | undefined };
    readonly deepl: { readonly chinese: 'zh-Hans' | 'zh-Hant' };
  },
  drafts: boolean,
): EditionOptions {
  const { url, name, paths, perPage, granularity, translators, variants } = config.publish;
  return {
    name,
    ...(url === undefined ? {} : { url: url.endsWith('/') ? url : `${url}/` }),
    chinese: config.deepl.chinese,
    paths,
    perPage,
    granularity,
    translators,
    variants: [...new Set(variants)],
    drafts,
  };
}
