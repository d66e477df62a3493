/** An article's body as HTML of one view: the article's own structure, the units' texts. */
import type { ElementContent, Root as HastRoot } from 'hast';
import type { PhrasingContent, Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { parseMarkdown } from '../../core/markdown/parse.ts';
import type { Unit } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import { fieldBlock, titleBlock } from '../parts/front.ts';
import { sideIn } from '../parts/sides.ts';
import { pageLanguage } from '../language/index.ts';
import { markLanguages } from './languages.ts';
import { assertShallow } from './depth.ts';
import { keepFootnotes } from './footnotes.ts';
import type { Placed } from './place.ts';
import { asFigure, breakBetween, detach, placeBlocks, prune } from './place.ts';
import { relink } from './relink.ts';
import { safeTree } from './safe.ts';
import { label, labelLanguage } from './shell.ts';
import { plainCheckboxes, tidy } from './tidy.ts';
import type { UnitContext } from './units.ts';
import { pair, sentence, spaced } from './units.ts';

export interface BodyContext extends UnitContext {
  /** Slugs that have a page in this run. */
  readonly slugs: ReadonlySet<string>;
}

function gap(state: ArticleState, left: Unit, right: Unit, context: UnitContext): PhrasingContent {
  if (breakBetween(state, left, right)) return { type: 'break' };
  const { view, options } = context;
  if (view === 'bilingual') return { type: 'text', value: ' ' };
  const langs = [left, right].map((unit) => sideIn(unit, view)?.lang ?? view);
  const tight = langs.every((lang) => pageLanguage(lang, options).sentenceGap === '');
  return { type: 'text', value: tight ? '' : ' ' };
}

/** The sentences of a block in one language, with what stands between them. */
export function sentences(
  state: ArticleState,
  units: readonly Unit[],
  context: UnitContext,
): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let last: Unit | null = null;
  for (const unit of units) {
    const node = sentence(unit, context);
    if (node === null) continue;
    if (last !== null) nodes.push(gap(state, last, unit, context));
    nodes.push(node);
    last = unit;
  }
  return nodes;
}

/** The pairs of a block that may hold phrasing only (a heading, a cell, a caption). */
export function inlinePairs(units: readonly Unit[], context: UnitContext): PhrasingContent[] {
  return spaced(
    units.map((unit) => pair(unit, 'span', context)),
    ' ',
  );
}

const LINE: PhrasingContent = { type: 'text', value: '\n' };

function fillBilingual(placed: Placed, context: BodyContext): void {
  const { block, holder, units } = placed;
  if (block.kind === 'caption') {
    asFigure(holder, inlinePairs(units, context));
  } else if (block.kind === 'heading' || block.kind === 'table-cell') {
    holder.children = inlinePairs(units, context);
  } else {
    holder.data = { hName: 'div', hProperties: { className: ['pairs'] } };
    const pairs = units.map((unit) => pair(unit, 'div', context));
    holder.children = pairs.flatMap((node): PhrasingContent[] => [LINE, node]).concat(LINE);
  }
}

function fillOneLanguage(state: ArticleState, placed: Placed, context: BodyContext): void {
  const nodes = sentences(state, placed.units, context);
  if (placed.block.kind === 'caption') asFigure(placed.holder, nodes);
  else placed.holder.children = nodes;
  // A paragraph of which nothing is left would be an empty line on the page.
  const empty = nodes.length === 0 && placed.block.kind !== 'table-cell';
  if (empty) detach(placed);
}

function dropFrontMatter(tree: Root): void {
  tree.children = tree.children.filter((node) => node.type !== 'yaml');
}

function fill(state: ArticleState, tree: Root, context: BodyContext): void {
  // Without a title of its own the article's first heading is the page's, not the body's.
  const title = fieldBlock(state, 'title') === undefined ? titleBlock(state) : undefined;
  for (const placed of placeBlocks(state, tree)) {
    if (placed.block === title) detach(placed);
    else if (context.view === 'bilingual') fillBilingual(placed, context);
    else fillOneLanguage(state, placed, context);
  }
}

/** For attributes, which can mark no language. */
function words(key: 'backToText' | 'table', { view, options }: UnitContext): string {
  if (view !== 'bilingual') return pageLanguage(view, options)[key];
  return `${pageLanguage('zh', options)[key]} ${pageLanguage('en', options)[key]}`;
}

/** The body of an article's page. */
export function articleBody(state: ArticleState, context: BodyContext): ElementContent[] {
  const tree = parseMarkdown(state.article.text);
  assertShallow(tree, state.article.slug);
  dropFrontMatter(tree);
  fill(state, tree, context);
  prune(tree);
  keepFootnotes(tree);
  const hast = toHast(tree, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteBackLabel: words('backToText', context),
    footnoteLabelProperties: { className: ['footnotes-title'] },
  }) as HastRoot;
  plainCheckboxes(hast);
  relink(hast, context.slugs);
  const labels = {
    table: words('table', context),
    footnotes: label(context.view, 'footnotes', context.options),
  };
  const body = tidy(safeTree(hast), labels);
  const lang = labelLanguage(context.view);
  markLanguages(body, { lang, sentence: false }, context.options);
  return body.children as ElementContent[];
}

/** Inline nodes as elements, for what stands outside the body. */
export function inlineHtml(nodes: readonly PhrasingContent[]): ElementContent[] {
  const hast = toHast({ type: 'root', children: [...nodes] }, { allowDangerousHtml: true });
  return safeTree(hast as HastRoot).children as ElementContent[];
}
