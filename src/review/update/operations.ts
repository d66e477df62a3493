/** The operations that the review asks for. */
import type { Unit } from '../../core/model.ts';
import type { Operation, SignOffOperation } from '../../core/operations.ts';
import { sameText } from '../../core/tags.ts';
import type { Editor } from '../state.ts';
import { laterThan } from '../later.ts';
import { ownDraft, pairOf } from '../unit.ts';

/** Who acts, and when. */
export interface Stamp {
  readonly at: string;
  readonly by: string;
}

type Seen = Pick<SignOffOperation, 'seen' | 'over'>;

/** What a person does to a segment comes after what they saw of it, whatever the clocks say. */
function laterStamp({ record }: Unit, { at, by }: Stamp): Stamp {
  return { at: laterThan(record, at), by };
}

/**
 * Signs a segment off with this target, its source exactly as it stands today.
 * @param seen what the person has seen: `at` of the newest sign-off, and (in the editor) of the newest draft
 */
export function signOff(unit: Unit, target: string, stamp: Stamp, seen: Seen): Operation {
  return {
    type: 'sign-off',
    key: unit.key,
    ...laterStamp(unit, stamp),
    source: unit.segment.lang,
    ...pairOf(unit, target),
    ...seen,
  };
}

/** Takes the approval back. */
export function revoke(unit: Unit, stamp: Stamp): Operation {
  return { type: 'revoke', key: unit.key, ...laterStamp(unit, stamp) };
}

/**
 * Forgets what a person has typed.
 * @param over `at` of the newest draft that they have seen, by whomever
 */
export function dropDraft(unit: Unit, stamp: Stamp, over: string | null): Operation {
  const { key } = unit;
  return { type: 'drop-draft', key, ...laterStamp(unit, stamp), origin: 'person', over };
}

/** Keeps a person's text, made for this source. */
export function personDraft(
  key: string,
  source: string,
  text: string,
  { at, by }: Stamp,
): Operation {
  const draft = { origin: 'person', source, text, at, by } as const;
  return { type: 'draft', key, at, by, draft };
}

/** Whether a text is exactly a draft of today's source that nobody has typed. */
function isFound({ record, draft, segment }: Unit, text: string): boolean {
  const drafts = [...(record?.drafts ?? []), ...(draft === undefined ? [] : [draft])];
  return drafts.some(
    (found) =>
      found.origin !== 'person' &&
      sameText(found.source, segment.text) &&
      found.text.normalize('NFC') === text,
  );
}

/** What has to be on disk so that the editor's text is there after a crash: the draft, or none. */
export function draftOf(editor: Editor, unit: Unit, stamp: Stamp): Operation {
  const text = editor.buffer.text.normalize('NFC');
  const isOwn = ownDraft(unit)?.text === editor.base;
  const isNone = text.trim() === '' || (text === editor.base && !isOwn) || isFound(unit, text);
  return isNone
    ? dropDraft(unit, stamp, editor.over)
    : personDraft(unit.key, editor.source, text, laterStamp(unit, stamp));
}
