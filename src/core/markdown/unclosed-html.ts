/** Comments and the like that open inside a paragraph and never close: a parser looks for each one's end in vain. */
import { MAX_UNCLOSED } from '../limits.ts';

/** What opens and what closes it; CommonMark 6.6, in the order in which an opening is looked up. */
const KINDS: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
  ['<?', '?>'],
];
const PARAGRAPH_END = /\n[ \t]*\n/g;

/** Characters that are read for the ends of one kind in one paragraph. */
function readFor(paragraph: string, [open, close]: readonly [string, string]): number {
  let read = 0;
  const last = paragraph.lastIndexOf(close) + 1;
  for (let at = paragraph.indexOf(open, last); at !== -1; at = paragraph.indexOf(open, at + 1)) {
    read += paragraph.length - at;
  }
  return read;
}

function paragraphEnds(text: string): { readonly index: number; readonly length: number }[] {
  return [...text.matchAll(PARAGRAPH_END)].map(({ index, 0: { length } }) => ({ index, length }));
}

/** Where a paragraph begins that would be read too often; null where there is none. */
export function unclosedHtml(text: string): number | null {
  if (!text.includes('<!') && !text.includes('<?')) return null;
  let from = 0;
  for (const { index, length } of [...paragraphEnds(text), { index: text.length, length: 0 }]) {
    const paragraph = text.slice(from, index);
    if (KINDS.some((kind) => readFor(paragraph, kind) > MAX_UNCLOSED)) return from;
    from = index + length;
  }
  return null;
}
