/** What may lie over the list: a line to type in, rows to choose from, a text to read. */
import type { Mode } from './action.ts';
import type { View } from '../editions/edition.ts';
import type { Message } from './message.ts';
import type { TextBuffer } from './text/text-buffer.ts';

/** What a line is typed for. */
export type PromptPurpose =
  | 'filter' // show the segments of a query
  | 'go-to'
  | 'comment'
  | 'omit'
  | 'assign'
  | 'dismiss' // why a finding is none
  | 'correct' // the source
  | 'replace-find'
  | 'replace-with';

/** A line to type in. Its rows stand at the foot of the list. */
export interface PromptOverlay {
  readonly type: 'prompt';
  readonly purpose: PromptPurpose;
  /** What it is asked for. */
  readonly title: Message;
  readonly buffer: TextBuffer;
  /** What an earlier line said, such as what is to be replaced; '' without one. */
  readonly subject: string;
  /** The segment that was selected when it was asked, with the source as it stood then. */
  readonly about: About | null;
}

export interface About {
  readonly key: string;
  readonly source: string;
}

/** What rows are chosen from. */
export type PickPurpose = 'palette' | 'concordance' | 'matches' | 'terms' | 'replace' | 'notes';

/** A text for the screen: a sentence of the interface, or words from a file. */
export type Shown = Message | string;

export interface PickRow {
  readonly id: string;
  readonly text: Shown;
  /** Beside or below it, faint. */
  readonly note?: Shown;
}

/** Rows to choose from, in the place of the list. */
export interface PickOverlay {
  readonly type: 'pick';
  readonly purpose: PickPurpose;
  readonly title: Message;
  /** What is typed to narrow the rows; null where letters are no text. */
  readonly query: TextBuffer | null;
  /** What had the keys before. */
  readonly under: Mode;
  readonly rows: readonly PickRow[];
  readonly selected: number;
}

/** A paragraph of a page. */
export interface PageLine {
  readonly text: Shown;
  readonly tone?: 'strong' | 'faint' | 'added' | 'removed' | 'error';
}

/** A text to read, in the place of the list. */
export interface PageOverlay {
  readonly type: 'page';
  readonly title: Message;
  readonly lines: readonly PageLine[];
  readonly top: number;
  /** What was typed blindly must not act: only Esc closes the page. */
  readonly halt?: Halt;
}

/** What a page holds up. */
export interface Halt {
  /** A line that was being typed in; it goes on when the page is closed. */
  readonly under: PromptOverlay | null;
  /** What has been typed since, for a place that is no more. */
  readonly since: string;
}

/** A job's question; the first answer says no. */
export interface QuestionOverlay {
  readonly type: 'question';
  readonly selected: number;
}

/** The open article as it will be published. */
export interface PreviewOverlay {
  readonly type: 'preview';
  readonly edition: View;
  /** The first row that is shown, of those that there are in a window of so many columns. */
  readonly top: number;
  readonly columns: number;
}
