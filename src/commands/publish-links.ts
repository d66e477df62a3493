/** Whether every link inside the site leads somewhere. */
import type { EditionOptions, Files } from '../editions/edition.ts';
import { Follower, readPage, type PageLinks, type Target } from '../editions/press/links.ts';
import type { OutwardLink } from './publish-memory.ts';

/** A link that leads nowhere. */
export interface BrokenLink {
  readonly from: string;
  readonly link: string;
}

export interface ReadLinks {
  readonly broken: readonly BrokenLink[];
  readonly outward: readonly OutwardLink[];
}

function isHtml(path: string): boolean {
  return path.endsWith('.html');
}

type Linked = ReadonlyMap<string, PageLinks>;

function pagesOf(files: Files, linked: Linked): Linked {
  const pages = new Map<string, PageLinks>();
  for (const [path, content] of files) {
    if (isHtml(path) && typeof content === 'string')
      pages.set(path, linked.get(path) ?? readPage(content));
  }
  return pages;
}

/**
 * Reads the links of files that belong together: those among them are settled, the others handed on.
 * @param linked what is known of some of them without reading
 */
export function readLinks(
  files: Files,
  options: EditionOptions,
  linked: Linked = new Map(),
): ReadLinks {
  const pages = pagesOf(files, linked);
  const broken: BrokenLink[] = [];
  const outward = new Map<string, OutwardLink>();
  const settle = (from: string, link: string, { path, fragment }: Target): void => {
    const page = pages.get(path);
    if (!files.has(path)) outward.set(`${path}#${fragment}`, { from, link, path, fragment });
    else if (fragment !== '' && page?.ids.has(fragment) === false) broken.push({ from, link });
  };
  const follower = new Follower(options);
  for (const [from, { links }] of pages) {
    for (const link of links) {
      const target = follower.follow(from, link);
      if (target !== null) settle(from, link, target);
    }
  }
  return { broken, outward: [...outward.values()] };
}

export interface SiteView {
  /** Whether a file will be in the site. */
  readonly has: (path: string) => boolean;
  /** A file's text; null when it cannot be had. */
  readonly read: (path: string) => string | null;
}

/** Looks up targets, each page once. */
export class LinkTargets {
  private readonly site: SiteView;
  private readonly ids = new Map<string, ReadonlySet<string> | null>();

  constructor(site: SiteView) {
    this.site = site;
  }

  /** Those of the links that lead nowhere. */
  broken(links: readonly OutwardLink[]): BrokenLink[] {
    return links
      .filter(({ path, fragment }) => !this.leads(path, fragment))
      .map(({ from, link }) => ({ from, link }));
  }

  private leads(path: string, fragment: string): boolean {
    if (!this.site.has(path)) return false;
    if (fragment === '' || !isHtml(path)) return true;
    return this.idsOf(path)?.has(fragment) !== false;
  }

  private idsOf(path: string): ReadonlySet<string> | null {
    const known = this.ids.get(path);
    if (known !== undefined) return known;
    const text = this.site.read(path);
    const ids = text === null ? null : readPage(text).ids;
    this.ids.set(path, ids);
    return ids;
  }
}
