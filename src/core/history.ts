/** All that ever happened to a segment, as far as its record tells. */
import type {
  Correction,
  Dismissal,
  Draft,
  Lang,
  Note,
  Pair,
  PastEvent,
  ReviewRecord,
  SignOff,
} from './model.ts';
import { isUndone } from './past.ts';

interface Entry {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** A person; '' where nobody is named. */
  readonly by: string;
}

/** One thing that happened. Texts are tagged. */
export type HistoryEntry = Entry &
  (
    | {
        /** `imported`: the draft came with the article. */
        readonly kind: 'draft' | 'imported';
        readonly draft: Draft;
      }
    | {
        readonly kind: 'sign-off';
        readonly source: Lang;
        readonly pair: Pair;
        /** What had been signed before; null for the first. */
        readonly before: Pair | null;
        /** The sides that differ from that. */
        readonly changed: readonly Lang[];
        /** Set when no person pressed the key. */
        readonly via?: string;
        /** Taken back by undo. */
        readonly undone: boolean;
      }
    | { readonly kind: 'revoked' }
    | { readonly kind: 'omitted'; readonly reason: string; readonly source: string }
    | { readonly kind: 'included' }
    | { readonly kind: 'note' | 'note-resolved' | 'note-reopened'; readonly text: string }
    | {
        /** `undismissed`: what was said of a check's findings was taken back. */
        readonly kind: 'dismissed' | 'undismissed';
        readonly check: string;
        readonly reason: string;
        readonly until?: string;
      }
    | { readonly kind: 'assigned'; readonly to: string | null }
    | { readonly kind: 'corrected'; readonly before: string; readonly after: string }
    | { readonly kind: 'matched'; readonly source: string }
    | { readonly kind: 'merged' | 'split' | 'cut-undone' }
    | { readonly kind: 'orphaned'; readonly pair: Pair }
    /** Undo took back so many deeds. */
    | { readonly kind: 'undone'; readonly count: number }
  );

function draftEntry(draft: Draft): HistoryEntry {
  const kind = draft.origin === 'imported' ? 'imported' : 'draft';
  return { at: draft.at, by: draft.by ?? '', kind, draft };
}

function changedSides(now: Pair, before: Pair | null): readonly Lang[] {
  const sides: readonly Lang[] = ['zh', 'en'];
  return sides.filter((lang) => before !== null && before[lang] !== now[lang]);
}

function signOffEntries(record: ReviewRecord): readonly HistoryEntry[] {
  return record.signoffs.map((signOff: SignOff, index): HistoryEntry => {
    const { at, by, zh, en, source, via } = signOff;
    const last = record.signoffs[index - 1];
    const before = last === undefined ? null : { zh: last.zh, en: last.en };
    return {
      kind: 'sign-off',
      at,
      by,
      source,
      before,
      pair: { zh, en },
      changed: changedSides(signOff, before),
      ...(via === undefined ? {} : { via }),
      undone: isUndone(record, { type: 'sign-off', at, by }),
    };
  });
}

function noteEntries({ at, by, text, resolved, reopened }: Note): readonly HistoryEntry[] {
  return [
    { at, by, kind: 'note', text },
    ...(resolved === undefined ? [] : [{ ...resolved, kind: 'note-resolved' as const, text }]),
    ...(reopened === undefined ? [] : [{ ...reopened, kind: 'note-reopened' as const, text }]),
  ];
}

function dismissalEntries(dismissal: Dismissal): readonly HistoryEntry[] {
  const { at, by, check, reason, until, withdrawn } = dismissal;
  const said = { check, reason, ...(until === undefined ? {} : { until }) };
  return [
    { at, by, kind: 'dismissed', ...said },
    ...(withdrawn === undefined ? [] : [{ ...withdrawn, kind: 'undismissed' as const, ...said }]),
  ];
}

/** What undo took back shows as that: the record holds no more of it but for sign-offs. */
function undoEntries(event: Extract<PastEvent, { type: 'undo' }>): readonly HistoryEntry[] {
  const { at, by, undone } = event;
  const revoked = undone.filter(({ type }) => type === 'revoke');
  return [
    ...revoked.map((deed): HistoryEntry => ({ at: deed.at, by: deed.by, kind: 'revoked' })),
    { at, by, kind: 'undone', count: undone.length },
  ];
}

function pastEntries(event: PastEvent): readonly HistoryEntry[] {
  const { at, by } = event;
  if (event.type === 'undo') return undoEntries(event);
  if (event.type === 'revocation') return [{ at, by, kind: 'revoked' }];
  const { reason, source, ended } = event;
  return [
    { at, by, kind: 'omitted', reason, source },
    { ...ended, kind: 'included' },
  ];
}

function correctionEntry({ at, by, before, after }: Correction): HistoryEntry {
  return { at, by, kind: 'corrected', before, after };
}

function cutEntries({ cuts = [] }: ReviewRecord): readonly HistoryEntry[] {
  return cuts.flatMap(({ at, by, kind, undone }): HistoryEntry[] => [
    { at, by, kind: kind === 'merge' ? 'merged' : 'split' },
    ...(undone === undefined ? [] : [{ at: undone, by: '', kind: 'cut-undone' as const }]),
  ]);
}

/** What there is at most once. */
function singleEntries(record: ReviewRecord): readonly HistoryEntry[] {
  const { revoked, omitted, assigned, matched, orphan } = record;
  const entries: (HistoryEntry | null)[] = [
    revoked === undefined ? null : { ...revoked, kind: 'revoked' },
    omitted === undefined ? null : { ...omitted, kind: 'omitted' },
    assigned === undefined ? null : { ...assigned, kind: 'assigned' },
    matched === undefined ? null : { ...matched, by: '', kind: 'matched' },
  ];
  const known = entries.flatMap((entry) => entry ?? []);
  if (orphan === undefined) return known;
  const { at, zh, en } = orphan;
  return [...known, { at, by: '', kind: 'orphaned', pair: { zh, en } }];
}

/** A correction says already which text the key stands for since. */
function isSaid(entry: HistoryEntry, { corrections = [] }: ReviewRecord): boolean {
  return entry.kind === 'matched' && corrections.some(({ at }) => at === entry.at);
}

/** Things of the same instant: these come first, in this order. */
const FIRST: readonly HistoryEntry['kind'][] = [
  'undone',
  'corrected',
  'included',
  'omitted',
  'revoked',
];

function rankOf({ kind }: HistoryEntry): number {
  const rank = FIRST.indexOf(kind);
  return rank === -1 ? FIRST.length : rank;
}

function byTime(a: HistoryEntry, b: HistoryEntry): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return rankOf(a) - rankOf(b);
}

/** A segment's history, oldest first; the same record gives the same. */
export function historyOf(record: ReviewRecord): readonly HistoryEntry[] {
  const entries = [
    ...[...record.drafts, ...(record.aside ?? [])].map(draftEntry),
    ...signOffEntries(record),
    ...(record.notes ?? []).flatMap(noteEntries),
    ...(record.dismissed ?? []).flatMap(dismissalEntries),
    ...(record.corrections ?? []).map(correctionEntry),
    ...cutEntries(record),
    ...singleEntries(record),
    ...(record.past ?? []).flatMap(pastEntries),
  ].filter((entry) => !isSaid(entry, record));
  const distinct = new Map(entries.map((entry) => [JSON.stringify(entry), entry]));
  return [...distinct.values()].sort(byTime);
}
