/** Pictures that are published with the article are shown from where they are published. */
import type { Element, Nodes } from 'hast';
import type { PictureSize } from '../parts/picture-size.ts';

interface PlacedPicture {
  readonly src: string;
  readonly size: PictureSize | null;
}

/** A picture that is published with the article; null for any other, which stays as it is. */
export type FindPicture = (src: string) => PlacedPicture | null;

/** A size of the article's own is kept. */
function place({ properties }: Element, { src, size }: PlacedPicture): void {
  properties['src'] = src;
  if (size === null || properties['width'] !== undefined || properties['height'] !== undefined)
    return;
  properties['width'] = size.width;
  properties['height'] = size.height;
}

/** Gives pictures their new addresses, in place, and the room that they take. */
export function placePictures(node: Nodes, find: FindPicture): void {
  if (node.type === 'element' && node.tagName === 'img') {
    const { src } = node.properties;
    const found = typeof src === 'string' ? find(src) : null;
    if (found !== null) place(node, found);
  }
  if ('children' in node) for (const child of node.children) placePictures(child, find);
}
