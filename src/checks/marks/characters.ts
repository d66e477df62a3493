/** Classes of characters that the checks of marks and spaces read. Offsets are UTF-16 units. */

/** Stands for a tag without content: code, an image, a line break, a note. */
export const OBJECT = '\ufffc';

/** Marks that only Chinese has, quotation marks that both languages share left out. */
const FULL_MARKS = '，。、；：？！（）《》〈〉【】〔〕「」『』';

/** White space inside a line; a line break is somebody's will, a no-break space is a check of its own. */
const SPACES = ' \\t\\u2000-\\u200a\\u202f\\u205f\\u3000';

const SPACE = new RegExp(`[${SPACES}\\u00a0]`, 'u');
const OPENERS = '“‘"\'「『（(《〈【〔[';
const CLOSERS = '”’"\'」』）)》〉】〕]';

/** So many marks and spaces beside a mark are looked through. */
const REACH = 8;

export function isSpace(character: string): boolean {
  return character !== '' && SPACE.test(character);
}

function isHanUnit(unit: number): boolean {
  if (unit < 0x2e80) return false;
  if (unit >= 0x3400 && unit <= 0x9fff) return true;
  // Radicals, 々 and 〇, compatibility forms; the rarer characters by their first and second half.
  if (unit <= 0x2fdf || unit === 0x3005 || unit === 0x3007) return true;
  return unit >= 0xf900 && unit <= 0xfaff;
}

/** Whether the character that starts or ends at an offset is Chinese. */
export function isHanAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff) return isRareHan(text, at, unit);
  return isHanUnit(unit);
}

function isRareHan(text: string, at: number, unit: number): boolean {
  const high = unit < 0xdc00 ? unit : text.charCodeAt(at - 1);
  return high >= 0xd840 && high <= 0xd88d;
}

export type Neighbour = 'none' | 'han' | 'full' | 'letter' | 'digit' | 'object' | 'other';

const KINDS: ReadonlyMap<string, Neighbour> = new Map([
  ...[...FULL_MARKS, '…', '—'].map((mark) => [mark, 'full'] as const),
  [OBJECT, 'object'],
]);
const LETTER = /\p{L}/u;

/** What kind of character stands at an offset. */
export function kindAt(text: string, at: number): Neighbour {
  const character = text.charAt(at);
  if (character === '' || character === '\n') return 'none';
  if (isHanAt(text, at)) return 'han';
  if (character >= '0' && character <= '9') return 'digit';
  return KINDS.get(character) ?? (LETTER.test(character) ? 'letter' : 'other');
}

function skip(text: string, from: number, step: -1 | 1, through: string): number {
  let at = from;
  for (let steps = 0; steps < REACH; steps += 1) {
    const character = text.charAt(at);
    if (!isSpace(character) && (character === '' || !through.includes(character))) break;
    at += step;
  }
  return at;
}

/** The offset of what stands before a place, seen through spaces and what closes there. */
export function before(text: string, at: number, also = ''): number {
  return skip(text, at - 1, -1, CLOSERS + also);
}

/** The offset of what stands at a place or after it, seen through spaces and what opens there. */
export function after(text: string, at: number, also = ''): number {
  return skip(text, at, 1, OPENERS + also);
}

/** The same, seen through what closes there. */
export function afterClosers(text: string, at: number, also = ''): number {
  return skip(text, at, 1, CLOSERS + also);
}

/** The run of white space that touches a place from the left and from the right. */
export function spacesAround(
  text: string,
  from: number,
  to: number,
): { left: number; right: number } {
  let left = from;
  while (left > 0 && isSpace(text.charAt(left - 1))) left -= 1;
  let right = to;
  while (isSpace(text.charAt(right))) right += 1;
  return { left, right };
}
