/** Units as inline nodes: a span a sentence, or both sides of a pair. */
import type { PhrasingContent } from 'mdast';
import { detectLanguage } from '../../core/language.ts';
import { LANGS, type Unit } from '../../core/model.ts';
import { plainText } from '../../core/tags.ts';
import type { EditionOptions, View } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import type { Side } from '../parts/sides.ts';
import { anchorOf, sideIn, sourceSide, targetSide } from '../parts/sides.ts';
import { inlineNodes, markdownElement } from './inline.ts';

export interface UnitContext {
  readonly view: View;
  readonly options: EditionOptions;
}

/** The tag of a text; none for a text without words, which is in no language. */
function langTag(side: Side, options: EditionOptions): string | undefined {
  return detectLanguage(plainText(side.text)) === null && side.text.search(/\p{L}/u) === -1
    ? undefined
    : pageLanguage(side.lang, options).tag;
}

function unreviewedTitle(side: Side, options: EditionOptions): string | undefined {
  return side.reviewed ? undefined : pageLanguage(side.lang, options).unreviewed;
}

/** One sentence of a one-language page; null when the edition leaves it out. */
export function sentence(unit: Unit, { view, options }: UnitContext): PhrasingContent | null {
  const side = view === 'bilingual' ? sourceSide(unit) : sideIn(unit, view);
  if (side === null) return null;
  const properties = {
    id: anchorOf(unit) ?? undefined,
    lang: langTag(side, options),
    className: side.reviewed ? [] : ['unreviewed'],
    title: unreviewedTitle(side, options),
  };
  return markdownElement('span', properties, inlineNodes(side.text, side.tags));
}

function half(name: string, side: Side, options: EditionOptions): PhrasingContent {
  const role = side.role === 'source' ? 'src' : 'tgt';
  const properties = {
    lang: langTag(side, options),
    className: side.reviewed ? [role] : [role, 'unreviewed'],
    title: unreviewedTitle(side, options),
  };
  return markdownElement(name, properties, inlineNodes(side.text, side.tags));
}

function pairClasses(unit: Unit, target: Side | null): string[] {
  if (unit.status === 'untranslatable') return ['pair', 'same'];
  if (target !== null) return ['pair'];
  return unit.status === 'omitted' ? ['pair', 'single'] : ['pair', 'single', 'unreviewed'];
}

/** Puts a gap between nodes. */
export function spaced(nodes: readonly PhrasingContent[], gap: string): PhrasingContent[] {
  const between: PhrasingContent = { type: 'text', value: gap };
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [between, node]));
}

function sentenceLink(anchor: string, { options }: UnitContext): PhrasingContent {
  const words = LANGS.map((lang) => {
    const { tag, sentenceLink: value } = pageLanguage(lang, options);
    return markdownElement('span', { lang: tag }, [{ type: 'text', value }]);
  });
  return {
    type: 'link',
    url: `#${anchor}`,
    data: { hProperties: { className: ['anchor'] } },
    children: [markdownElement('span', { className: ['visually-hidden'] }, spaced(words, ' '))],
  };
}

/**
 * Both sides of a unit in one element.
 * @param block `div` with paragraphs inside, or `span` where only phrasing may stand
 */
export function pair(unit: Unit, block: 'div' | 'span', context: UnitContext): PhrasingContent {
  const name = block === 'div' ? 'p' : 'span';
  const target = targetSide(unit);
  const anchor = anchorOf(unit);
  const children = [half(name, sourceSide(unit), context.options)];
  if (target !== null) children.push(half(name, target, context.options));
  if (block === 'div' && anchor !== null) children.push(sentenceLink(anchor, context));
  const properties = { id: anchor ?? undefined, className: pairClasses(unit, target) };
  return markdownElement(block, properties, spaced(children, block === 'div' ? '\n' : ' '));
}
