/** What can happen to the review: keys, sizes, and the answers to its effects. */
import type { CheckSetting } from '../checks/setting.ts';
import type { Operation } from '../core/operations.ts';
import type { ArticleState } from '../core/state.ts';
import type { Concordance } from '../memory/concordance.ts';
import type { Aids } from './aids.ts';
import type { FindingCounts, Looked } from './findings.ts';
import type { Definition } from './look-ups.ts';
import type { JobProgress } from './job.ts';
import type { Overview } from './overview.ts';

/** What a person does. `at` is the time of it: ISO 8601, UTC, to the millisecond. */
export type Input =
  | { readonly type: 'key'; readonly name: string; readonly at: string }
  | { readonly type: 'text'; readonly text: string; readonly at: string }
  | { readonly type: 'paste'; readonly text: string; readonly at: string }
  /** `x` and `y` are a cell, from 0. */
  | {
      readonly type: 'mouse';
      readonly action: 'down' | 'up' | 'wheel-up' | 'wheel-down';
      readonly button: 'left' | 'middle' | 'right' | 'none';
      readonly x: number;
      readonly y: number;
      readonly at: string;
    };

export interface Size {
  /** In cells. */
  readonly columns: number;
  readonly rows: number;
}

/** What the world answers, or does by itself. */
export type Answer =
  | { readonly type: 'resize'; readonly size: Size }
  | { readonly type: 'listed'; readonly slugs: readonly string[] }
  | { readonly type: 'summarised'; readonly slug: string; readonly summary: Overview }
  | { readonly type: 'unreadable'; readonly slug: string; readonly reason: string }
  | { readonly type: 'opened'; readonly slug: string; readonly article: ArticleState }
  | { readonly type: 'open-failed'; readonly slug: string; readonly reason: string }
  | { readonly type: 'list-failed'; readonly reason: string }
  | { readonly type: 'saved'; readonly slug: string; readonly article: ArticleState }
  | {
      readonly type: 'save-failed';
      readonly slug: string;
      readonly reason: string;
      /** The journal holds it: it is written at the next start at the latest. */
      readonly journalled: boolean;
      /** The article does not take a correction: it is not tried again. */
      readonly refused: boolean;
    }
  | {
      readonly type: 'jot-failed';
      readonly slug: string;
      readonly operation: Operation;
      readonly reason: string;
    }
  /** Files of these articles have changed, or (null) of any. */
  | { readonly type: 'changed-on-disk'; readonly slugs: readonly string[] | null }
  | { readonly type: 'reloaded'; readonly slug: string; readonly article: ArticleState }
  | { readonly type: 'reload-failed'; readonly slug: string; readonly reason: string }
  | (Looked & {
      readonly type: 'checked';
      readonly article: ArticleState;
      readonly checks: CheckSetting;
    })
  | { readonly type: 'counted'; readonly slug: string; readonly findings: FindingCounts }
  /** The config, the term base or the day is another one now. */
  | { readonly type: 'setting'; readonly checks: CheckSetting }
  | { readonly type: 'looked'; readonly slug: string; readonly aids: Aids }
  | { readonly type: 'found'; readonly query: string; readonly hits: Concordance }
  /** Entries of the dictionary, or the reason why there are none. */
  | {
      readonly type: 'defined';
      readonly word: string;
      readonly entries: readonly Definition[] | string;
    }
  /** What the terminal turned out to be. */
  | { readonly type: 'terminal'; readonly ambiguousWide: boolean }
  | {
      readonly type: 'external-edited';
      readonly key: string;
      readonly text: string;
      readonly at: string;
    }
  | { readonly type: 'external-failed'; readonly reason: string }
  | { readonly type: 'copy-refused' }
  /** It is time to try again to write what could not be written. */
  | { readonly type: 'retry' }
  /** The process is told to end: drafts are kept, then it quits. */
  | { readonly type: 'terminate'; readonly at: string }
  | (JobProgress & { readonly type: 'job-progress' })
  | { readonly type: 'job-note'; readonly text: string }
  | { readonly type: 'job-question'; readonly text: string }
  | { readonly type: 'job-done'; readonly exitCode: number; readonly lines: readonly string[] }
  | { readonly type: 'job-failed'; readonly reason: string };

export type Event = Input | Answer;
