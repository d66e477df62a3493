/** What `publish` says it did, for a person and as JSON. */
import type { MessageKey, Translate } from '../core/messages.ts';
import { visibleLine } from '../core/safe-text.ts';
import type { PlacedLink } from './publish-places.ts';
import { reasonsAgainst } from './publish-plan.ts';
import type { RunResult } from './publish-result.ts';
import { decodedAddress } from '../core/percent-decoding.ts';

export interface PublishReport {
  /** Relative to the current folder. */
  readonly folder: string;
  readonly drafts: boolean;
  /** The site's address is known. */
  readonly hasAddress: boolean;
  /** Articles of the workspace that the arguments do not name. */
  readonly unnamed: readonly string[];
  readonly result: RunResult;
  /** Links that lead nowhere, by slug; '' stands for the site's own pages. */
  readonly links: ReadonlyMap<string, readonly PlacedLink[]>;
}

function linkLine({ from, link, place, meant }: PlacedLink, t: Translate): string {
  const where = place === null ? '' : ` (${place.file}:${place.line}:${place.column})`;
  const advice = meant === undefined ? '' : t('publish.meant', { link: meant });
  return `  ${from}: ${decodedAddress(link)}${where}${advice}`;
}

/** How to find the address of a place, where a link asks for one that there is not. */
function placeLines({ links }: PublishReport, t: Translate): string[] {
  const isLost = ({ link, meant }: PlacedLink): boolean =>
    link.includes('#') && meant === undefined;
  return [...links.values()].some((each) => each.some(isLost)) ? [t('publish.places')] : [];
}

function linkLines(slug: string, links: readonly PlacedLink[], t: Translate): string[] {
  const head =
    slug === '' ? t('publish.linksOfSite') : t('publish.links', { slug, count: links.length });
  return [head, ...links.map((link) => linkLine(link, t))];
}

/** Slugs that did not go out for what is wrong with them, or with their links. */
function stopped({ result }: PublishReport): readonly string[] {
  const { refused, broken, faults, published } = result;
  const byPages = [...new Set([...broken.keys(), ...faults.keys()])];
  const isOut = (slug: string): boolean => slug !== '' && !published.includes(slug);
  return [...refused, ...byPages.filter(isOut)].sort();
}

/** Whether the exit code is 1: something did not go out that somebody wanted out, or there was nothing. */
export function isFailure(report: PublishReport): boolean {
  return stopped(report).length > 0 || !report.result.done;
}

function hasErrors({ result }: PublishReport): boolean {
  return result.refused.some((slug) => (result.judgements.get(slug)?.findings.length ?? 0) > 0);
}

function verdict(report: PublishReport, t: Translate): string {
  const { folder, result } = report;
  if (!result.done) {
    if (stopped(report).length === 0 && !result.broken.has('')) return t('publish.empty');
    // What is wrong with links and pictures is let out by no flag either.
    const isOpen = result.refused.length > 0 && !hasErrors(report);
    return t(isOpen ? 'publish.nothing' : 'publish.nothingBroken');
  }
  const written = result.written.length;
  const unchanged = result.unchanged.length;
  return t('publish.done', { count: result.published.length, folder, written, unchanged });
}

/** What became of the articles that did not go out. */
function stayLines(report: PublishReport, t: Translate): string[] {
  const { result, unnamed } = report;
  const say = (key: MessageKey, slugs: readonly string[]): string[] =>
    slugs.length === 0 ? [] : [t(key, { slugs: slugs.join(', ') })];
  const isKept = (slug: string): boolean => result.kept.includes(slug);
  const out = stopped(report).filter((slug) => !isKept(slug));
  return [
    ...say(
      'publish.unnamed',
      unnamed.filter((slug) => !isKept(slug)),
    ),
    ...(!result.done ? [] : say('publish.stay', result.kept)),
    ...(!result.done ? [] : say('publish.notOut', out)),
    ...say('publish.unlisted', result.unlisted),
    ...say('publish.missing', result.missing),
    ...say('publish.withdrawn', result.withdrawn),
    ...say('publish.removed', result.removed),
    ...(result.left.length === 0 ? [] : [t('publish.left', { paths: result.left.join(', ') })]),
  ];
}

function heldLine(slug: string, { result }: PublishReport, t: Translate): string {
  const status = result.judgements.get(slug)?.publication ?? 'held';
  return t('publish.held', { slug, status });
}

/** Segments that went out marked as unreviewed. */
function unreviewed({ result }: PublishReport, slug: string): number {
  return result.judgements.get(slug)?.open.length ?? 0;
}

function markLines(report: PublishReport, t: Translate): string[] {
  return report.result.published.flatMap((slug) => {
    const count = unreviewed(report, slug);
    const last = report.result.judgements.get(slug)?.card.lastApproved ?? 0;
    return [
      ...(count === 0 ? [] : [t('publish.withDrafts', { slug, count })]),
      ...(last === 0 ? [] : [t('publish.lastApproved', { slug, count: last })]),
    ];
  });
}

/** What measures texts loads when there is one to measure. */
async function refusals(report: PublishReport, t: Translate): Promise<string[]> {
  const { refused } = report.result;
  if (refused.length === 0) return [];
  const { refusalLines } = await import('./publish-refusals.ts');
  return refused.flatMap((slug) => refusalLines(slug, report, t));
}

/** Lines for a terminal, the verdict last; nothing in them can act on the terminal. */
export async function reportText(report: PublishReport, t: Translate): Promise<string> {
  const { result } = report;
  const lines = [
    ...result.held.map((slug) => heldLine(slug, report, t)),
    ...markLines(report, t),
    ...(await refusals(report, t)),
    ...[...result.faults].map(([slug, reason]) => t('publish.fault', { slug, reason })),
    ...[...report.links].flatMap(([slug, links]) => linkLines(slug, links, t)),
    ...placeLines(report, t),
    ...stayLines(report, t),
    ...(result.done && !report.hasAddress ? [t('publish.noAddress')] : []),
    verdict(report, t),
  ];
  return lines.map((line) => `${visibleLine(line)}\n`).join('');
}

function word(report: PublishReport): 'published' | 'partly' | 'refused' {
  if (!report.result.done) return 'refused';
  return isFailure(report) ? 'partly' : 'published';
}

/**
 * One object: `{ verdict, folder, drafts, published, refused, faults, links, held, withdrawn, removed, kept,
 * unnamed, recorded, files }`. A refused segment has `key`, `status`, `zh` and `en` (null: no text in
 * that language); `links` are those that lead nowhere, with their `place` in the article's file (null: it is not
 * written there).
 */
export function toJson(report: PublishReport): string {
  const { folder, drafts, unnamed, result } = report;
  const refused = result.refused.map((slug) => {
    const judgement = result.judgements.get(slug);
    const reasons = judgement === undefined ? {} : reasonsAgainst(judgement, drafts);
    return { slug, ...reasons };
  });
  const object = {
    verdict: word(report),
    folder,
    drafts,
    published: result.published.map((slug) => ({ slug, unreviewed: unreviewed(report, slug) })),
    refused,
    faults: [...result.faults].map(([slug, reason]) => ({ slug, reason })),
    links: [...report.links].flatMap(([slug, links]) => links.map((link) => ({ slug, ...link }))),
    held: result.held,
    withdrawn: result.withdrawn,
    removed: result.removed,
    kept: result.kept,
    unnamed,
    recorded: result.recorded,
    files: { written: result.written, unchanged: result.unchanged },
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}
