/**
 * What an engine is told around the texts of a request: running text in their language, never billed,
 * never translated. Headline and lede first, then the nearest neighbours, then the request's own
 * paragraphs (its texts do not see one another), as long as there is room.
 */
import type { Article, Block, Lang, Segment } from '../model.ts';
import { plainText } from '../tags.ts';

/** Longest context, in code points. */
export const CONTEXT_LIMIT = 1500;

const SENTENCE_GAP: Readonly<Record<Lang, string>> = { zh: '', en: ' ' };

function indexes(block: Block | undefined): number[] {
  if (block === undefined) return [];
  const { from, to } = block.segments;
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

/** Segments that are worth telling, the most telling first. */
function candidates(article: Article, first: number, last: number): number[] {
  const { blocks } = article;
  const own = blocks.slice(first, last + 1).flatMap(indexes);
  const isProse = (block: Block) =>
    block.kind === 'paragraph' && block.segments.to > block.segments.from;
  return [
    ...indexes(blocks.find((block) => block.field === 'title' || block.depth === 1)),
    ...indexes(blocks.find(isProse)),
    ...indexes(blocks.slice(0, first).findLast(isProse)).toReversed(),
    ...indexes(blocks.slice(last + 1).find(isProse)),
    ...own,
  ];
}

function isTold(segment: Segment | undefined, from: Lang): segment is Segment {
  return segment !== undefined && segment.lang === from && !segment.untranslatable;
}

function runningText(segments: readonly Segment[], from: Lang): string {
  let text = '';
  let block = -1;
  for (const segment of segments) {
    const gap = segment.block === block ? SENTENCE_GAP[from] : '\n';
    text += (text === '' ? '' : gap) + plainText(segment.text);
    block = segment.block;
  }
  return text;
}

/**
 * Context for texts that stand in the blocks `first` to `last` (inclusive) of an article.
 * At most `CONTEXT_LIMIT` code points, whole sentences in reading order, all in the language `from`.
 */
export function contextFor(article: Article, from: Lang, first: number, last: number): string {
  const chosen = new Set<number>();
  let room = CONTEXT_LIMIT;
  for (const index of candidates(article, first, last)) {
    const segment = article.segments[index];
    if (chosen.has(index) || !isTold(segment, from)) continue;
    const length = [...plainText(segment.text)].length + 1;
    if (length > room) continue;
    chosen.add(index);
    room -= length;
  }
  const inOrder = article.segments.filter((_, index) => chosen.has(index));
  return runningText(inOrder, from);
}
