/** Pairs as the checks see them: which texts of a segment are judged, and what kind of text they are. */
import {
  otherLang,
  type Block,
  type BlockKind,
  type Lang,
  type Pair,
  type Unit,
} from '../core/model.ts';
import { articleDay } from '../core/article-day.ts';
import type { ArticleState } from '../core/state.ts';
import { plainText, sameText } from '../core/tags.ts';
import type { PairView } from './check.ts';
import type { CheckSetting } from './setting.ts';

export interface ViewParts {
  readonly source: Lang;
  readonly kind: BlockKind;
  readonly headline: boolean;
  readonly day: string | undefined;
  readonly setting: CheckSetting;
}

/** A pair of tagged texts as the checks see it. */
export function viewOf(tagged: Pair, parts: ViewParts): PairView {
  return { ...parts, tagged, zh: plainText(tagged.zh), en: plainText(tagged.en) };
}

function isHeadline(block: Block): boolean {
  return block.field === 'title' || (block.kind === 'heading' && block.depth === 1);
}

function facts(state: ArticleState, unit: Unit, setting: CheckSetting): ViewParts {
  const block = state.article.blocks[unit.segment.block];
  return {
    source: unit.segment.lang,
    kind: block?.kind ?? 'paragraph',
    headline: block !== undefined && isHeadline(block),
    day: articleDay(state),
    setting,
  };
}

function pairWith(unit: Unit, target: string): Pair {
  const { lang, text } = unit.segment;
  return lang === 'zh' ? { zh: text, en: target } : { en: text, zh: target };
}

const APPROVED = new Set(['reviewed', 'changed', 'conflict']);

/**
 * The texts of a segment that would go out: the approved pair, else the draft for today's source. Null
 * where there is none. A stale pair is not judged: its source is another.
 */
function judgedPair(unit: Unit): Pair | null {
  if (APPROVED.has(unit.status)) return unit.pair ?? null;
  if (unit.status !== 'draft' && unit.status !== 'stale') return null;
  const { draft, segment } = unit;
  return draft !== undefined && sameText(draft.source, segment.text)
    ? pairWith(unit, draft.text)
    : null;
}

/** A segment's pair as the checks judge it; null where there is nothing to judge. */
export function judgedView(
  state: ArticleState,
  unit: Unit,
  setting: CheckSetting,
): PairView | null {
  const pair = judgedPair(unit);
  if (pair === null) return null;
  const view = viewOf(pair, facts(state, unit, setting));
  // An empty target is a finding of its own: every other check would say it again.
  return view[otherLang(view.source)].trim() === '' ? null : view;
}

/** A segment with a target that is being typed. */
export function typedView(
  state: ArticleState,
  unit: Unit,
  { target, setting }: { readonly target: string; readonly setting: CheckSetting },
): PairView | null {
  const view = viewOf(pairWith(unit, target), facts(state, unit, setting));
  return view[otherLang(view.source)].trim() === '' ? null : view;
}
