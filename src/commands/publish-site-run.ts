/** The files of no article in one run of the press: lists, feeds, maps, and what holds the texts of all. */
import { nameOf } from '../core/name-of.ts';
import type { ArticleCard } from '../editions/card.ts';
import type { Site, WholeSite } from '../editions/edition.ts';
import type { WholeFile } from '../editions/whole-file.ts';
import { partsOf, type InputNames, type Maker } from './publish-article.ts';
import type { GoingArticle, PressJob, PressOrder } from './publish-job.ts';
import { filesOf, type NewSite } from './publish-manifest.ts';
import type { OldSite } from './publish-old.ts';
import { OwnFiles, type OwnSetting } from './publish-own.ts';
import { siteFilesOf } from './publish-site.ts';
import { steadyArticles, type SteadyArticle } from './publish-steady.ts';
import { hasWhole, WholeFiles } from './publish-whole.ts';

export interface SiteRunSetting extends Pick<OwnSetting, 'put' | 'drop'> {
  readonly job: PressJob;
  readonly old: OldSite;
  readonly inputs: InputNames;
}

/** What has been decided so far. */
export interface SiteSoFar {
  readonly slugs: ReadonlySet<string>;
  readonly going: ReadonlyMap<string, GoingArticle>;
  /** Articles whose old pages stay. */
  readonly kept: ReadonlySet<string>;
  readonly order: PressOrder;
  readonly made: () => NewSite;
}

export class SiteRun {
  readonly own: OwnFiles;
  readonly whole: WholeFiles;
  /** Articles that stay as they were, and that no file of all articles can hold. */
  missing: readonly string[] = [];
  private readonly setting: SiteRunSetting;
  /** Name of what all files of the site have in common. */
  private readonly ground: string;

  constructor(setting: SiteRunSetting) {
    const { job, old, put, drop } = setting;
    const { memory, options, site } = job;
    this.setting = setting;
    this.ground = nameOf(job.version, options, job.extras.rules);
    this.own = new OwnFiles({
      known: memory,
      options,
      ground: this.ground,
      stands: (path) => old.isKnown(path),
      put,
      drop,
      read: (path) => site.read(path),
    });
    this.whole = new WholeFiles({
      recall: job.recallWhole,
      ground: this.ground,
      stands: (path, hash) => old.bytes(path, hash),
    });
  }

  /** Makes what is not there as it has to be. */
  async make(soFar: SiteSoFar, maker: Maker): Promise<void> {
    const steady = await this.steady(soFar);
    const inputs = this.inputs(soFar, steady);
    if (this.own.isMade(inputs)) return;
    const { options, extras } = this.setting.job;
    const { slugs, order } = soFar;
    const parts = { ...partsOf(extras), ...lacking(soFar) };
    const site = { ...parts, options, slugs, withdrawn: order.withdrawn };
    const whole = hasWhole(extras) ? await this.wholeFiles(site, soFar, steady) : [];
    const files = await siteFilesOf({ cards: this.cards(soFar), site, whole }, inputs, maker);
    this.own.make(inputs, files);
  }

  /** Cards of all articles that have a page. */
  private cards({ going, kept }: SiteSoFar): ArticleCard[] {
    const stay = [...kept].flatMap((slug) => this.setting.old.card(slug) ?? []);
    return [...[...going.values()].map(({ card }) => card), ...stay];
  }

  private wholeFiles(
    site: Site,
    { going }: SiteSoFar,
    steady: readonly SteadyArticle[],
  ): Promise<readonly WholeFile[]> {
    const { job, inputs } = this.setting;
    const articles = [...going].map(([slug, article]) => ({
      card: article.card,
      inputs: inputs.of(slug, article),
    }));
    return this.whole.make({ site, going: articles, steady, open: job.open });
  }

  /** Name of all that these files are made of. */
  private inputs({ going, kept, order }: SiteSoFar, steady: readonly SteadyArticle[]): string {
    const { old, inputs } = this.setting;
    const fresh = [...going].map(([slug, article]) => [slug, inputs.of(slug, article)]);
    const stay = [...kept].map((slug) => [slug, old.article(slug)?.card, old.filesOf(slug)]);
    const names = steady.map(({ card }) => card.slug);
    return nameOf(this.ground, order.withdrawn, fresh, stay, names);
  }

  /** Of those that stay, what can stand in a book of all; who cannot is told of. */
  private async steady({ kept, order }: SiteSoFar): Promise<readonly SteadyArticle[]> {
    const { job } = this.setting;
    if (!hasWhole(job.extras) || kept.size === 0) return [];
    const steady = await steadyArticles([...kept], order.live, this.setting);
    const there = new Set(steady.map(({ card }) => card.slug));
    this.missing = [...kept].filter((slug) => !there.has(slug));
    return steady;
  }
}

/** What stays as it was may have no page where pages have come since. */
function lacking({ kept, made }: SiteSoFar): Pick<WholeSite, 'lacks'> {
  if (kept.size === 0) return {};
  const there = filesOf(made());
  return { lacks: (path) => !there.has(path) };
}
