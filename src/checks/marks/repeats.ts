/** What stands twice in a row. */

export interface Repeat {
  /** Where the first of the two starts, where the second one starts, and where it ends. */
  readonly from: number;
  readonly second: number;
  readonly to: number;
}

/** A word, or a character, with its place. */
interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const LETTER = /[\p{L}\p{M}\p{N}'’-]/u;

function isLetter(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character >= 'a' && character <= 'z') return true;
  return character !== '' && LETTER.test(character);
}

/**
 * Words that are parted by spaces alone from the one before or behind them; an empty text for each break.
 * A word is letters and what stands inside of it.
 */
export function spacedWords(text: string): Token[] {
  const words: Token[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (isLetter(text, at)) continue;
    if (at > from) words.push({ text: text.slice(from, at).toLowerCase(), from, to: at });
    if (at < text.length && text.charAt(at) !== ' ') words.push({ text: '', from: at, to: at });
    from = at + 1;
  }
  return words;
}

function repeatAt(tokens: readonly Token[], at: number, length: number): Repeat[] {
  const [first, second, last] = [tokens[at], tokens[at + length], tokens[at + 2 * length - 1]];
  if (first === undefined || second === undefined || last === undefined) return [];
  return [{ from: first.from, second: second.from, to: last.to }];
}

/** Runs of so many tokens that the same run follows at once. */
export function repeatsOf(tokens: readonly Token[], length: number): Repeat[] {
  const found: Repeat[] = [];
  let same = 0;
  for (let at = 0; at + length < tokens.length; at += 1) {
    const one = tokens[at]?.text;
    same = one !== '' && one === tokens[at + length]?.text ? same + 1 : 0;
    if (same < length) continue;
    same = 0;
    found.push(...repeatAt(tokens, at + 1 - length, length));
  }
  return found;
}

/** Runs of two to so many UTF-16 units that the same run follows at once, in one pass. */
export function repeatedUnits(text: string, longest: number): Repeat[] {
  const found: Repeat[] = [];
  const same = new Uint8Array(longest + 1);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    for (let length = 2; length <= longest; length += 1) {
      if (unit !== text.charCodeAt(at - length)) {
        same[length] = 0;
        continue;
      }
      same[length] = (same[length] ?? 0) + 1;
      if (same[length] !== length) continue;
      same[length] = 0;
      const second = at + 1 - length;
      found.push({ from: second - length, second, to: at + 1 });
    }
  }
  return found;
}

function isAgain(words: readonly string[], at: number, length: number): boolean {
  if (words[at] !== words[at + length]) return false;
  return words[at + 1]?.charCodeAt(0) === words[at + 1 + length]?.charCodeAt(0);
}

/** Quick to say no: whether two words stand again two to four words on; the last one may have a mark behind it. */
export function mayRepeat(text: string): boolean {
  const words = text.split(' ');
  for (let at = 0; at < words.length; at += 1) {
    if (isAgain(words, at, 2) || isAgain(words, at, 3) || isAgain(words, at, 4)) return true;
  }
  return false;
}
