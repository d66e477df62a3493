/** The text that was approved last, while the source goes on being edited. */
import { parseArticle } from '../../core/article.ts';
import { cutsInForce, matchState } from '../../core/load.ts';
import { spliceArticle } from '../../core/markdown/splice.ts';
import type { Unit } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import { mayGoOut } from './readiness.ts';

/** Stale, and nothing else lets it out as it is. */
function isBehind(unit: Unit): boolean {
  return unit.status === 'stale' && !mayGoOut(unit);
}

export interface LastApproved {
  readonly state: ArticleState;
  /** Segments whose source is not today's. */
  readonly count: number;
}

/**
 * The article with the source of every stale segment as it was when its pair was approved. What nobody
 * ever approved is as open as it was.
 * @param signOffs people who have to sign a pair off
 */
export function asLastApproved(state: ArticleState, signOffs: number): LastApproved {
  const count = state.units.filter(isBehind).length;
  if (count === 0) return { state, count };
  const { article, locales, records } = state;
  const text = spliceArticle(article, ({ lang }, index) => {
    const unit = state.units[index];
    const approved = unit !== undefined && isBehind(unit) ? unit.pair?.[lang] : undefined;
    return { text: approved ?? null, lang };
  });
  const cuts = cutsInForce(records.values());
  const before = parseArticle(article.slug, text, { ...article.options, cuts });
  const matched = matchState({ article: before, locales, records }, signOffs);
  return { state: { ...state, article: before, ...matched }, count };
}
