/** Reads and writes `articles/<slug>.review.jsonl`: one JSON object a line, in reading order. */
import * as v from 'valibot';
import { KEY_SHAPE } from './keys.ts';
import type { Finding, Origin, ReviewRecord } from './model.ts';
import { DOUBTS } from './model.ts';

const lang = v.picklist(['zh', 'en']);
const time = v.pipe(v.string(), v.isoTimestamp());
const origin = v.custom<Origin>(
  (value) =>
    typeof value === 'string' && /^(?:person|imported|memory|engine:[a-z0-9-]+)$/.test(value),
);

/** A doubt of a newer version is none of ours, and no reason to take the file for broken. */
const doubts = v.pipe(
  v.array(v.string()),
  v.transform((names) => DOUBTS.filter((doubt) => names.includes(doubt))),
);

const engine = v.object({
  model: v.exactOptional(v.string()),
  glossary: v.exactOptional(v.string()),
  settings: v.exactOptional(v.string()),
  billed: v.number(),
  raw: v.exactOptional(v.string()),
  otherContext: v.exactOptional(v.literal(true)),
  second: v.exactOptional(v.literal(true)),
  doubts: v.exactOptional(doubts),
});

const draft = v.object({
  origin,
  source: v.string(),
  text: v.string(),
  at: time,
  by: v.exactOptional(v.string()),
  engine: v.exactOptional(engine),
  from: v.exactOptional(v.string()),
});

const signoff = v.object({
  zh: v.string(),
  en: v.string(),
  source: lang,
  by: v.string(),
  at: time,
  via: v.exactOptional(v.string()),
});

const cut = v.object({
  kind: v.picklist(['merge', 'split']),
  before: v.string(),
  after: v.string(),
  by: v.string(),
  at: time,
  replaced: v.exactOptional(draft),
  undone: v.exactOptional(time),
});

const deed = { by: v.string(), at: time };

const omission = v.object({ reason: v.string(), source: v.string(), ...deed });

const note = v.object({
  id: v.string(),
  text: v.string(),
  ...deed,
  resolved: v.exactOptional(v.object(deed)),
  reopened: v.exactOptional(v.object(deed)),
});

const deedName = v.object({
  type: v.picklist(['sign-off', 'draft', 'drop-draft', 'revoke', 'omit', 'include']),
  ...deed,
});

const pastEvent = v.variant('type', [
  v.object({ type: v.literal('revocation'), ...deed }),
  v.object({ type: v.literal('omission'), ...omission.entries, ended: v.object(deed) }),
  v.object({ type: v.literal('undo'), ...deed, undone: v.array(deedName) }),
]);

const dismissal = v.object({
  check: v.string(),
  texts: v.string(),
  reason: v.string(),
  ...deed,
  until: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  withdrawn: v.exactOptional(v.object(deed)),
});

const record = v.looseObject({
  key: v.pipe(v.string(), v.regex(KEY_SHAPE)),
  drafts: v.optional(v.array(draft), []),
  aside: v.exactOptional(v.pipe(v.array(draft), v.minLength(1))),
  signoffs: v.optional(v.array(signoff), []),
  omitted: v.exactOptional(omission),
  orphan: v.exactOptional(v.object({ zh: v.string(), en: v.string(), source: lang, at: time })),
  revoked: v.exactOptional(v.object(deed)),
  candidates: v.exactOptional(v.pipe(v.array(signoff), v.minLength(1))),
  cuts: v.exactOptional(v.pipe(v.array(cut), v.minLength(1))),
  matched: v.exactOptional(v.object({ source: v.string(), at: time })),
  notes: v.exactOptional(v.pipe(v.array(note), v.minLength(1))),
  assigned: v.exactOptional(v.object({ to: v.nullable(v.string()), ...deed })),
  corrections: v.exactOptional(
    v.pipe(v.array(v.object({ before: v.string(), after: v.string(), ...deed })), v.minLength(1)),
  ),
  past: v.exactOptional(v.pipe(v.array(pastEvent), v.minLength(1))),
  dismissed: v.exactOptional(v.pipe(v.array(dismissal), v.minLength(1))),
});

/** Fields that a record may lack, in the order in which they are written. */
const OPTIONAL = [
  'aside',
  'omitted',
  'orphan',
  'revoked',
  'candidates',
  'cuts',
  'matched',
  'notes',
  'assigned',
  'corrections',
  'past',
  'dismissed',
] as const satisfies readonly (keyof ReviewRecord)[];

const KNOWN: ReadonlySet<string> = new Set(['key', 'drafts', 'signoffs', ...OPTIONAL]);

type Optional = Pick<ReviewRecord, (typeof OPTIONAL)[number]>;

/** The optional fields that are there, in their order. */
function present(entry: Optional): Optional {
  const fields = OPTIONAL.filter((name) => entry[name] !== undefined);
  return Object.fromEntries(fields.map((name) => [name, entry[name]]));
}

/** A line that is no record: kept as it stands, at the end of the file. */
export interface BrokenLine {
  readonly line: number;
  readonly text: string;
}

export interface ReadReview {
  readonly records: ReadonlyMap<string, ReviewRecord>;
  readonly broken: readonly BrokenLine[];
  readonly problems: readonly Finding[];
}

function parseLine(text: string): ReviewRecord | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  const result = v.safeParse(record, raw);
  if (!result.success) return null;
  const { key, drafts, signoffs } = result.output;
  const rest = Object.fromEntries(
    Object.entries(result.output).filter(([name]) => !KNOWN.has(name)),
  );
  return { key, drafts, signoffs, ...present(result.output), rest };
}

/** Reads a review file. Never throws: lines that cannot be read are kept and reported. */
export function readReview(slug: string, file: string, text: string): ReadReview {
  const records = new Map<string, ReviewRecord>();
  const broken: BrokenLine[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = parseLine(line);
    // It is not written again, so it takes no other record's place.
    if (parsed !== null && isEmptyRecord(parsed)) continue;
    if (parsed === null || records.has(parsed.key)) broken.push({ line: index + 1, text: line });
    else records.set(parsed.key, parsed);
  }
  const problems = broken.map((line): Finding => ({
    check: /^(?:<{7}|={7}|>{7})/.test(line.text) ? 'review-conflict' : 'review-line',
    severity: 'error',
    slug,
    place: { file, line: line.line, column: 1 },
    values: {},
  }));
  return { records, broken, problems };
}

/** Whether a record says anything at all: an empty one has no line. */
export function isEmptyRecord(entry: ReviewRecord): boolean {
  const { key: _key, drafts, signoffs, rest, ...others } = entry;
  return (
    drafts.length === 0 &&
    signoffs.length === 0 &&
    Object.keys(others).length === 0 &&
    Object.keys(rest).length === 0
  );
}

/** A record as its line, without the line feed. */
export function serializeRecord(entry: ReviewRecord): string {
  const { key, drafts, signoffs, rest } = entry;
  return JSON.stringify({
    key,
    ...(drafts.length === 0 ? {} : { drafts }),
    ...(signoffs.length === 0 ? {} : { signoffs }),
    ...present(entry),
    ...rest,
  });
}

/** The file's text; empty when there is nothing to say. The same records give the same bytes. */
export function serializeReview(
  records: Iterable<ReviewRecord>,
  broken: readonly BrokenLine[],
): string {
  const lines = [...records].filter((entry) => !isEmptyRecord(entry)).map(serializeRecord);
  return [...lines, ...broken.map((line) => line.text)].map((line) => `${line}\n`).join('');
}
