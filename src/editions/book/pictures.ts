/** Pictures in a book: those of the workspace are in it; none is fetched, so words and a link stand for others. */
import type { Element, ElementContent } from 'hast';
import { element } from '../html/element.ts';
import type { PictureShelf } from './shelf.ts';

function wordsOf({ properties }: Element): string {
  const { alt, title } = properties;
  return (
    [alt, title].find((text) => typeof text === 'string' && text.trim() !== '')?.toString() ?? ''
  );
}

function replacement(image: Element): ElementContent {
  const { lang, src } = image.properties;
  const words = wordsOf(image);
  const isRemote = typeof src === 'string' && /^https?:\/\//i.test(src);
  const text = words === '' && isRemote ? src : words;
  const properties = { className: ['picture'], ...(lang === undefined ? {} : { lang }) };
  return isRemote
    ? element('a', { ...properties, href: src }, text)
    : element('span', properties, text);
}

function hasText(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return node.type === 'element' && node.children.some(hasText);
}

function isShown({ properties }: Element, shelf: PictureShelf): boolean {
  return shelf.all.has(String(properties['src']));
}

function spaced(node: ElementContent): ElementContent[] {
  return [{ type: 'text', value: ' ' }, node];
}

function imagesIn(node: ElementContent): Element[] {
  if (node.type !== 'element') return [];
  return node.tagName === 'img' ? [node] : node.children.flatMap(imagesIn);
}

/** Of pictures whose words stand below them already only a link is left, in these words. */
function linksOf(images: readonly Element[]): ElementContent[] {
  return images.flatMap((image) => {
    const link = replacement({
      ...image,
      properties: { ...image.properties, alt: '↗', title: '' },
    });
    return link.type === 'element' && link.tagName === 'a' ? spaced(link) : [];
  });
}

function inFigure(figure: Element, shelf: PictureShelf): Element {
  const inside = (node: ElementContent): ElementContent => withPictures(node, shelf);
  const caption = figure.children.find(
    (child): child is Element =>
      child.type === 'element' && child.tagName === 'figcaption' && hasText(child),
  );
  const images = imagesIn(figure);
  const missing = images.filter((image) => !isShown(image, shelf));
  if (caption === undefined || missing.length === 0) {
    return { ...figure, children: figure.children.map(inside) };
  }
  const shown = images.filter((image) => isShown(image, shelf)).map(inside);
  const words = { ...caption, children: [...caption.children.map(inside), ...linksOf(missing)] };
  return { ...figure, children: [...shown, words] };
}

/** The node with what a book shows in the place of every picture. */
export function withPictures(node: ElementContent, shelf: PictureShelf): ElementContent {
  if (node.type !== 'element') return node;
  if (node.tagName === 'figure') return inFigure(node, shelf);
  if (node.tagName !== 'img') {
    return { ...node, children: node.children.map((child) => withPictures(child, shelf)) };
  }
  if (!isShown(node, shelf)) return replacement(node);
  const { src, alt, lang } = node.properties;
  return element('img', { src, alt: alt ?? '', ...(lang === undefined ? {} : { lang }) });
}
