/**
 * Carries inline markup through an engine. Numbered tags become XML (`<g id="1">…</g>`, `<x id="2"/>`)
 * with `&`, `<` and `>` escaped; a text without markup goes as it is, nothing escaped.
 */
import type { TaggedNode } from '../tags.ts';
import { compareTags, escapeTagged, parseTagged, plainText } from '../tags.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (all, dec, hex, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? all;
    const code = typeof dec === 'string' ? Number(dec) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function toXml(nodes: readonly TaggedNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return escapeXml(node.text);
      if (node.type === 'void') return `<x id="${node.number}"/>`;
      return `<g id="${node.number}">${toXml(node.children)}</g>`;
    })
    .join('');
}

/** Whether a segment's text holds inline markup, so that it has to be sent as XML. */
export function hasTags(text: string): boolean {
  return parseTagged(text).some((node) => node.type !== 'text');
}

/** The text as an engine takes it: XML with `tagged`, else plain text without any markup. */
export function protect(text: string, tagged: boolean): string {
  return tagged ? toXml(parseTagged(text)) : plainText(text);
}

/** One line, NFC, no control characters: what an engine sends is not trusted with a terminal. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '')
    .trim();
}

const XML_TOKEN = /<g id="(\d{1,4})">|(<\/g>)|<x id="(\d{1,4})"\s*(?:\/>|>\s*<\/x>)/g;

/** XML as it came back → tagged text, or null when it holds anything but the tags we know. */
function fromXml(answer: string): string | null {
  const open: string[] = [];
  let tagged = '';
  let at = 0;
  const text = (to: number) => escapeTagged(unescapeXml(answer.slice(at, to)));
  for (const match of answer.matchAll(XML_TOKEN)) {
    tagged += text(match.index);
    at = match.index + match[0].length;
    if (match[1] !== undefined) {
      open.push(match[1]);
      tagged += `<${match[1]}>`;
    } else if (match[3] === undefined) {
      const number = open.pop();
      if (number === undefined) return null;
      tagged += `</${number}>`;
    } else {
      tagged += `<${match[3]}/>`;
    }
  }
  if (open.length > 0 || /<\/?[a-z!]/i.test(answer.replace(XML_TOKEN, ''))) return null;
  return tagged + text(answer.length);
}

/** What became of an answer: the draft's text, or what is wrong with it. */
export type Restored = { readonly text: string } | { readonly wrong: 'empty' | 'tags' };

/**
 * Undoes `protect` on an engine's answer and compares the tags with the source's. An answer to a
 * request without tags is taken as it is: markup that the source has is then lost.
 */
export function restore(answer: string, source: string, tagged: boolean): Restored {
  const raw = tidy(answer);
  if (raw === '') return { wrong: 'empty' };
  if (!tagged) return { text: escapeTagged(raw) };
  const text = fromXml(raw);
  if (text === null || compareTags(source, text) !== null) return { wrong: 'tags' };
  return plainText(text).trim() === '' ? { wrong: 'empty' } : { text };
}
