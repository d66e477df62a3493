/** Both languages in one Markdown file: each block is followed by its other side. */
import { renderMarkdown } from '../../core/markdown/render.ts';
import { spliceArticle } from '../../core/markdown/splice.ts';
import type { Block, BlockKind, Unit } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import type { EditionOptions } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import { blockUnits } from '../parts/front.ts';
import { targetSide } from '../parts/sides.ts';

/** Between two sides that have to share a line. */
const BESIDE = ' · ';

const OWN_LINE: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item']);

/** The targets of a block's units as Markdown, or '' when it has none. */
function targets(units: readonly Unit[], kind: BlockKind, options: EditionOptions): string {
  const sides = units.flatMap((unit) => targetSide(unit) ?? []);
  const gap = sides[0] === undefined ? '' : pageLanguage(sides[0].lang, options).sentenceGap;
  return sides.map((side) => renderMarkdown(side.text, side.tags, kind)).join(gap);
}

/**
 * What a further line of the same block starts with: quote marks stay, a list marker becomes its
 * width in spaces, a footnote's label four.
 */
function linePrefix(text: string, from: number): string {
  const start = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  return start
    .replace(/\[[ xX]\] +$/, '')
    .replace(/\[\^[^\]]*\]: */, '    ')
    .replace(/[^>\s]/g, ' ');
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function insertion(state: ArticleState, block: Block, options: EditionOptions): Insertion | null {
  const units = blockUnits(state, block);
  const last = units.at(-1);
  const target = targets(units, block.kind, options);
  if (last === undefined || target === '') return null;
  if (!OWN_LINE.has(block.kind)) return { at: last.segment.span.to, text: `${BESIDE}${target}` };
  const prefix = linePrefix(state.article.text, block.span.from);
  const between = `\n${prefix.trimEnd()}\n${prefix}`;
  return { at: block.span.to, text: between + target };
}

function bilingualBody(state: ArticleState, options: EditionOptions): string {
  const { article } = state;
  let body = '';
  let at = article.bodyFrom;
  for (const block of article.blocks) {
    const insert = block.kind === 'field' ? null : insertion(state, block, options);
    if (insert === null) continue;
    body += article.text.slice(at, insert.at) + insert.text;
    at = insert.at;
  }
  return body + article.text.slice(at);
}

/** The front matter with both texts of every translatable field. */
function bilingualFront(state: ArticleState): string {
  const { article, units } = state;
  const spliced = spliceArticle(article, (segment, index) => {
    const unit = units[index];
    const field = article.blocks[segment.block]?.kind === 'field';
    const target = unit === undefined || !field ? null : targetSide(unit);
    const text = target === null ? null : `${segment.text}${BESIDE}${target.text}`;
    return { text, lang: segment.lang };
  });
  // The body was kept as it stands, so what comes before it is the front matter.
  return spliced.slice(0, spliced.length - (article.text.length - article.bodyFrom));
}

/** An article with both languages, source first. */
export function bilingualMarkdown(state: ArticleState, options: EditionOptions): string {
  return bilingualFront(state) + bilingualBody(state, options);
}
