/** What the review asks of the world, as values. */
import type { Operation } from '../core/operations.ts';

export type Effect =
  /**
   * Answered by `listed`, then `summarised` or `unreadable` for each article, or (with `only`) for
   * these.
   */
  | { readonly type: 'list'; readonly only?: readonly string[] }
  /** Answered by `opened` or `open-failed`. */
  | { readonly type: 'open'; readonly slug: string }
  /** Reads the open article again. Answered by `reloaded` or `reload-failed`. */
  | { readonly type: 'reload'; readonly slug: string }
  /** Answered by `saved` once the operations are on disk, or by `save-failed`. */
  | { readonly type: 'commit'; readonly slug: string; readonly operations: readonly Operation[] }
  /** A draft as it is being typed. Answered only when it fails. */
  | { readonly type: 'jot'; readonly slug: string; readonly operation: Operation }
  /** Answered by `changed-on-disk` whenever files have changed, until the review ends. */
  | { readonly type: 'watch' }
  /** Answered by `retry`, some seconds later. */
  | { readonly type: 'wait' }
  | { readonly type: 'quit' };
