/**
 * Undo: the operations that take a group of operations back. Nothing is erased from any history; undo
 * adds. What somebody has built upon since is not taken back.
 */
import { applyOperations } from './apply.ts';
import { dismissAgain, dismissBack } from './undo-dismissals.ts';
import { pairOf } from './known.ts';
import type { MessageKey } from './messages.ts';
import type { DeedName, Draft, Origin, ReviewRecord } from './model.ts';
import { isOpenNote, noteId } from './notes.ts';
import type { CutOperation, Operation, UncutOperation } from './operations.ts';
import { countedSignOffs } from './past.ts';
import type { ArticleState } from './state.ts';
import { sameText } from './tags.ts';

/** Why a group cannot be taken back. */
export type UndoRefusal =
  | 'decided-since' // somebody signed, revoked, left out or took in since
  | 'drafted-since' // somebody wrote another text since
  | 'assigned-since'
  | 'cut-since' // the segments were merged or split since
  | 'source-since' // the source changed since
  | 'is-undo' // an undo is not taken back: sign again
  | 'nothing'; // the group changed nothing

export type Inverse =
  | { readonly operations: readonly Operation[] }
  | { readonly refusal: UndoRefusal; readonly key: string };

export interface UndoRequest {
  readonly operations: readonly Operation[];
  /** The article as the group found it. */
  readonly before: ArticleState;
  /** The article as it is. */
  readonly now: ArticleState;
  /** How many people have to sign. */
  readonly signOffs: number;
  /** Of the undo: later than everything in `now`. */
  readonly at: string;
  readonly by: string;
}

/** The request with what the group led to. */
interface Taken extends UndoRequest {
  readonly expected: ArticleState;
}

const DEEDS: ReadonlySet<string> = new Set([
  'sign-off',
  'draft',
  'drop-draft',
  'revoke',
  'omit',
  'include',
] satisfies DeedName['type'][]);

/** The deed that an operation is; a correction that signs is a sign-off besides. */
function deedOf(operation: Operation): DeedName[] {
  const { type, at, by } = operation;
  if (DEEDS.has(type)) return [{ type: type as DeedName['type'], at, by }];
  const signs = operation.type === 'correct-source' && operation.sign !== undefined;
  return signs ? [{ type: 'sign-off', at, by }] : [];
}

/** All that was decided on a key, and its pair, as one comparable text. */
export function decisionsText(state: ArticleState, key: string): string {
  const record = state.records.get(key);
  const { revoked, omitted, candidates } = record ?? {};
  const pair = pairOf(key, state.locales, record);
  return JSON.stringify([
    countedSignOffs(record),
    revoked?.at,
    omitted,
    candidates,
    pair?.zh,
    pair?.en,
  ]);
}

/** Drafts as far as a person sees them. */
function draftOf(record: ReviewRecord | undefined, origin: Origin): string {
  const draft = record?.drafts.find((entry) => entry.origin === origin);
  return JSON.stringify([draft?.text, draft?.source]);
}

/** The origins whose draft the group changed. */
function changedOrigins({ before, expected }: Taken, key: string): readonly Origin[] {
  const [old, done] = [before.records.get(key), expected.records.get(key)];
  const drafts = [...(old?.drafts ?? []), ...(done?.drafts ?? [])];
  const origins = [...new Set(drafts.map(({ origin }) => origin))];
  return origins.filter((origin) => draftOf(old, origin) !== draftOf(done, origin));
}

function sinceProblem(taken: Taken, key: string, origins: readonly Origin[]): UndoRefusal | null {
  const { expected, now } = taken;
  if (decisionsText(expected, key) !== decisionsText(now, key)) return 'decided-since';
  const [done, today] = [expected.records.get(key), now.records.get(key)];
  const isSame = origins.every((origin) => draftOf(done, origin) === draftOf(today, origin));
  return isSame ? null : 'drafted-since';
}

/** What held before, as far as something did. */
function heldBefore(record: ReviewRecord | undefined) {
  const { revoked, omitted, candidates } = record ?? {};
  return {
    ...(revoked === undefined ? {} : { revoked }),
    ...(omitted === undefined ? {} : { omitted }),
    ...(candidates === undefined ? {} : { candidates }),
  };
}

function restoring(taken: Taken, key: string, undoes: readonly DeedName[]): Inverse {
  const { before, at, by } = taken;
  const origins = changedOrigins(taken, key);
  const refusal = sinceProblem(taken, key, origins);
  if (refusal !== null) return { refusal, key };
  const isChanged = decisionsText(before, key) !== decisionsText(taken.expected, key);
  if (!isChanged && origins.length === 0) return NOTHING;
  const record = before.records.get(key);
  const drafts: readonly Draft[] = record?.drafts ?? [];
  const restore: Operation = {
    type: 'restore',
    key,
    at,
    by,
    undoes,
    pair: pairOf(key, before.locales, record) ?? null,
    origins,
    drafts: drafts.filter(({ origin }) => origins.includes(origin)),
    ...heldBefore(record),
  };
  return { operations: [restore] };
}

type InverseOf<Type extends Operation['type']> = (
  operation: Extract<Operation, { type: Type }>,
  taken: Taken,
) => Inverse;

const NOTHING: Inverse = { operations: [] };

const turnNote: InverseOf<'resolve-note'> = ({ key, note: id }, { now, before, at, by }) => {
  const noteIn = (state: ArticleState) =>
    state.records.get(key)?.notes?.find((note) => note.id === id);
  const [old, today] = [noteIn(before), noteIn(now)];
  if (old === undefined || today === undefined) return NOTHING;
  if (isOpenNote(old) === isOpenNote(today)) return NOTHING;
  const open = isOpenNote(old) ? ({ open: true } as const) : {};
  return { operations: [{ type: 'resolve-note', key, at, by, note: id, ...open }] };
};

/** What was said is said: its note is settled. */
const settleNote: InverseOf<'note'> = (operation, { now, at, by }) => {
  const { key } = operation;
  const id = noteId(operation);
  const note = now.records.get(key)?.notes?.find((entry) => entry.id === id);
  if (note === undefined || !isOpenNote(note)) return NOTHING;
  return { operations: [{ type: 'resolve-note', key, at, by, note: id }] };
};

const assignBack: InverseOf<'assign'> = ({ key }, { before, expected, now, at, by }) => {
  const toIn = (state: ArticleState) => state.records.get(key)?.assigned?.to ?? null;
  if (toIn(expected) !== toIn(now)) return { refusal: 'assigned-since', key };
  if (toIn(before) === toIn(now)) return NOTHING;
  return { operations: [{ type: 'assign', key, at, by, to: toIn(before) }] };
};

const correctBack: InverseOf<'correct-source'> = (operation, taken) => {
  const { operations, now, at, by } = taken;
  const { key, after } = operation;
  const made = now.records.get(key)?.corrections?.some((entry) => entry.at === operation.at);
  if (made !== true) return NOTHING;
  const text = now.units.find((unit) => unit.key === key)?.segment.text;
  if (text === undefined || !sameText(text, after)) return { refusal: 'source-since', key };
  const first = operations.find((other) => other.type === 'correct-source' && other.key === key);
  const { before } = (first ?? operation) as typeof operation;
  return { operations: [{ type: 'correct-source', key, at, by, before: text, after: before }] };
};

function cutsOf(state: ArticleState, key: string): string {
  return JSON.stringify(state.records.get(key)?.cuts ?? []);
}

function cutBack(operation: CutOperation | UncutOperation, taken: Taken): Inverse {
  const { before, expected, now, at, by } = taken;
  const { key, type, cut } = operation;
  if (cutsOf(expected, key) !== cutsOf(now, key)) return { refusal: 'cut-since', key };
  if (cutsOf(before, key) === cutsOf(now, key)) return NOTHING;
  if (type === 'cut') return { operations: [{ type: 'uncut', key, at, by, cut }] };
  const stored = before.records.get(key)?.cuts?.find((entry) => {
    return entry.kind === cut.kind && entry.before === cut.before && entry.after === cut.after;
  });
  const replaced = stored?.replaced === undefined ? {} : { replaced: stored.replaced };
  return { operations: [{ type: 'cut', key, at, by, cut, ...replaced }] };
}

const INVERSES: {
  readonly [Type in Operation['type']]?: InverseOf<Type>;
} = {
  note: settleNote,
  'resolve-note': turnNote,
  assign: assignBack,
  dismiss: dismissBack,
  undismiss: dismissAgain,
  'correct-source': correctBack,
  cut: cutBack,
  uncut: cutBack,
  restore: ({ key }) => ({ refusal: 'is-undo', key }),
};

function inverseOfOne(operation: Operation, taken: Taken): Inverse {
  // The table pairs each type with its own function; the compiler cannot follow the pairing.
  const inverse = INVERSES[operation.type] as
    ((operation: Operation, taken: Taken) => Inverse) | undefined;
  return inverse?.(operation, taken) ?? NOTHING;
}

/** The last one on a key leads back to how it all began. */
const AT_ONCE: ReadonlySet<Operation['type']> = new Set(['assign', 'correct-source']);

function isLastOfKind(operation: Operation, later: readonly Operation[]): boolean {
  if (!AT_ONCE.has(operation.type)) return true;
  return !later.some(({ type, key }) => type === operation.type && key === operation.key);
}

/**
 * The operations that take a group back, to be committed like any others; or why there are none. All
 * or nothing: one segment that somebody has built upon holds the whole group.
 */
export function inverseOf(request: UndoRequest): Inverse {
  const { operations, before, signOffs } = request;
  const expected = applyOperations(before, operations, signOffs);
  const taken: Taken = { ...request, expected };
  const deeds = new Map<string, DeedName[]>();
  for (const operation of operations) {
    const found = deedOf(operation);
    if (found.length > 0) {
      deeds.set(operation.key, [...(deeds.get(operation.key) ?? []), ...found]);
    }
  }
  const inverses = [
    // The article first: pairs and drafts are put back for the text that they were made for.
    ...operations
      .filter((operation, at) => isLastOfKind(operation, operations.slice(at + 1)))
      .map((operation) => inverseOfOne(operation, taken))
      .reverse(),
    ...[...deeds].map(([key, undoes]) => restoring(taken, key, undoes)),
  ];
  const refused = inverses.find((inverse) => 'refusal' in inverse);
  if (refused !== undefined) return refused;
  const all = inverses.flatMap((inverse) => ('operations' in inverse ? inverse.operations : []));
  const key = operations[0]?.key ?? '';
  return all.length === 0 ? { refusal: 'nothing', key } : { operations: all };
}

/** The refusal in the interface's language; its value is `key`. */
export function undoMessage(refusal: UndoRefusal): MessageKey {
  return `undo.refusal.${refusal}`;
}
