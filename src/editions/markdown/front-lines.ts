/** Sets lines in a Markdown file's front matter: its language, and whether it is a draft. */
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
