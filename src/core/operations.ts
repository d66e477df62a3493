/**
 * What may happen to an article's pairs and records. An operation is a value: it is journalled,
 * replayed and applied by the same pure function, and applying it twice changes nothing.
 */
import type { Cut } from './cuts.ts';
import type { Draft, Lang, Origin } from './model.ts';

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
}

export interface DraftOperation extends Stamp {
  readonly type: 'draft';
  readonly draft: Draft;
}

export interface DropDraftOperation extends Stamp {
  readonly type: 'drop-draft';
  readonly origin: Origin;
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

export type Operation =
  | SignOffOperation
  | DraftOperation
  | DropDraftOperation
  | RevokeOperation
  | OmitOperation
  | IncludeOperation
  | CutOperation
  | UncutOperation
  | MatchOperation;
