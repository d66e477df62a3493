/** Sets lines in a Markdown file's front matter: its language, and whether it is a draft. */
import { parseMarkdown } from '../../core/markdown/parse.ts';

/** What could be front matter: only this much has to be parsed. */
const FRONT = /^---[ \t]*\n(?:[^]*?\n)?---[ \t]*(?:\n|$)/;

/**
 * @param lines name → YAML value; a line of that name in the front matter is replaced, the others
 *   stay as they stand
 */
export function withFrontLines(markdown: string, lines: Readonly<Record<string, string>>): string {
  const names = Object.keys(lines);
  const added = names.map((name) => `${name}: ${lines[name]}\n`).join('');
  const front = FRONT.exec(markdown)?.[0] ?? '';
  const first = parseMarkdown(front).children[0];
  if (first?.type !== 'yaml') return `---\n${added}---\n\n${markdown}`;
  const end = first.position?.end.offset ?? 0;
  const fence = markdown.lastIndexOf('\n', end - 1) + 1;
  const old = new RegExp(`^(?:${names.join('|')}):.*\\n`, 'gm');
  return `${markdown.slice(0, fence).replace(old, '')}${added}${markdown.slice(fence)}`;
}
