/** Puts matches and terms into the target. */
import type { Aids } from '../aids.ts';
import { type Outcome, refuse, say, still } from '../outcome.ts';
import type { PickRow } from '../overlay.ts';
import type { ReviewState } from '../state.ts';
import { insert, replaceAll } from '../text/edits.ts';
import type { TextBuffer } from '../text/text-buffer.ts';
import { changed, edit } from './editor.ts';
import { aidsOf } from './looking.ts';
import type { PickKind } from './overlays/picks.ts';
import { openPick } from './overlays/picks.ts';

function aids({ session }: ReviewState): Aids | null {
  return session === null ? null : aidsOf(session);
}

/** Changes the target, with the editor opened first where it is closed. */
function intoEditor(
  state: ReviewState,
  change: (buffer: TextBuffer) => TextBuffer,
  at: string,
): Outcome {
  const opened = state.session?.editor === null ? edit(state) : state;
  return changed(opened, change, at);
}

/** Puts the match of a number, counted from 1, in the target's place; undo brings the target back. */
export function insertMatch(state: ReviewState, number: number, at: string): Outcome {
  const match = aids(state)?.matches[number - 1];
  if (match === undefined) return still(refuse(state, 'review.refuse.noMatch', { number }));
  const [next, effects] = intoEditor(state, (buffer) => replaceAll(buffer, match.target), at);
  const isDangerous = match.danger.length > 0;
  const told = isDangerous
    ? refuse(next, 'review.notice.dangerousMatch', { score: match.score })
    : say(next, 'review.notice.matchInserted', { score: match.score });
  return [told, effects];
}

function matchRows(state: ReviewState): PickRow[] {
  return (aids(state)?.matches ?? []).map((match, index) => ({
    id: String(index + 1),
    text: match.target,
    note: {
      key: match.danger.length > 0 ? 'review.matches.danger' : 'review.matches.note',
      values: { number: index + 1, score: match.score, from: match.from },
    },
  }));
}

/** The matches as a list to choose from. */
export const MATCHES: PickKind = {
  purpose: 'matches',
  title: { key: 'review.matches.title' },
  typed: false,
  rows: matchRows,
  choose: (state, { row }, at) => insertMatch(state, Number(row.id), at),
};

/** Opens the matches; the second time the key is pressed the best one is taken. */
export function openMatches(state: ReviewState): Outcome {
  const rows = matchRows(state);
  return still(
    rows.length === 0 ? refuse(state, 'review.refuse.noMatches') : openPick(state, MATCHES),
  );
}

function termRows(state: ReviewState): PickRow[] {
  return (aids(state)?.terms ?? []).map(({ source, target, note }) => ({
    id: target,
    text: `${source} → ${target}`,
    ...(note === undefined ? {} : { note }),
  }));
}

/** The terms as a list to choose from. */
export const TERMS: PickKind = {
  purpose: 'terms',
  title: { key: 'review.terms.title' },
  typed: false,
  rows: termRows,
  choose: (state, { row }, at) => intoEditor(state, (buffer) => insert(buffer, row.id), at),
};

/** Opens the terms of the source. */
export function openTerms(state: ReviewState): Outcome {
  const rows = termRows(state);
  return still(rows.length === 0 ? refuse(state, 'review.refuse.noTerms') : openPick(state, TERMS));
}
