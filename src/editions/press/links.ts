/** Where the links of pages lead, as far as that is inside the site. Nothing is ever fetched. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { EditionOptions } from '../edition.ts';
import { chineseSites } from '../html/derived.ts';

/** What a page of ours links to, and what can be linked to in it. */
export interface PageLinks {
  readonly ids: ReadonlySet<string>;
  /** As they stand in the page, each once. */
  readonly links: readonly string[];
}

// In what the tool serializes no `<` stands in a text, and a `>` may stand in a quoted value.
const TAG = /<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;
/** Most elements have none of these. */
const NAMED = /\s(?:href|src|poster|id)=/i;
const ATTRIBUTE = /\s(href|src|poster|id)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z0-9]{2,31}));/gi;

function decoded(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(REFERENCE, (all, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || all;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

/** Reads a page that the tool wrote. */
export function readPage(html: string): PageLinks {
  const ids = new Set<string>();
  const links = new Set<string>();
  for (const [tag] of html.matchAll(TAG)) {
    if (!NAMED.test(tag)) continue;
    for (const [, name = '', ...values] of tag.matchAll(ATTRIBUTE)) {
      const value = decoded(values.find((each) => each !== undefined) ?? '');
      (name.toLowerCase() === 'id' ? ids : links).add(value);
    }
  }
  return { ids, links: [...links] };
}

export interface Target {
  /** Path of the file below the site's folder. */
  readonly path: string;
  /** Id in it, or ''. */
  readonly fragment: string;
}

const HERE = 'https://site.invalid/';

function parse(link: string, base: string): URL | null {
  return URL.canParse(link, base) ? new URL(link, base) : null;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The way below the site's root; null for an address that is not in the site. */
function wayIn(url: URL, options: EditionOptions): string | null {
  const root = new URL(options.url ?? HERE);
  const way = url.href.startsWith(HERE) ? url.pathname.slice(1) : null;
  if (way !== null) return way;
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return null;
  return url.pathname.slice(root.pathname.length);
}

/** Whether an address from the root is one of ours: others may have their pages beside the editions. */
function isOurs(way: string, options: EditionOptions): boolean {
  const folders = chineseSites(options).flatMap(({ paths }) => Object.values(paths));
  return folders.some((folder) => way === folder || way.startsWith(`${folder}/`));
}

/**
 * The file that a link leads to; null for what is outside of the site or of nobody's knowledge.
 * @param from path of the page that holds the link
 */
export function targetOf(from: string, link: string, options: EditionOptions): Target | null {
  const url = parse(link, `${HERE}${from}`);
  if (url === null) return null;
  const way = wayIn(url, options);
  if (way === null) return null;
  // What begins at a root, or with an address, may be another program's.
  const isAbsolute = /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(link);
  if (isAbsolute && !isOurs(unescaped(way), options)) return null;
  const path = unescaped(way);
  const isFolder = path === '' || path.endsWith('/');
  return { path: isFolder ? `${path}index.html` : path, fragment: unescaped(url.hash.slice(1)) };
}
