/** The panel's findings: how grave, and in a sentence. */
import type { MessageKey } from '../../../core/messages.ts';
import type { Finding, Severity } from '../../../core/model.ts';
import { visibleLine } from '../../../core/safe-text.ts';
import { sayFinding } from '../../../core/say-finding.ts';
import { part, type Style, type View, wrapRuns } from '../row.ts';
import { signsOf } from '../signs.ts';
import { type Entry, entryOf } from './entry.ts';

const STYLES: Readonly<Record<Severity, Style>> = {
  error: 'error',
  warning: 'stale',
  note: 'plain',
};

const INDENT = 4;

/** An entry for each finding; the first is marked: it is the one that the keys go to. */
export function findingEntries(
  findings: readonly Finding[],
  { width, view }: { readonly width: number; readonly view: View },
): readonly Entry[] {
  const { severity: signs } = signsOf(view.ascii);
  return findings.map((finding, index) => {
    const { severity } = finding;
    const word = view.t(`severity.${severity}` as MessageKey);
    const said = [
      part(`${word}  `, STYLES[severity]),
      part(visibleLine(sayFinding(view.t, finding))),
    ];
    const prefix = [
      part(index === 0 ? '> ' : '  ', 'strong'),
      part(`${signs[severity]} `, STYLES[severity]),
    ];
    return entryOf(prefix, INDENT, wrapRuns(said, width - INDENT - 1));
  });
}
