import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const ESCAPED = /^\\[!-/:-@[-`{-~]/;
const REFERENCE = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,31}));/;

interface Step {
  /** UTF-16 units of the value that this step yields. */
  readonly value: string;
  /** UTF-16 units of the raw text that it uses. */
  readonly raw: number;
}

function reference(rest: string): Step | null {
  const match = REFERENCE.exec(rest);
  if (match === null) return null;
  const [all, decimal, hexadecimal, name] = match;
  const value =
    name === undefined
      ? String.fromCodePoint(
          Number.parseInt(decimal ?? hexadecimal ?? '0', decimal ? 10 : 16) || 0xfffd,
        )
      : decodeNamedCharacterReference(name);
  return value === false ? null : { value, raw: all.length };
}

function special(raw: string, at: number, wanted: string): Step | null {
  const sign = raw[at];
  if (sign === '\\' && ESCAPED.test(raw.slice(at, at + 2)) && raw[at + 1] === wanted) {
    return { value: wanted, raw: 2 };
  }
  if (sign !== '&') return null;
  const step = reference(raw.slice(at, at + 40));
  return step?.value.startsWith(wanted) === true ? step : null;
}

/** For each UTF-16 unit of a text: where it starts and ends in the article. */
export interface UnitOffsets {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/**
 * Where each UTF-16 unit of a text node's value stands in the article: the raw Markdown has escapes,
 * character references, and at line starts indentation and quote marks that the value has not.
 * @param value the node's value
 * @param raw the article's text from the node's start to its end
 * @param base offset of `raw` in the article
 */
export function alignOffsets(value: string, raw: string, base: number): UnitOffsets {
  return value === raw ? sameOffsets(value.length, base) : steppedOffsets(value, raw, base);
}

/** Nothing is escaped, nothing left out: most text. */
function sameOffsets(length: number, base: number): UnitOffsets {
  const from: number[] = [];
  const to: number[] = [];
  for (let at = base; at < base + length; at += 1) {
    from.push(at);
    to.push(at + 1);
  }
  return { from, to };
}

function steppedOffsets(value: string, raw: string, base: number): UnitOffsets {
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  const push = (units: number, length: number): void => {
    for (let unit = 0; unit < units; unit += 1) {
      from.push(base + at);
      to.push(base + at + length);
    }
    at += length;
  };
  while (from.length < value.length) {
    const wanted = value[from.length] ?? '';
    const step = special(raw, at, wanted);
    if (step !== null) push(step.value.length, step.raw);
    else if (isSame(raw[at], wanted) || at >= raw.length) push(1, at < raw.length ? 1 : 0);
    // Trailing spaces of a line, indentation and `>` of the next one are no part of the value.
    else at += 1;
  }
  return { from, to };
}

/** CommonMark reads NUL as U+FFFD. */
function isSame(sign: string | undefined, wanted: string): boolean {
  return sign === wanted || (sign === '\0' && wanted === '\uFFFD');
}
