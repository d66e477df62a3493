/**
 * The keys, as one table. Key lookup, footer and help are made from it. Every action has a key that is
 * no bare letter, since an input method swallows letters.
 */
import type { MessageKey } from '../core/messages.ts';
import type { Action, Edit, Mode, Neighbour, Step } from './action.ts';
import type { JobName } from './job.ts';

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
const job = (name: JobName, all: boolean): Action => ({ type: 'job', job: name, all });
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

/** The best nine matches, by their number. */
const MATCHES: readonly Row[] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number): Row => [
  `M-${number}`,
  { type: 'insert-match', number },
  'review.key.insertMatch',
]);

/** Editing in one line. */
const LINE: readonly Row[] = [
  ['left', text('left'), 'review.key.left'],
  ['right', text('right'), 'review.key.right'],
  ['C-left M-left M-b', text('word-left'), 'review.key.wordLeft'],
  ['C-right M-right M-f', text('word-right'), 'review.key.wordRight'],
  ['home C-a', text('line-start'), 'review.key.lineStart'],
  ['end C-e', text('line-end'), 'review.key.lineEnd'],
  ['backspace', text('delete-back'), 'review.key.deleteBack'],
  ['delete C-d', text('delete-forward'), 'review.key.deleteForward'],
  ['C-w M-backspace', text('delete-word-back'), 'review.key.deleteWord'],
  ['C-u', text('delete-to-start'), 'review.key.deleteToStart'],
  ['C-k', text('delete-to-end'), 'review.key.deleteToEnd'],
];

/** Every binding, in the order in which the help shows them. */
export const KEYMAP: readonly Binding[] = [
  ...table('articles', [
    ['enter e', { type: 'open-article' }, 'review.key.open', 1],
    ['f5 t', job('translate', false), 'review.key.translate', 2],
    ['S-f5 T', job('translate', true), 'review.key.translateAll'],
    ['f6 c', job('check', false), 'review.key.check', 3],
    ['S-f6 C', job('check', true), 'review.key.checkAll'],
    ['f7 p', job('publish', true), 'review.key.publish', 4],
    ['f8 r', { type: 'show-job' }, 'review.key.showJob', 6],
    ['C-x x', { type: 'cancel-job' }, 'review.key.cancelJob', 7],
    ['f9 o', { type: 'sort' }, 'review.key.sort', 5],
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
    ['C-z C-_ u', { type: 'undo-project' }, 'review.key.undoProject', 6],
    ['C-g n C-down', go('next-open'), 'review.key.nextOpen', 3],
    ['C-up N', go('previous-open'), 'review.key.previousOpen'],
    ...MOVES,
    ['f8 w', { type: 'finding', to: 'next' }, 'review.key.nextFinding', 5],
    ['S-f8 W', { type: 'finding', to: 'previous' }, 'review.key.previousFinding'],
    ['M-f8 M-q', { type: 'fix' }, 'review.key.fix'],
    ['M-t', { type: 'fix-typography' }, 'review.key.fixTypography'],
    ['M-w', { type: 'dismiss' }, 'review.key.dismiss'],
    ['f9 f', { type: 'filter' }, 'review.key.filter', 4],
    ['C-f /', { type: 'prompt', purpose: 'filter' }, 'review.key.search', 4],
    ['M-g #', { type: 'prompt', purpose: 'go-to' }, 'review.key.goTo'],
    ['f5 y', { type: 'copy-source' }, 'review.key.copySource'],
    ['f6 d', { type: 'diff' }, 'review.key.diff'],
    ['M-p p', { type: 'preview' }, 'review.key.preview', 6],
    ['f7 v', { type: 'reader' }, 'review.key.reader'],
    ['f3 c', { type: 'concordance', side: 'source' }, 'review.key.concordance', 7],
    ['S-f3 C', { type: 'concordance', side: 'target' }, 'review.key.concordanceTarget'],
    ['C-t', { type: 'matches' }, 'review.key.matches'],
    ...MATCHES,
    ['C-l t', { type: 'terms' }, 'review.key.terms'],
    ['f4 m', { type: 'prompt', purpose: 'comment' }, 'review.key.comment'],
    ['M-n', { type: 'notes' }, 'review.key.notes'],
    ['M-h', { type: 'history' }, 'review.key.history'],
    ['M-z', { type: 'prompt', purpose: 'omit' }, 'review.key.omit'],
    ['M-i', { type: 'include' }, 'review.key.include'],
    ['M-e', { type: 'prompt', purpose: 'correct' }, 'review.key.correct'],
    ['M-a', { type: 'prompt', purpose: 'assign' }, 'review.key.assign'],
    ['M-r', { type: 'prompt', purpose: 'replace-find' }, 'review.key.replace'],
    ['M-o o', { type: 'other-candidate' }, 'review.key.otherCandidate'],
    ['M-k x', { type: 'keep-theirs' }, 'review.key.keepTheirs'],
    ['M-j J', { type: 'merge' }, 'review.key.merge'],
    ['M-s S', { type: 'split' }, 'review.key.split'],
    ['M-u', { type: 'uncut' }, 'review.key.uncut'],
    ['C-y', { type: 'redo-project' }, 'review.key.redoProject'],
    ['M-m', { type: 'mouse' }, 'review.key.mouse'],
    ['C-o E', { type: 'external-edit' }, 'review.key.externalEdit'],
    ['tab', { type: 'panel', to: 'next' }, 'review.key.panelNext', 8],
    ['backtab', { type: 'panel', to: 'previous' }, 'review.key.panelPrevious'],
    ['f2 :', { type: 'palette' }, 'review.key.palette', 98],
    ['escape', { type: 'back' }, 'review.key.back'],
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
    ['C-t', { type: 'matches' }, 'review.key.matches', 4],
    ...MATCHES,
    ['C-l', { type: 'terms' }, 'review.key.terms', 4],
    ['f3', { type: 'concordance', side: 'source' }, 'review.key.concordance', 7],
    ['S-f3 C-f', { type: 'concordance', side: 'target' }, 'review.key.concordanceTarget'],
    ['M-d', { type: 'dictionary' }, 'review.key.dictionary'],
    ['f8', { type: 'finding', to: 'next' }, 'review.key.nextFinding', 5],
    ['S-f8', { type: 'finding', to: 'previous' }, 'review.key.previousFinding'],
    ['M-f8 M-q', { type: 'fix' }, 'review.key.fix'],
    ['M-t', { type: 'fix-typography' }, 'review.key.fixTypography'],
    ['M-w', { type: 'dismiss' }, 'review.key.dismiss'],
    ['f4', { type: 'prompt', purpose: 'comment' }, 'review.key.comment'],
    ['M-o', { type: 'other-candidate' }, 'review.key.otherCandidate'],
    ['M-k', { type: 'keep-theirs' }, 'review.key.keepTheirs'],
    ['M-p', { type: 'preview' }, 'review.key.preview'],
    ['C-r', { type: 'revoke' }, 'review.key.revoke'],
    ['C-o', { type: 'external-edit' }, 'review.key.externalEdit'],
    ['tab', { type: 'panel', to: 'next' }, 'review.key.panelNext'],
    ['backtab', { type: 'panel', to: 'previous' }, 'review.key.panelPrevious'],
    ['f2', { type: 'palette' }, 'review.key.palette', 98],
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
    ['S-left', text('select-left'), 'review.key.selectLeft'],
    ['S-right', text('select-right'), 'review.key.selectRight'],
    ['S-up', text('select-up'), 'review.key.selectUp'],
    ['S-down', text('select-down'), 'review.key.selectDown'],
    ['C-S-left M-S-left', text('select-word-left'), 'review.key.selectWordLeft'],
    ['C-S-right M-S-right', text('select-word-right'), 'review.key.selectWordRight'],
    ['S-home', text('select-line-start'), 'review.key.selectLineStart'],
    ['S-end', text('select-line-end'), 'review.key.selectLineEnd'],
    ['C-S-home', text('select-text-start'), 'review.key.selectTextStart'],
    ['C-S-end', text('select-text-end'), 'review.key.selectTextEnd'],
    ['M-a', text('select-all'), 'review.key.selectAll'],
    ['M-c', text('copy'), 'review.key.copy'],
    ['M-x C-x', text('cut'), 'review.key.cut'],
    ['backspace', text('delete-back'), 'review.key.deleteBack'],
    ['delete C-d', text('delete-forward'), 'review.key.deleteForward'],
    ['C-w M-backspace', text('delete-word-back'), 'review.key.deleteWord'],
    ['C-delete M-delete', text('delete-word-forward'), 'review.key.deleteWordForward'],
    ['C-u', text('delete-to-start'), 'review.key.deleteToStart'],
    ['C-k', text('delete-to-end'), 'review.key.deleteToEnd'],
    ['f1', { type: 'help' }, 'review.key.help', 99],
    ...ALWAYS,
  ]),
  ...table('menu', [
    ['enter space C-t', { type: 'choose' }, 'review.key.choose', 1],
    ...MOVES,
    ['escape f9 f M-s S q', { type: 'close' }, 'review.key.close', 2],
    ...ALWAYS,
  ]),
  ...table('prompt', [
    ['enter', { type: 'choose' }, 'review.key.take', 1],
    ['tab', { type: 'complete' }, 'review.key.complete', 3],
    ['escape', { type: 'close' }, 'review.key.close', 2],
    ...LINE,
    ...ALWAYS,
  ]),
  ...table('pick', [
    ['enter', { type: 'choose' }, 'review.key.choose', 1],
    ['up C-p', move('up'), 'review.key.up'],
    ['down C-n', move('down'), 'review.key.down'],
    ['pageup', move('page-up'), 'review.key.pageUp'],
    ['pagedown', move('page-down'), 'review.key.pageDown'],
    ['escape', { type: 'close' }, 'review.key.close', 2],
    ...LINE,
    ...ALWAYS,
  ]),
  ...table('preview', [
    ['enter e', { type: 'edit' }, 'review.key.edit', 1],
    ['tab v', { type: 'preview-edition' }, 'review.key.previewEdition', 2],
    ...MOVES,
    ['escape M-p q', { type: 'close' }, 'review.key.close', 3],
    ...ALWAYS,
  ]),
  ...table('help', [
    ...MOVES,
    ['escape f1 enter ? q', { type: 'close' }, 'review.key.close', 1],
    ...ALWAYS,
  ]),
  // What is read here came while somebody was typing: nothing that is typed may close it.
  ...table('halt', [
    ['escape', { type: 'close' }, 'review.key.understood', 1],
    ['up', move('up'), 'review.key.up'],
    ['down', move('down'), 'review.key.down'],
    ['pageup', move('page-up'), 'review.key.pageUp'],
    ['pagedown', move('page-down'), 'review.key.pageDown'],
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

/** Modes in which characters are text. */
const TYPED: ReadonlySet<Mode> = new Set(['edit', 'prompt', 'pick']);

/** The binding of a key in a mode, or null. A typed character may be full-width. */
export function bindingFor(mode: Mode, key: string): Binding | null {
  const name = [...key].length === 1 && !TYPED.has(mode) ? asAscii(key) : key;
  return BY_KEY.get(`${mode} ${name}`) ?? null;
}

/** The bindings of a mode. */
export function bindingsOf(mode: Mode): readonly Binding[] {
  return KEYMAP.filter((binding) => binding.mode === mode);
}
