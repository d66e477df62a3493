/** Pictures in a book: those of the workspace are in it; none is fetched, so words and a link stand for others. */
import type { Element, ElementContent } from 'hast';
import { element, nodesOf, type Child } from '../html/element.ts';
import type { PictureShelf } from './shelf.ts';

function wordsOf({ properties }: Element): string {
  const { alt, title } = properties;
  return (
    [alt, title].find((text) => typeof text === 'string' && text.trim() !== '')?.toString() ?? ''
  );
}

function isRemote(src: unknown): src is string {
  return typeof src === 'string' && /^https?:\/\//i.test(src);
}

function replacement(image: Element): ElementContent {
  const { lang, src } = image.properties;
  const words = wordsOf(image);
  const text = words === '' && isRemote(src) ? src : words;
  const properties = { className: ['picture'], ...(lang === undefined ? {} : { lang }) };
  return isRemote(src)
    ? element('a', { ...properties, href: src }, text)
    : element('span', properties, text);
}

function hasText(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return node.type === 'element' && node.children.some(hasText);
}

interface Setting {
  readonly shelf: PictureShelf;
  /** Words of a link to a picture. */
  readonly see: Child;
}

function isShown({ properties }: Element, { shelf }: Setting): boolean {
  return shelf.all.has(String(properties['src']));
}

function imagesIn(node: ElementContent): Element[] {
  if (node.type !== 'element') return [];
  return node.tagName === 'img' ? [node] : node.children.flatMap(imagesIn);
}

/** Of pictures whose words stand below them already only a link is left. */
function linksOf(images: readonly Element[], see: Child): ElementContent[] {
  return images.flatMap(({ properties: { src } }) =>
    isRemote(src) ? nodesOf([' ', element('a', { className: ['picture'], href: src }, see)]) : [],
  );
}

function inFigure(figure: Element, setting: Setting): Element {
  const inside = (node: ElementContent): ElementContent => withPictures(node, setting);
  const caption = figure.children.find(
    (child): child is Element =>
      child.type === 'element' && child.tagName === 'figcaption' && hasText(child),
  );
  const images = imagesIn(figure);
  const missing = images.filter((image) => !isShown(image, setting));
  if (caption === undefined || missing.length === 0) {
    return { ...figure, children: figure.children.map(inside) };
  }
  const shown = images.filter((image) => isShown(image, setting)).map(inside);
  const links = linksOf(missing, setting.see);
  const words = { ...caption, children: [...caption.children.map(inside), ...links] };
  return { ...figure, children: [...shown, words] };
}

/** The node with what a book shows in the place of every picture. */
export function withPictures(node: ElementContent, setting: Setting): ElementContent {
  if (node.type !== 'element') return node;
  if (node.tagName === 'figure') return inFigure(node, setting);
  if (node.tagName !== 'img') {
    return { ...node, children: node.children.map((child) => withPictures(child, setting)) };
  }
  if (!isShown(node, setting)) return replacement(node);
  const { src, alt, lang } = node.properties;
  return element('img', { src, alt: alt ?? '', ...(lang === undefined ? {} : { lang }) });
}
