/** XML as strictly as tag handling v2 reads it. */
import { fakeText, finish } from './texts.ts';
import type { Entries } from './texts.ts';

interface XmlPart {
  readonly type: 'text' | 'open' | 'close' | 'void';
  readonly value: string;
  /** Of the element; '' for text. */
  readonly name: string;
}

const XML = /<(\/?)([A-Za-z][\w-]*)(?:\s+[\w-]+="[^"<]*")*\s*(\/?)>|[^<]+|</g;
const BAD_TEXT = /<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;

function partOf([value, closing, name, empty]: RegExpExecArray): XmlPart {
  if (name === undefined) return { type: 'text', value, name: '' };
  if (closing === '/') return { type: 'close', value, name };
  return { type: empty === '/' ? 'void' : 'open', value, name };
}

function isBalanced(parts: readonly XmlPart[]): boolean {
  const open: string[] = [];
  for (const { type, name } of parts) {
    if (type === 'open') open.push(name);
    if (type === 'close' && open.pop() !== name) return false;
  }
  return open.length === 0;
}

/** Parts of a well-formed fragment; null when it is not well-formed. */
export function parseXml(text: string): XmlPart[] | null {
  const parts = [...text.matchAll(XML)].map(partOf);
  const isGood = parts.every(({ type, value }) => type !== 'text' || !BAD_TEXT.test(value));
  return isGood && isBalanced(parts) ? parts : null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

export function unescapeXml(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

export function translateXml(parts: readonly XmlPart[], target: string, entries: Entries): string {
  const joined = parts
    .map(({ type, value }) =>
      type === 'text' ? escapeXml(fakeText(unescapeXml(value), target, entries)) : value,
    )
    .join('');
  if (target === 'zh') return finish(joined, target);
  const spaced = joined
    .replace(/(<g [^>]*>)\s+/g, ' $1')
    .replace(/\s+<\/g>/g, '</g> ')
    .replace(/(\p{L})(<[gx] )/gu, '$1 $2')
    .replace(/(\/g>|\/>)(\p{L})/gu, '$1 $2')
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[.,;:?!)])/g, '');
  return finish(spaced, target);
}
