/** Pictures that are published with the article are shown from where they are published. */
import type { Nodes } from 'hast';

/** @param picture the new address of a picture; null: it stays as it is */
export function placePictures(node: Nodes, picture: (src: string) => string | null): void {
  if (node.type === 'element' && node.tagName === 'img') {
    const { src } = node.properties;
    if (typeof src === 'string') node.properties['src'] = picture(src) ?? src;
  }
  if ('children' in node) for (const child of node.children) placePictures(child, picture);
}
