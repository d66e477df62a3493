/** A Markdown article: kept as it stands, but for its title and the site's furniture around it. */
import type { RootContent } from 'mdast';
import { isMap, isScalar, LineCounter, parseDocument, stringify, type Document } from 'yaml';
import { UserError } from '../../core/errors.ts';
import { parseMarkdown } from '../../core/markdown/parse.ts';
import { findDate } from './furniture/dates.ts';
import { judgeLines } from './furniture/judge-lines.ts';
import type { DroppedLine } from './intake.ts';
import { plainText } from './markdown-text.ts';

export interface MarkdownArticle {
  readonly title: string | null;
  readonly date: string | null;
  /** The file as it will be, but for a title that has to be made up. */
  readonly front: string;
  readonly body: string;
  readonly dropped: readonly DroppedLine[];
}

interface Parts {
  readonly front: string;
  readonly body: string;
  /** Lines before the body. */
  readonly offset: number;
}

const FRONT_MATTER = /^---[ \t]*\n(?<yaml>[^]*?)(?:^|\n)---[ \t]*(?:\n|$)/;
/** What no author writes at the beginning or the end of a text. */
const FURNITURE: ReadonlySet<string> = new Set([
  'navigation',
  'breadcrumb',
  'language-menu',
  'share-bar',
  'gloss-note',
  'cookies',
  'copyright',
  'advertisement',
]);

function partsOf(text: string): Parts {
  const match = FRONT_MATTER.exec(text);
  if (match === null) return { front: '', body: text, offset: 0 };
  const front = match.groups?.['yaml'] ?? '';
  return { front, body: text.slice(match[0].length), offset: match[0].split('\n').length - 1 };
}

function refuse(line: number, what: string): never {
  throw new UserError(
    `Line ${String(line)}: the front matter cannot be read: ${what}. Mend the YAML between the two --- lines.`,
  );
}

function readYaml(front: string): Document.Parsed {
  const document = parseDocument(front, { lineCounter: new LineCounter(), logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) {
    // The fence is the file's first line.
    refuse((error.linePos?.[0].line ?? 1) + 1, error.message.replace(/\s+at line[^]*$/, ''));
  }
  if (document.contents !== null && !isMap(document.contents)) {
    refuse(2, 'expected `name: value` lines');
  }
  return document;
}

function fieldOf(document: Document.Parsed, field: string): string | null {
  const node: unknown = isMap(document.contents) ? document.contents.get(field, true) : null;
  if (!isScalar(node)) return null;
  const value = typeof node.value === 'string' ? node.value : String(node.value ?? '');
  return value.trim() === '' ? null : value.trim();
}

/** Enough to read a line of links; a line that is more than that is none. */
function withoutMarkup(line: string): string {
  return line.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]+/g, '');
}

/** Only whole lines of page furniture at the very beginning and the very end. */
function withoutFurniture(parts: Parts): { body: string; dropped: DroppedLine[] } {
  const lines = parts.body.split('\n');
  const filled = lines.flatMap((text, index) => (text.trim() === '' ? [] : [{ text, index }]));
  const verdicts = judgeLines(filled.map(({ text }) => withoutMarkup(text)));
  const isFurniture = (at: number): boolean => FURNITURE.has(verdicts[at] ?? '');
  let from = 0;
  let to = filled.length;
  while (from < to && isFurniture(from)) from += 1;
  while (to > from && isFurniture(to - 1)) to -= 1;
  const away = filled.filter((_, at) => at < from || at >= to);
  const dropped = away.map(({ text, index }) => ({
    line: parts.offset + index + 1,
    text: text.trim(),
    reason: verdicts[filled.findIndex((line) => line.index === index)] ?? 'navigation',
  }));
  const gone = new Set(away.map(({ index }) => index));
  return { body: lines.filter((_, index) => !gone.has(index)).join('\n'), dropped };
}

function isTitle(node: RootContent): boolean {
  return node.type === 'heading' && node.depth === 1 && plainText(node).trim() !== '';
}

/** Moves the first level-1 heading out of the body. */
function takeHeading(body: string): { title: string | null; body: string } {
  const heading = parseMarkdown(body).children.find(isTitle);
  if (heading?.position === undefined) return { title: null, body };
  const { start, end } = heading.position;
  const before = body.slice(0, start.offset ?? 0).trimEnd();
  const after = body.slice(end.offset ?? 0).replace(/^\s*\n/, '');
  return {
    title: plainText(heading).replace(/\s+/g, ' ').trim(),
    body: before === '' ? after : `${before}\n\n${after}`,
  };
}

/** Front matter with a title; what stands in it already is not touched. */
export function withTitle(front: string, title: string): string {
  const line = stringify({ title }, { lineWidth: 0 });
  return front.trim() === '' ? line : `${line}${front.replace(/\n*$/, '\n')}`;
}

/** @throws UserError when the front matter cannot be read */
export function readMarkdown(text: string, keepAll: boolean): MarkdownArticle {
  const parts = partsOf(text);
  const { body, dropped } = keepAll ? { body: parts.body, dropped: [] } : withoutFurniture(parts);
  const yaml = readYaml(parts.front);
  const date = findDate(fieldOf(yaml, 'date') ?? '');
  const stated = fieldOf(yaml, 'title');
  if (stated !== null) return { title: stated, date, front: parts.front, body, dropped };
  const taken = takeHeading(body);
  const front = taken.title === null ? parts.front : withTitle(parts.front, taken.title);
  return { title: taken.title, date, front, body: taken.body, dropped };
}

/** The whole file: front matter, an empty line, the body, a final newline. */
export function joinMarkdown(front: string, body: string): string {
  const head = front.trim() === '' ? '' : `---\n${front.replace(/^\n+|\n+$/g, '')}\n---\n\n`;
  return `${head}${body.replace(/^\s*\n/, '').trimEnd()}\n`;
}
