/**
 * One unit of input from the start of a string: a key, a run of text, a terminal's report.
 * Sources: ECMA-48 §5.4 (control sequences), xterm ctlseqs, the kitty keyboard protocol.
 */
import { csiEvent } from './csi.ts';
import type { InputEvent } from './events.ts';
import { NO_MODIFIERS, characterEvent, controlEvent, keyEvent, modifiersOf } from './key-names.ts';
import { KEYPAD_FIRST_LETTER, KEYPAD_LETTERS, LETTER_KEYS } from './key-tables.ts';

/** `length` UTF-16 units were read. Without an event they are swallowed. */
export interface Token {
  readonly length: number;
  readonly event?: InputEvent | undefined;
  /** A bracketed paste begins after it. */
  readonly opensPaste?: boolean;
}

/** What begins with ESC and is not all there yet. */
export type Unfinished = 'unfinished';

const ESC = '\u001b';
const ALT = modifiersOf(3);
const UNFINISHED = /^\u001b[^\u001b]*/;
const TEXT_RUN = /^[^\u0000-\u001f\u007f-\u009f]+/;
const CSI = /^\u001b\[[0-?]*[ -/]*[@-~]/;
const CSI_START = /^\u001b\[[0-?]*[ -/]*/;
const CONSOLE = /^\u001b\[\[[A-E]/;
const OLD_MOUSE = /^\u001b\[M[^\u001b]{3}/u;
const OLD_MOUSE_START = /^\u001b\[M[^\u001b]{0,2}$/u;
/** Digits and `;` are parameters, never what ends it. */
const SS3 = /^\u001bO([0-9;]*)([ -/:<-~])/;
const SS3_START = /^\u001bO[0-9;]*/;
/** OSC, DCS, APC, PM and SOS: a string that BEL or ESC \ ends and any other control breaks off. */
const STRING = /^\u001b[\]P_^X][^\u0000-\u001f]*(?:\u0007|\u001b\\)/;
const STRING_START = /^\u001b[\]P_^X][^\u0000-\u001f]*\u001b?$/;
const BROKEN_STRING = /^\u001b[\]P_^X][^\u0000-\u001f]+/;

/** The first unit of a string that is not empty. */
export function nextToken(input: string): Token | Unfinished {
  if (input.startsWith(ESC)) return escapeToken(input);
  const text = TEXT_RUN.exec(input)?.[0];
  if (text !== undefined) return { length: text.length, event: { type: 'text', text } };
  const code = input.charCodeAt(0);
  if (code > 0x7f) return { length: 1 };
  return { length: 1, event: controlEvent(code, NO_MODIFIERS) };
}

/** An unfinished sequence that nothing follows: a key of one or two characters, or else swallowed. */
export function lastToken(input: string): Token {
  const { length } = UNFINISHED.exec(input)?.[0] ?? input;
  if (length === 1) return { length, event: keyEvent('escape', NO_MODIFIERS) };
  if (length === 2) return { length, event: characterEvent(input.charAt(1), ALT) };
  return { length };
}

function escapeToken(input: string): Token | Unfinished {
  switch (input.charAt(1)) {
    case '':
      return 'unfinished';
    case ESC:
      return doubleEscapeToken(input);
    case '[':
      return csiToken(input);
    case 'O':
      return ss3Token(input);
    default:
      return stringToken(input) ?? altToken(input);
  }
}

/** Some terminals send Alt with an arrow as ESC before its sequence; else it is the Escape key. */
function doubleEscapeToken(input: string): Token | Unfinished {
  const escape: Token = { length: 1, event: keyEvent('escape', NO_MODIFIERS) };
  const third = input.charAt(2);
  if (third === '') return 'unfinished';
  if (third !== '[' && third !== 'O') return escape;
  const inner = nextToken(input.slice(1));
  if (inner === 'unfinished') return inner;
  if (inner.event?.type !== 'key' || inner.event.name.startsWith('M-')) return escape;
  return { length: inner.length + 1, event: withAlt(inner.event.name) };
}

function withAlt(name: string): InputEvent {
  const isControl = name.startsWith('C-');
  if (name.includes('M-')) return { type: 'key', name };
  return { type: 'key', name: isControl ? `C-M-${name.slice(2)}` : `M-${name}` };
}

function csiToken(input: string): Token | Unfinished {
  const special = CONSOLE.exec(input) ?? OLD_MOUSE.exec(input);
  if (special !== null) return { length: special[0].length, event: csiEvent(special[0].slice(2)) };
  if (input === `${ESC}[[` || OLD_MOUSE_START.test(input)) return 'unfinished';
  const whole = CSI.exec(input)?.[0];
  if (whole === undefined) return cutShort(input, CSI_START);
  if (whole === `${ESC}[200~`) return { length: whole.length, opensPaste: true };
  return { length: whole.length, event: csiEvent(whole.slice(2)) };
}

function ss3Token(input: string): Token | Unfinished {
  const found = SS3.exec(input);
  if (found === null) return cutShort(input, SS3_START);
  const [whole, parameters = '', letter = ''] = found;
  const modifiers = modifiersOf(Number(parameters.split(';').at(-1)));
  if (letter === 'M') return { length: whole.length, event: keyEvent('enter', modifiers) };
  const named = LETTER_KEYS.get(letter);
  if (named !== undefined) return { length: whole.length, event: keyEvent(named, modifiers) };
  const typed = KEYPAD_LETTERS[letter.charCodeAt(0) - KEYPAD_FIRST_LETTER.charCodeAt(0)];
  if (typed === undefined) return { length: whole.length };
  return { length: whole.length, event: characterEvent(typed, modifiers) };
}

/** A sequence that another control character breaks off is swallowed up to that character. */
function cutShort(input: string, start: RegExp): Token | Unfinished {
  const length = start.exec(input)?.[0].length ?? 1;
  return length === input.length ? 'unfinished' : { length };
}

function stringToken(input: string): Token | Unfinished | undefined {
  const whole = STRING.exec(input)?.[0];
  if (whole !== undefined) return { length: whole.length };
  if (STRING_START.test(input)) return 'unfinished';
  const broken = BROKEN_STRING.exec(input)?.[0];
  return broken === undefined ? undefined : { length: broken.length };
}

/** Alt and a key. What an input method commits right after Escape is text, not Alt. */
function altToken(input: string): Token {
  const code = input.charCodeAt(1);
  if (code > 0x7f) return { length: 1, event: keyEvent('escape', NO_MODIFIERS) };
  if (code < 0x20 || code === 0x7f) return { length: 2, event: controlEvent(code, ALT) };
  return { length: 2, event: characterEvent(input.charAt(1), ALT) };
}
