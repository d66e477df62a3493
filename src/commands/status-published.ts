/** What of an article is on the site, as `status` says it. */
import type { MessageKey, Translate } from '../core/messages.ts';
import { LANGS, type Lang } from '../core/model.ts';
import type { Publication } from '../core/publication.ts';
import type { Press } from '../core/press.ts';
import type { PublishedHistory } from '../core/published/history.ts';
import type { SiteManifest } from '../core/site-folder.ts';
import type { Assessment } from './assess.ts';
import { openRecord } from './publish-record.ts';

/** `never`: it was never out · `behind`: other text is out than the article has today, or it is to be withdrawn. */
export type SiteStatus = 'never' | 'current' | 'behind' | 'withdrawn';

export interface PublishedStatus {
  readonly status: SiteStatus;
  /** Languages whose page is behind: their text has changed, or a correction of the other has not reached them. */
  readonly behind: readonly Lang[];
  /** What the site in the config's folder has of an article that is out; null where nobody can tell. */
  readonly folder: 'current' | 'older' | 'missing' | null;
  /** What the front matter says of pages that are out: they are to go, or to stay as they are; null: neither. */
  readonly pages: 'go' | 'stay' | null;
  /** Segments that are out although nobody had reviewed them. */
  readonly unreviewed: number;
  /** Days, `YYYY-MM-DD`. */
  readonly first: string | null;
  readonly last: string | null;
}

function statusOf(isLive: boolean, behind: readonly Lang[], first: string | null): SiteStatus {
  if (isLive) return behind.length > 0 ? 'behind' : 'current';
  return first === null ? 'never' : 'withdrawn';
}

/** Another folder, or Markdown for a generator, may have got what the record says, and the site not. */
function folderOf(
  site: SiteManifest | null,
  slug: string,
  live: PublishedHistory['live'],
): PublishedStatus['folder'] {
  if (site === null || live === null) return null;
  if (!Object.hasOwn(site.articles, slug)) return 'missing';
  const hash = site.articles[slug]?.hash;
  if (hash === undefined) return null;
  return LANGS.every((lang) => hash[lang] === live.hash[lang]) ? 'current' : 'older';
}

function pagesOf(isLive: boolean, publication: Publication | null): PublishedStatus['pages'] {
  if (!isLive) return null;
  if (publication === 'withdrawn') return 'go';
  return publication === 'held' || publication === 'draft' ? 'stay' : null;
}

/**
 * Compares what is out with what the article has today.
 * @param site what stands in the config's folder
 */
export function publishedStatus(
  press: Pick<Press, 'record'>,
  site: SiteManifest | null,
  { summary, outgoing }: Pick<Assessment, 'summary' | 'outgoing'>,
): PublishedStatus {
  const { events, history } = openRecord(press, summary.slug);
  const { live, first, uncorrected } = history;
  const behind =
    live === null
      ? []
      : LANGS.filter(
          (lang) => live.hash[lang] !== outgoing.hash[lang] || uncorrected.includes(lang),
        );
  const event = events.at(-1);
  const unreviewed = event?.event === 'published' ? (event.unreviewed ?? 0) : 0;
  const last = event?.day ?? null;
  const pages = pagesOf(live !== null, outgoing.publication);
  const status = pages === 'go' ? 'behind' : statusOf(live !== null, behind, first);
  const folder = folderOf(site, summary.slug, live);
  return { status, behind, folder, pages, unreviewed, first, last };
}

/** In words, for a cell of the table. */
export function sayPublished(
  t: Translate,
  { status, behind, folder, pages, unreviewed }: PublishedStatus,
): string {
  const key: MessageKey = pages === 'go' ? 'status.site.go' : `status.site.${status}`;
  const more: (readonly [MessageKey, boolean])[] = [
    ['status.site.older', folder === 'older'],
    ['status.site.missing', folder === 'missing'],
    ['status.site.stay', pages === 'stay'],
    ['status.site.unreviewed', unreviewed > 0],
  ];
  return more
    .filter(([, applies]) => applies)
    .reduce(
      (words, [each]) => t(each, { words, count: unreviewed }),
      t(key, { langs: behind.join(', ') }),
    );
}
