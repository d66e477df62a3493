/** The pairs that went out signed off, for other people's tools. */
import type { InlineTag, Lang } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';

export interface PublishedPair {
  readonly article: string;
  readonly key: string;
  /** The language that was translated from. */
  readonly source: Lang;
  /** Tagged texts. */
  readonly zh: string;
  readonly en: string;
  readonly tags: readonly InlineTag[];
  /** When it was signed off last, ISO 8601, and by whom; a record may be lost. */
  readonly at?: string;
  readonly by?: string;
}

/**
 * In reading order. Only what is signed off as it stands: a target that was let out for an earlier source is no
 * translation of today's.
 */
export function publishedPairs(state: ArticleState): readonly PublishedPair[] {
  return state.units.flatMap(({ key, status, pair, segment, record }) => {
    if (status !== 'reviewed' || pair === undefined || key === '') return [];
    const signOff = record?.signoffs.at(-1);
    const deed = signOff === undefined ? {} : { at: signOff.at, by: signOff.by };
    const { lang: source, tags } = segment;
    const { zh, en } = pair;
    return [{ article: state.article.slug, key, source, zh, en, tags, ...deed }];
  });
}
