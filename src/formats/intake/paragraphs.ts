/** Lines of plain text → paragraphs: joins what was wrapped, splits what was run together. */
import type { PageBlock } from './intake.ts';

/** A line with the number of spaces before it. */
export interface TextLine extends PageBlock {
  readonly indent: number;
}

const STOP = /[.!?。！？…:：;；~][”"’'」』）)\]]*$/u;
/** A text wrapped at a fixed width is no wider than this, in columns (Han count double). */
const MAX_WRAP = 110;
const MIN_WRAP = 40;
const NEAR_WRAP = 0.75;
/** After a stop, a capital that begins a sentence: a paragraph's end that lost its line break. */
const RUN_ON =
  /(?<=\p{Ll}{2}[.!?])(["”]?)(?=[“"‘]?\p{Lu}(?:[\p{Ll}’']*(?:[\s,]|-\p{L})|\p{Lu}+\s))(?!(?:Com|Net|Org|Cn|Js|Io|Gov|Edu)\b)/gu;

function columns(text: string): number {
  let sum = 0;
  for (const sign of text) sum += /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(sign) ? 2 : 1;
  return sum;
}

function startsParagraph(line: TextLine, before: TextLine | undefined): boolean {
  if (before === undefined || line.kind !== 'paragraph' || before.kind !== 'paragraph') return true;
  return line.line !== before.line + 1 || line.indent > before.indent + 1;
}

/** Lines that may belong to one paragraph: nothing between them, none indented anew. */
function groupsOf(lines: readonly TextLine[]): TextLine[][] {
  const groups: TextLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const last = groups.at(-1);
    if (last === undefined || startsParagraph(line, lines[index - 1])) groups.push([line]);
    else last.push(line);
  }
  return groups;
}

/** Whether a group was cut at a fixed width: lines of nearly one width, mostly without a stop. */
function isWrapped(group: readonly TextLine[]): boolean {
  const widths = group.map(({ text }) => columns(text));
  const widest = Math.max(...widths);
  const full = group.slice(0, -1);
  if (full.length < 2 || widest > MAX_WRAP || widest < MIN_WRAP) return false;
  const near = full.filter((_, index) => (widths[index] ?? 0) >= NEAR_WRAP * widest).length;
  const open = full.filter(({ text }) => !STOP.test(text)).length;
  return near >= 0.8 * full.length && open >= 0.5 * full.length;
}

function goesOn(before: string, next: string): boolean {
  return !STOP.test(before) && /^\p{Ll}/u.test(next) && /[\p{Ll},’'-]$/u.test(before);
}

function joined(before: string, next: string): string {
  const bothHan =
    /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]$/u.test(before) &&
    /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]/u.test(next);
  return bothHan ? before + next : `${before} ${next}`;
}

function joinGroup(group: readonly TextLine[]): PageBlock[] {
  const wrapped = isWrapped(group);
  const blocks: PageBlock[] = [];
  for (const { indent: _indent, ...line } of group) {
    const last = blocks.at(-1);
    if (last !== undefined && (wrapped || goesOn(last.text, line.text))) {
      blocks[blocks.length - 1] = { ...last, text: joined(last.text, line.text) };
    } else {
      blocks.push(line);
    }
  }
  return blocks;
}

/** A closing straight quote belongs to what stands before it, an opening one to what follows. */
function runOnAt(text: string, match: RegExpMatchArray): number {
  const at = match.index ?? 0;
  const quote = match[1] ?? '';
  if (quote === '') return at;
  const closes = quote === '”' || text.slice(0, at).split('"').length % 2 === 0;
  return closes ? at + 1 : at;
}

function splitRunOn(block: PageBlock): PageBlock[] {
  if (block.kind !== 'paragraph' || block.inline !== undefined) return [block];
  const cuts = [...block.text.matchAll(RUN_ON)].map((match) => runOnAt(block.text, match));
  const edges = [0, ...cuts, block.text.length];
  return edges
    .slice(1)
    .map((to, index) => ({ ...block, text: block.text.slice(edges[index] ?? 0, to).trim() }))
    .filter(({ text }) => text !== '');
}

/** Paragraphs are set off by empty lines or indents; a line of its own is a paragraph of its own. */
export function paragraphsOf(lines: readonly TextLine[]): PageBlock[] {
  return groupsOf(lines).flatMap(joinGroup).flatMap(splitRunOn);
}
