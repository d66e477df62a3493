/** An article's body as HTML of one view: the article's own structure, the units' texts. */
import type { Element, ElementContent, Root } from 'hast';
import type { Unit } from '../../core/model.ts';
import { headingAnchors } from '../parts/heading-anchors.ts';
import { anchorOf } from '../parts/sides.ts';
import { element } from './element.ts';
import { markLanguages } from './languages.ts';
import { linkTo } from './links.ts';
import { hasLongRun } from './long-runs.ts';
import { placeNotes } from './notes.ts';
import { placePictures, type FindPicture } from './place-pictures.ts';
import { relink } from './relink.ts';
import type { Skeleton } from './skeleton.ts';
import { tidy } from './tidy.ts';
import type { UnitContext } from './units.ts';
import { pair, sentences } from './units.ts';
import { labelLanguage, own, ownLabel, plainLabel } from './words.ts';

export interface BodyContext extends UnitContext {
  /** Slugs that have a page in this run. */
  readonly slugs: ReadonlySet<string>;
  readonly skeleton: Skeleton;
  readonly picture: FindPicture;
}

/** The texts of a block where only phrasing may stand. */
export function phrasing(units: readonly Unit[], context: UnitContext): ElementContent[] {
  return context.view === 'bilingual'
    ? [pair(units, 'span', context)]
    : sentences(units, context.view, context);
}

/** To the same paragraph on the page of both languages: the way that needs no script. */
function besideLink(units: readonly Unit[], { view, options, state }: BodyContext): Element | null {
  const { slug } = state.article;
  const [first] = units.flatMap((unit) => anchorOf(unit) ?? []);
  if (first === undefined) return null;
  const href = `${linkTo({ view, slug }, { view: 'bilingual', slug }, options)}#${first}`;
  const ariaLabel = plainLabel(view, 'besideLink', options);
  const link = element('a', { className: ['beside'], href, ariaLabel });
  return own(link, { ariaLabel: 'besideLink' });
}

/** A block of one language; nothing when the view leaves all of its text out. */
function textNodes(node: Element, units: readonly Unit[], context: BodyContext): ElementContent[] {
  const { dataBlock: _, dataTight, ...properties } = node.properties;
  const nodes = phrasing(units, context);
  if (CELLS.has(node.tagName)) return [element(node.tagName, properties, ...nodes)];
  // A paragraph of which nothing is left would be an empty line on the page.
  if (nodes.length === 0 || dataTight !== undefined) return nodes;
  if (node.tagName !== 'div') return [element(node.tagName, properties, ...nodes)];
  const ragged = hasLongRun(nodes) ? { className: ['ragged'] } : {};
  return [element('p', { ...properties, ...ragged }, ...nodes, besideLink(units, context))];
}

/** What a block's element becomes. */
function blockNodes(node: Element, context: BodyContext): ElementContent[] {
  const units = context.skeleton.units[Number(node.properties['dataBlock'])] ?? [];
  const isPair = node.tagName === 'div' && context.view === 'bilingual';
  return isPair ? [pair(units, 'div', context)] : textNodes(node, units, context);
}

const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const EMPTIABLE: ReadonlySet<string> = new Set(['li', 'ul', 'ol', 'blockquote']);

function isEmpty({ tagName, children }: Element): boolean {
  if (!EMPTIABLE.has(tagName)) return false;
  return children.every((child) => child.type === 'text' && child.value.trim() === '');
}

/** The sign of a task, which nobody can tick. */
function withTask(item: Element): Element {
  const { dataTask, ...properties } = item.properties;
  if (dataTask === undefined) return item;
  const isDone = dataTask === 'done';
  const classes = ['task', isDone ? 'done' : 'open'];
  const sign = element('span', { className: classes }, isDone ? '☑ ' : '☐ ');
  const first = item.children.find(({ type }) => type === 'element');
  if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(sign);
  else item.children.unshift(sign);
  return { ...item, properties: { ...properties, className: ['task-item'] } };
}

/** A copy of the skeleton's nodes with the view's texts in them. */
function filled(nodes: readonly ElementContent[], context: BodyContext): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [{ ...node }];
    if (node.properties['dataBlock'] !== undefined) return blockNodes(node, context);
    const children = filled(node.children, context);
    const copy = { ...node, properties: { ...node.properties }, children };
    return isEmpty(copy) ? [] : [withTask(copy)];
  });
}

/** Looked for where a link asks for one. */
function headingsOf({ state }: BodyContext): () => ReadonlyMap<string, string> {
  let known: ReadonlyMap<string, string> | undefined;
  return () => (known ??= headingAnchors(state));
}

/** The body of an article's page. */
export function articleBody(context: BodyContext): ElementContent[] {
  const { view, options } = context;
  const children = filled(context.skeleton.tree.children as ElementContent[], context);
  const tree: Root = { type: 'root', children };
  placeNotes(tree, {
    title: ownLabel(view, 'footnotes', options),
    back: plainLabel(view, 'backToText', options),
  });
  relink(tree, { slugs: context.slugs, headings: headingsOf(context) });
  placePictures(tree, context.picture);
  const body = tidy(tree, plainLabel(view, 'table', options));
  markLanguages(body, { lang: labelLanguage(view), sentence: false }, options);
  return body.children as ElementContent[];
}
