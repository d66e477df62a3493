/** Inline HTML → plain text and inline Markdown. */
import { isUnread, tagOf, isElement, type DomElement, type DomNode } from './dom.ts';
import { linkUrl } from './safe-url.ts';

export interface InlineText {
  readonly text: string;
  readonly markdown: string;
}

/** Stands for `<br>` until the paragraph is complete. */
const BREAK = '\n';

const EMPHASIS: Readonly<Record<string, string>> = {
  strong: '**',
  b: '**',
  em: '*',
  i: '*',
  del: '~~',
  s: '~~',
};
/** Every sign that could be markup beside markup. */
const MARKUP = /[\\`*_[\]~]|<(?=[A-Za-z/!?])|&(?=#?\w+;)/g;

function readText(value: string): InlineText {
  const text = value
    .replace(/(?<=\p{Script=Han})\s*\n\s*(?=\p{Script=Han})/gu, '')
    .replace(/[\s\u3000]+/gu, ' ');
  return { text, markdown: escapeAll(text) };
}

function concat(parts: readonly InlineText[]): InlineText {
  return {
    text: parts.map(({ text }) => text).join(''),
    // Two neighbours of one kind are one: `**a****b**` would not close.
    markdown: parts
      .map(({ markdown }) => markdown)
      .join('')
      .replace(/(?<!\\)\*\*\*\*|(?<!\\)~~~~/g, ''),
  };
}

function escapeAll(text: string): string {
  return text.replace(MARKUP, '\\$&');
}

/** Sets `before` and `after` around the Markdown; spaces at its ends stay outside. */
function enclosed({ text, markdown }: InlineText, before: string, after: string): InlineText {
  const body = markdown.trim();
  const from = markdown.indexOf(body);
  const tail = markdown.slice(from + body.length);
  return { text, markdown: markdown.slice(0, from) + before + body + after + tail };
}

/** Punctuation at either end of a stretch without markup. */
const OUTER = /^([\s\p{P}\p{S}]*)([^]*?)([\s\p{P}\p{S}]*)$/u;

/** Markers stand at letters: between punctuation and Han, Markdown would not see them close. */
function emphasised(content: InlineText, marker: string): InlineText {
  if (!/[\p{L}\p{N}]/u.test(content.text) || content.text.includes(BREAK)) return content;
  // Inner markup may begin or end with the content: then only spaces go outside.
  if (content.markdown !== escapeAll(content.text)) return enclosed(content, marker, marker);
  const markdown = content.text.replace(
    OUTER,
    (_, lead: string, inner: string, tail: string) =>
      `${escapeAll(lead)}${marker}${escapeAll(inner)}${marker}${escapeAll(tail)}`,
  );
  return { text: content.text, markdown };
}

function linked(content: InlineText, url: string | null): InlineText {
  const href = linkUrl(url);
  if (href === null || content.text.trim() === '' || content.text.includes(BREAK)) return content;
  return enclosed(content, '[', `](${href})`);
}

function readCode(value: string): InlineText {
  const text = value.replace(/\s+/g, ' ').trim();
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return { text, markdown: text === '' ? '' : `${fence}${pad}${text}${pad}${fence}` };
}

const CODE = new Set(['code', 'kbd', 'samp']);

const PLAIN = '0123456789+-−=()';
/** The signs of PLAIN as they stand above or below the line. */
const SHIFTED: Readonly<Record<string, string>> = {
  sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾',
  sub: '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎',
};

/** On the line a raised digit would make another number of the one before it. */
function shifted(content: InlineText, signs: string): InlineText {
  const text = [...content.text.trim()].map((sign) => signs[PLAIN.indexOf(sign)]).join('');
  const isShifted = text.length === content.text.trim().length;
  return isShifted ? { text, markdown: text } : content;
}

function readElement(node: DomElement, tag: string): InlineText {
  if (tag === 'br') return { text: BREAK, markdown: BREAK };
  if (CODE.has(tag)) return readCode(node.textContent ?? '');
  const content = readInline([...node.childNodes]);
  const marker = EMPHASIS[tag];
  if (marker !== undefined) return emphasised(content, marker);
  const signs = SHIFTED[tag];
  if (signs !== undefined) return shifted(content, signs);
  return tag === 'a' ? linked(content, node.getAttribute('href')) : content;
}

/** The text of some nodes on one line, with {@link BREAK} where the page breaks it. */
export function readInline(nodes: readonly DomNode[]): InlineText {
  return concat(
    nodes.map((node) => {
      if (node.nodeType === 3) return readText(node.textContent ?? '');
      if (!isElement(node) || isUnread(node)) return { text: '', markdown: '' };
      return readElement(node, tagOf(node));
    }),
  );
}

function tidy(line: string): string {
  return line.replace(/ +/g, ' ').trim();
}

/** Splits at breaks; lines without words are left out. */
export function inlineLines(content: InlineText): InlineText[] {
  const markdown = content.markdown.split(BREAK);
  return content.text
    .split(BREAK)
    .map((text, index) => ({ text: tidy(text), markdown: tidy(markdown[index] ?? '') }))
    .filter(({ text }) => text !== '');
}
