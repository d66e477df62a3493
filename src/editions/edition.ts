/** The shape of an edition: articles with their pairs → output files. */
import type { Lang } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';

/** What a page shows: one language, or both side by side. */
export type View = Lang | 'bilingual';

export const VIEWS: readonly View[] = ['zh', 'en', 'bilingual'];

/** The folder of a view below the output folder. */
export const VIEW_FOLDERS: Readonly<Record<View, string>> = {
  zh: 'zh',
  en: 'en',
  bilingual: 'duizhao',
};

export interface EditionOptions {
  /** The site's name in both languages. */
  readonly name: Readonly<Record<Lang, string>>;
  /** Address of the site's root, ends in `/`; without it links are relative and none is absolute. */
  readonly url?: string;
  /** Script of the Chinese side. */
  readonly chinese: 'zh-Hans' | 'zh-Hant';
  /** Unreviewed text may go out, marked as such. */
  readonly drafts: boolean;
}

/** Path below the output folder (with `/`) → text. */
export type Files = ReadonlyMap<string, string>;

export interface Edition {
  readonly id: string;
  /** Pure and deterministic: the same articles give the same bytes. */
  readonly render: (states: readonly ArticleState[], options: EditionOptions) => Files;
}

/** The options as a config has them. */
export function editionOptions(
  config: {
    readonly publish: { readonly url?: string | undefined; readonly name: Record<Lang, string> };
    readonly deepl: { readonly chinese: 'zh-Hans' | 'zh-Hant' };
  },
  drafts: boolean,
): EditionOptions {
  const { url, name } = config.publish;
  return {
    name,
    ...(url === undefined ? {} : { url: url.endsWith('/') ? url : `${url}/` }),
    chinese: config.deepl.chinese,
    drafts,
  };
}
