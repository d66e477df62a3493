/** All that ever happened to the selected segment, as a page. */
import { historyOf, type HistoryEntry } from '../../core/history.ts';
import type { MessageKey, MessageValues } from '../../core/messages.ts';
import { shortTime } from '../../core/short-time.ts';
import { otherLang, type Lang, type Unit } from '../../core/model.ts';
import { type Outcome, refuse, still } from '../outcome.ts';
import type { PageLine } from '../overlay.ts';
import { diffTexts } from '../source-diff.ts';
import type { ReviewState } from '../state.ts';
import { focusOf } from './session.ts';

type Kind = HistoryEntry['kind'];

const LABELS: Readonly<Record<Kind, MessageKey>> = {
  draft: 'review.history.draft',
  imported: 'review.history.imported',
  'sign-off': 'review.history.signOff',
  revoked: 'review.history.revoked',
  omitted: 'review.history.omitted',
  included: 'review.history.included',
  note: 'review.history.note',
  'note-resolved': 'review.history.noteResolved',
  'note-reopened': 'review.history.noteReopened',
  dismissed: 'review.history.dismissed',
  undismissed: 'review.history.undismissed',
  assigned: 'review.history.assigned',
  corrected: 'review.history.corrected',
  matched: 'review.history.matched',
  merged: 'review.history.merged',
  split: 'review.history.split',
  'cut-undone': 'review.history.cutUndone',
  orphaned: 'review.history.orphaned',
  undone: 'review.history.undone',
};

function marked(before: string, after: string, lang: 'zh' | 'en'): string {
  return diffTexts(before, after, lang)
    .map(({ kind, text }) => {
      if (kind === 'same') return text;
      return kind === 'added' ? `{+${text}+}` : `[-${text}-]`;
    })
    .join('');
}

/** The texts of an approval: the target with what changed in it, the source where that did too. */
function signOffTexts(
  { pair, before, changed }: Extract<HistoryEntry, { kind: 'sign-off' }>,
  source: Lang,
): readonly string[] {
  const target = otherLang(source);
  const shown = before === null ? pair[target] : marked(before[target], pair[target], target);
  return changed.includes(source) ? [pair[source], shown] : [shown];
}

/** What an entry is about, in texts of the article. */
function detailsOf(entry: HistoryEntry, unit: Unit): readonly string[] {
  const source = unit.segment.lang;
  if ('draft' in entry) return [entry.draft.text];
  if (entry.kind === 'sign-off') return signOffTexts(entry, source);
  if (entry.kind === 'corrected') return [marked(entry.before, entry.after, source)];
  if ('reason' in entry) return [entry.reason];
  if ('to' in entry) return entry.to === null ? [] : [entry.to];
  return 'text' in entry ? [entry.text] : [];
}

/** What was said of a check: which one, and until when. */
function checkOf(entry: HistoryEntry): string {
  if (!('check' in entry)) return '';
  return entry.until === undefined ? entry.check : `${entry.check} → ${entry.until}`;
}

function valuesOf(entry: HistoryEntry): MessageValues {
  const origin = 'draft' in entry ? entry.draft.origin : '';
  const count = 'count' in entry ? entry.count : 1;
  const by = entry.by === '' ? '–' : entry.by;
  return { at: shortTime(entry.at), by, origin, count, check: checkOf(entry) };
}

function linesOf(entry: HistoryEntry, unit: Unit): PageLine[] {
  const isUndone = entry.kind === 'sign-off' && entry.undone;
  const key = isUndone ? 'review.history.signOffUndone' : LABELS[entry.kind];
  return [
    { text: { key, values: valuesOf(entry) }, tone: 'strong' },
    ...detailsOf(entry, unit).map((text): PageLine => ({ text: `  ${text}` })),
  ];
}

/** Opens the history of the selected segment, the newest first. */
export function openHistory(state: ReviewState): Outcome {
  const focus = focusOf(state);
  const entries = focus?.unit.record === undefined ? [] : historyOf(focus.unit.record);
  if (focus === null || entries.length === 0) {
    return still(refuse(state, 'review.refuse.noHistory'));
  }
  const lines = entries.toReversed().flatMap((entry) => linesOf(entry, focus.unit));
  const title = { key: 'review.history.title' } as const;
  return still({ ...state, overlay: { type: 'page', title, lines, top: 0 } });
}
