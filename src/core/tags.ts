/**
 * Tagged text: plain text with numbered inline tags, `<1>bold</1>` and `<2/>`. The numbers stand for
 * markup of the article (see `InlineTag`), so a translator moves them without touching Markdown. A
 * literal `<` that would read as a tag is written `&lt;`, a literal `&lt;` or `&amp;` gets its `&` as
 * `&amp;`; every other character stands for itself.
 */

import { MAX_NESTING } from './limits.ts';
import { OpenTags } from './open-tags.ts';
import { remembering } from './remembering.ts';

export type TaggedNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tag'; readonly number: number; readonly children: readonly TaggedNode[] }
  | { readonly type: 'void'; readonly number: number };

const TOKEN = /<(\/?)(\d{1,4})(\/?)>/g;
const NEEDS_ESCAPE = /<(?=\/?\d{1,4}\/?>)|&(?=(?:lt|amp);)/g;

/** Writes plain text so that no part of it reads as a tag. */
export function escapeTagged(plain: string): string {
  return plain.replace(NEEDS_ESCAPE, (sign) => (sign === '<' ? '&lt;' : '&amp;'));
}

function unescapeTagged(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(lt|amp);/g, (_, name) => (name === 'lt' ? '<' : '&'));
}

interface Token {
  readonly kind: 'text' | 'open' | 'close' | 'void';
  readonly number: number;
  readonly text: string;
}

function tokenKind(closing: string | undefined, empty: string | undefined): Token['kind'] {
  if (closing === '/') return empty === '/' ? 'text' : 'close';
  return empty === '/' ? 'void' : 'open';
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > at)
      tokens.push({ kind: 'text', number: 0, text: text.slice(at, match.index) });
    tokens.push({ kind: tokenKind(match[1], match[3]), number: Number(match[2]), text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < text.length) tokens.push({ kind: 'text', number: 0, text: text.slice(at) });
  return tokens;
}

/** Opening tags that have their closing tag at the right depth, by token index → index of the close. */
function matchTags(tokens: readonly Token[]): Map<number, number> {
  const matched = new Map<number, number>();
  const open = new OpenTags<number>();
  for (const [index, { kind, number }] of tokens.entries()) {
    if (kind === 'open') open.push(number, index);
    const start = kind === 'close' ? open.close(number) : null;
    if (start !== null) matched.set(start, index);
  }
  return matched;
}

interface OpenTag {
  readonly number: number;
  readonly end: number;
  readonly children: TaggedNode[];
}

function node(token: Token): TaggedNode {
  if (token.kind === 'void') return { type: 'void', number: token.number };
  return { type: 'text', text: token.kind === 'text' ? unescapeTagged(token.text) : token.text };
}

function parsed(text: string): readonly TaggedNode[] {
  const tokens = tokenize(text);
  const matched = matchTags(tokens);
  const root: OpenTag = { number: 0, end: -1, children: [] };
  const stack: OpenTag[] = [];
  for (const [index, token] of tokens.entries()) {
    const top = stack.at(-1) ?? root;
    const end = matched.get(index);
    if (end !== undefined && stack.length < MAX_NESTING) {
      stack.push({ number: token.number, end, children: [] });
    } else if (top.end === index) {
      stack.pop();
      const { number, children } = top;
      (stack.at(-1) ?? root).children.push({ type: 'tag', number, children });
    } else {
      top.children.push(node(token));
    }
  }
  return root.children;
}

/**
 * Reads tagged text. A tag without its partner is text, as is one nested deeper than any article's:
 * nothing is lost, nothing throws.
 */
export const parseTagged = remembering(parsed);

/** The text a reader sees: tags away, escapes undone. */
export function plainText(text: string): string {
  // Most sentences have no tags.
  if (!text.includes('<')) return unescapeTagged(text);
  const flat = (nodes: readonly TaggedNode[]): string =>
    nodes
      .map((child) => {
        if (child.type === 'text') return child.text;
        return child.type === 'tag' ? flat(child.children) : '';
      })
      .join('');
  return flat(parseTagged(text));
}

/** A stretch of tagged text that a reader sees. */
export interface VisiblePiece {
  /** Where it starts in the tagged text, UTF-16 units. */
  readonly from: number;
  readonly text: string;
}

/** The stretches of a tagged text that are no tags, escapes as they stand; nesting has no limit here. */
export function visiblePieces(text: string): VisiblePiece[] {
  const tokens = tokenize(text);
  const matched = matchTags(tokens);
  const closing = new Set(matched.values());
  let at = 0;
  return tokens.flatMap((token, index) => {
    const from = at;
    at += token.text.length;
    const isTag = token.kind === 'void' || matched.has(index) || closing.has(index);
    return isTag ? [] : [{ from, text: token.text }];
  });
}

/** Every tag of the text as `<1>` or `<2/>`, sorted; an unpaired tag as it stands, marked `!`. */
function tagMultiset(text: string): string[] {
  const tokens = tokenize(text);
  const matched = matchTags(tokens);
  const closing = new Set(matched.values());
  return tokens
    .flatMap((token, index) => {
      if (token.kind === 'void') return [token.text];
      if (token.kind === 'open') return [matched.has(index) ? token.text : `!${token.text}`];
      return token.kind === 'close' && !closing.has(index) ? [`!${token.text}`] : [];
    })
    .sort();
}

/** What is wrong with a target's tags. */
export interface TagDifference {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  /** Tags without their partner. */
  readonly broken: readonly string[];
  /** Tags that have content in the source and none in the target. */
  readonly emptied: readonly string[];
}

function without(list: readonly string[], other: readonly string[]): string[] {
  const rest = new Map<string, number>();
  for (const item of other) rest.set(item, (rest.get(item) ?? 0) + 1);
  return list.filter((item) => {
    const left = rest.get(item) ?? 0;
    if (left > 0) rest.set(item, left - 1);
    return left === 0;
  });
}

function emptyTags(text: string): string[] {
  return [...text.matchAll(/<(\d{1,4})>\s*<\/\1>/g)].map((match) => `<${match[1]}>`);
}

/** Compares a target's tags with its source's; null when they agree. */
export function compareTags(source: string, target: string): TagDifference | null {
  // Most sentences have none.
  if (!source.includes('<') && !target.includes('<')) return null;
  const wanted = tagMultiset(source);
  const all = tagMultiset(target);
  const broken = all.filter((tag) => tag.startsWith('!')).map((tag) => tag.slice(1));
  const found = all.filter((tag) => !tag.startsWith('!'));
  const missing = without(wanted, found);
  const extra = without(found, wanted);
  const emptied = without(emptyTags(target), emptyTags(source));
  const fine = missing.length + extra.length + broken.length + emptied.length === 0;
  return fine ? null : { missing, extra, broken, emptied };
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/;

/** Folds white space: a soft break between two Han or full-width characters is nothing, else one space. */
export function foldSpace(text: string): string {
  if (!/[\t\n]| {2}/.test(text)) return text;
  return text.replace(/[ \t]*\n[ \t\n]*|[ \t]{2,}|\t/g, (run, at: number) => {
    if (!run.includes('\n')) return ' ';
    const before = text[at - 1] ?? '';
    const after = text[at + run.length] ?? '';
    return WIDE.test(before) && WIDE.test(after) ? '' : ' ';
  });
}

/** The form in which two texts are compared: NFC, white space folded, tags renumbered in reading order. */
export function canonicalText(text: string): string {
  const numbers = new Map<string, number>();
  return foldSpace(text.normalize('NFC'))
    .trim()
    .replace(TOKEN, (_, closing: string, number: string, empty: string) => {
      if (!numbers.has(number)) numbers.set(number, numbers.size + 1);
      return `<${closing}${numbers.get(number)}${empty}>`;
    });
}

/** Whether two texts are the same sentence: equal in canonical form. Anything else is a change. */
export function sameText(a: string, b: string): boolean {
  return a === b || canonicalText(a) === canonicalText(b);
}
