/** The review's state: everything that the screen shows, as one value. */
import { DEFAULT_SETTING, type CheckSetting } from '../checks/setting.ts';
import type { Translate } from '../core/messages.ts';
import type { Status } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import type { Operation } from '../core/operations.ts';
import type { Mode, Neighbour } from './action.ts';
import type { SegmentFilter } from '../core/segment-filter.ts';
import type { Concordance } from '../memory/concordance.ts';
import type { Aids } from './aids.ts';
import type { Input, Size } from './event.ts';
import type { Found } from './findings.ts';
import type { Job } from './job.ts';
import type { Message } from './message.ts';
import type {
  PageOverlay,
  PickOverlay,
  PromptOverlay,
  PreviewOverlay,
  QuestionOverlay,
} from './overlay.ts';
import type { ArticleOrder } from './order.ts';
import type { Overview } from './overview.ts';
import type { Counts } from './summary.ts';
import type { Checking } from './update/checking.ts';
import type { TextBuffer } from './text/text-buffer.ts';

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
  readonly summary: Overview | Unreadable | null;
}

export interface Articles {
  /** Null until they are listed. */
  readonly lines: readonly ArticleLine[] | null;
  /** The article that was open last: its line is selected when they are listed. */
  readonly last: string | null;
  readonly cursor: Cursor;
  /** What they were sorted by last; lines keep their places until they are sorted again. */
  readonly order: ArticleOrder;
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

/** What the panel beside or below the texts shows. */
export type PanelTab = 'memory' | 'machine' | 'terms' | 'findings' | 'notes' | 'context';

export const PANEL_TABS: readonly PanelTab[] = [
  'memory',
  'machine',
  'terms',
  'findings',
  'notes',
  'context',
];

/** Which difference the texts show: from an earlier text, or from the machine's, to today's. */
export type DiffView = 'off' | 'source' | 'target' | 'machine';

export const DIFF_VIEWS: readonly DiffView[] = ['off', 'source', 'target', 'machine'];

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
  /** `at` of the newest draft by a person that they have seen; null when there was none. */
  readonly over: string | null;
  /** What was journalled last, so that a commit has to say what became of it. */
  readonly jotted: Operation | null;
  /** What was typed in it has been signed or kept: no other text takes its place by itself. */
  readonly own: boolean;
  /** The first wrapped line that is shown. */
  readonly top: number;
}

/** A query that narrows the list. */
export interface Query {
  readonly text: string;
  readonly filter: SegmentFilter;
}

export interface Session {
  readonly slug: string;
  readonly article: ArticleState;
  readonly counts: Counts;
  /** Who signs, and how many have to. */
  readonly user: string;
  readonly signOffs: number;
  /** How its texts are checked. */
  readonly checks: CheckSetting;
  /** What the checks have said so far. */
  readonly found: Found;
  /** What of it was asked for last. */
  readonly checking: Checking | null;
  /** The segment and the place in its findings that the keys go to; of another segment, its first. */
  readonly chosen: { readonly key: string; readonly at: number };
  readonly filter: Filter;
  /** What else the shown segments have to fit, as it was typed. */
  readonly query: Query | null;
  /** Indexes of the units that the list shows, in reading order. */
  readonly shown: readonly number[];
  /** `cursor.selected` is an index into `shown`. */
  readonly cursor: Cursor;
  readonly editor: Editor | null;
  readonly diff: DiffView;
  readonly panel: PanelTab;
  /** The list shows whole texts. */
  readonly reader: boolean;
  /** What memory, term base and checks know of segments, by key; it stays as it is once it is shown. */
  readonly aids: ReadonlyMap<string, Aids>;
  /** Keys that have been asked for. */
  readonly asked: ReadonlySet<string>;
}

/** What follows when a commit is on disk. */
export type After =
  | { readonly type: 'stay' }
  | { readonly type: 'go'; readonly to: Neighbour; readonly editing: boolean }
  /** To a unit, by its index. */
  | { readonly type: 'select'; readonly index: number; readonly editing: boolean }
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

/** Something that was done, for undo. */
export interface Done {
  readonly slug: string;
  readonly operations: readonly Operation[];
  /** The article as it was before. */
  readonly before: ArticleState;
}

/** An operation that is in memory only, or in the journal only. */
export interface Unsaved {
  readonly slug: string;
  readonly operation: Operation;
  /** The journal holds it: it is written at the next start at the latest. */
  readonly journalled: boolean;
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

export interface HelpOverlay {
  readonly type: 'help';
  readonly top: number;
}

export type Overlay =
  | SplitMenu
  | PromptOverlay
  | PickOverlay
  | PageOverlay
  | HelpOverlay
  | { readonly type: 'filter'; readonly selected: number }
  | QuestionOverlay
  | PreviewOverlay;

/** What was asked for, and when. */
export interface Seeking {
  readonly to: 'next' | 'previous';
  readonly at: string;
}

export interface ReviewState {
  /** Says a sentence of the interface: what a person types is looked for in its words. */
  readonly t: Translate;
  /** Who signs. */
  readonly user: string;
  /** How many people have to sign. */
  readonly signOffs: number;
  /** How texts are checked. */
  readonly checks: CheckSetting;
  readonly size: Size;
  readonly articles: Articles;
  /** The article that is being opened. */
  readonly opening: string | null;
  readonly session: Session | null;
  readonly overlay: Overlay | null;
  /** What was looked up in the approved pairs last; without an answer while it is being looked for. */
  readonly hits: { readonly query: string; readonly found: Concordance | null } | null;
  /** The next finding is being looked for; the first key that is pressed meanwhile ends that. */
  readonly seeking: Seeking | null;
  /** What is to be replaced, while it is looked at. */
  readonly replacing: { readonly find: string; readonly with: string } | null;
  readonly notice: Notice | null;
  /** What runs beside the review, or ran last. */
  readonly job: Job | null;
  readonly saving: Saving | null;
  /** Input that came while a commit was on its way, in order. */
  readonly waiting: readonly Input[];
  /** What was done, the last thing last. */
  readonly done: readonly Done[];
  /** What was taken back since anything else was done; `before` is the article as it was then. */
  readonly undone: readonly Done[];
  /** What is on its way to the disk takes something back, or does it again. */
  readonly replay: 'none' | 'undo' | 'redo';
  /** The terminal draws characters of ambiguous width (`“ — …`) in two cells. */
  readonly ambiguousWide: boolean;
  /** The mouse is reported. */
  readonly mouse: boolean;
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
    t: (key) => key,
    user,
    size,
    signOffs,
    checks: DEFAULT_SETTING,
    articles: { lines: null, last: null, cursor: TOP, order: 'name', outdated: false },
    opening: null,
    session: null,
    overlay: null,
    hits: null,
    seeking: null,
    replacing: null,
    notice: null,
    job: null,
    saving: null,
    waiting: [],
    done: [],
    undone: [],
    replay: 'none',
    ambiguousWide: false,
    mouse: false,
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

function overlayMode(overlay: Overlay): Mode {
  switch (overlay.type) {
    case 'help':
      return 'help';
    case 'page':
      return overlay.halt === undefined ? 'help' : 'halt';
    case 'prompt':
    case 'preview':
      return overlay.type;
    case 'pick':
      return overlay.query === null ? 'menu' : 'pick';
    default:
      return 'menu';
  }
}

/** The line that is typed in, or null where letters are no text. */
export function lineOf(overlay: Overlay | null): TextBuffer | null {
  if (overlay?.type === 'prompt') return overlay.buffer;
  return overlay?.type === 'pick' ? overlay.query : null;
}

/** What the keys act on now. */
export function modeOf(state: ReviewState): Mode {
  if (state.overlay !== null) return overlayMode(state.overlay);
  if (state.session === null) return 'articles';
  return state.session.editor === null ? 'list' : 'edit';
}
