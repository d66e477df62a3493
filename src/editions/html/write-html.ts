/**
 * A tree as HTML: what `hast-util-to-html` writes, byte for byte (a test compares them), in a fourth of its
 * time for the elements and texts that pages are made of. Everything else is left to it.
 */
import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { htmlVoidElements } from 'html-void-elements';
import { find, html, type Info } from 'property-information';

type Value = Properties[string];

const VOID: ReadonlySet<string> = new Set(htmlVoidElements);

/** Elements with rules of their own for what stands in them. */
const OTHER: ReadonlySet<string> = new Set(['svg', 'math', 'template']);

/** Their text is no text: it is written as it stands. */
const VERBATIM: ReadonlySet<string> = new Set(['script', 'style']);

/** What an attribute's value cannot hold as it stands. */
const UNQUOTED = /[\0"&'`]/;
const UNQUOTABLE = new RegExp(UNQUOTED, 'g');

function reference(sign: string): string {
  return `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`;
}

interface Known extends Info {
  /** All that comes before the value. */
  readonly start: string;
  /** It is no truth value. */
  readonly isText: boolean;
}

const known = new Map<string, Known>();

function knownOf(property: string): Known {
  const before = known.get(property);
  if (before !== undefined) return before;
  const info = find(html, property);
  const name = info.attribute.replace(/[\0\t\n\f\r "&'/<=>`]/g, reference);
  const isText = !info.boolean && !info.overloadedBoolean;
  const made = { ...info, start: ` ${name}`, isText };
  known.set(property, made);
  return made;
}

/** Truth values as such: HTML says them by there being an attribute or none. */
function plain({ attribute, boolean, overloadedBoolean }: Info, value: Value): Value {
  const isBare = value === attribute || value === '';
  if (overloadedBoolean && isBare) return true;
  if (!boolean && !overloadedBoolean) return value;
  return typeof value !== 'string' || isBare ? Boolean(value) : value;
}

function isNothing(value: Value): boolean {
  if (value === null || value === undefined || value === false) return true;
  return typeof value === 'number' && Number.isNaN(value);
}

function wordsOf({ commaSeparated }: Info, value: Value): string {
  if (!Array.isArray(value)) return String(value);
  if (!commaSeparated) return value.join(' ').trim();
  return (value.at(-1) === '' ? [...value, ''] : value).join(', ').trim();
}

function quoted(value: string): string {
  return `"${UNQUOTED.test(value) ? value.replace(UNQUOTABLE, reference) : value}"`;
}

function attribute(property: string, given: Value): string {
  if (given === null || given === undefined) return '';
  const info = knownOf(property);
  // Most are texts that mean themselves.
  if (typeof given === 'string' && info.isText) return `${info.start}=${quoted(given)}`;
  const value = plain(info, given);
  if (isNothing(value)) return '';
  return value === true ? info.start : `${info.start}=${quoted(wordsOf(info, value))}`;
}

function attributes(properties: Properties): string {
  let written = '';
  for (const name of Object.keys(properties)) written += attribute(name, properties[name]);
  return written;
}

function elementHtml(element: Element): string {
  const { tagName, properties, children } = element;
  if (OTHER.has(tagName)) return toHtml(element);
  let content = '';
  for (const child of children) content += nodeHtml(child, tagName);
  const opening = `<${tagName}${attributes(properties)}>`;
  return content === '' && VOID.has(tagName.toLowerCase())
    ? opening
    : `${opening}${content}</${tagName}>`;
}

function nodeHtml(node: ElementContent | RootContent, parent: string): string {
  if (node.type === 'element') return elementHtml(node);
  if (node.type !== 'text') return toHtml(node);
  const { value } = node;
  if (!value.includes('<') && !value.includes('&')) return value;
  return VERBATIM.has(parent) ? value : value.replace(/[<&]/g, reference);
}

/** The bytes of a tree. */
export function writeHtml(root: Root): string {
  return root.children.map((child) => nodeHtml(child, '')).join('');
}
