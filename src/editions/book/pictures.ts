/** Pictures of a book: none is fetched, so its words and a link stand in its place. */
import type { Element, ElementContent } from 'hast';
import { element } from '../html/element.ts';

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

/** Pictures whose words stand below them already are only linked to from there. */
function withoutPictures(figure: Element): Element {
  const captions = figure.children.filter(
    (child) => child.type === 'element' && child.tagName === 'figcaption' && hasText(child),
  );
  if (captions.length === 0) return { ...figure, children: figure.children.map(withoutImage) };
  const links = imagesIn(figure).flatMap((image): ElementContent[] => {
    const link = replacement({
      ...image,
      properties: { ...image.properties, alt: '↗', title: '' },
    });
    return link.type === 'element' && link.tagName === 'a' ? [link] : [];
  });
  const [caption] = captions as [Element];
  return {
    ...figure,
    children: [
      { ...caption, children: [...caption.children.map(withoutImage), ...links.flatMap(spaced)] },
    ],
  };
}

function spaced(node: ElementContent): ElementContent[] {
  return [{ type: 'text', value: ' ' }, node];
}

function imagesIn(node: ElementContent): Element[] {
  if (node.type !== 'element') return [];
  return node.tagName === 'img' ? [node] : node.children.flatMap(imagesIn);
}

/** The node with words in the place of every picture. */
export function withoutImage(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  if (node.tagName === 'img') return replacement(node);
  if (node.tagName === 'figure') return withoutPictures(node);
  return { ...node, children: node.children.map(withoutImage) };
}
