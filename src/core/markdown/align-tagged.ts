/** Where each character of a segment's tagged text stands in the article's Markdown. */
import type { InlineTag } from '../model.ts';

const TOKEN = /<(\/?)(\d{1,4})(\/?)>/y;
/** A soft break, with what a quotation or a list writes before its next line. */
const SPACE = /[ \t]*\n[ \t>]*|[ \t]+/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The Markdown that a tag stands for. */
function markupOf(token: RegExpExecArray, tags: readonly InlineTag[]): string | null {
  const tag = tags[Number(token[2]) - 1];
  if (tag === undefined) return null;
  if (token[3] === '/') return tag.open + tag.close;
  return token[1] === '/' ? tag.close : tag.open;
}

/** How much of both texts stands for the same: nothing of the tagged text where white space is folded. */
interface Step {
  readonly tagged: number;
  readonly raw: number;
}

function tagStep(
  token: RegExpExecArray,
  raw: string,
  at: number,
  tags: readonly InlineTag[],
): Step | null {
  const markup = markupOf(token, tags);
  if (markup === null || !raw.startsWith(markup, at)) return null;
  return { tagged: token[0].length, raw: markup.length };
}

function characterStep(character: string, raw: string, at: number): Step | null {
  if (raw[at] === character) return { tagged: 1, raw: 1 };
  const space = matchAt(SPACE, raw, at);
  if (space !== null) return { tagged: character === ' ' ? 1 : 0, raw: space[0].length };
  return raw[at] === '\\' && raw[at + 1] === character ? { tagged: 1, raw: 2 } : null;
}

/**
 * For each UTF-16 offset of `tagged`, its end included, the offset in `raw`; null when the Markdown
 * writes something in a way that is not followed here (an entity, for one).
 */
export function alignTagged(
  tagged: string,
  raw: string,
  tags: readonly InlineTag[],
): readonly number[] | null {
  const offsets: number[] = [];
  let at = 0;
  for (let index = 0; index < tagged.length;) {
    const token = matchAt(TOKEN, tagged, index);
    const step: Step | null =
      token === null ? characterStep(tagged[index] ?? '', raw, at) : tagStep(token, raw, at, tags);
    if (step === null) return null;
    for (let unit = 0; unit < step.tagged; unit += 1) offsets.push(at);
    index += step.tagged;
    at += step.raw;
  }
  offsets.push(at);
  return raw.slice(at).trim() === '' ? offsets : null;
}
