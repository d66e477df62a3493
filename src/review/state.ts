/** The review's state: everything that the screen shows, as one value. */
import type { MessageKey, MessageValues } from '../core/messages.ts';
import type { Status } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import type { ArticleSummary } from '../core/summary.ts';
import type { Operation } from '../core/operations.ts';
import type { Mode, Neighbour } from './action.ts';
import type { Input, Size } from './event.ts';
import type { Counts } from './summary.ts';
import type { TextBuffer } from './text/text-buffer.ts';

/** A sentence of the interface, said when it is drawn. */
export interface Message {
  readonly key: MessageKey;
  readonly values?: MessageValues;
  /** Values that are sentences of the interface themselves. */
  readonly names?: Readonly<Record<string, MessageKey>>;
}

/** What the last key led to. It goes away with the next one. */
export interface Notice extends Message {
  readonly tone: 'info' | 'error';
}

/** A list with a selected row. */
export interface Cursor {
  readonly selected: number;
  /** The first row that is shown. */
  readonly top: number;
}

/** An article that could not be read. */
export interface Unreadable {
  readonly reason: string;
}

export interface ArticleLine {
  readonly slug: string;
  /** Null until the article has been read. */
  readonly summary: ArticleSummary | Unreadable | null;
}

export interface Articles {
  /** Null until they are listed. */
  readonly lines: readonly ArticleLine[] | null;
  /** The article that was open last: its line is selected when they are listed. */
  readonly last: string | null;
  readonly cursor: Cursor;
  /** Files have changed since they were read: they are read again when the list is shown. */
  readonly outdated: boolean;
}

export type Filter = 'all' | 'open' | Status;

export const FILTERS: readonly Filter[] = [
  'all',
  'open',
  'untranslated',
  'draft',
  'stale',
  'changed',
  'conflict',
  'reviewed',
  'omitted',
  'untranslatable',
];

/** The target that is being typed. */
export interface Editor {
  /** The segment's key. */
  readonly key: string;
  readonly buffer: TextBuffer;
  /** The text on disk that editing started from; other text is a draft to keep. */
  readonly base: string;
  /** The source that editing started from; the article may have changed since. */
  readonly source: string;
  /** `at` of the newest sign-off that the person has seen; null when there was none. */
  readonly seen: string | null;
  /** What was journalled last, so that a commit has to say what became of it. */
  readonly jotted: Operation | null;
  /** The first wrapped line that is shown. */
  readonly top: number;
}

export interface Session {
  readonly slug: string;
  readonly article: ArticleState;
  readonly counts: Counts;
  readonly filter: Filter;
  /** Indexes of the units that the list shows, in reading order. */
  readonly shown: readonly number[];
  /** `cursor.selected` is an index into `shown`. */
  readonly cursor: Cursor;
  readonly editor: Editor | null;
  readonly diff: boolean;
  /** Keys confirmed in this session, the last one last. */
  readonly confirmed: readonly string[];
}

/** What follows when a commit is on disk. */
export type After =
  | { readonly type: 'stay' }
  | { readonly type: 'go'; readonly to: Neighbour; readonly editing: boolean }
  | { readonly type: 'leave' }
  | { readonly type: 'back' }
  | { readonly type: 'quit' }
  /** The commit was a retry: nobody waits for it. */
  | { readonly type: 'retry' };

/** A commit that is on its way to the disk. Keys wait until it has answered. */
export interface Saving {
  readonly slug: string;
  /** What the last key asked for. */
  readonly operations: readonly Operation[];
  /** All that is on its way: what could not be written before, then these. */
  readonly sent: readonly Operation[];
  readonly after: After;
}

/** An operation that is in memory only, or in the journal only. */
export interface Unsaved {
  readonly slug: string;
  readonly operation: Operation;
}

/** The places where the selected segment may be split. */
export interface SplitMenu {
  readonly type: 'split';
  /** The source that the places are in; it may change on disk meanwhile. */
  readonly source: string;
  /** UTF-16 offsets into the source's plain text, rising. */
  readonly places: readonly number[];
  readonly selected: number;
}

export type Overlay =
  | SplitMenu
  | { readonly type: 'help'; readonly top: number }
  | { readonly type: 'filter'; readonly selected: number };

export interface ReviewState {
  /** Who signs. */
  readonly user: string;
  /** How many people have to sign. */
  readonly signOffs: number;
  readonly size: Size;
  readonly articles: Articles;
  /** The article that is being opened. */
  readonly opening: string | null;
  readonly session: Session | null;
  readonly overlay: Overlay | null;
  readonly notice: Notice | null;
  readonly saving: Saving | null;
  /** Input that came while a commit was on its way, in order. */
  readonly waiting: readonly Input[];
  /** A commit of this session is on disk. */
  readonly saved: boolean;
  /** What could not be written yet, oldest first. */
  readonly unsaved: readonly Unsaved[];
  /** Why the disk did not take it. */
  readonly failure: string | null;
  /** A retry has been asked for. */
  readonly waits: boolean;
  /** The open article is being read again; once more after that, when it has changed meanwhile. */
  readonly reload: 'none' | 'asked' | 'again';
  /** The last key was the first of the two that quit. */
  readonly quitAsked: boolean;
  /** The last commit failed while quitting: quitting again does not wait for it. */
  readonly quitRefused: boolean;
  /** The process is told to end: a failed commit does not hold it up. */
  readonly ending: boolean;
  /** Nothing more is handled. */
  readonly closed: boolean;
}

const TOP: Cursor = { selected: 0, top: 0 };

/** The state before anything has happened. */
export function initialState(user: string, size: Size, signOffs = 1): ReviewState {
  return {
    user,
    size,
    signOffs,
    articles: { lines: null, last: null, cursor: TOP, outdated: false },
    opening: null,
    session: null,
    overlay: null,
    notice: null,
    saving: null,
    waiting: [],
    saved: false,
    unsaved: [],
    failure: null,
    waits: false,
    reload: 'none',
    quitAsked: false,
    quitRefused: false,
    ending: false,
    closed: false,
  };
}

/** What the keys act on now. */
export function modeOf(state: ReviewState): Mode {
  if (state.overlay !== null) return state.overlay.type === 'help' ? 'help' : 'menu';
  if (state.session === null) return 'articles';
  return state.session.editor === null ? 'list' : 'edit';
}
