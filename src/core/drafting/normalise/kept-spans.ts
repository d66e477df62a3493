/** What no punctuation rule may touch: addresses, placeholders, things that look like code. */
import type { Span } from '../../model.ts';
import { replaceIn, type LaidText } from './laid-text.ts';

const NOT_IN_ADDRESS = '\\s\\p{Script=Han}，。！？；：、（）《》「」『』“”…—';
/** Marks at their ends belong to the sentence. */
const ADDRESSES: readonly RegExp[] = [
  new RegExp(`\\b(?:https?|ftp|mailto):[^${NOT_IN_ADDRESS}]+`, 'giu'),
  new RegExp(`\\bwww\\.[^${NOT_IN_ADDRESS}]+`, 'giu'),
];
const WHOLE: readonly RegExp[] = [
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu,
  /\{\{[^{}]{0,200}\}\}|\$\{[^{}]{0,200}\}|\$t\([^()]{0,200}\)/gu,
  /&(?:#\d{1,7}|\w{2,8});/gu,
  // Emoticons, and the short names of emoji.
  /[:;]-[()DP]|:[a-z][a-z\d_+-]{1,30}:/gu,
  // Names whose mark is a part of them.
  /\b(?:Yahoo|Jeopardy|Yum|Joomla)!/gu,
];
const ASCII_RUN = /[\x21-\x7e]+/g;
const CODE_SIGN = /[=\\_{}<>@~^|`]|::|^--?\w/;

const LEADING = '"\'([';
const TRAILING = ".,;:?!')]";

/** Marks at the ends of an address or of code belong to the sentence around it. */
function withoutEnds(text: string, from: number): Span {
  const trailing = text.startsWith('"') ? `${TRAILING}"` : TRAILING;
  let lead = 0;
  while (lead < text.length && LEADING.includes(text.charAt(lead))) lead += 1;
  // An expression would look from each of many marks to the end.
  let end = text.length;
  while (end > lead && trailing.includes(text.charAt(end - 1))) end -= 1;
  return { from: from + lead, to: from + end };
}

function matches(text: string, patterns: readonly RegExp[]): readonly RegExpExecArray[] {
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)]);
}

/** A sign of each of the above; most texts hold none. */
const ANY = /[=\\_{}<>@~^|`$&:;!]|www\.|(?<![\x21-\x7e])-/i;

/** Spans of a text without tags, in no order; they may overlap. */
export function keptSpans(text: string): readonly Span[] {
  if (!ANY.test(text)) return [];
  const whole = matches(text, WHOLE).map(({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  }));
  const code = matches(text, [ASCII_RUN]).filter(([run]) => CODE_SIGN.test(run));
  const trimmed = [...matches(text, ADDRESSES), ...code].map((found) =>
    withoutEnds(found[0], found.index),
  );
  return [...whole, ...trimmed].filter(({ from, to }) => to > from);
}

/** Whether a range of the text lies, even in part, in one of the spans. */
export function isKept(spans: readonly Span[], from: number, to: number): boolean {
  return spans.some((span) => span.from < to && from < span.to);
}

/** The same, when the range only touches one. */
export function touchesKept(spans: readonly Span[], from: number, to: number): boolean {
  return spans.some((span) => span.from <= to && from <= span.to);
}

/** Replaces what is found outside of addresses and code. */
export function replaceFree(
  laid: LaidText,
  pattern: RegExp,
  put: (found: RegExpExecArray) => string | null,
): LaidText {
  const kept = keptSpans(laid.text);
  return replaceIn(laid, pattern, (found) =>
    isKept(kept, found.index, found.index + found[0].length) ? null : put(found),
  );
}
