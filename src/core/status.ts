/** Derives a segment's status from the texts. Nothing here is stored. */
import type { Draft, Pair, ReviewRecord, Segment, SignOff, Status } from './model.ts';
import { countedSignOffs } from './past.ts';
import { personsDraft } from './persons-draft.ts';
import { sameText } from './tags.ts';

export interface Derived {
  readonly status: Status;
  readonly draft?: Draft;
  readonly previousSource?: string;
}

/** The sign-offs in force: those after the last revocation that no undo has taken back. */
export function signOffsInForce(record: ReviewRecord | undefined): readonly SignOff[] {
  const revoked = record?.revoked?.at ?? '';
  return countedSignOffs(record).filter((entry) => entry.at > revoked);
}

/** How many people have signed exactly these two texts. */
export function signers(record: ReviewRecord | undefined, pair: Pair): number {
  const exact = signOffsInForce(record).filter(
    (entry) => entry.zh === pair.zh && entry.en === pair.en,
  );
  return new Set(exact.map((entry) => entry.by)).size;
}

/** The newest; a second opinion only where there is no first. */
function newest(drafts: readonly Draft[]): Draft | undefined {
  const isSecond = (draft: Draft) => Number(draft.engine?.second === true);
  return [...drafts].sort((a, b) => isSecond(a) - isSecond(b) || (a.at < b.at ? 1 : -1))[0];
}

/** A person's draft first, then the newest made for today's source. */
function draftFor(record: ReviewRecord | undefined, text: string): Draft | undefined {
  const drafts = record?.drafts ?? [];
  return personsDraft(record) ?? newest(drafts.filter((draft) => sameText(draft.source, text)));
}

function pairStatus(
  segment: Segment,
  pair: Pair,
  record: ReviewRecord | undefined,
  signOffs: number,
): Status {
  if (!sameText(pair[segment.lang], segment.text)) return 'stale';
  return signers(record, pair) >= signOffs ? 'reviewed' : 'changed';
}

function withPair(
  segment: Segment,
  pair: Pair,
  record: ReviewRecord | undefined,
  signOffs: number,
): Derived {
  const status = pairStatus(segment, pair, record, signOffs);
  const draft = draftFor(record, segment.text);
  return {
    status,
    ...(draft === undefined ? {} : { draft }),
    ...(status === 'stale' ? { previousSource: pair[segment.lang] } : {}),
  };
}

function withoutPair(segment: Segment, record: ReviewRecord | undefined): Derived {
  const draft = draftFor(record, segment.text);
  if (draft === undefined) return { status: 'untranslated' };
  if (sameText(draft.source, segment.text)) return { status: 'draft', draft };
  return { status: 'draft', draft, previousSource: draft.source };
}

/** Whatever the locale files hold: two approvals differ, and a person has to choose. */
function inConflict(segment: Segment, record: ReviewRecord): Derived {
  const draft = draftFor(record, segment.text);
  return { status: 'conflict', ...(draft === undefined ? {} : { draft }) };
}

/**
 * @param pair the approved pair of the segment's key, if both locale files hold it
 * @param signOffs how many people have to sign
 */
export function deriveStatus(
  segment: Segment,
  pair: Pair | undefined,
  record: ReviewRecord | undefined,
  signOffs: number,
): Derived {
  if (segment.untranslatable) return { status: 'untranslatable' };
  if (record?.candidates !== undefined) return inConflict(segment, record);
  if (record?.omitted !== undefined && sameText(record.omitted.source, segment.text)) {
    return { status: 'omitted' };
  }
  return pair === undefined
    ? withoutPair(segment, record)
    : withPair(segment, pair, record, signOffs);
}
