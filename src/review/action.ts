/** What a key can ask for. The key table binds keys to these; `update` carries them out. */

import type { JobName } from './job.ts';
import type { PromptPurpose } from './overlay.ts';

/** Places in a list of rows. */
export type Step = 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last';

/** A neighbour of the selected segment, in the order of the list. */
export type Neighbour = 'previous' | 'next' | 'previous-open' | 'next-open';

/** What editing does to the text or the caret. */
export type Edit =
  | 'newline'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'word-left'
  | 'word-right'
  | 'line-start'
  | 'line-end'
  | 'text-start'
  | 'text-end'
  | 'select-left'
  | 'select-right'
  | 'select-up'
  | 'select-down'
  | 'select-word-left'
  | 'select-word-right'
  | 'select-line-start'
  | 'select-line-end'
  | 'select-text-start'
  | 'select-text-end'
  | 'select-all'
  | 'copy'
  | 'cut'
  | 'delete-back'
  | 'delete-forward'
  | 'delete-word-back'
  | 'delete-word-forward'
  | 'delete-to-start'
  | 'delete-to-end'
  | 'undo'
  | 'redo';

export type Action =
  | { readonly type: 'move'; readonly step: Step }
  | { readonly type: 'go'; readonly to: Neighbour }
  | { readonly type: 'open-article' }
  | { readonly type: 'edit' }
  | { readonly type: 'text'; readonly edit: Edit }
  | { readonly type: 'approve' }
  | { readonly type: 'confirm'; readonly next: boolean }
  | { readonly type: 'revoke' }
  | { readonly type: 'copy-source' }
  | { readonly type: 'other-candidate' }
  | { readonly type: 'keep-theirs' }
  | { readonly type: 'leave' }
  | { readonly type: 'back' }
  | { readonly type: 'filter' }
  | { readonly type: 'merge' }
  | { readonly type: 'split' }
  | { readonly type: 'uncut' }
  | { readonly type: 'choose' }
  /** Writes on what is typed in a line. */
  | { readonly type: 'complete' }
  /** Opens a line to type in. */
  | { readonly type: 'prompt'; readonly purpose: PromptPurpose }
  | { readonly type: 'palette' }
  | { readonly type: 'concordance'; readonly side: 'source' | 'target' }
  | { readonly type: 'dictionary' }
  | { readonly type: 'finding'; readonly to: 'next' | 'previous' }
  | { readonly type: 'fix' }
  | { readonly type: 'fix-typography' }
  | { readonly type: 'dismiss' }
  | { readonly type: 'insert-match'; readonly number: number }
  | { readonly type: 'matches' }
  | { readonly type: 'terms' }
  | { readonly type: 'panel'; readonly to: 'next' | 'previous' }
  | { readonly type: 'reader' }
  | { readonly type: 'history' }
  | { readonly type: 'notes' }
  | { readonly type: 'include' }
  | { readonly type: 'external-edit' }
  | { readonly type: 'undo-project' }
  | { readonly type: 'redo-project' }
  | { readonly type: 'mouse' }
  | { readonly type: 'close' }
  | { readonly type: 'diff' }
  | { readonly type: 'help' }
  | { readonly type: 'quit' }
  | { readonly type: 'quit-twice' }
  /** Starts a job on the selected article, or on all. */
  | { readonly type: 'job'; readonly job: JobName; readonly all: boolean }
  | { readonly type: 'cancel-job' }
  | { readonly type: 'show-job' }
  | { readonly type: 'sort' }
  | { readonly type: 'preview' }
  | { readonly type: 'preview-edition' };

/** What the keys act on. */
export type Mode =
  'articles' | 'list' | 'edit' | 'menu' | 'prompt' | 'pick' | 'help' | 'halt' | 'preview';
