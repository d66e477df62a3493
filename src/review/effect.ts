/** What the review asks of the world, as values. */
import type { Operation } from '../core/operations.ts';
import type { CheckSetting } from '../checks/setting.ts';
import type { ArticleState } from '../core/state.ts';
import type { JobName } from './job.ts';

export type Effect =
  /**
   * Answered by `listed`, then `summarised` or `unreadable` for each article, or (with `only`) for
   * these; by and by `counted`.
   */
  | { readonly type: 'list'; readonly checks: CheckSetting; readonly only?: readonly string[] }
  /** Answered by `opened` or `open-failed`. */
  | { readonly type: 'open'; readonly slug: string }
  /** Reads the open article again. Answered by `reloaded` or `reload-failed`. */
  | { readonly type: 'reload'; readonly slug: string }
  /** Answered by `saved` once the operations are on disk, or by `save-failed`. */
  | { readonly type: 'commit'; readonly slug: string; readonly operations: readonly Operation[] }
  /** A draft as it is being typed. Answered only when it fails. */
  | { readonly type: 'jot'; readonly slug: string; readonly operation: Operation }
  /**
   * Has segments checked by and by, these first, and what was asked before no more. Answered by
   * `checked`, several times; keys never wait for it.
   */
  | {
      readonly type: 'check';
      readonly article: ArticleState;
      readonly checks: CheckSetting;
      /** Indexes of segments, worked out as they are asked for: an article may be very long. */
      readonly order: Iterable<number>;
    }
  /** Counts an article's findings by and by. Answered by `counted`. */
  | { readonly type: 'count'; readonly article: ArticleState; readonly checks: CheckSetting }
  /** What memory and term base know of these segments. Answered by `looked` for each. */
  | { readonly type: 'look'; readonly article: ArticleState; readonly keys: readonly string[] }
  /** Looks words up in all approved pairs. Answered by `found`. */
  | { readonly type: 'concordance'; readonly query: string; readonly side: 'zh' | 'en' | 'both' }
  /** Looks the word at an offset up. Answered by `defined`. */
  | { readonly type: 'define'; readonly text: string; readonly offset: number }
  /** Answered by `changed-on-disk` whenever files have changed, until the review ends. */
  | { readonly type: 'watch' }
  /** Answered by `retry`, some seconds later. */
  | { readonly type: 'wait' }
  /** Puts a text on the clipboard of the terminal. Answered by `copy-refused` when it is too long. */
  | { readonly type: 'copy'; readonly text: string }
  /** Has the target written in the person's own editor. Answered by `external-edited` or `external-failed`. */
  | {
      readonly type: 'external-edit';
      readonly key: string;
      readonly source: string;
      readonly text: string;
      /** Said in the file, above the source. */
      readonly hint: string;
    }
  /** Turns reports of the mouse on or off. */
  | { readonly type: 'mouse'; readonly on: boolean }
  | { readonly type: 'quit' }
  /** Answered by `job-progress`, `job-note`, `job-question`, at last by `job-done` or `job-failed`. */
  | { readonly type: 'job'; readonly job: JobName; readonly slugs: readonly string[] }
  | { readonly type: 'answer-job'; readonly yes: boolean }
  | { readonly type: 'cancel-job' };
