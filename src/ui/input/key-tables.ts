/** Key codes as data. Sources: xterm ctlseqs, the kitty keyboard protocol, the Linux console. */

/** The final letter of `CSI … letter` and `ESC O letter`. */
export const LETTER_KEYS: ReadonlyMap<string, string> = new Map([
  ['A', 'up'],
  ['B', 'down'],
  ['C', 'right'],
  ['D', 'left'],
  ['F', 'end'],
  ['H', 'home'],
  ['P', 'f1'],
  ['Q', 'f2'],
  ['R', 'f3'],
  ['S', 'f4'],
  ['Z', 'backtab'],
]);

/** The number of `CSI number ~`. */
export const TILDE_KEYS: ReadonlyMap<number, string> = new Map([
  [1, 'home'],
  [2, 'insert'],
  [3, 'delete'],
  [4, 'end'],
  [5, 'pageup'],
  [6, 'pagedown'],
  [7, 'home'],
  [8, 'end'],
  [11, 'f1'],
  [12, 'f2'],
  [13, 'f3'],
  [14, 'f4'],
  [15, 'f5'],
  [17, 'f6'],
  [18, 'f7'],
  [19, 'f8'],
  [20, 'f9'],
  [21, 'f10'],
  [23, 'f11'],
  [24, 'f12'],
]);

/** `CSI [ letter` of the Linux console. */
export const CONSOLE_KEYS: ReadonlyMap<string, string> = new Map([
  ['A', 'f1'],
  ['B', 'f2'],
  ['C', 'f3'],
  ['D', 'f4'],
  ['E', 'f5'],
]);

/** The keypad in application mode, `ESC O letter`: what it types, Enter apart. */
export const KEYPAD_LETTERS = '*+,-./0123456789';
export const KEYPAD_FIRST_LETTER = 'j';

/** Code points of `CSI code u` that are keys and no characters. */
export const CODE_KEYS: ReadonlyMap<number, string> = new Map([
  [8, 'backspace'],
  [9, 'tab'],
  [13, 'enter'],
  [27, 'escape'],
  [32, 'space'],
  [127, 'backspace'],
  [57414, 'enter'],
  [57417, 'left'],
  [57418, 'right'],
  [57419, 'up'],
  [57420, 'down'],
  [57421, 'pageup'],
  [57422, 'pagedown'],
  [57423, 'home'],
  [57424, 'end'],
  [57425, 'insert'],
  [57426, 'delete'],
]);

/** Kitty's keypad: 57399 and on type these. */
export const KITTY_KEYPAD = '0123456789./*-+\r=,';
export const KITTY_KEYPAD_FIRST = 57399;

/** Kitty's keys that are not in these tables (media, lock, modifier keys) have private-use codes. */
export const PRIVATE_USE = { first: 57344, last: 63743 } as const;

/** Keys that send the code of another one in most terminals: the same name in all of them. */
export const ALIASES: ReadonlyMap<string, string> = new Map([
  ['C-i', 'tab'],
  ['C-m', 'enter'],
  ['C-h', 'backspace'],
  ['C-[', 'escape'],
  ['C-/', 'C-_'],
  ['C-@', 'C-space'],
  ['S-backspace', 'backspace'],
  ['S-escape', 'escape'],
  ['S-tab', 'backtab'],
  ['C-S-tab', 'C-backtab'],
  ['M-S-tab', 'M-backtab'],
]);
