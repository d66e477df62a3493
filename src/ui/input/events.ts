/**
 * A key's name is its prefixes in the order `C-`, `M-`, `S-` and then one of `enter escape tab
 * backtab space backspace up down left right home end pageup pagedown insert delete f1`…`f12`, or the
 * character: `S-up`, `C-M-left`, `C-x`, `M-1`. Letters are lower case: Alt+Shift+X is `M-S-x`.
 */
export interface KeyEvent {
  readonly type: 'key';
  readonly name: string;
}

/** Characters typed, or committed by an input method. Neighbours belong together. */
export interface TextEvent {
  readonly type: 'text';
  readonly text: string;
}

/** Pasted text, line breaks as LF. A paste that stalls comes in pieces. */
export interface PasteEvent {
  readonly type: 'paste';
  readonly text: string;
}

/** `x` and `y` count cells from 0. */
export interface MouseEvent {
  readonly type: 'mouse';
  readonly action: 'down' | 'up' | 'move' | 'wheel-up' | 'wheel-down';
  readonly button: 'left' | 'middle' | 'right' | 'none';
  readonly x: number;
  readonly y: number;
}

/** The terminal's answer to `CSI ? 6 n`: the cell of its cursor, from 0. No key looks like it. */
export interface CursorEvent {
  readonly type: 'cursor';
  readonly x: number;
  readonly y: number;
}

export type InputEvent = KeyEvent | TextEvent | PasteEvent | MouseEvent | CursorEvent;
