/**
 * A tree as HTML: what `hast-util-to-html` writes, byte for byte (a test compares them), in a fourth of its
 * time for the elements and texts that pages are made of. Everything else is left to it.
 */
import type { Element, ElementContent, Properties, Root, RootContent, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { htmlVoidElements } from 'html-void-elements';
import { find, html, type Info } from 'property-information';
import type { Voice } from './voice.ts';

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

/** A copy of an element as a voice says it: for what the library writes. */
function saidBy(voice: Voice, node: ElementContent, speaks: boolean): ElementContent {
  if (node.type === 'text' && speaks) return { ...node, value: voice.say(node.value) };
  if (node.type !== 'element') return node;
  const inside = speaks && voice.speaksIn(node);
  const names = Object.keys(node.properties);
  return {
    ...node,
    properties: Object.fromEntries(names.map((name) => [name, voice.valueOf(node, name, inside)])),
    children: node.children.map((child) => saidBy(voice, child, inside)),
  };
}

/** Writes one page. `speaks`: what stands there is in the page's own Chinese, and wants its voice. */
class Writer {
  private readonly voice: Voice | null;

  constructor(voice: Voice | null) {
    this.voice = voice;
  }

  node(node: ElementContent | RootContent, parent: string, speaks: boolean): string {
    if (node.type === 'element') return this.element(node, speaks);
    if (node.type !== 'text') return toHtml(node);
    const value = this.text(node, speaks);
    if (!value.includes('<') && !value.includes('&')) return value;
    return VERBATIM.has(parent) ? value : value.replace(/[<&]/g, reference);
  }

  private text({ value, data }: Text, speaks: boolean): string {
    if (this.voice === null) return value;
    const told = this.voice.retold(value, data?.own);
    return speaks ? this.voice.say(told) : told;
  }

  private element(element: Element, around: boolean): string {
    const { tagName, children } = element;
    if (OTHER.has(tagName)) return this.other(element, around);
    const speaks = around && this.voice?.speaksIn(element) === true;
    let content = '';
    for (const child of children) content += this.node(child, tagName, speaks);
    const opening = `<${tagName}${this.attributes(element, speaks)}>`;
    return content === '' && VOID.has(tagName.toLowerCase())
      ? opening
      : `${opening}${content}</${tagName}>`;
  }

  private attributes(element: Element, speaks: boolean): string {
    const { properties } = element;
    const { voice } = this;
    let written = '';
    for (const name of Object.keys(properties)) {
      const value = voice === null ? properties[name] : voice.valueOf(element, name, speaks);
      written += attribute(name, value);
    }
    return written;
  }

  private other(element: Element, around: boolean): string {
    return toHtml(this.voice === null ? element : saidBy(this.voice, element, around));
  }
}

/** The bytes of a tree. */
export function writeHtml(root: Root, voice: Voice | null = null): string {
  const writer = new Writer(voice);
  return root.children.map((child) => writer.node(child, '', voice !== null)).join('');
}
