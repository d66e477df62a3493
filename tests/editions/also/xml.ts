/** Reads XML back as a tree: what another program would see. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Throws an Error for what is not well-formed. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const stack = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [] };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('text', (part) => stack.at(-1)?.children.push(part));
  parser.on('cdata', (part) => stack.at(-1)?.children.push(part));
  parser.on('closetag', () => stack.pop());
  parser.write(text).close();
  const found = root.children.find((child) => typeof child !== 'string');
  if (found === undefined) throw new Error('no element');
  return found;
}

export function childrenOf({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** All elements below one, in document order, itself first. */
export function everyElement(element: XmlElement): XmlElement[] {
  return [element, ...childrenOf(element).flatMap(everyElement)];
}

export function named(element: XmlElement, name: string): XmlElement[] {
  return everyElement(element).filter((each) => each.name === name);
}

export function textIn({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
