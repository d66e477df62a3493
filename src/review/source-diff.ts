/**
 * What changed between two texts of one language, in the units its readers think in.
 */
import { diffArrays } from 'diff';
import type { Lang } from '../core/model.ts';
import { graphemesOf } from './text/graphemes.ts';

/** A run of a diff. Without the added runs it reads as the text before, without the removed as after. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Unchanged text, then what was replaced after it. */
interface Hunk {
  same: string;
  removed: string;
  added: string;
}

interface DiffRules {
  readonly words: Intl.Segmenter;
  /** A replaced run that shares more than this part of its characters is diffed by character. */
  readonly characterShare: number;
}

/** Chinese words are a guess of the dictionary, and the guess can change with its surroundings. */
const RULES: Readonly<Record<Lang, DiffRules>> = {
  zh: { words: new Intl.Segmenter('zh', { granularity: 'word' }), characterShare: 0.5 },
  en: { words: new Intl.Segmenter('en', { granularity: 'word' }), characterShare: 1 },
};

const INLINE_TAG = /(<\/?\d+\/?>)/;
/** Past this many edits two texts have nothing in common worth showing, and the diff gets slow. */
const MAX_EDITS = 2000;

/**
 * The changes that lead from one text to another: by words of `Intl.Segmenter` and punctuation, and
 * for Chinese by characters where words were cut differently. An inline tag (`<1>`) is one unit.
 */
export function diffTexts(before: string, after: string, lang: Lang): readonly Change[] {
  const rules = RULES[lang];
  const hunks = hunksOf(wordsOf(before, rules), wordsOf(after, rules));
  return joined(hunks.flatMap((hunk) => changesOf(hunk, rules)));
}

function wordsOf(text: string, rules: DiffRules): string[] {
  return text
    .split(INLINE_TAG)
    .flatMap((part) =>
      INLINE_TAG.test(part)
        ? [part]
        : Array.from(rules.words.segment(part), (word) => word.segment),
    );
}

function hunksOf(before: string[], after: string[]): readonly Hunk[] {
  const found = diffArrays(before, after, { maxEditLength: MAX_EDITS });
  if (found === undefined) return [{ same: '', removed: before.join(''), added: after.join('') }];
  const hunks: Hunk[] = [];
  for (const { added, removed, value } of found) {
    const text = value.join('');
    if (added) lastOf(hunks).added += text;
    else if (removed) lastOf(hunks).removed += text;
    else hunks.push({ same: text, removed: '', added: '' });
  }
  return withoutLoneSpaces(hunks);
}

function lastOf(hunks: Hunk[]): Hunk {
  const last = hunks.at(-1) ?? { same: '', removed: '', added: '' };
  if (hunks.length === 0) hunks.push(last);
  return last;
}

/** A space between two replaced words joins them: `[-the big-]{+a small+}`, not four scraps. */
function withoutLoneSpaces(hunks: readonly Hunk[]): readonly Hunk[] {
  const kept: Hunk[] = [];
  for (const hunk of hunks) {
    const last = kept.at(-1);
    if (last === undefined || !isLoneSpace(last, hunk)) {
      kept.push({ ...hunk });
      continue;
    }
    last.removed += hunk.same + hunk.removed;
    last.added += hunk.same + hunk.added;
  }
  return kept;
}

function isLoneSpace(last: Hunk, hunk: Hunk): boolean {
  if (!/^[^\S\n]+$/.test(hunk.same)) return false;
  return isReplaced(last) && isReplaced(hunk);
}

function isReplaced(hunk: Hunk): boolean {
  return hunk.removed !== '' && hunk.added !== '';
}

function changesOf(hunk: Hunk, rules: DiffRules): readonly Change[] {
  const same: Change = { kind: 'same', text: hunk.same };
  const byCharacter = characterChanges(hunk, rules);
  if (byCharacter !== undefined) return [same, ...byCharacter];
  return [same, { kind: 'removed', text: hunk.removed }, { kind: 'added', text: hunk.added }];
}

function characterChanges(hunk: Hunk, rules: DiffRules): readonly Change[] | undefined {
  if (!isReplaced(hunk) || rules.characterShare >= 1) return undefined;
  const before = charactersOf(hunk.removed);
  const after = charactersOf(hunk.added);
  const found = diffArrays(before, after, { maxEditLength: MAX_EDITS });
  if (found === undefined) return undefined;
  const shared = found.reduce(
    (sum, part) => sum + (part.added || part.removed ? 0 : part.count),
    0,
  );
  if (shared / Math.max(before.length, after.length) <= rules.characterShare) return undefined;
  return found.map((part) => ({ kind: kindOf(part), text: part.value.join('') }));
}

function charactersOf(text: string): string[] {
  return text
    .split(INLINE_TAG)
    .flatMap((part) => (INLINE_TAG.test(part) ? [part] : graphemesOf(part)));
}

function kindOf(part: { readonly added: boolean; readonly removed: boolean }): Change['kind'] {
  if (part.added) return 'added';
  return part.removed ? 'removed' : 'same';
}

/** Without empty runs, and neighbours of one kind as one. */
function joined(changes: readonly Change[]): readonly Change[] {
  const runs: Change[] = [];
  for (const change of changes) {
    if (change.text === '') continue;
    const last = runs.at(-1);
    if (last?.kind === change.kind) {
      runs[runs.length - 1] = { kind: last.kind, text: last.text + change.text };
    } else runs.push(change);
  }
  return runs;
}
