/** Where the links of pages lead, as far as that is inside the site. Nothing is ever fetched. */
import { withoutReferences } from '../../core/character-references.ts';
import type { EditionOptions } from '../edition.ts';
import { chineseSites } from '../html/derived.ts';
import { decodedPart } from '../../core/percent-decoding.ts';

/** What a page of ours links to, and what can be linked to in it. */
export interface PageLinks {
  readonly ids: ReadonlySet<string>;
  /** As they stand in the page, each once. */
  readonly links: readonly string[];
}

/** Attributes that lead somewhere. */
const LEADING: ReadonlySet<string> = new Set(['href', 'poster', 'src']);

const EQUALS = '='.charCodeAt(0);
const CLOSING = '>'.charCodeAt(0);

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

/** So does the page's end, which is no number. */
function endsName(unit: number): boolean {
  return unit === EQUALS || unit === CLOSING || isSpace(unit) || Number.isNaN(unit);
}

/** A page that is read from one end to the other. */
class PageReader {
  readonly ids = new Set<string>();
  readonly links = new Set<string>();
  private readonly html: string;
  private at = 0;

  constructor(html: string) {
    this.html = html;
  }

  /** In what the tool serializes no `<` stands in a text; it may, like `>`, stand in a quoted value. */
  read(): this {
    for (let at = this.html.indexOf('<'); at !== -1; at = this.html.indexOf('<', this.at)) {
      this.at = at + 1;
      this.skipName();
      while (isSpace(this.html.charCodeAt(this.at))) this.readAttribute();
    }
    return this;
  }

  private skipName(): void {
    while (!endsName(this.html.charCodeAt(this.at))) this.at += 1;
  }

  private readAttribute(): void {
    const from = (this.at += 1);
    this.skipName();
    const name = this.html.slice(from, this.at);
    if (this.html.charCodeAt(this.at) !== EQUALS) return;
    this.at += 1;
    const value = this.readValue();
    if (name === 'id') this.ids.add(withoutReferences(value));
    else if (LEADING.has(name)) this.links.add(withoutReferences(value));
  }

  private readValue(): string {
    const quote = this.html.charAt(this.at);
    const from = this.at + 1;
    const found = this.html.indexOf(quote, from);
    const end = found === -1 ? this.html.length : found;
    this.at = end + 1;
    return this.html.slice(from, end);
  }
}

/** Reads a page that the tool wrote: every name is in small letters, every value in quotes. */
export function readPage(html: string): PageLinks {
  const { ids, links } = new PageReader(html).read();
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

/** A way down through folders, by names that mean themselves. */
const DOWN = String.raw`(?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?`;
const PLAIN_FILE = new RegExp(`^${DOWN}$`);
const PLAIN_WAY = new RegExp(String.raw`^((?:\.\./)*)(${DOWN})$`);
const PLAIN_FRAGMENT = /^[\w-]*$/;

/** The folder that lies so many folders above a file; the site's root where that is too many. */
function above(file: string, folders: number): string {
  let end = file.lastIndexOf('/');
  for (let left = folders; left > 0 && end > 0; left -= 1) end = file.lastIndexOf('/', end - 1);
  return file.slice(0, end + 1);
}

function fileAt(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Where most ways lead, without the making of an address, which takes ten times as long; null for the others. */
function plainPath(from: string, way: string): string | null {
  const [all, up = '', down = ''] = PLAIN_WAY.exec(way) ?? [];
  if (all === undefined || !PLAIN_FILE.test(from)) return null;
  if (all === '') return fileAt(from);
  return fileAt(above(from, up.length / '../'.length) + down);
}

/** Leads alike from every page of a site, and stands on most of an article's. */
const ADDRESS = /^https?:\/\//i;

/** Follows the links of a site's pages, one page after the other: each way once, whichever places at its end are named. */
export class Follower {
  private readonly options: EditionOptions;
  private readonly addresses = new Map<string, Target | null>();
  private from = '';
  private readonly paths = new Map<string, string | null>();

  constructor(options: EditionOptions) {
    this.options = options;
  }

  /**
   * The file that a link leads to; null for what is outside of the site or of nobody's knowledge.
   * @param from path of the page that holds the link
   */
  follow(from: string, link: string): Target | null {
    const end = link.indexOf('#');
    const fragment = end === -1 ? '' : link.slice(end + 1);
    const path = PLAIN_FRAGMENT.test(fragment)
      ? this.pathOf(from, end === -1 ? link : link.slice(0, end))
      : null;
    return path === null ? this.otherTarget(from, link) : { path, fragment };
  }

  private pathOf(from: string, way: string): string | null {
    if (this.from !== from) this.paths.clear();
    this.from = from;
    const known = this.paths.get(way);
    if (known !== undefined) return known;
    const path = plainPath(from, way);
    this.paths.set(way, path);
    return path;
  }

  private otherTarget(from: string, link: string): Target | null {
    if (!ADDRESS.test(link)) return targetAt(from, link, this.options);
    const known = this.addresses.get(link);
    if (known !== undefined) return known;
    const target = targetAt(from, link, this.options);
    this.addresses.set(link, target);
    return target;
  }
}

function targetAt(from: string, link: string, options: EditionOptions): Target | null {
  const url = parse(link, `${HERE}${from}`);
  if (url === null) return null;
  const way = wayIn(url, options);
  if (way === null) return null;
  // What begins at a root, or with an address, may be another program's.
  const isAbsolute = /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(link);
  if (isAbsolute && !isOurs(decodedPart(way), options)) return null;
  return { path: fileAt(decodedPart(way)), fragment: decodedPart(url.hash.slice(1)) };
}
