/** The body of a control sequence (what follows `CSI`) → its event, or `undefined` to swallow it. */
import type { InputEvent } from './events.ts';
import { type Modifiers, NO_MODIFIERS, codeEvent, keyEvent, modifiersOf } from './key-names.ts';
import { CONSOLE_KEYS, LETTER_KEYS, TILDE_KEYS } from './key-tables.ts';
import { mouseEvent } from './mouse.ts';

const BODY = /^(\d[\d;:]*)?([@-~])$/;
const CONSOLE = /^\[([A-E])$/;
const CURSOR = /^\?(\d+);(\d+)(?:;\d+)?R$/;
const RELEASE = 3;
/** The highest modifier number of Shift, Alt and Control alone. */
const LAST_MODIFIER = 8;
const MODIFY_OTHER_KEYS = 27;

interface Sequence {
  readonly final: string;
  readonly count: number;
  /** The first parameter and its sub-parameter: a code, and the character it gives with Shift. */
  readonly code: number;
  readonly shifted: number | undefined;
  readonly modifier: number;
  readonly isRelease: boolean;
  readonly third: number | undefined;
}

export function csiEvent(body: string): InputEvent | undefined {
  const console = CONSOLE_KEYS.get(CONSOLE.exec(body)?.[1] ?? '');
  if (console !== undefined) return keyEvent(console, NO_MODIFIERS);
  const found = BODY.exec(body);
  if (found === null) return reportEvent(body);
  const [, parameters = '', final = ''] = found;
  const sequence = sequenceOf(parameters, final);
  return sequence.isRelease ? undefined : keyOf(sequence, modifiersOf(sequence.modifier));
}

/** What the terminal reports by itself, or because it was asked. */
function reportEvent(body: string): InputEvent | undefined {
  return mouseEvent(body) ?? cursorEvent(body);
}

/** The private form of the cursor's report (DECXCPR), with or without the page. */
function cursorEvent(body: string): InputEvent | undefined {
  const found = CURSOR.exec(body);
  if (found === null) return undefined;
  return { type: 'cursor', x: Number(found[2]) - 1, y: Number(found[1]) - 1 };
}

function sequenceOf(parameters: string, final: string): Sequence {
  const parts = parameters.split(';').map((part) => part.split(':').map(Number));
  const [first = [], second = [], third = []] = parts;
  return {
    final,
    count: parts.length,
    code: first[0] ?? 0,
    shifted: first[1] === 0 ? undefined : first[1],
    modifier: second[0] ?? 1,
    isRelease: second[1] === RELEASE,
    third: third[0],
  };
}

function keyOf(sequence: Sequence, modifiers: Modifiers): InputEvent | undefined {
  const { final, code, shifted } = sequence;
  if (final === 'u') return codeEvent(code, modifiers, shifted);
  if (final === '~') return tildeEvent(sequence, modifiers);
  const named = LETTER_KEYS.get(final);
  return named === undefined || isReport(sequence) ? undefined : keyEvent(named, modifiers);
}

function tildeEvent({ code, third }: Sequence, modifiers: Modifiers): InputEvent | undefined {
  if (code === MODIFY_OTHER_KEYS && third !== undefined) return codeEvent(third, modifiers, third);
  const named = TILDE_KEYS.get(code);
  return named === undefined ? undefined : keyEvent(named, modifiers);
}

/**
 * Whether it cannot be a key: a key's letter has 1 (or nothing) and a modifier before it. A report of
 * the cursor in row 1, columns 2 to 8, looks like F3 with a modifier: ask with `CSI ? 6 n` instead.
 */
function isReport({ final, count, code, modifier }: Sequence): boolean {
  if (code > 1 || count > 2) return true;
  return final === 'R' && count === 2 && (modifier < 2 || modifier > LAST_MODIFIER);
}
