/** Whether an SVG is nothing but a picture: it can run, be clicked on, and load from elsewhere. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';

const MAX_DEPTH = 256;
/** Elements that hold another document, run, or lead away. */
const NO_PICTURE: ReadonlySet<string> = new Set(
  'audio embed foreignobject handler iframe listener object script set video'.split(' '),
);
/** An address inside of the file, or data of a picture. */
const OWN = /^\s*(?:#|data:image\/(?:gif|jpeg|png|webp)[;,]|$)/i;
const URLS = /url\(\s*["']?([^)"']*)/gi;

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function loadsIn(style: string): boolean {
  // An escape in CSS could spell anything.
  if (style.includes('\\') || /@import/i.test(style)) return true;
  return [...style.matchAll(URLS)].some(([, address = '']) => !OWN.test(address));
}

function isHarmful([name, value]: readonly [string, string]): boolean {
  const own = bare(name);
  if (own.startsWith('on') || name === 'xml:base') return true;
  if (own === 'href' || own === 'src') return !OWN.test(value);
  // Notes of the program that drew it.
  return !name.includes(':') && loadsIn(value);
}

function check({ name, attributes }: SaxesTagPlain): void {
  if (NO_PICTURE.has(bare(name))) throw new Error(`it holds <${bare(name)}>`);
  const found = Object.entries(attributes).find(isHarmful);
  if (found !== undefined) throw new Error(`it holds ${found[0]}="${found[1].slice(0, 40)}"`);
}

/** The parser of a file; what is in it and no picture is an error. */
function parserOf(): SaxesParser {
  const parser = new SaxesParser();
  const open: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('it holds a DOCTYPE');
  });
  parser.on('processinginstruction', () => {
    throw new Error('it holds a processing instruction');
  });
  parser.on('opentag', (tag) => {
    if (open.length === 0 && bare(tag.name) !== 'svg') throw new Error('it is no SVG');
    open.push(bare(tag.name));
    if (open.length > MAX_DEPTH) throw new Error(`elements are nested more than ${MAX_DEPTH} deep`);
    check(tag);
  });
  parser.on('closetag', () => void open.pop());
  const style = (text: string): void => {
    if (open.at(-1) === 'style' && loadsIn(text)) throw new Error('its style loads something');
  };
  parser.on('text', style);
  parser.on('cdata', style);
  return parser;
}

/** Why an SVG is not shown, as a clause; null for a good one. */
export function faultOfSvg(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    parserOf().write(text).close();
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(/^(?:[^\s:]*:)?\d+:\d+: /, '').replace(/\.$/, '');
  }
}
