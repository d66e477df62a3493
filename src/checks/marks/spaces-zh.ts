/** White space that Chinese has no use for. */
import { BYLINE } from '../../core/drafting/normalise/zh-spaces.ts';
import { isHanAt, kindAt } from './characters.ts';
import type { SideText } from './side-text.ts';

/** In a line of words only, such as a headline, a space parts them; in a sentence it is a slip. */
const SENTENCE = /[，。；！？]/;
/** Marks that both languages have: Chinese, when the other side is. */
const SOFT = '“”‘’…—';

function isChineseMark(text: string, at: number): boolean {
  return kindAt(text, at) === 'full' && !SOFT.includes(text.charAt(at));
}

const REACH = 40;

/** Names in brackets, with nothing but spaces between them: （新华社记者王伟 李娜）. */
function isInBrackets(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - REACH), from);
  const after = text.slice(to, to + REACH);
  return (
    /[（(【][^，。；！？（()）【】]*$/.test(before) &&
    /^[^，。；！？（()）【】]*[）)】]/.test(after)
  );
}

function isBetweenChinese(text: string, left: number, right: number): boolean {
  const isSoft = (at: number): boolean => SOFT.includes(text.charAt(at) || ' ');
  if (isHanAt(text, left)) return isSoft(right);
  return isHanAt(text, right) && isSoft(left);
}

function isBesideMark({ text, isKept }: SideText, from: number, to: number): boolean {
  const [left, right] = [from - 1, to];
  const beside = isChineseMark(text, left) || isChineseMark(text, right);
  if (!beside && !isBetweenChinese(text, left, right)) return false;
  const isEdge = kindAt(text, left) === 'none' || kindAt(text, right) === 'none';
  return !isEdge && !isKept(left, right + 1);
}

/**
 * Tells whether white space between two offsets has no business there: between Han characters of a
 * sentence, or beside a full-width mark. A line of names and what they did keeps its spaces.
 */
export function idleSpaces(side: SideText): (from: number, to: number) => boolean {
  const { text } = side;
  let isProse: boolean | undefined;
  return (from, to) => {
    if (!isHanAt(text, from - 1) || !isHanAt(text, to)) return isBesideMark(side, from, to);
    isProse ??= SENTENCE.test(text) && !BYLINE.test(text);
    return isProse && !isInBrackets(text, from, to);
  };
}
