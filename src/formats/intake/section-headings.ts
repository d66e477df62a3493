/** Headings of a news bulletin that arrives as plain lines. */
import { isProse } from './furniture/judge-lines.ts';
import type { PageBlock } from './intake.ts';

/** What editors of bulletins write over a part; one of them makes the page a bulletin. */
const SECTIONS =
  /^(?:in this edition|hot issue reports?|in the headlines|headlines?|top (?:news|stories)|news in brief|news briefs?|special reports?|feature reports?|business news|sports news|media digest|本期节目|本期提要|内容提要|内容摘要|新闻提要|热点报道|今日要闻|新闻摘要|简讯|国内简讯|国际快讯|联播快讯)$/iu;
const MAX_HEADING = 120;

/** Title Case: nearly every longer word begins with a capital, and there is no stop. */
function isTitleCase(text: string): boolean {
  const words = text.match(/[A-Za-z][A-Za-z'’.-]*/g) ?? [];
  const long = words.filter((word) => word.length > 3);
  const capital = long.filter((word) => /^[A-Z]/.test(word)).length;
  return words.length >= 3 && long.length > 0 && capital >= 0.8 * long.length;
}

function isHeading(block: PageBlock, next: PageBlock | undefined): boolean {
  if (block.text.length > MAX_HEADING || /[.!?,:;。！？，：；]["”]?$/u.test(block.text))
    return false;
  return isTitleCase(block.text) && next?.kind === 'paragraph' && isProse(next.text);
}

/** Makes headings of a bulletin's section titles and of the headlines under them. */
export function withSectionHeadings(blocks: readonly PageBlock[]): PageBlock[] {
  if (!blocks.some(({ kind, text }) => kind === 'paragraph' && SECTIONS.test(text))) {
    return [...blocks];
  }
  return blocks.map((block, index) => {
    if (block.kind !== 'paragraph') return block;
    if (SECTIONS.test(block.text)) return { ...block, kind: 'heading', depth: 2 };
    return isHeading(block, blocks[index + 1]) ? { ...block, kind: 'heading', depth: 3 } : block;
  });
}
