/** The site that stands, as far as it stays. */
import type { SiteArticle, SiteFolder, SiteManifest, Stamps } from '../core/site-folder.ts';
import type { ArticleCard } from '../editions/card.ts';
import { readCard } from '../editions/read-card.ts';
import type { PressJob } from './publish-job.ts';
import type { PublishMemory, RenderedArticle } from './publish-memory.ts';

export class OldSite {
  readonly manifest: SiteManifest | null;
  /** Marks of the files that hold just what the manifest says. */
  readonly intact: Stamps;
  private readonly site: SiteFolder;
  private readonly memory: Pick<PublishMemory, 'manifest' | 'stamps'>;

  constructor({ site, memory }: Pick<PressJob, 'site' | 'memory'>) {
    this.site = site;
    this.memory = memory;
    this.manifest = site.manifest === 'old' ? null : site.manifest;
    this.intact = site.intact(memory.stamps);
  }

  private isIntact(path: string): boolean {
    return Object.hasOwn(this.intact, path);
  }

  /** Files of an article that can still be had, as the manifest says them or not. */
  filesOf(slug: string): readonly string[] {
    const isThere = (path: string): boolean => this.isIntact(path) || this.site.read(path) !== null;
    return this.article(slug)?.files.filter(isThere) ?? [];
  }

  /** Hash of a file that stands as the manifest says; null for another. */
  hashOf(path: string): string | null {
    return this.isIntact(path) ? (this.manifest?.files[path] ?? null) : null;
  }

  /** The bytes of a file that has this hash, and stands; null when it does not. */
  bytes(path: string, hash: string): Uint8Array | null {
    return this.hashOf(path) === hash ? this.site.bytes(path) : null;
  }

  /** Whether the site holds every file just as it should. */
  isWhole({ files }: SiteManifest): boolean {
    return Object.keys(files).every((path) => this.isIntact(path));
  }

  /** Whether another site has every file that this one was to have. */
  isAllIn(files: { readonly has: (path: string) => boolean }): boolean {
    return Object.keys(this.manifest?.files ?? {}).every((path) => files.has(path));
  }

  /** Whether it is the very file that is remembered: another run may have put another site in place since. */
  isKnown(path: string): boolean {
    if (!this.isIntact(path)) return false;
    const { manifest, stamps } = this.memory;
    return manifest === this.site.hash || stamps[path] === this.intact[path];
  }

  /** The same of all files of an article. */
  areKnown({ files }: Pick<RenderedArticle, 'files'>): boolean {
    return files.every((path) => this.isKnown(path));
  }

  article(slug: string): SiteArticle | undefined {
    const articles = this.manifest?.articles ?? {};
    return Object.hasOwn(articles, slug) ? articles[slug] : undefined;
  }

  /** Of an article; null when another version wrote what this one cannot read. */
  card(slug: string): ArticleCard | null {
    return readCard(slug, this.article(slug)?.card);
  }
}
