/** The site as it would be with everything in it: rendered in memory, when somebody looks. */
import { UserError } from '../core/errors.ts';
import type { Lang } from '../core/model.ts';
import type { Workspace } from '../core/ports.ts';
import type { PreviewAnswer } from '../core/preview.ts';
import type { Press } from '../core/press.ts';
import { publicationOf } from '../core/publication.ts';
import { visibleLine } from '../core/safe-text.ts';
import { sayFinding } from '../core/say-finding.ts';
import type { ArticleState } from '../core/state.ts';
import type { Translate } from '../core/messages.ts';
import { cardOf, withHistory, type ArticleCard, type CardTexts } from '../editions/card.ts';
import type { Content, EditionOptions, Files, OutgoingArticle } from '../editions/edition.ts';
import { renderArticle, siteFiles } from '../editions/index.ts';
import { iconOf } from '../editions/icon.ts';
import { livePage, messagePage } from '../editions/live/page.ts';
import { LIVE_JS, LIVE_PATH } from '../editions/live/script.ts';
import { readiness } from '../editions/parts/readiness.ts';
import type { SiteFile } from '../editions/site-file.ts';
import type { SiteExtras } from './publish-also.ts';
import { openOutgoing } from './publish-judge.ts';
import { openRecord } from './publish-record.ts';

export interface PreviewSetting {
  readonly workspace: Workspace;
  readonly press: Pick<Press, 'record'>;
  readonly options: EditionOptions;
  readonly extras: SiteExtras;
  readonly stale: 'refuse' | 'last';
  readonly signOffs: number;
  readonly t: Translate;
  /** Language of `t`. */
  readonly lang: Lang;
}

/** By path, each made when somebody looks at it. */
type ListFiles = ReadonlyMap<string, SiteFile>;

/** The pages of all articles together, and why some are missing there. */
interface Lists {
  readonly files: ListFiles;
  readonly failures: readonly string[];
}

/** An article as it stands, or why there is none to show. */
type Opened = OutgoingArticle | { readonly failure: string };

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  webp: 'image/webp',
  xml: 'application/xml; charset=utf-8',
};
const HTML = 'text/html; charset=utf-8';

function typeOf(path: string): string {
  return TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain; charset=utf-8';
}

/** The slugs that a path may be of, as its segments say. */
function slugsIn(path: string, slugs: readonly string[]): string[] {
  const names = path.split('/').flatMap((name) => [name, name.replace(/\.[^.]*$/, '')]);
  return slugs.filter((slug) => names.includes(slug));
}

export class PreviewSite {
  private readonly setting: PreviewSetting;
  private readonly opened = new Map<string, Promise<Opened>>();
  /** Files stay with the reading that they were made of. */
  private rendered = new WeakMap<OutgoingArticle, Files>();
  private lists: Promise<Lists> | null = null;
  private assets: ListFiles | null = null;
  private known: readonly string[] = [];
  private failure: string | null = null;

  constructor(setting: PreviewSetting) {
    this.setting = setting;
  }

  /** Forgets what was rendered of these articles, or of all. */
  drop(slugs: readonly string[] | null): void {
    this.lists = null;
    for (const slug of slugs ?? [...this.opened.keys()]) {
      this.opened.delete(slug);
    }
  }

  /** Says on every page, from now on, what has to be mended before there is a site. */
  fail(message: string): void {
    this.failure = message;
  }

  /** What stands at a path, which begins with `/`; never rejects for what a user can mend. */
  async answer(path: string): Promise<PreviewAnswer> {
    try {
      if (path === LIVE_PATH) return { status: 200, type: typeOf(path), body: LIVE_JS };
      return await this.find(path.slice(1));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return this.failed(error.message, null);
    }
  }

  private async find(path: string): Promise<PreviewAnswer> {
    const slugs = await this.slugs();
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const own = this.ofNoArticle(file);
    if (own !== null) return own;
    if (this.failure !== null) return this.failed(this.failure, null);
    for (const slug of slugsIn(file, slugs)) {
      const answer = await this.inArticle(slug, path, file);
      if (answer !== null) return answer;
    }
    return this.inLists(path, file);
  }

  /** What no article has to be read for: the site's own files, and what a browser asks for by itself. */
  private ofNoArticle(file: string): PreviewAnswer | null {
    const asset = this.ownAssets().get(file);
    if (asset === undefined) return /^[^/]+\.\w+$/.test(file) ? this.missing() : null;
    const isAsset = /\.(?:css|js)$/.test(file) || file === iconOf(this.setting.extras).path;
    return isAsset ? this.page(file, asset.render(), null) : null;
  }

  private async inLists(path: string, file: string): Promise<PreviewAnswer> {
    this.lists ??= this.openLists(this.known);
    const { files, failures } = await this.lists;
    const found = files.get(file);
    if (found !== undefined) return this.page(file, found.render(), null, failures);
    if (files.has(`${path}/index.html`)) return this.moved(path);
    return this.missing();
  }

  private missing(): PreviewAnswer {
    const page = this.ownAssets().get('404.html')?.render() ?? '';
    return { ...this.page('404.html', page, null), status: 404 };
  }

  private async inArticle(slug: string, path: string, file: string): Promise<PreviewAnswer | null> {
    const opened = await this.open(slug);
    if ('failure' in opened) return this.failed(opened.failure, slug);
    const files = this.articleFiles(opened);
    const found = files.get(file);
    if (found !== undefined) return this.page(file, found, slug, this.notices(opened.state));
    return files.has(`${path}/index.html`) ? this.moved(path) : null;
  }

  /** Links between articles are made for the articles that there are. */
  private async slugs(): Promise<readonly string[]> {
    const slugs = await this.setting.workspace.slugs();
    if (slugs.join(' ') !== this.known.join(' ')) {
      this.known = slugs;
      this.rendered = new WeakMap();
      this.lists = null;
    }
    return slugs;
  }

  private open(slug: string): Promise<Opened> {
    const opened = this.opened.get(slug) ?? this.read(slug);
    this.opened.set(slug, opened);
    return opened;
  }

  private async read(slug: string): Promise<Opened> {
    const { options, press } = this.setting;
    try {
      const { workspace } = this.setting;
      const open = (name: string) => workspace.open(name);
      const { state, lastApproved } = await openOutgoing(slug, { ...this.setting, open });
      const card = { ...cardOf(state, options), lastApproved };
      return { state, card: withHistory(card, openRecord(press, slug).history) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { failure: error.message };
    }
  }

  private articleFiles(article: OutgoingArticle): Files {
    const { options, extras } = this.setting;
    const site = { ...extras, options, slugs: new Set(this.known) };
    const files = this.rendered.get(article) ?? renderArticle(article.state, article.card, site);
    this.rendered.set(article, files);
    return files;
  }

  private async openLists(slugs: readonly string[]): Promise<Lists> {
    const cards: ArticleCard[] = [];
    const failures: string[] = [];
    for (const slug of slugs) {
      const opened = await this.open(slug);
      if ('card' in opened) cards.push(this.marked(opened));
      else failures.push(visibleLine(opened.failure));
    }
    return { files: this.filesOf(cards, slugs), failures };
  }

  private filesOf(cards: readonly ArticleCard[], slugs: readonly string[]): ListFiles {
    const { options, extras } = this.setting;
    const site = { ...extras, options, slugs: new Set(slugs), withdrawn: [] };
    return new Map(siteFiles(cards, site).map((file) => [file.path, file]));
  }

  /** Stylesheet, script and what else is the same whichever articles there are. */
  private ownAssets(): ListFiles {
    this.assets ??= this.filesOf([], []);
    return this.assets;
  }

  /** What keeps an article from going out whatever its translation is like, in a few words; else null. */
  private mark({ article }: ArticleState): string | null {
    const status = publicationOf(article.front);
    if (status === 'ready' || status === 'published') return null;
    return typeof status === 'string' ? status : status.unknown;
  }

  /** A card whose title says that the article will not go out. */
  private marked({ state, card }: OutgoingArticle): ArticleCard {
    const status = this.mark(state);
    if (status === null) return card;
    const part = { text: `[publish: ${visibleLine(status)}] `, lang: 'en' } as const;
    const texts = (own: CardTexts): CardTexts => ({
      ...own,
      titleParts: [
        part,
        ...(own.titleParts.length > 0 ? own.titleParts : [{ ...part, text: card.slug }]),
      ],
    });
    return { ...card, texts: { zh: texts(card.texts.zh), en: texts(card.texts.en) } };
  }

  private notices(state: ArticleState): string[] {
    const { t } = this.setting;
    const status = this.mark(state);
    const broken = readiness(state).broken.map(
      (finding) => `${finding.place.file}:${finding.place.line}: ${sayFinding(t, finding)}`,
    );
    const kept = status === null ? [] : [t('preview.notOut', { status })];
    return [...kept, ...broken].map(visibleLine);
  }

  private page(
    file: string,
    body: Content,
    slug: string | null,
    notices: readonly string[] = [],
  ): PreviewAnswer {
    const isPage = file.endsWith('.html') && typeof body === 'string';
    const { lang } = this.setting;
    const shown = isPage ? livePage(body, { slug, lang, notices }) : body;
    return { status: 200, type: typeOf(file), body: shown };
  }

  private moved(path: string): PreviewAnswer {
    return { status: 308, type: HTML, body: '', location: `/${path}/` };
  }

  private failed(failure: string, slug: string | null): PreviewAnswer {
    const { t, lang, extras } = this.setting;
    const parts = { slug, lang, notices: [visibleLine(failure)] };
    const page = messagePage(t('preview.broken'), iconOf(extras).path, parts);
    return { status: 500, type: HTML, body: page };
  }
}
