/** What the dashboard says of an article. */
import { LANGS, type Lang, type SignOff, type Unit } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import { type ArticleSummary, countWords, summarize } from '../core/summary.ts';
import { plainText } from '../core/tags.ts';
import { articleDate, blockUnits, titleBlock } from '../editions/parts/front.ts';
import { isHeld } from '../editions/parts/readiness.ts';
import { targetSide } from '../editions/parts/sides.ts';
import type { FindingCounts } from './findings.ts';
import { isOpen } from './summary.ts';

export interface Overview extends ArticleSummary {
  /** The title in the other language, or null while there is none. */
  readonly otherTitle: string | null;
  /** To be translated from each language: Han characters of Chinese, words of English. */
  readonly left: Readonly<Record<Lang, number>>;
  /**
   * What the checks find besides segments that are still open, which the statuses count; null until
   * they have looked.
   */
  readonly findings: FindingCounts | null;
  /** Who open segments are assigned to, the one with most of them first. */
  readonly assignees: readonly string[];
  /** The newest approval. */
  readonly last: Pick<SignOff, 'by' | 'at'> | null;
  /** ISO 8601 date that the article carries. */
  readonly date: string | null;
  /** An editor holds it back from being published. */
  readonly held: boolean;
}

function otherTitleOf(state: ArticleState): string | null {
  const block = titleBlock(state);
  const sides = block === undefined ? [] : blockUnits(state, block).map(targetSide);
  const words = sides.flatMap((side) => (side === null ? [] : [plainText(side.text)]));
  return words.length === 0 ? null : words.join(' ');
}

function wordsLeft(open: readonly Unit[], lang: Lang): number {
  const own = open.filter(({ segment }) => segment.lang === lang);
  return own.reduce((sum, { segment }) => sum + countWords(plainText(segment.text)), 0);
}

function assigneesOf(open: readonly Unit[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { record } of open) {
    const to = record?.assigned?.to ?? null;
    if (to !== null) counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

function lastOf(state: ArticleState): Overview['last'] {
  let last: Overview['last'] = null;
  for (const { signoffs } of state.records.values()) {
    for (const { by, at } of signoffs) if (last === null || at > last.at) last = { by, at };
  }
  return last;
}

/** An article in figures; what the checks find in it takes longer, and comes later. */
export function overviewOf(state: ArticleState, findings: FindingCounts | null): Overview {
  const open = state.units.filter(({ status }) => isOpen(status));
  const [zh, en] = LANGS.map((lang) => wordsLeft(open, lang));
  return {
    ...summarize(state),
    otherTitle: otherTitleOf(state),
    left: { zh: zh ?? 0, en: en ?? 0 },
    findings,
    assignees: assigneesOf(open),
    last: lastOf(state),
    date: articleDate(state)?.machine ?? null,
    held: isHeld(state),
  };
}
