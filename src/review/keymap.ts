/**
 * The keys, as one table. Key lookup, footer and help are made from it. Every action has a key that is
 * no bare letter, since an input method swallows letters.
 */
import type { MessageKey } from '../core/messages.ts';
import type { Action, Edit, Mode, Neighbour, Step } from './action.ts';

export interface Binding {
  readonly mode: Mode;
  /** As the decoder names them: `enter`, `C-g`, `f5`; a single character is that character typed. */
  readonly keys: readonly string[];
  readonly action: Action;
  readonly label: MessageKey;
  /** Place in the footer, small first; without it the key is in the help only. */
  readonly footer?: number;
}

type Row = readonly [keys: string, action: Action, label: MessageKey, footer?: number];

function table(mode: Mode, rows: readonly Row[]): Binding[] {
  return rows.map(([keys, action, label, footer]) => ({
    mode,
    keys: keys.split(' ').map((key) => (key === 'space' ? ' ' : key)),
    action,
    label,
    ...(footer === undefined ? {} : { footer }),
  }));
}

const move = (step: Step): Action => ({ type: 'move', step });
const go = (to: Neighbour): Action => ({ type: 'go', to });
const text = (edit: Edit): Action => ({ type: 'text', edit });

const MOVES: readonly Row[] = [
  ['up k C-p', move('up'), 'review.key.up'],
  ['down j C-n', move('down'), 'review.key.down'],
  ['pageup C-u', move('page-up'), 'review.key.pageUp'],
  ['pagedown C-d', move('page-down'), 'review.key.pageDown'],
  ['home g', move('first'), 'review.key.first'],
  ['end G', move('last'), 'review.key.last'],
];

const ALWAYS: readonly Row[] = [
  ['C-q', { type: 'quit' }, 'review.key.quit', 98],
  ['C-c', { type: 'quit-twice' }, 'review.key.quitTwice'],
];

/** Every binding, in the order in which the help shows them. */
export const KEYMAP: readonly Binding[] = [
  ...table('articles', [
    ['enter e', { type: 'open-article' }, 'review.key.open', 1],
    ...MOVES,
    ['f1 ?', { type: 'help' }, 'review.key.help', 99],
    ['C-q q', { type: 'quit' }, 'review.key.quit', 98],
    ['C-c', { type: 'quit-twice' }, 'review.key.quitTwice'],
  ]),
  ...table('list', [
    ['enter e', { type: 'edit' }, 'review.key.edit', 1],
    ['space', { type: 'approve' }, 'review.key.approve', 2],
    ['C-s s', { type: 'confirm', next: false }, 'review.key.confirmStay'],
    ['C-r r', { type: 'revoke' }, 'review.key.revoke'],
    ['C-z C-_ u', { type: 'undo-confirm' }, 'review.key.undoConfirm', 6],
    ['C-g n C-down', go('next-open'), 'review.key.nextOpen', 3],
    ['C-up N', go('previous-open'), 'review.key.previousOpen'],
    ...MOVES,
    ['f9 f', { type: 'filter' }, 'review.key.filter', 4],
    ['f5 y', { type: 'copy-source' }, 'review.key.copySource', 5],
    ['f8 c', { type: 'other-candidate' }, 'review.key.otherCandidate'],
    ['f7 x', { type: 'keep-theirs' }, 'review.key.keepTheirs'],
    ['f6 d', { type: 'diff' }, 'review.key.diff', 7],
    ['f2 m', { type: 'merge' }, 'review.key.merge'],
    ['f3 S', { type: 'split' }, 'review.key.split'],
    ['f4 M', { type: 'uncut' }, 'review.key.uncut'],
    ['escape', { type: 'back' }, 'review.key.back', 8],
    ['f1 ?', { type: 'help' }, 'review.key.help', 99],
    ['C-q q', { type: 'quit' }, 'review.key.quit', 98],
    ['C-c', { type: 'quit-twice' }, 'review.key.quitTwice'],
  ]),
  ...table('edit', [
    ['enter C-enter', { type: 'confirm', next: true }, 'review.key.confirmNext', 1],
    ['C-s', { type: 'confirm', next: false }, 'review.key.confirmStay', 5],
    ['escape', { type: 'leave' }, 'review.key.leave', 3],
    ['C-j M-enter S-enter', text('newline'), 'review.key.newline', 2],
    ['C-g C-down', go('next-open'), 'review.key.nextOpen'],
    ['C-up', go('previous-open'), 'review.key.previousOpen'],
    ['C-p pageup', go('previous'), 'review.key.previous'],
    ['C-n pagedown', go('next'), 'review.key.next'],
    ['f5', { type: 'copy-source' }, 'review.key.copySource', 4],
    ['f8', { type: 'other-candidate' }, 'review.key.otherCandidate'],
    ['f7', { type: 'keep-theirs' }, 'review.key.keepTheirs'],
    ['C-r', { type: 'revoke' }, 'review.key.revoke'],
    ['C-z C-_', text('undo'), 'review.key.undo', 6],
    ['C-y', text('redo'), 'review.key.redo'],
    ['f6', { type: 'diff' }, 'review.key.diff', 7],
    ['left', text('left'), 'review.key.left'],
    ['right', text('right'), 'review.key.right'],
    ['up', text('up'), 'review.key.up'],
    ['down', text('down'), 'review.key.down'],
    ['C-left M-left M-b', text('word-left'), 'review.key.wordLeft'],
    ['C-right M-right M-f', text('word-right'), 'review.key.wordRight'],
    ['home C-a', text('line-start'), 'review.key.lineStart'],
    ['end C-e', text('line-end'), 'review.key.lineEnd'],
    ['C-home', text('text-start'), 'review.key.textStart'],
    ['C-end', text('text-end'), 'review.key.textEnd'],
    ['backspace', text('delete-back'), 'review.key.deleteBack'],
    ['delete C-d', text('delete-forward'), 'review.key.deleteForward'],
    ['C-w M-backspace', text('delete-word-back'), 'review.key.deleteWord'],
    ['C-u', text('delete-to-start'), 'review.key.deleteToStart'],
    ['C-k', text('delete-to-end'), 'review.key.deleteToEnd'],
    ['f1', { type: 'help' }, 'review.key.help', 99],
    ...ALWAYS,
  ]),
  ...table('menu', [
    ['enter space', { type: 'choose' }, 'review.key.choose', 1],
    ...MOVES,
    ['escape f9 f f3 S q', { type: 'close' }, 'review.key.close', 2],
    ...ALWAYS,
  ]),
  ...table('help', [
    ...MOVES,
    ['escape f1 enter ? q', { type: 'close' }, 'review.key.close', 1],
    ...ALWAYS,
  ]),
];

const BY_KEY: ReadonlyMap<string, Binding> = new Map(
  KEYMAP.flatMap((binding) =>
    binding.keys.map((key): [string, Binding] => [`${binding.mode} ${key}`, binding]),
  ),
);

/** Full-width forms that an input method sends for ASCII keys. */
function asAscii(character: string): string {
  if (character === '、') return '/';
  if (character === '　') return ' ';
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : character;
}

/** The binding of a key in a mode, or null. A typed character may be full-width. */
export function bindingFor(mode: Mode, key: string): Binding | null {
  const name = [...key].length === 1 && mode !== 'edit' ? asAscii(key) : key;
  return BY_KEY.get(`${mode} ${name}`) ?? null;
}

/** The bindings of a mode. */
export function bindingsOf(mode: Mode): readonly Binding[] {
  return KEYMAP.filter((binding) => binding.mode === mode);
}

const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  enter: 'Enter',
  escape: 'Esc',
  up: 'Up',
  down: 'Down',
  left: 'Left',
  right: 'Right',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  backspace: 'Backspace',
  delete: 'Del',
  tab: 'Tab',
};

const PREFIXES: Readonly<Record<string, string>> = { C: 'Ctrl+', M: 'Alt+', S: 'Shift+' };

function bareName(name: string): string {
  return NAMES[name] ?? (/^f\d+$/.test(name) ? name.toUpperCase() : name);
}

/** A key's name in full: `Ctrl+G`, `PgDn`. */
export function keyName(key: string): string {
  const parts = /^((?:[CMS]-)*)(.+)$/s.exec(key);
  const prefixes = (parts?.[1] ?? '').split('-').filter((part) => part !== '');
  const name = parts?.[2] ?? key;
  const base = prefixes.length > 0 && name.length === 1 ? name.toUpperCase() : bareName(name);
  return prefixes.map((prefix) => PREFIXES[prefix] ?? '').join('') + base;
}

/** A key's short name, for the footer: `^G`. */
export function shortKeyName(key: string): string {
  return /^C-.$/.test(key) ? `^${key.slice(2).toUpperCase()}` : keyName(key);
}
