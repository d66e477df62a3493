/**
 * Carries through an engine what it must not touch. Numbered tags become XML (`<g id="1">…</g>`,
 * `<x id="2"/>`) with `&`, `<` and `>` escaped; addresses, placeholders and terms that stay as they are
 * become `<x id="1001">…</x>`. A text without any of them goes as it is, nothing escaped.
 */
import type { Span } from '../model.ts';
import type { TaggedNode } from '../tags.ts';
import { compareTags, escapeTagged, parseTagged, plainText } from '../tags.ts';

/** Numbers of shielded texts start here; an article's own tags have smaller ones. */
const FIRST_SHIELD = 10_000;

/** A segment's text in the forms in which an engine can take it. */
export interface Form {
  readonly plain: string;
  /** XML, where there is markup or something to shield; else null. */
  readonly xml: string | null;
  /** Texts that stay as they are: `shields[0]` is `<x id="10000">`. */
  readonly shields: readonly string[];
}

/** Spans of a plain text that stay as they are, in order, none overlapping. */
export type FindShields = (plain: string) => readonly Span[];

const SHIELDED =
  /\b(?:https?:\/\/|www\.)[^\s<>"'()（）《》“”「」，。；：！？、]+[^\s<>"'()（）《》“”「」，。；：！？、.,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\{\{[^{}]*\}\}|\$t\([^()]*\)|%(?:\d+\$)?[sd]\b/gu;

/** Addresses, e-mail addresses and placeholders of message formats. */
export function findShields(plain: string): Span[] {
  return [...plain.matchAll(SHIELDED)].map(({ index, 0: text }) => ({
    from: index,
    to: index + text.length,
  }));
}

/** The first of two lists has its way where they overlap. */
export function joinShields(first: readonly Span[], second: readonly Span[]): Span[] {
  const free = second.filter(
    (span) => !first.some(({ from, to }) => span.from < to && from < span.to),
  );
  return [...first, ...free].sort((a, b) => a.from - b.from);
}

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

/** Text with its shielded parts marked; they are added to `shields`. */
function textToXml(text: string, find: FindShields, shields: string[]): string {
  let xml = '';
  let at = 0;
  for (const { from, to } of find(text)) {
    const kept = text.slice(from, to);
    const id = FIRST_SHIELD + shields.push(kept) - 1;
    xml += `${escapeXml(text.slice(at, from))}<x id="${id}">${escapeXml(kept)}</x>`;
    at = to;
  }
  return xml + escapeXml(text.slice(at));
}

function toXml(nodes: readonly TaggedNode[], find: FindShields, shields: string[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return textToXml(node.text, find, shields);
      if (node.type === 'void') return `<x id="${node.number}"/>`;
      return `<g id="${node.number}">${toXml(node.children, find, shields)}</g>`;
    })
    .join('');
}

/** Whether a segment's text holds inline markup. */
export function hasTags(text: string): boolean {
  return parseTagged(text).some((node) => node.type !== 'text');
}

/** The forms of a segment's tagged text. */
export function protect(text: string, find: FindShields = findShields): Form {
  const nodes = parseTagged(text);
  const shields: string[] = [];
  const xml = toXml(nodes, find, shields);
  const isPlain = shields.length === 0 && nodes.every((node) => node.type === 'text');
  return { plain: plainText(text), xml: isPlain ? null : xml, shields };
}

/** Characters that an engine charges for a form: code points of its text, markup and entities not counted. */
export function billable({ plain }: Pick<Form, 'plain'>): number {
  let count = 0;
  for (const _ of plain) count += 1;
  return count;
}

/** One line, NFC, no control characters: what an engine sends is not trusted with a terminal. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '')
    .trim();
}

const XML_TOKEN = /<g id="(\d{1,5})">|(<\/g>)|<x id="(\d{1,5})"\s*(?:\/>|>([^<]*)<\/x>)/g;

/** Shielded texts on their way back: each has to come exactly once. */
class Shields {
  private readonly left: Map<number, string>;

  constructor(texts: readonly string[]) {
    this.left = new Map(texts.map((text, index) => [FIRST_SHIELD + index, text]));
  }

  /** The text of a number, or null when it was not sent or has come before. */
  take(number: number): string | null {
    const text = this.left.get(number) ?? null;
    this.left.delete(number);
    return text;
  }

  get isComplete(): boolean {
    return this.left.size === 0;
  }
}

/** A tag as it came back → a tag of ours; null when it fits nothing that was sent. */
function fromTag(match: RegExpExecArray, open: string[], shields: Shields): string | null {
  const [, opened, closed, empty = ''] = match;
  if (opened !== undefined) {
    open.push(opened);
    return `<${opened}>`;
  }
  if (closed !== undefined) {
    const number = open.pop();
    return number === undefined ? null : `</${number}>`;
  }
  if (Number(empty) < FIRST_SHIELD) return `<${empty}/>`;
  const kept = shields.take(Number(empty));
  return kept === null ? null : escapeTagged(kept);
}

/** XML as it came back → tagged text with the shielded texts in it, or null when the tags are wrong. */
function fromXml(answer: string, shields: Shields): string | null {
  if (/<\/?[a-z!]/i.test(answer.replace(XML_TOKEN, ''))) return null;
  const open: string[] = [];
  let tagged = '';
  let at = 0;
  for (const match of answer.matchAll(XML_TOKEN)) {
    const tag = fromTag(match, open, shields);
    if (tag === null) return null;
    tagged += escapeTagged(unescapeXml(answer.slice(at, match.index))) + tag;
    at = match.index + match[0].length;
  }
  if (open.length > 0 || !shields.isComplete) return null;
  return tagged + escapeTagged(unescapeXml(answer.slice(at)));
}

/** What became of an answer: the draft's text, or what is wrong with it. */
export type Restored = { readonly text: string } | { readonly wrong: 'empty' | 'tags' };

/**
 * Undoes `protect` on an engine's answer and compares its tags with the source's. An answer to a
 * request without tags is taken as it is: markup that the source has is then lost.
 */
export function restore(
  answer: string,
  source: string,
  { tagged, shields }: { readonly tagged: boolean; readonly shields: readonly string[] },
): Restored {
  const raw = tidy(answer);
  if (raw === '') return { wrong: 'empty' };
  if (!tagged) return { text: escapeTagged(raw) };
  const text = fromXml(raw, new Shields(shields));
  if (text === null || compareTags(source, text) !== null) return { wrong: 'tags' };
  return plainText(text).trim() === '' ? { wrong: 'empty' } : { text };
}
