/** The panel's findings: how grave, in a sentence, and of the chosen one what would mend it. */
import type { MessageKey } from '../../../core/messages.ts';
import type { Finding, Severity, TextEdit, Unit } from '../../../core/model.ts';
import { visibleLine } from '../../../core/safe-text.ts';
import { sayFinding } from '../../../core/say-finding.ts';
import { shortTime } from '../../../core/short-time.ts';
import { chosenAt, listedFindings } from '../../chosen-finding.ts';
import type { Session } from '../../state.ts';
import { graphemesOf } from '../../text/graphemes.ts';
import { type Part, part, type Style, type View, wrapRuns } from '../row.ts';
import { signsOf } from '../signs.ts';
import { type Entry, entryOf } from './entry.ts';

const STYLES: Readonly<Record<Severity, Style>> = {
  error: 'error',
  warning: 'stale',
  note: 'plain',
};

const INDENT = 4;
/** Characters around what a fix changes. */
const AROUND = 12;
/** Changes of a fix that are shown. */
const SHOWN = 3;

function before(text: string, at: number): string {
  const characters = graphemesOf(text.slice(Math.max(0, at - 4 * AROUND), at));
  const isWhole = characters.length <= AROUND && at <= 4 * AROUND;
  return (isWhole ? '' : '…') + characters.slice(-AROUND).join('');
}

function after(text: string, at: number): string {
  const characters = graphemesOf(text.slice(at, at + 4 * AROUND));
  const isWhole = characters.length <= AROUND && text.length <= at + 4 * AROUND;
  return characters.slice(0, AROUND).join('') + (isWhole ? '' : '…');
}

function editParts(text: string, { from, to, text: put }: TextEdit): Part[] {
  const gone = visibleLine(text.slice(from, to));
  return [
    part(visibleLine(before(text, from)), 'faint'),
    ...(gone === '' ? [] : [part(`[-${gone}-]`, 'removed')]),
    ...(put === '' ? [] : [part(`{+${visibleLine(put)}+}`, 'added')]),
    part(visibleLine(after(text, to)), 'faint'),
  ];
}

/** What it would become, and by which key. */
function fixParts({ fix, ...finding }: Finding, view: View): readonly Part[] {
  const text = fix === undefined ? undefined : finding[fix.lang];
  if (fix === undefined || text === undefined) return [];
  const shown = fix.edits
    .slice(0, SHOWN)
    .flatMap((edit, index) => [...(index === 0 ? [] : [part('  ')]), ...editParts(text, edit)]);
  return [part(`Alt+Q ${signsOf(view.ascii).arrow} `, 'strong'), ...shown];
}

/** Who has dismissed it, when, why and until when. */
function dismissedText({ dismissed }: Finding, view: View): string | null {
  if (dismissed === undefined) return null;
  const { by, at, reason, until } = dismissed;
  const values = { by, at: shortTime(at), reason, until: until ?? '' };
  const key = until === undefined ? 'review.panel.dismissed' : 'review.panel.dismissedUntil';
  return visibleLine(view.t(key, values));
}

function entryFor(finding: Finding, isChosen: boolean, width: number, view: View): Entry {
  const { severity, dismissed } = finding;
  const style = dismissed === undefined ? STYLES[severity] : 'faint';
  const word = view.t(`severity.${severity}` as MessageKey);
  const said = visibleLine(sayFinding(view.t, finding));
  const why = dismissedText(finding, view);
  const fix = isChosen && dismissed === undefined ? fixParts(finding, view) : [];
  const lines = [
    ...wrapRuns(
      why === null
        ? [part(`${word}  `, style), part(said)]
        : [part(`${why}  ${word}  ${said}`, 'faint')],
      width - INDENT - 1,
    ),
    ...(fix.length === 0 ? [] : wrapRuns(fix, width - INDENT - 1)),
  ];
  const sign = signsOf(view.ascii).severity[severity];
  return entryOf([part(isChosen ? '> ' : '  ', 'strong'), part(`${sign} `, style)], INDENT, lines);
}

/** An entry for each finding; the chosen one is marked: it is the one that the keys act on. */
export function findingEntries(
  session: Session,
  unit: Unit,
  { width, rows, view }: { readonly width: number; readonly rows: number; readonly view: View },
): readonly Entry[] {
  const listed = listedFindings(session, unit);
  const chosen = chosenAt(session, unit.key, listed.length);
  const entries = listed.map((finding, at) => entryFor(finding, at === chosen, width, view));
  const lines = entries.reduce((sum, { more }) => sum + 1 + more.length, 0);
  // In a small panel the chosen one comes first, with all that is said of it.
  return lines <= rows ? entries : [...entries.slice(chosen), ...entries.slice(0, chosen)];
}
