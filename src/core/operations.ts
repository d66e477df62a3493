/**
 * What may happen to an article's pairs and records. An operation is a value: it is journalled,
 * replayed and applied by the same pure function, and applying it twice changes nothing.
 */
import type { Cut } from './cuts.ts';
import type { DeedName, Draft, Lang, Omission, Origin, Pair, SignOff } from './model.ts';

interface Stamp {
  readonly key: string;
  /** ISO 8601 time, UTC, to the millisecond. */
  readonly at: string;
  readonly by: string;
}

export interface SignOffOperation extends Stamp {
  readonly type: 'sign-off';
  readonly source: Lang;
  readonly zh: string;
  readonly en: string;
  readonly via?: string;
  /**
   * `at` of the newest sign-off of this key that the signer had seen, or null. When the files hold a
   * newer one, the pair is not replaced: the text is kept as the signer's draft.
   */
  readonly seen?: string | null;
  /**
   * `at` of the newest draft by a person that the signer had before them, or null: it is settled, a
   * newer one of somebody else stays. Absent: signed without an editor.
   */
  readonly over?: string | null;
}

export interface DraftOperation extends Stamp {
  readonly type: 'draft';
  readonly draft: Draft;
}

export interface DropDraftOperation extends Stamp {
  readonly type: 'drop-draft';
  readonly origin: Origin;
  /** `at` of the newest draft by somebody else that goes as well; without it, one's own goes only. */
  readonly over?: string | null;
}

export interface RevokeOperation extends Stamp {
  readonly type: 'revoke';
}

export interface OmitOperation extends Stamp {
  readonly type: 'omit';
  readonly reason: string;
  readonly source: string;
}

export interface IncludeOperation extends Stamp {
  readonly type: 'include';
}

/** Merges two segments, or splits one. */
export interface CutOperation extends Stamp {
  readonly type: 'cut';
  readonly cut: Cut;
  /** The person's draft that the joined text takes the place of. */
  readonly replaced?: Draft;
}

/** Takes a cut back. */
export interface UncutOperation extends Stamp {
  readonly type: 'uncut';
  readonly cut: Cut;
}

/** Remembers which source text a key stands for today. */
export interface MatchOperation extends Stamp {
  readonly type: 'match';
  readonly source: string;
}

/** Adds a note. Its id follows from its stamp and text: see `noteId`. */
export interface NoteOperation extends Stamp {
  readonly type: 'note';
  readonly text: string;
}

/** Settles a note, or opens it again. */
export interface ResolveNoteOperation extends Stamp {
  readonly type: 'resolve-note';
  readonly note: string;
  readonly open?: true;
}

export interface AssignOperation extends Stamp {
  readonly type: 'assign';
  /** Null: nobody. */
  readonly to: string | null;
}

/**
 * Changes a segment's text in the article. Where the article does not hold `before` (any more), or
 * the change would alter more than this segment, nothing happens: see `correctionOf`.
 */
export interface CorrectSourceOperation extends Stamp {
  readonly type: 'correct-source';
  /** Tagged text that the person saw. */
  readonly before: string;
  /** Tagged text that takes its place. */
  readonly after: string;
  /** Signs the new source together with this target. */
  readonly sign?: { readonly target: string; readonly seen?: string | null };
}

/** Says that a check's findings in a pair are none, and why. */
export interface DismissOperation extends Stamp {
  readonly type: 'dismiss';
  readonly check: string;
  /** Name of the two texts (`core/pair-name.ts`). */
  readonly texts: string;
  readonly reason: string;
  /** Last day on which it holds, `YYYY-MM-DD`; without it, for ever. */
  readonly until?: string;
}

/** Takes what was said of a check's findings in a pair back. */
export interface UndismissOperation extends Stamp {
  readonly type: 'undismiss';
  readonly check: string;
  readonly texts: string;
}

/**
 * Puts a key back to how it was before some deeds, which count no longer. When the key has seen a
 * decision since that is none of them, nothing happens.
 */
export interface RestoreOperation extends Stamp {
  readonly type: 'restore';
  readonly undoes: readonly DeedName[];
  /** What the locale files held. */
  readonly pair: Pair | null;
  /** The drafts of these origins are put back to `drafts`. */
  readonly origins: readonly Origin[];
  readonly drafts: readonly Draft[];
  readonly revoked?: { readonly by: string; readonly at: string };
  readonly omitted?: Omission;
  readonly candidates?: readonly SignOff[];
}

export type Operation =
  | SignOffOperation
  | DraftOperation
  | DropDraftOperation
  | RevokeOperation
  | OmitOperation
  | IncludeOperation
  | CutOperation
  | UncutOperation
  | MatchOperation
  | NoteOperation
  | ResolveNoteOperation
  | AssignOperation
  | DismissOperation
  | UndismissOperation
  | CorrectSourceOperation
  | RestoreOperation;
