/** Plain text → the blocks of its story. */
import { cleanPage } from './clean-page.ts';
import type { Page } from './intake.ts';
import { paragraphsOf, type TextLine } from './paragraphs.ts';
import { withSectionHeadings } from './section-headings.ts';

function linesOf(text: string): TextLine[] {
  return text.split('\n').flatMap((raw, index): TextLine[] => {
    const line = raw.replace(/[\t\u00a0\u2000-\u200a\u3000]/g, ' ');
    const content = line.trim().replace(/ +/g, ' ');
    if (content === '') return [];
    const indent = line.length - line.trimStart().length;
    return [{ kind: 'paragraph', depth: 0, line: index + 1, text: content, indent }];
  });
}

/** Reads a plain text file or a page pasted as text. */
export function readTextPage(text: string, keepAll: boolean): Page {
  const lines = linesOf(text);
  const indents = new Map(lines.map(({ line, indent }) => [line, indent]));
  const page = cleanPage(lines, { keepAll, title: null });
  const story = page.blocks.map((block) => ({ ...block, indent: indents.get(block.line) ?? 0 }));
  return { ...page, blocks: withSectionHeadings(paragraphsOf(story)) };
}
