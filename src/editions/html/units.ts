/** Units as HTML: a span a sentence, or two columns of sentences that belong together. */
import type { Element, ElementContent } from 'hast';
import { detectLanguage } from '../../core/language.ts';
import { mainLanguage } from '../../core/main-language.ts';
import { otherLang, type Lang, type Unit } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import { plainText } from '../../core/tags.ts';
import type { EditionOptions, View } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import type { Side } from '../parts/sides.ts';
import { anchorOf, sideIn, sourceSide, targetSide } from '../parts/sides.ts';
import { element } from './element.ts';
import { inlineNodes } from './inline.ts';
import { hasLongRun } from './long-runs.ts';
import { breakBetween } from './place.ts';
import { inBoth, own } from './words.ts';

export interface UnitContext {
  readonly state: ArticleState;
  readonly view: View;
  readonly options: EditionOptions;
}

const LETTER = /\p{L}/u;

/** Whether a text is in a language at all: one without words is not. */
function isInLanguage({ text }: Side): boolean {
  return LETTER.test(text) || detectLanguage(plainText(text)) !== null;
}

/** @param around the language that the sentence would have without a mark of its own */
function span(id: string | null, side: Side, around: Lang | null, options: EditionOptions) {
  const marked = side.lang !== around && isInLanguage(side);
  const words = pageLanguage(side.lang, options);
  const properties = {
    ...(id === null ? {} : { id }),
    ...(marked ? { lang: words.tag } : {}),
    ...(side.reviewed ? {} : { className: ['unreviewed'], title: words.unreviewed }),
  };
  const node = element('span', properties, ...inlineNodes(side.text, side.tags));
  if (side.lang !== 'zh') return node;
  if (marked) own(node, { lang: 'tag' });
  return side.reviewed ? node : own(node, { title: 'unreviewed' });
}

interface Shown {
  readonly unit: Unit;
  readonly lang: Lang;
  readonly node: Element;
}

/** Puts between sentences what their languages put there, or the article's own line break. */
function joined(shown: readonly Shown[], { state, options }: UnitContext): ElementContent[] {
  const isTight = ({ lang }: Shown): boolean => pageLanguage(lang, options).sentenceGap === '';
  const nodes: ElementContent[] = [];
  for (const [at, here] of shown.entries()) {
    const before = shown[at - 1];
    if (before !== undefined) {
      if (breakBetween(state, before.unit, here.unit)) nodes.push(element('br', {}));
      else if (!isTight(before) || !isTight(here)) nodes.push({ type: 'text', value: ' ' });
    }
    nodes.push(here.node);
  }
  return nodes;
}

/** The sentences of a block in one language; none when the edition leaves it out. */
export function sentences(
  units: readonly Unit[],
  lang: Lang,
  context: UnitContext,
): ElementContent[] {
  const shown = units.flatMap((unit): Shown[] => {
    const side = sideIn(unit, lang);
    if (side === null) return [];
    return [{ unit, lang: side.lang, node: span(anchorOf(unit), side, null, context.options) }];
  });
  return joined(shown, context);
}

/** What a column shows of a unit: its text there, or null where it has none. */
function columnSide(unit: Unit, lang: Lang): Side | null {
  if (unit.segment.lang === lang) return sourceSide(unit);
  // What cannot be translated is the same in both.
  return unit.status === 'untranslatable' ? sourceSide(unit) : targetSide(unit);
}

/** Keeps the place of a sentence in the column that has no text for it. */
function emptyPlace(unit: Unit, lang: Lang, options: EditionOptions): Element {
  const words = unit.status === 'omitted' ? null : pageLanguage(lang, options).untranslated;
  return element('span', { className: ['none'] }, words);
}

function columnNodes(units: readonly Unit[], lang: Lang, context: UnitContext): ElementContent[] {
  const shown = units.map((unit): Shown => {
    const side = columnSide(unit, lang);
    if (side === null) return { unit, lang, node: emptyPlace(unit, lang, context.options) };
    // A sentence has one name on a page: its source bears it.
    const id = side.role === 'source' && unit.segment.lang === lang ? anchorOf(unit) : null;
    return { unit, lang: side.lang, node: span(id, side, lang, context.options) };
  });
  return joined(shown, context);
}

function column(
  name: 'p' | 'span',
  units: readonly Unit[],
  lang: Lang,
  context: UnitContext,
): Element | null {
  const isLeftOut = (unit: Unit): boolean =>
    unit.status === 'omitted' && unit.segment.lang !== lang;
  if (units.every(isLeftOut)) return null;
  const role = mainLanguage(units.map(({ segment }) => segment)) === lang ? 'src' : 'tgt';
  const nodes = columnNodes(units, lang, context);
  const className = hasLongRun(nodes) ? [lang, role, 'ragged'] : [lang, role];
  const properties = { className, lang: pageLanguage(lang, context.options).tag };
  return element(name, properties, ...nodes);
}

function sameInBoth(
  name: 'p' | 'span',
  units: readonly Unit[],
  { state, options }: UnitContext,
): Element {
  const shown = units.map((unit): Shown => {
    const side = sourceSide(unit);
    return { unit, lang: side.lang, node: span(null, side, side.lang, options) };
  });
  return element(
    name,
    { className: ['same'] },
    ...joined(shown, { state, options, view: 'bilingual' }),
  );
}

function placeLink(units: readonly Unit[], options: EditionOptions): Element | null {
  const [first] = units.flatMap((unit) => anchorOf(unit) ?? []);
  if (first === undefined) return null;
  const words = element(
    'span',
    { className: ['visually-hidden'] },
    ...inBoth('placeLink', options),
  );
  return element('a', { className: ['anchor'], href: `#${first}` }, words);
}

/**
 * Both languages of a block: a column each, and in both the same number of sentences, so that the nth
 * of one belongs to the nth of the other.
 * @param name `div` with paragraphs inside, or `span` where only phrasing may stand
 */
export function pair(units: readonly Unit[], name: 'div' | 'span', context: UnitContext): Element {
  const side = name === 'div' ? 'p' : 'span';
  if (units.every(({ status }) => status === 'untranslatable')) {
    return element(name, { className: ['pair'] }, sameInBoth(side, units, context));
  }
  const main = mainLanguage(units.map(({ segment }) => segment));
  const columns = [main, otherLang(main)].flatMap(
    (lang) => column(side, units, lang, context) ?? [],
  );
  const gap = name === 'div' ? '\n' : ' ';
  const link = name === 'div' ? placeLink(units, context.options) : null;
  return element(
    name,
    { className: columns.length === 1 ? ['pair', 'single'] : ['pair'] },
    ...columns.flatMap((node, at) => (at === 0 ? [node] : [gap, node])),
    ...(link === null ? [] : [gap, link]),
  );
}
