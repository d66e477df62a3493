/** What a key can ask for. The key table binds keys to these; `update` carries them out. */

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
  | 'delete-back'
  | 'delete-forward'
  | 'delete-word-back'
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
  | { readonly type: 'undo-confirm' }
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
  | { readonly type: 'close' }
  | { readonly type: 'diff' }
  | { readonly type: 'help' }
  | { readonly type: 'quit' }
  | { readonly type: 'quit-twice' };

/** What the keys act on. */
export type Mode = 'articles' | 'list' | 'edit' | 'menu' | 'help';
