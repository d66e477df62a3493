/** An article as it will be published, as lines for a terminal. */
import type { FootnoteDefinition, List, ListItem, Nodes, Root, Table, TableRow } from 'mdast';
import { parseMarkdown } from '../core/markdown/parse.ts';
import { LANGS, type Block, type BlockKind, type Unit } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import type { View } from './edition.ts';
import { keepFootnotes } from './html/footnotes.ts';
import { placeBlocks, type Placed } from './html/place.ts';
import {
  articleDate,
  authors,
  blockUnits,
  fieldBlock,
  shownFields,
  titleBlock,
} from './parts/front.ts';
import {
  plainLine,
  TOP_LEVEL,
  type PreviewKind,
  type PreviewLine,
  type PreviewPlace,
} from './preview/line.ts';
import { bareRun } from './preview/runs.ts';
import { sidesOf, wordsOf, type Context } from './preview/texts.ts';

export type { PreviewLine, PreviewSide } from './preview/line.ts';
export type { PreviewMark, PreviewRun } from './preview/runs.ts';

/** Deeper nested than this nothing is shown: no page would be published either. */
const MAX_DEPTH = 100;

interface Walk extends Context {
  /** What the article's blocks have become in the tree. */
  readonly placed: ReadonlyMap<Nodes, Placed>;
  /** The heading that serves as title: it stands above the body. */
  readonly title: Block | undefined;
}

const KINDS: Readonly<Record<BlockKind, PreviewKind>> = {
  field: 'lede',
  heading: 'heading',
  paragraph: 'paragraph',
  'list-item': 'paragraph',
  'table-cell': 'table-row',
  caption: 'caption',
};

/** Kinds whose pairs stand one below the other in the bilingual edition. */
const BY_PAIR: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item']);

interface Shape extends PreviewPlace {
  readonly kind: PreviewKind;
  readonly depth: number;
}

/** A line of these units; none when the view leaves all of them out. */
function lineOf(
  context: Context,
  cells: readonly (readonly Unit[])[],
  shape: Shape,
): PreviewLine[] {
  const sides = sidesOf(context, cells);
  if (sides.length === 0) return [];
  const units = cells.flat().map(({ index }) => index);
  return [{ ...shape, follows: false, units, sides }];
}

/** A block's lines: one, or one for each pair. */
function blockLines(context: Context, block: Block, shape: Shape): PreviewLine[] {
  const units = blockUnits(context.state, block);
  const isByPair = context.view === 'bilingual' && BY_PAIR.has(block.kind);
  const groups = isByPair ? units.map((unit) => [unit]) : [units];
  const lines = groups.flatMap((group) => lineOf(context, [group], shape));
  return lines.map((line, at) => (at === 0 ? line : { ...line, follows: true, lead: '' }));
}

function imageLines(node: Nodes, place: PreviewPlace): PreviewLine[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    child.type === 'image' ? [plainLine('caption', [bareRun(`[${child.url}]`)], place)] : [],
  );
}

function textLines(walk: Walk, node: Nodes, place: PreviewPlace): PreviewLine[] {
  const placed = walk.placed.get(node);
  if (placed === undefined) return imageLines(node, place);
  const { block } = placed;
  if (block === walk.title) return [];
  const shape = { ...place, kind: KINDS[block.kind], depth: block.depth };
  if (block.kind !== 'caption') return blockLines(walk, block, shape);
  const caption = blockLines(walk, block, { ...shape, lead: '' });
  return [...imageLines(node, place), ...caption.map((line) => ({ ...line, follows: true }))];
}

function rowLines(walk: Walk, row: TableRow, depth: number, place: PreviewPlace): PreviewLine[] {
  const cells = row.children.map((cell) => walk.placed.get(cell)?.units ?? []);
  return lineOf(walk, cells, { ...place, kind: 'table-row', depth });
}

function tableLines(walk: Walk, table: Table, place: PreviewPlace): PreviewLine[] {
  return table.children.flatMap((row, at) => rowLines(walk, row, at === 0 ? 1 : 0, place));
}

function itemLead({ ordered, start }: List, { checked }: ListItem, at: number): string {
  const box = typeof checked === 'boolean' ? `[${checked ? 'x' : ' '}] ` : '';
  return ordered === true ? `${(start ?? 1) + at}. ${box}` : box || '- ';
}

/** Lines with what stands before the first of them. */
function led(lines: readonly PreviewLine[], lead: string): PreviewLine[] {
  return lines.map((line, at) => (at === 0 && line.lead === '' ? { ...line, lead } : line));
}

function listLines(walk: Walk, list: List, place: PreviewPlace, depth: number): PreviewLine[] {
  const inside = { ...place, lead: '', indent: place.indent + 1 };
  return list.children.flatMap((item, at) => {
    const lines = led(within(walk, item, inside, depth), itemLead(list, item, at));
    return lines.map((line): PreviewLine =>
      line.kind === 'paragraph' ? { ...line, kind: 'list-item' } : line,
    );
  });
}

function noteLines(
  walk: Walk,
  note: FootnoteDefinition,
  place: PreviewPlace,
  depth: number,
): PreviewLine[] {
  return led(within(walk, note, place, depth), `[${note.label ?? note.identifier}] `);
}

/** What raw HTML says: the text outside its tags, but for what a page never shows. */
function htmlLines(value: string, place: PreviewPlace): PreviewLine[] {
  const text = value
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|iframe|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<[^>]*>?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? [] : [plainLine('html', [bareRun(text)], place)];
}

function linesOf(walk: Walk, node: Nodes, place: PreviewPlace, depth: number): PreviewLine[] {
  if (depth > MAX_DEPTH) return [];
  switch (node.type) {
    case 'table':
      return tableLines(walk, node, place);
    case 'list':
      return listLines(walk, node, place, depth);
    case 'blockquote':
      return within(walk, node, { ...place, quotes: place.quotes + 1 }, depth);
    case 'footnoteDefinition':
      return noteLines(walk, node, place, depth);
    default:
      return leafLines(walk, node, place);
  }
}

function leafLines(walk: Walk, node: Nodes, place: PreviewPlace): PreviewLine[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return textLines(walk, node, place);
    case 'code':
      return [plainLine('code', [bareRun(node.value)], place)];
    case 'thematicBreak':
      return [plainLine('rule', [], place)];
    case 'html':
      return htmlLines(node.value, place);
    default:
      return [];
  }
}

/** The lines of a node's children; notes stand behind everything else, as on the page. */
function within(walk: Walk, node: Nodes, place: PreviewPlace, depth: number): PreviewLine[] {
  if (!('children' in node)) return [];
  const children: readonly Nodes[] = node.children;
  const isNote = (child: Nodes): boolean => child.type === 'footnoteDefinition';
  return [...children.filter((child) => !isNote(child)), ...children.filter(isNote)].flatMap(
    (child) => linesOf(walk, child, place, depth + 1),
  );
}

function bodyLines(context: Context, tree: Root): PreviewLine[] {
  const { state } = context;
  const placed = new Map(placeBlocks(state, tree).map((each) => [each.holder, each]));
  const title = fieldBlock(state, 'title') === undefined ? titleBlock(state) : undefined;
  keepFootnotes(tree);
  return within({ ...context, placed, title }, tree, TOP_LEVEL, 0);
}

function bylineLines({ state, view }: Context): PreviewLine[] {
  const langs = view === 'bilingual' ? LANGS : [view];
  const date = articleDate(state);
  const dates = langs.flatMap((lang) =>
    date === null ? [] : [wordsOf(lang).date(date.year, date.month, date.day)],
  );
  const names = authors(state).join(wordsOf(langs[0] ?? 'zh').nameGap);
  const words = [names, ...dates].filter((text) => text !== '');
  return words.length === 0 ? [] : [plainLine('byline', [bareRun(words.join('  '))])];
}

function frontLines(context: Context): PreviewLine[] {
  const { state } = context;
  const title = titleBlock(state);
  const shape = { ...TOP_LEVEL, depth: 1, kind: 'title' } as const;
  const titles =
    title === undefined
      ? [{ ...plainLine('title', [bareRun(state.article.slug)]), depth: 1 }]
      : blockLines(context, title, shape);
  const fields = shownFields(state).flatMap((block) =>
    blockLines(context, block, { ...TOP_LEVEL, depth: 0, kind: 'lede' }),
  );
  return [...titles, ...fields, ...bylineLines(context)];
}

/** The article's page in a view, line by line: title, lede, byline, body, notes. */
export function previewOf(state: ArticleState, view: View): readonly PreviewLine[] {
  const context = { state, view };
  return [...frontLines(context), ...bodyLines(context, parseMarkdown(state.article.text))];
}
