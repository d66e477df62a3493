/** A Markdown file's front matter: lines of ours are set in it, its comments go. */
import { withoutComments } from './front-comments.ts';

/** Front matter up to the fence that closes it: the first line that holds nothing else (as micromark reads it). */
const FRONT = /^---[ \t]*\n(?:[^]*?\n)??(?=---[ \t]*(?:\n|$))/;

/**
 * @param lines name → YAML value; a line of that name in the front matter is replaced, the others
 *   stay as they stand
 */
export function withFrontLines(markdown: string, lines: Readonly<Record<string, string>>): string {
  const names = Object.keys(lines);
  const added = names.map((name) => `${name}: ${lines[name]}\n`).join('');
  const fence = FRONT.exec(markdown)?.[0].length;
  if (fence === undefined) return `---\n${added}---\n\n${markdown}`;
  const old = new RegExp(`^(?:${names.join('|')}):.*\\n`, 'gm');
  return `${markdown.slice(0, fence).replace(old, '')}${added}${markdown.slice(fence)}`;
}

/** A Markdown file whose front matter holds no comment. */
export function withoutFrontComments(markdown: string): string {
  const front = FRONT.exec(markdown)?.[0];
  if (front === undefined) return markdown;
  const from = front.indexOf('\n') + 1;
  return front.slice(0, from) + withoutComments(front.slice(from)) + markdown.slice(front.length);
}
