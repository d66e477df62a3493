/** Renders what has changed, keeps what has not, and stages both as a new site. */
import type { StagedSite, StagingPlace } from '../core/site-folder.ts';
import { holds, InputNames, makeArticle, type MadeArticle, type Maker } from './publish-article.ts';
import { LinkTargets, type BrokenLink } from './publish-links.ts';
import { OldSite } from './publish-old.ts';
import type { GoingArticle, PressJob, PressOrder, PressResult } from './publish-job.ts';
import { filesOf, manifestOf, type NewSite } from './publish-manifest.ts';
import type { RenderedArticle } from './publish-memory.ts';
import { SiteRun } from './publish-site-run.ts';

const NOBODY: PressOrder = { going: new Map(), kept: [], withdrawn: [], live: () => null };

/**
 * One run of the press. Articles are rendered as they are decided on, as if all that are likely to have a
 * page had one; those that asked about another are rendered again when everything is known.
 */
export class PressRun {
  private readonly job: PressJob;
  private order = NOBODY;
  private readonly old: OldSite;
  private going = new Map<string, GoingArticle>();
  private kept = new Set<string>();
  private readonly rendered = new Map<string, RenderedArticle>();
  private readonly faults = new Map<string, string>();
  private readonly broken = new Map<string, readonly BrokenLink[]>();
  /** Hashes of what was rendered in this run. */
  private readonly fresh = new Map<string, string>();
  private readonly ownBroken = new Map<string, readonly BrokenLink[]>();
  private readonly inputs: InputNames;
  private readonly siteRun: SiteRun;
  private staged: StagedSite | null = null;
  /** What will be in the site, with hashes. */
  private files: ReadonlyMap<string, string> = new Map();

  constructor(job: PressJob) {
    this.job = job;
    this.old = new OldSite(job);
    this.inputs = new InputNames(job.extras);
    this.siteRun = new SiteRun({
      job,
      old: this.old,
      inputs: this.inputs,
      put: (path, content) => this.put(path, content),
      drop: (path) => this.drop({ files: [path] }),
    });
  }

  /** Whether an article's files are there as they have to be: rendered in this run or before. */
  isMade(slug: string, article: GoingArticle): boolean {
    return this.isReady(slug, article, this.job.likely);
  }

  /** Renders an article that is going. */
  async make(slug: string, article: GoingArticle): Promise<void> {
    await this.render(slug, article, this.job.likely);
  }

  /** Takes over what another hand has rendered into the place. */
  take(slug: string, made: MadeArticle): void {
    for (const [path, hash] of made.hashes) {
      this.site.adopt(path);
      this.fresh.set(path, hash);
    }
    this.note(slug, made);
  }

  /** Where others may put files of this site; whoever asks for it begins the site. */
  place(): StagingPlace {
    return this.site.place();
  }

  /**
   * Prepares the site: nothing is changed of the one that stands. Articles with links that lead nowhere are
   * left out of the new one, or stay as they were.
   * @throws UserError when something cannot be written; nothing is left behind then
   */
  async finish(order: PressOrder): Promise<PressResult> {
    this.order = order;
    this.going = new Map(order.going);
    this.kept = new Set(order.kept.filter((slug) => this.old.article(slug) !== undefined));
    return this.settled();
  }

  /** Takes away what was prepared. */
  abort(): void {
    this.staged?.abort();
  }

  private async settled(): Promise<PressResult> {
    try {
      for (let settled = false; !settled;) {
        const slugs: ReadonlySet<string> = new Set([...this.going.keys(), ...this.kept]);
        await this.renderRest(slugs);
        if (this.refuseFaulty()) continue;
        await this.siteOwn(slugs);
        settled = this.refuseBroken(slugs);
      }
      return this.prepared();
    } catch (error) {
      this.staged?.abort();
      throw error;
    }
  }

  /** Articles that nobody has rendered, or for other neighbours. */
  private async renderRest(slugs: ReadonlySet<string>): Promise<void> {
    for (const [slug, article] of this.going) {
      if (!this.isReady(slug, article, slugs)) await this.render(slug, article, slugs);
    }
  }

  private isReady(slug: string, article: GoingArticle, slugs: ReadonlySet<string>): boolean {
    const inputs = this.inputs.of(slug, article);
    const own = this.rendered.get(slug);
    if (own !== undefined && holds(own, inputs, slugs)) return true;
    const known = this.job.memory.rendered.get(slug);
    if (known === undefined || !holds(known, inputs, slugs)) return false;
    if (!this.old.areKnown(known)) return false;
    this.drop(own);
    this.ownBroken.delete(slug);
    this.rendered.set(slug, known);
    return true;
  }

  private async render(
    slug: string,
    article: GoingArticle,
    slugs: ReadonlySet<string>,
  ): Promise<void> {
    this.drop(this.rendered.get(slug));
    this.note(slug, await makeArticle(slug, article, slugs, this.maker));
  }

  private note(slug: string, { rendered, broken, fault }: MadeArticle): void {
    if (fault === null) this.faults.delete(slug);
    else this.faults.set(slug, fault);
    this.ownBroken.set(slug, broken);
    this.rendered.set(slug, rendered);
  }

  /** Takes files out again that were rendered in this run for something that has changed since. */
  private drop(article: Pick<RenderedArticle, 'files'> | undefined): void {
    for (const path of article?.files ?? []) {
      if (this.fresh.delete(path)) this.staged?.drop(path);
    }
  }

  private get maker(): Maker {
    const { options, extras, open } = this.job;
    return { options, extras, open, put: (path, content) => this.put(path, content) };
  }

  /** What stands there with the same bytes is kept. */
  private put(path: string, content: string | Uint8Array): string {
    const before = this.old.hashOf(path);
    // A text is encoded, and the bytes are named, once for both.
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const hash = this.job.site.nameOf(bytes);
    if (hash === before) return hash;
    this.fresh.set(path, this.site.put(path, bytes, hash));
    return hash;
  }

  private get site(): StagedSite {
    this.staged ??= this.job.site.stage();
    return this.staged;
  }

  private async siteOwn(slugs: ReadonlySet<string>): Promise<void> {
    const { going, kept, order } = this;
    await this.siteRun.make({ slugs, going, kept, order, made: () => this.made }, this.maker);
  }

  /** Takes articles that cannot be shown out of the run, before anything holds all articles; true when there are some. */
  private refuseFaulty(): boolean {
    const faulty = [...this.going.keys()].filter((slug) => this.faults.has(slug));
    for (const slug of faulty) this.leaveOut(slug);
    return faulty.length > 0;
  }

  /** Takes articles with links that lead nowhere out of the run; true when there are none. */
  private refuseBroken(slugs: ReadonlySet<string>): boolean {
    this.files = filesOf(this.made);
    const { site } = this.job;
    const targets = new LinkTargets({
      has: (path) => this.files.has(path) || site.foreign().includes(path),
      read: (path) => this.staged?.read(path) ?? site.read(path),
    });
    let settled = true;
    for (const slug of slugs) {
      const article = this.rendered.get(slug);
      if (article === undefined || this.kept.has(slug)) continue;
      const links = [...(this.ownBroken.get(slug) ?? []), ...targets.broken(article.outward)];
      if (links.length > 0) settled = this.refuse(slug, links) && settled;
    }
    this.refuseOwn(targets);
    return settled;
  }

  /** Links of the site's own pages that lead nowhere are told of; there is nobody to leave out for them. */
  private refuseOwn(targets: LinkTargets): void {
    const links = this.siteRun.own.broken({ targets, isAllThere: this.old.isAllIn(this.files) });
    if (links.length > 0) this.broken.set('', links);
    else this.broken.delete('');
  }

  /** True when nothing else changes by it. */
  private refuse(slug: string, links: readonly BrokenLink[]): boolean {
    this.broken.set(slug, links);
    if (!this.job.lenient) this.leaveOut(slug);
    return this.job.lenient;
  }

  private leaveOut(slug: string): void {
    this.going.delete(slug);
    this.drop(this.rendered.get(slug));
    this.rendered.delete(slug);
    if (this.old.article(slug) !== undefined) this.kept.add(slug);
  }

  private get made(): NewSite {
    const { old, going, kept, rendered, fresh } = this;
    const siteFiles = this.siteRun.own.paths;
    return { version: this.job.version, old, going, kept, rendered, siteFiles, fresh };
  }

  private prepared(): PressResult {
    const manifest = manifestOf(this.made, this.files);
    const { site } = this.job;
    const { rendered, broken, faults } = this;
    const { own, missing } = this.siteRun;
    const { intact: stamps } = this.old;
    this.rememberKept();
    const hash = this.site.hashOf(manifest);
    const memory = { rendered, ...own.memory(this.files), stamps, manifest: hash };
    const whole = this.siteRun.whole.memory(this.files);
    const unlisted = [...this.kept].filter((slug) => this.old.card(slug) === null);
    const isSame = hash === site.hash && this.old.isWhole(manifest);
    if (isSame || broken.has('')) {
      this.site.abort();
      return { manifest, staged: null, broken, faults, unlisted, missing, memory, whole };
    }
    const kept = Object.keys(manifest.files).filter((path) => !this.fresh.has(path));
    for (const path of kept) this.site.keep(path, stamps[path] ?? '');
    return { manifest, staged: this.site, broken, faults, unlisted, missing, memory, whole };
  }

  /** What stays as it was may be what the next run would render. */
  private rememberKept(): void {
    for (const slug of this.kept) {
      const known = this.job.memory.rendered.get(slug);
      if (known !== undefined && this.old.areKnown(known)) this.rendered.set(slug, known);
    }
  }
}
