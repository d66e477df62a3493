/** What is wrong in a side's text, and the hits that it makes: one a side, however often it stands there. */
import type { Lang, Severity, Span, TextEdit } from '../../core/model.ts';
import type { Hit, PairCheck, PairView } from '../check.ts';
import { sideTexts, type SideText } from './side-text.ts';

/** A place that is wrong, in offsets of the side's text. */
export interface Fault extends Span {
  /** What mends it, in reading order; without it that is a person's work. */
  readonly edits?: readonly TextEdit[];
  readonly severity?: Severity;
  /** What the message shows of it; without it the text itself. */
  readonly shown?: string;
}

/** White space is taken out character by character, so that no tag between two of them is in the way. */
export function without(from: number, to: number): TextEdit[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => ({
    from: from + index,
    to: from + index + 1,
    text: '',
  }));
}

/** A text in the place of a run: the first character becomes it, the others go, whatever tags are between. */
export function replacing(from: number, to: number, text: string): TextEdit[] {
  return [{ from, to: from + 1, text }, ...without(from + 1, to)];
}

/** So many different texts a message shows. */
const MOST_SHOWN = 6;
const LONGEST_SHOWN = 24;

function shownOf(side: SideText, faults: readonly Fault[]): string {
  const all = new Set<string>();
  for (const { from, to, shown } of faults) {
    if (all.size === MOST_SHOWN) break;
    all.add(shown ?? side.text.slice(from, Math.min(to, from + LONGEST_SHOWN)));
  }
  return [...all].join(' ');
}

function hitOf(side: SideText, faults: readonly Fault[]): Hit {
  const [first] = faults;
  const edits = faults
    .flatMap((fault) => fault.edits ?? [])
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(side.plainEdit);
  return {
    values: { side: side.lang, marks: shownOf(side, faults) },
    side: side.lang,
    spans: { [side.lang]: faults.map(side.plainSpan) },
    ...(first?.severity === undefined ? {} : { severity: first.severity }),
    ...(edits.length === 0 ? {} : { fix: { lang: side.lang, edits } }),
  };
}

/** One hit for all faults of a side that are as grave, and that a fix mends or none does. */
export function hitsOf(side: SideText, faults: readonly Fault[]): Hit[] {
  if (faults.length === 0) return [];
  const groups = Map.groupBy(
    faults,
    ({ severity, edits }) => `${severity ?? ''} ${edits === undefined ? 'by hand' : ''}`,
  );
  return [...groups.values()].map((group) => hitOf(side, group));
}

export type Look = (side: SideText, view: PairView, check: PairCheck) => readonly Fault[];

/** What a check does that looks at each of some sides alone. */
export function lookAt(langs: readonly Lang[], look: Look): PairCheck['run'] {
  return (view, check) => {
    const sides = sideTexts(view);
    const hits: Hit[] = [];
    for (const lang of langs) {
      const faults = look(sides[lang], view, check);
      if (faults.length > 0) hits.push(...hitsOf(sides[lang], faults));
    }
    return hits;
  };
}
