/** Merging and splitting segments, and taking that back. */
import {
  type CutStamp,
  mergeOperations,
  splitOperations,
  uncutOperations,
} from '../../core/cutting.ts';
import type { MessageKey } from '../../core/messages.ts';
import type { Unit } from '../../core/model.ts';
import type { Operation } from '../../core/operations.ts';
import type { ArticleState } from '../../core/state.ts';
import { plainText } from '../../core/tags.ts';
import { laterThan } from '../later.ts';
import { type Outcome, refuse, say, still } from '../outcome.ts';
import { splitPlaces } from '../places.ts';
import type { ReviewState } from '../state.ts';
import { withOperations } from './follow.ts';
import { commit } from './saving.ts';
import { type Focus, focusOf } from './session.ts';

function stampOf(by: string, { record }: Unit, at: string): CutStamp {
  return { at: laterThan(record, at), by };
}

/** Whether the operations part or join anything: an anchor may fit nowhere in a block. */
function hasEffect(
  article: ArticleState,
  operations: readonly Operation[],
  signOffs: number,
): boolean {
  return withOperations(article, operations, signOffs).units.length !== article.units.length;
}

/** Why a segment cannot be joined with the next one. */
function whyAlone({ units }: ArticleState, { index, key, segment }: Unit): MessageKey {
  const next = units[index + 1];
  if (next === undefined || next.segment.block !== segment.block) return 'review.refuse.mergeLast';
  if (key === '' || next.key === '') return 'review.refuse.mergeUntranslatable';
  return 'review.refuse.mergeLanguage';
}

/** Joins the selected segment with the next one. */
export function merge(state: ReviewState, at: string): Outcome {
  const focus = focusOf(state);
  if (focus === null) return still(state);
  const { session, unit } = focus;
  const { article } = session;
  const stamp = stampOf(state.user, unit, at);
  const operations = mergeOperations(article, unit, stamp);
  if (operations === null) return still(refuse(state, whyAlone(article, unit)));
  if (hasEffect(article, operations, state.signOffs)) {
    return commit(say(state, 'review.notice.merged'), session, operations, { type: 'stay' });
  }
  // A split is stronger than a merge at the same place: the two are joined by taking it back.
  const unsplit = uncutOperations(unit, stamp, ['split']);
  return unsplit === null
    ? still(refuse(state, 'review.refuse.cutNowhere'))
    : commit(say(state, 'review.notice.uncut'), session, unsplit, { type: 'stay' });
}

/** The operations that split a segment at a place, or null when nothing comes of them. */
function splitAt(
  { user, signOffs }: ReviewState,
  { session, unit }: Focus,
  place: number,
  at: string,
): readonly Operation[] | null {
  const { article } = session;
  const operations = splitOperations(article, unit, place, stampOf(user, unit, at));
  if (operations === null) return null;
  return hasEffect(article, operations, signOffs) ? operations : null;
}

/** Opens the menu of places where the selected segment may be split. */
export function openSplit(state: ReviewState, at: string): ReviewState {
  const focus = focusOf(state);
  if (focus === null) return state;
  const { segment } = focus.unit;
  const places = splitPlaces(plainText(segment.text));
  const [first] = places;
  if (first === undefined) return refuse(state, 'review.refuse.splitNowhere');
  // Titles, headings and captions stay whole wherever one would cut them.
  if (splitAt(state, focus, first, at) === null) return refuse(state, 'review.refuse.cutNowhere');
  return { ...state, overlay: { type: 'split', source: segment.text, places, selected: 0 } };
}

/** Splits the selected segment at the chosen place. */
export function chooseSplit(state: ReviewState, at: string): Outcome {
  const focus = focusOf(state);
  const { overlay } = state;
  const closed = { ...state, overlay: null };
  if (focus === null || overlay?.type !== 'split') return still(closed);
  if (focus.unit.segment.text !== overlay.source) {
    return still(refuse(closed, 'review.refuse.splitChanged'));
  }
  const operations = splitAt(state, focus, overlay.places[overlay.selected] ?? 0, at);
  if (operations === null) return still(refuse(closed, 'review.refuse.cutNowhere'));
  const told = say(closed, 'review.notice.split');
  return commit(told, focus.session, operations, { type: 'stay' });
}

/** Takes the newest merge or split of the selected segment back. */
export function uncut(state: ReviewState, at: string): Outcome {
  const focus = focusOf(state);
  if (focus === null) return still(state);
  const { session, unit } = focus;
  const operations = uncutOperations(unit, stampOf(state.user, unit, at));
  if (operations === null) return still(refuse(state, 'review.refuse.noCut'));
  return commit(say(state, 'review.notice.uncut'), session, operations, { type: 'stay' });
}
