/**
 * Plain text → inline Markdown that reads as exactly that text (CommonMark 0.31, GFM). A sign is
 * escaped only where Markdown could read it as markup.
 */

const PUNCTUATION = /[!-/:-@[-`{-~]/;

function isSpace(sign: string | undefined): boolean {
  return sign === undefined || /\s/.test(sign);
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}

/** Whether the sign at `at` could open or close markup. */
const COULD_BE_MARKUP: Readonly<Record<string, (text: string, at: number) => boolean>> = {
  '*': (text, at) => pairable(text, at, '*'),
  '~': (text, at) => pairable(text, at, '~'),
  _: (text, at) => pairable(text, at, '_') && !(isWord(text[at - 1]) && isWord(text[at + 1])),
  '`': (text) => text.indexOf('`') !== text.lastIndexOf('`'),
  '\\': (text, at) => PUNCTUATION.test(text[at + 1] ?? ''),
  '<': (text, at) => /[A-Za-z/!?]/.test(text[at + 1] ?? ''),
  '&': (text, at) =>
    /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/.test(text.slice(at)),
  '[': (text, at) =>
    text.includes('](') ||
    text.includes('][') ||
    text[at + 1] === '^' ||
    /^\[[^\]]*\]:/.test(text.slice(at)),
};

function pairable(text: string, at: number, sign: string): boolean {
  if (text.indexOf(sign) === text.lastIndexOf(sign)) return false;
  return !(isSpace(text[at - 1]) && isSpace(text[at + 1]));
}

/** What makes a block of another kind out of a paragraph: the sign to escape is in group 1. */
const LINE_STARTS: readonly RegExp[] = [
  /^()(?:#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|(?:`{3}|~{3})|(?:[-*_]\s*){3,}$|=+\s*$|\|)/,
  /^(\d{1,9})[.)](?:\s|$)/,
  /^()\[[ xX]\]\s/,
];

function escapeStart(text: string): string {
  for (const pattern of LINE_STARTS) {
    const before = pattern.exec(text)?.[1];
    if (before !== undefined) return `${before}\\${text.slice(before.length)}`;
  }
  return text;
}

/** A paragraph's or list item's text, on one line, as inline Markdown. */
export function escapeInline(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  let escaped = '';
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at] ?? '';
    escaped += COULD_BE_MARKUP[sign]?.(plain, at) === true ? `\\${sign}` : sign;
  }
  return escaped.startsWith('\\') ? escaped : escapeStart(escaped);
}

/** The same for a heading, whose last `#` signs Markdown would take away. */
export function escapeHeading(text: string): string {
  return escapeInline(text).replace(/(^|\s)(#+)$/, '$1\\$2');
}
