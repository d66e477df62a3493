/** Whether every link inside the site leads somewhere. */
import type { EditionOptions, Files } from '../editions/edition.ts';
import { readPage, targetOf, type PageLinks, type Target } from '../editions/press/links.ts';
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

/** Leads alike from every page of a site, and stands on most of an article's. */
const ADDRESS = /^https?:\/\//i;

/** Follows links; each address once. */
function follower(options: EditionOptions): (from: string, link: string) => Target | null {
  const known = new Map<string, Target | null>();
  return (from, link) => {
    if (!ADDRESS.test(link)) return targetOf(from, link, options);
    const before = known.get(link);
    if (before !== undefined) return before;
    const target = targetOf(from, link, options);
    known.set(link, target);
    return target;
  };
}

/** Reads the links of files that belong together: those among them are settled, the others handed on. */
export function readLinks(files: Files, options: EditionOptions): ReadLinks {
  const pages = new Map<string, PageLinks>();
  for (const [path, content] of files) {
    if (isHtml(path) && typeof content === 'string') pages.set(path, readPage(content));
  }
  const broken: BrokenLink[] = [];
  const outward = new Map<string, OutwardLink>();
  const settle = (from: string, link: string, { path, fragment }: Target): void => {
    const page = pages.get(path);
    if (!files.has(path)) outward.set(`${path}#${fragment}`, { from, link, path, fragment });
    else if (fragment !== '' && page?.ids.has(fragment) === false) broken.push({ from, link });
  };
  const follow = follower(options);
  for (const [from, { links }] of pages) {
    for (const link of links) {
      const target = follow(from, link);
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
