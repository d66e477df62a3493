/**
 * A tree as HTML: what `hast-util-to-html` writes, byte for byte (a test compares them), in a fourth of its
 * time for the elements and texts that pages are made of. Everything else is left to it.
 */
import type { Element, ElementContent, Properties, Root, RootContent, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { htmlVoidElements } from 'html-void-elements';
import { find, html, type Info } from 'property-information';
import type { PageLinks } from '../press/links.ts';
import type { Voice } from './voice.ts';

type Value = Properties[string];

const VOID: ReadonlySet<string> = new Set(htmlVoidElements);

/** Elements with rules of their own for what stands in them. */
const OTHER: ReadonlySet<string> = new Set(['svg', 'math', 'template']);

/** Their text is no text: it is written as it stands. */
const VERBATIM: ReadonlySet<string> = new Set(['script', 'style']);

/** What nobody hands on to a reader (`harmless` of ../index.ts), so that reading finds something else. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** What an attribute's value cannot hold as it stands. */
const UNQUOTED = /[\0"&'`]/;
const UNQUOTABLE = new RegExp(UNQUOTED, 'g');

function reference(sign: string): string {
  return `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`;
}

/** Attributes that give a place a name, and those that lead somewhere. */
const ROLES: ReadonlyMap<string, 'ids' | 'links'> = new Map([
  ['id', 'ids'],
  ['href', 'links'],
  ['poster', 'links'],
  ['src', 'links'],
]);

/** Names that anyone reads as they were meant. */
const PLAIN_NAME = /^[a-z][a-z0-9:.-]*$/i;

interface Known extends Info {
  /** All that comes before the value. */
  readonly start: string;
  /** It is no truth value. */
  readonly isText: boolean;
  readonly isPlain: boolean;
  /** What its values are on the page. */
  readonly role: 'ids' | 'links' | undefined;
}

const known = new Map<string, Known>();

function knownOf(property: string): Known {
  const before = known.get(property);
  if (before !== undefined) return before;
  const info = find(html, property);
  const name = info.attribute.replace(/[\0\t\n\f\r "&'/<=>`]/g, reference);
  const isText = !info.boolean && !info.overloadedBoolean;
  const isPlain = PLAIN_NAME.test(info.attribute);
  const made = { ...info, start: ` ${name}`, isText, isPlain, role: ROLES.get(info.attribute) };
  known.set(property, made);
  return made;
}

interface Tag {
  /** `<`, and its name. */
  readonly start: string;
  readonly end: string;
  readonly isVoid: boolean;
  readonly isOther: boolean;
  readonly isVerbatim: boolean;
  readonly isPlain: boolean;
}

const tags = new Map<string, Tag>();

function tagOf(name: string): Tag {
  const before = tags.get(name);
  if (before !== undefined) return before;
  const made = {
    start: `<${name}`,
    end: `</${name}>`,
    isVoid: VOID.has(name.toLowerCase()),
    isOther: OTHER.has(name),
    isVerbatim: VERBATIM.has(name),
    isPlain: PLAIN_NAME.test(name),
  };
  tags.set(name, made);
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

/** An attribute's value as a text; null: there is none; true: there is the attribute, and no value. */
function textOf(info: Known, given: Value): string | true | null {
  // Most are texts that mean themselves.
  if (typeof given === 'string' && info.isText) return given;
  const value = plain(info, given);
  if (isNothing(value)) return null;
  return value === true ? true : wordsOf(info, value);
}

/** A copy of an element as a voice says it: for what the library writes. */
function saidBy(voice: Voice | null, node: ElementContent, speaks: boolean): ElementContent {
  if (voice === null) return node;
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
  html = '';
  readonly ids = new Set<string>();
  readonly links = new Set<string>();
  /** Nothing is on the page that could be read in another way than it was meant. */
  isPlain = true;
  private readonly voice: Voice | null;

  constructor(voice: Voice | null) {
    this.voice = voice;
  }

  /** @param isVerbatim whether a text is written as it stands */
  node(node: ElementContent | RootContent, speaks: boolean, isVerbatim = false): void {
    if (node.type === 'element') this.element(node, speaks);
    else if (node.type === 'text') this.html += this.text(this.wordsOf(node, speaks), isVerbatim);
    else this.other(node);
  }

  private text(words: string, isVerbatim: boolean): string {
    const isTag = words.includes('<');
    if (!isTag && !words.includes('&')) return words;
    if (!isVerbatim) return words.replace(/[<&]/g, reference);
    if (isTag) this.isPlain = false;
    return words;
  }

  private wordsOf({ value, data }: Text, speaks: boolean): string {
    if (this.voice === null) return value;
    const told = this.voice.retold(value, data?.own);
    return speaks ? this.voice.say(told) : told;
  }

  private element(element: Element, around: boolean): void {
    const tag = tagOf(element.tagName);
    if (tag.isOther) return this.other(saidBy(this.voice, element, around));
    if (!tag.isPlain) this.isPlain = false;
    const speaks = this.voice !== null && around && this.voice.speaksIn(element);
    this.html += `${tag.start}${this.attributes(element, speaks)}>`;
    const { length } = this.html;
    for (const child of element.children) this.node(child, speaks, tag.isVerbatim);
    if (!tag.isVoid || this.html.length > length) this.html += tag.end;
  }

  private attributes(element: Element, speaks: boolean): string {
    const { properties } = element;
    const { voice } = this;
    let written = '';
    for (const name of Object.keys(properties)) {
      const value = voice === null ? properties[name] : voice.valueOf(element, name, speaks);
      if (value !== null && value !== undefined) written += this.attribute(knownOf(name), value);
    }
    return written;
  }

  private attribute(info: Known, value: Value): string {
    const text = textOf(info, value);
    if (text === null) return '';
    if (!info.isPlain) this.isPlain = false;
    if (text === true) return info.start;
    if (info.role !== undefined) {
      this[info.role].add(text);
      if (CONTROL.test(text)) this.isPlain = false;
    }
    return `${info.start}=${quoted(text)}`;
  }

  private other(node: ElementContent | RootContent): void {
    if (node.type !== 'doctype') this.isPlain = false;
    this.html += toHtml(node);
  }
}

export interface WrittenPage {
  readonly html: string;
  /** What reading the page would find; null where only reading it tells. */
  readonly links: PageLinks | null;
}

/** The bytes of a tree, in a region's voice where there is one, and its links. */
export function writePage(root: Root, voice: Voice | null = null): WrittenPage {
  const writer = new Writer(voice);
  for (const child of root.children) writer.node(child, voice !== null);
  const { html, ids, links, isPlain } = writer;
  return { html, links: isPlain ? { ids, links: [...links] } : null };
}

/** The bytes of a tree. */
export function writeHtml(root: Root): string {
  return writePage(root).html;
}
