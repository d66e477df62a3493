/** Blocks of a page as they stand → headline, date and the blocks of the story. */
import { findDate } from './furniture/dates.ts';
import { glossDigits } from './furniture/gloss-digits.ts';
import { isProse, judgeLines } from './furniture/judge-lines.ts';
import { hasHanBullets, lostBulletLength, trimPieces } from './furniture/lost-pieces.ts';
import { isLabelledHeadline, withoutLabels } from './furniture/series-label.ts';
import { isHeadline } from './headline.ts';
import type { DroppedLine, Page, PageBlock } from './intake.ts';

export interface CleanOptions {
  readonly keepAll: boolean;
  /** The headline where the page names it (HTML); else the first line that can be one. */
  readonly title: string | null;
  /** Blocks that stand outside the article, as far as the page's markup tells. */
  readonly outside?: ReadonlySet<PageBlock>;
}

const BULLET = /^(?:[•●▪◦‣▶►★☆◆◇■□]\s*|[·]\s+)(?=\S)/u;
const DATED = /^(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s+(?=\S)/u;
/** How far below the headline it may be repeated. */
const REPEAT_REACH = 8;

interface Judged {
  readonly block: PageBlock;
  readonly reason: string | null;
}

function fold(text: string): string {
  return withoutLabels(text.normalize('NFKC')).text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The first line before the story that carries the name of a series: surely a headline. */
function labelledAt(judged: readonly Judged[]): number {
  const isStory = ({ block, reason }: Judged): boolean =>
    reason === null && isProse(block.text) && !isLabelledHeadline(block.text);
  const story = judged.findIndex(isStory);
  return judged.findIndex(
    ({ block, reason }, index) =>
      reason === null && index < story && isLabelledHeadline(block.text),
  );
}

function headlineAt(judged: readonly Judged[], title: string | null): number {
  if (title !== null) {
    const wanted = fold(title);
    return judged.findIndex(({ block, reason }) => reason === null && fold(block.text) === wanted);
  }
  const labelled = labelledAt(judged);
  if (labelled !== -1) return labelled;
  const first = judged.findIndex(({ reason }) => reason === null);
  const block = judged[first]?.block;
  if (block === undefined) return -1;
  const followed = judged.some(({ reason }, index) => index > first && reason === null);
  return followed && isHeadline(block) ? first : -1;
}

/** Marks the headline's repetitions between the headline and the story. */
function markRepeated(judged: readonly Judged[], headline: string, at: number): readonly Judged[] {
  const wanted = fold(headline);
  const story = judged.findIndex(
    ({ block, reason }, index) =>
      index > at && reason === null && isProse(block.text) && fold(block.text) !== wanted,
  );
  const end = Math.min(story === -1 ? judged.length : story, at + 1 + REPEAT_REACH);
  const marked = judged.map((entry, index) =>
    index > at && index < end && entry.reason === null && fold(entry.block.text) === wanted
      ? { ...entry, reason: 'repeated-headline' }
      : entry,
  );
  // When there is nothing else, it is the body.
  return marked.some(({ reason }, index) => index > at && reason === null) ? marked : judged;
}

/** Takes `[from, to)` out of a block's text, and the same piece out of its Markdown. */
function cutOut(block: PageBlock, from: number, to: number): PageBlock {
  const text = block.text.slice(0, from) + block.text.slice(to);
  if (block.inline === undefined) return { ...block, text };
  const piece = block.text.slice(from, to);
  const nth = block.text.slice(0, from).split(piece).length - 1;
  let at = -1;
  for (let seen = 0; seen <= nth; seen += 1) at = block.inline.indexOf(piece, at + 1);
  // A piece that markup or an escape cuts in two stays where it is, in both.
  if (piece === '' || at === -1) return block;
  return {
    ...block,
    text,
    inline: block.inline.slice(0, at) + block.inline.slice(at + piece.length),
  };
}

function cleanGlosses(
  blocks: readonly PageBlock[],
  noted: boolean,
  dropped: DroppedLine[],
): PageBlock[] {
  const digits = glossDigits(blocks, noted);
  const cleaned = [...blocks];
  // From the back, so that the offsets of the earlier ones stay true.
  for (const { index, from, to } of digits.toReversed()) {
    const block = cleaned[index];
    if (block !== undefined) cleaned[index] = cutOut(block, from, to);
  }
  for (const { index, word } of digits) {
    dropped.push({ line: blocks[index]?.line ?? 0, text: word, reason: 'gloss-digit' });
  }
  return cleaned;
}

function withoutBullet(block: PageBlock, dropped: DroppedLine[], withHan: boolean): PageBlock {
  const length = block.kind === 'paragraph' ? lostBulletLength(block.text, withHan) : 0;
  if (length === 0) return block;
  dropped.push({
    line: block.line,
    text: block.text.slice(0, length).trim(),
    reason: 'lost-bullet',
  });
  return { ...cutOut(block, 0, length), kind: 'item', depth: 1, marker: '-' };
}

function withoutPieces(block: PageBlock, dropped: DroppedLine[]): PageBlock {
  const { text, pieces } = trimPieces(block.text);
  let cleaned = block;
  if (pieces.length > 0) {
    const start = block.text.indexOf(text);
    cleaned = cutOut(block, start + text.length, block.text.length);
    cleaned = cutOut(cleaned, 0, start);
  }
  for (const piece of pieces) dropped.push({ line: block.line, ...piece });
  if (cleaned.kind !== 'paragraph' || !isLabelledHeadline(cleaned.text)) return cleaned;
  const { text: headline, labels } = withoutLabels(cleaned.text);
  for (const text of labels) dropped.push({ line: block.line, text, reason: 'series-label' });
  const from = cleaned.text.indexOf(headline);
  return { ...cutOut(cleaned, 0, from), kind: 'heading', depth: 2 };
}

/** A bullet character is a list item in every case: that is conversion, not cleaning. */
function asItem(block: PageBlock): PageBlock {
  const length = block.kind === 'paragraph' ? (BULLET.exec(block.text)?.[0].length ?? 0) : 0;
  if (length === 0) return block;
  return { ...cutOut(block, 0, length), kind: 'item', depth: 1, marker: '-' };
}

interface Title {
  readonly text: string;
  readonly date: string | null;
  readonly dropped: readonly DroppedLine[];
}

function titleOf(headline: string, line: number, keepAll: boolean): Title {
  const stamp = DATED.exec(headline)?.[0] ?? '';
  const date = findDate(stamp);
  if (keepAll) return { text: headline, date, dropped: [] };
  const { text, labels } = withoutLabels(headline.slice(date === null ? 0 : stamp.length));
  const dropped = labels.map((label) => ({ line, text: label, reason: 'series-label' }));
  if (date !== null) dropped.unshift({ line, text: stamp.trim(), reason: 'page-details' });
  return { text, date, dropped };
}

function pageDate(judged: readonly Judged[]): string | null {
  const dated = judged.filter(({ reason }) => reason === 'page-details' || reason === 'podcast');
  for (const { block } of dated) {
    const date = findDate(block.text);
    if (date !== null) return date;
  }
  return null;
}

function cleanBlocks(
  story: readonly PageBlock[],
  noted: boolean,
  dropped: DroppedLine[],
): PageBlock[] {
  const withHan = hasHanBullets(story.map(({ text }) => text));
  const trimmed = story.map((block) =>
    withoutPieces(withoutBullet(block, dropped, withHan), dropped),
  );
  return cleanGlosses(trimmed, noted, dropped);
}

function isBilingualPage(blocks: readonly PageBlock[]): boolean {
  return blocks.some(
    ({ text }) => text.length <= 120 && /双语|中英对照|中英文对照|bilingual/iu.test(text),
  );
}

/** A picture without a description shows its address. */
function shownText({ text, inline }: PageBlock): string {
  return text === '' ? (inline ?? '') : text;
}

function droppedOf(judged: readonly Judged[]): DroppedLine[] {
  return judged.flatMap(({ block, reason }) =>
    reason === null ? [] : [{ line: block.line, text: shownText(block), reason }],
  );
}

function judge(blocks: readonly PageBlock[], outside: ReadonlySet<PageBlock>): Judged[] {
  const isOutside = blocks.map((block) => outside.has(block));
  const reasons = judgeLines(
    blocks.map(({ text }) => text),
    isOutside,
  );
  return blocks.map((block, index) => {
    if (isOutside[index] === true) return { block, reason: reasons[index] ?? 'outside-article' };
    return { block, reason: block.kind === 'verbatim' ? null : (reasons[index] ?? null) };
  });
}

function findHeadline(
  judged: readonly Judged[],
  { title, keepAll }: CleanOptions,
): { readonly at: number; readonly judged: readonly Judged[]; readonly title: Title | null } {
  const at = headlineAt(judged, title);
  const block = judged[at]?.block;
  const headline = block?.text ?? title;
  if (headline === null) return { at, judged, title: null };
  return {
    at,
    judged: markRepeated(judged, headline, at),
    title: titleOf(headline, block?.line ?? 0, keepAll),
  };
}

function headOf(title: Title | null, judged: readonly Judged[]): Pick<Page, 'title' | 'date'> {
  if (title === null) return { title: null, date: pageDate(judged) };
  return { title: title.text, date: title.date ?? pageDate(judged) };
}

/** Takes the furniture out of a page; with `keepAll` only finds the headline and the date. */
export function cleanPage(blocks: readonly PageBlock[], options: CleanOptions): Page {
  const { at, judged, title } = findHeadline(judge(blocks, options.outside ?? new Set()), options);
  const body = judged.filter((_, index) => index !== at);
  const common = {
    ...headOf(title, judged),
    bilingual: isBilingualPage(blocks),
  };
  if (options.keepAll) {
    return { ...common, blocks: body.map(({ block }) => asItem(block)), dropped: [] };
  }
  const dropped = [...droppedOf(body), ...(title?.dropped ?? [])];
  const noted = judged.some(({ reason }) => reason === 'gloss-note');
  const story = body.filter(({ reason }) => reason === null).map(({ block }) => asItem(block));
  const cleaned = cleanBlocks(story, noted, dropped).filter(
    ({ kind, text }) => kind === 'verbatim' || text.trim() !== '',
  );
  return { ...common, blocks: cleaned, dropped: dropped.sort((a, b) => a.line - b.line) };
}
