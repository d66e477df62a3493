/** Differences between two texts as styled runs, marked so that they are seen without colour too. */
import { visible } from '../../core/safe-text.ts';
import type { Draft, Lang, Unit } from '../../core/model.ts';
import { type Change, diffTexts } from '../source-diff.ts';
import type { Session } from '../state.ts';
import { recent } from '../text/recent.ts';
import { lastSignOff, startingText, targetLang } from '../unit.ts';
import { type Part, part, type Style, taggedRuns } from './row.ts';

/** How a difference is marked, for a heading. */
export const DIFF_MARK = '[-…-]{+…+}';

const MARKS: Readonly<Record<Change['kind'], readonly [string, string]>> = {
  same: ['', ''],
  added: ['{+', '+}'],
  removed: ['[-', '-]'],
};

const STYLES: Readonly<Record<Change['kind'], Style>> = {
  same: 'plain',
  added: 'added',
  removed: 'removed',
};

/** UTF-16 units of the texts whose differences are kept. */
const KEPT = 100_000;
const known = recent<string, readonly Change[]>(KEPT, (key) => key.length);

/** The changes from a text to another, found once. */
export function changesBetween(before: string, after: string, lang: Lang): readonly Change[] {
  return known.of(`${lang}\n${before}\u0000${after}`, () => diffTexts(before, after, lang));
}

/** Changes as runs, tags apart. */
export function changeRuns(changes: readonly Change[]): readonly Part[] {
  return changes.flatMap(({ kind, text }) => {
    if (kind === 'same') return taggedRuns(visible(text));
    const [open, shut] = MARKS[kind];
    return [part(open + visible(text) + shut, STYLES[kind])];
  });
}

/** The source that the text at hand was made for, when it is another one than today's; else null. */
function previousSource({ editor }: Session, unit: Unit): string | null {
  const today = unit.segment.text;
  const started = editor !== null && editor.source !== today ? editor.source : undefined;
  const previous = started ?? unit.previousSource ?? today;
  return previous === today ? null : previous;
}

/** What has changed in the source, when that is to be shown and there is something; else null. */
export function sourceChanges(session: Session, unit: Unit): readonly Change[] | null {
  const previous = session.diff === 'source' ? previousSource(session, unit) : null;
  if (previous === null) return null;
  return changesBetween(previous, unit.segment.text, unit.segment.lang);
}

/** The draft of the first engine, or null. */
function machineDraft(unit: Unit): Draft | null {
  const drafts = unit.record?.drafts ?? [];
  const engines = drafts.filter(({ origin }) => origin.startsWith('engine:'));
  return engines.find(({ engine }) => engine?.second !== true) ?? engines[0] ?? null;
}

/** The target that today's is compared with; null where there is none. */
function earlierTarget({ diff }: Session, unit: Unit): string | null {
  if (diff === 'machine') return machineDraft(unit)?.text ?? null;
  if (diff !== 'target') return null;
  return lastSignOff(unit)?.[targetLang(unit)] ?? null;
}

/** What has changed in the target, when that is to be shown and there is something; else null. */
export function targetChanges(session: Session, unit: Unit): readonly Change[] | null {
  if (session.editor !== null || unit.status === 'omitted') return null;
  const before = earlierTarget(session, unit);
  const today = startingText(unit);
  return before === null || before === today
    ? null
    : changesBetween(before, today, targetLang(unit));
}
