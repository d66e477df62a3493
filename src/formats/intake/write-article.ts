/** Title, date and blocks → the article's file: front matter and Markdown. */
import { stringify } from 'yaml';
import { escapeHeading, escapeInline } from './escape-markdown.ts';
import type { PageBlock } from './intake.ts';

export interface ArticleParts {
  readonly title: string;
  readonly date: string | null;
  readonly blocks: readonly PageBlock[];
}

function itemOf(block: PageBlock, content: string): string {
  const marker = block.marker ?? '-';
  // Four spaces hold the content of `-` and of `1.` to `99.` alike.
  return `${'    '.repeat(Math.max(0, block.depth - 1))}${marker} ${content}`;
}

const WRITERS: Readonly<Record<PageBlock['kind'], (block: PageBlock) => string>> = {
  paragraph: (block) => block.inline ?? escapeInline(block.text),
  heading: (block) =>
    `${'#'.repeat(Math.min(6, Math.max(1, block.depth)))} ${block.inline ?? escapeHeading(block.text)}`,
  item: (block) => itemOf(block, block.inline ?? escapeInline(block.text)),
  quote: (block) => `> ${block.inline ?? escapeInline(block.text)}`,
  verbatim: (block) => block.inline ?? escapeInline(block.text),
  rule: () => '---',
};

function separator(block: PageBlock, next: PageBlock): string {
  return block.kind === 'item' && next.kind === 'item' ? '\n' : '\n\n';
}

/** Front matter with every string quoted where YAML needs it, one line each. */
function frontMatter(fields: Readonly<Record<string, string>>): string {
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n`;
}

/** The whole file: LF, NFC, final newline. */
export function writeArticle({ title, date, blocks }: ArticleParts): string {
  const fields = date === null ? { title } : { title, date };
  let body = '';
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    body += WRITERS[block.kind](block) + (next === undefined ? '\n' : separator(block, next));
  }
  return `${frontMatter(fields)}\n${body}`.normalize('NFC');
}
