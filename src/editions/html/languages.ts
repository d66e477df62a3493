/** Marks what is in another language than the page and has no mark of its own. */
import type { Element, Nodes, Root, Text } from 'hast';
import { detectLanguage } from '../../core/language.ts';
import type { Lang } from '../../core/model.ts';
import type { EditionOptions } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import { element } from './element.ts';
import { own } from './words.ts';

/** Code is in no language that a reader speaks. */
const NO_LANGUAGE = new Set(['pre', 'code', 'kbd', 'samp', 'var']);

interface Around {
  readonly lang: Lang;
  /** Inside a sentence a name in the other language stays unmarked; an image's words do not. */
  readonly sentence: boolean;
}

function isText({ type }: Nodes): boolean {
  return type === 'text';
}

/** The words that the element itself says: its alternative text, or the text right inside it. */
function ownWords(element: Element, sentence: boolean): string {
  if (element.tagName === 'img') return String(element.properties['alt'] ?? '');
  if (sentence || !element.children.some(isText)) return '';
  return element.children.map((child) => (child.type === 'text' ? child.value : ' ')).join('');
}

function mark(node: Element, lang: Lang, options: EditionOptions): Element {
  node.properties['lang'] = pageLanguage(lang, options).tag;
  return lang === 'zh' ? own(node, { lang: 'tag' }) : node;
}

function inside(element: Element, around: Around, options: EditionOptions): Around {
  const marked = element.properties['lang'];
  if (typeof marked === 'string') {
    return { lang: marked.startsWith('zh') ? 'zh' : 'en', sentence: true };
  }
  const words = ownWords(element, around.sentence);
  const lang = (words === '' ? null : detectLanguage(words)) ?? around.lang;
  if (lang === around.lang) return around;
  mark(element, lang, options);
  return { ...around, lang };
}

/** Text that stands in no element of the article's, such as what a broken tag leaves of itself. */
function looseText(tree: Root, around: Around, options: EditionOptions): void {
  tree.children = tree.children.map((child) => {
    const lang = child.type === 'text' ? detectLanguage(child.value) : null;
    if (lang === null || lang === around.lang) return child;
    return mark(element('span', {}, child as Text), lang, options);
  });
}

/**
 * Marks the tree in place.
 * @param around the language of what `node` stands in
 */
export function markLanguages(node: Nodes, around: Around, options: EditionOptions): void {
  if (node.type === 'element' && NO_LANGUAGE.has(node.tagName)) return;
  if (node.type === 'root') looseText(node, around, options);
  const here = node.type === 'element' ? inside(node, around, options) : around;
  if ('children' in node) for (const child of node.children) markLanguages(child, here, options);
}
