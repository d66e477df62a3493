/** Which articles may go out, and what keeps the others: worked out anew only for what has changed. */
import { checkArticle } from '../checks/check-article.ts';
import { isBlocking } from '../core/blocking.ts';
import { LANGS, type Finding, type Lang, type Status, type Unit } from '../core/model.ts';
import { nameOf } from '../core/name-of.ts';
import { articlePath } from '../core/paths.ts';
import type { Workspace } from '../core/ports.ts';
import { publicationOf, type Publication } from '../core/publication.ts';
import type { ArticleState } from '../core/state.ts';
import { plainText } from '../core/tags.ts';
import { cardOf, type ArticleCard } from '../editions/card.ts';
import type { EditionOptions } from '../editions/edition.ts';
import { asLastApproved } from '../editions/parts/last-approved.ts';
import { shownHash } from '../editions/parts/outgoing.ts';
import { readiness } from '../editions/parts/readiness.ts';
import { sideIn } from '../editions/parts/sides.ts';
import { knownFindings } from './assess.ts';
import type { NamedSetting } from './check-setting.ts';

/** A segment that nobody signed off as it stands. */
export interface OpenSegment {
  readonly key: string;
  readonly status: Status;
  /** What the edition would show, plain; null: there is no text in that language. */
  readonly zh: string | null;
  readonly en: string | null;
}

/** What is known of an article's way to the site. Plain data, to be kept from one run to the next. */
export interface Judgement {
  /** Changes with the article's files and all that its pages depend on. */
  readonly print: string;
  /** Changes besides with the checks' setting. */
  readonly judged: string;
  /** null: a value that there is not, which is among the findings. */
  readonly publication: Publication | null;
  readonly open: readonly OpenSegment[];
  /** Errors besides. */
  readonly findings: readonly Finding[];
  /** Without what the record of publications adds. */
  readonly card: ArticleCard;
  /** Name of the texts that would go out. */
  readonly hash: Readonly<Record<Lang, string>>;
}

export interface JudgeSetting {
  readonly workspace: Workspace;
  /** Opens an article: what is judged is then what is rendered (see `inTurn`). */
  readonly open: Workspace['open'];
  readonly checks: NamedSetting;
  readonly options: EditionOptions;
  readonly stale: 'refuse' | 'last';
  readonly signOffs: number;
  readonly version: string;
}

/** Opens an article once for all that is done with it before the next. */
export function inTurn(workspace: Pick<Workspace, 'open'>): Workspace['open'] {
  let last: { readonly slug: string; readonly state: Promise<ArticleState> } | null = null;
  return (slug) => {
    if (last?.slug !== slug) last = { slug, state: workspace.open(slug) };
    return last.state;
  };
}

/** The article as it would go out. */
export async function openOutgoing(
  slug: string,
  { open, stale, signOffs }: Pick<JudgeSetting, 'open' | 'stale' | 'signOffs'>,
): Promise<{ readonly state: ArticleState; readonly lastApproved: number }> {
  const state = await open(slug);
  if (stale === 'refuse') return { state, lastApproved: 0 };
  const last = asLastApproved(state, signOffs);
  return { state: last.state, lastApproved: last.count };
}

/** Opens articles as they would go out. */
export function outgoingOf(setting: JudgeSetting): (slug: string) => Promise<ArticleState> {
  return async (slug) => (await openOutgoing(slug, setting)).state;
}

/** The text that a language's edition would show, or null when there is none in that language. */
function textIn(unit: Unit, lang: Lang): string | null {
  const side = sideIn(unit, lang);
  return side === null || side.lang !== lang ? null : plainText(side.text);
}

function openSegments(state: ArticleState): OpenSegment[] {
  return readiness(state).open.map((unit) => {
    const [zh = null, en = null] = LANGS.map((lang) => textIn(unit, lang));
    return { key: unit.key, status: unit.status, zh, en };
  });
}

/** An open segment says itself why; what is wrong in a file is wrong whoever it belongs to. */
function blocking(state: ArticleState, findings: readonly Finding[]): Finding[] {
  const keys = new Set(readiness(state).open.map(({ key }) => key));
  const article = articlePath(state.article.slug);
  return findings.filter(
    (finding) =>
      isBlocking(finding) && !(finding.place.file === article && keys.has(finding.key ?? '')),
  );
}

async function judge(
  slug: string,
  prints: Pick<Judgement, 'print' | 'judged'>,
  setting: JudgeSetting,
  known: readonly Finding[] | undefined,
): Promise<Judgement> {
  const { state, lastApproved } = await openOutgoing(slug, setting);
  const publication = publicationOf(state.article.front);
  const findings = known ?? checkArticle(state, setting.checks.setting);
  return {
    ...prints,
    publication: typeof publication === 'string' ? publication : null,
    open: openSegments(state),
    findings: blocking(state, findings),
    card: { ...cardOf(state, setting.options), lastApproved },
    hash: shownHash(state),
  };
}

/** So many articles are checked sooner than what `check` remembers of all is read. */
const FEW = 20;

/** What `check` found is of the text as it is today. */
async function remembered(
  fingerprints: ReadonlyMap<string, string>,
  { workspace, checks, stale }: JudgeSetting,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  if (fingerprints.size <= FEW || stale === 'last') return new Map();
  return knownFindings(workspace, fingerprints, checks);
}

/** What judging an article takes. Plain data. */
export interface Case {
  readonly slug: string;
  readonly prints: Pick<Judgement, 'print' | 'judged'>;
  /** Of an earlier run that still holds; null: the article is to be judged. */
  readonly known: Judgement | null;
  /** What `check` has found in the text as it is today; null: it is to be checked. */
  readonly findings: readonly Finding[] | null;
}

/** Judges one article. */
export async function judgeCase(
  { slug, prints, known, findings }: Case,
  setting: JudgeSetting,
): Promise<Judgement> {
  return known ?? judge(slug, prints, setting, findings ?? undefined);
}

/**
 * The cases of articles, in the order of the slugs.
 * @param known judgements of an earlier run: those that still hold are taken as they are
 */
export async function openCases(
  slugs: readonly string[],
  known: ReadonlyMap<string, Judgement>,
  setting: JudgeSetting,
): Promise<readonly Case[]> {
  const { workspace, checks, options, stale, version } = setting;
  const shared = JSON.stringify([version, options, stale]);
  const cases: Omit<Case, 'findings'>[] = [];
  const unknown = new Map<string, string>();
  for (const slug of slugs) {
    const fingerprint = await workspace.fingerprint(slug);
    const print = nameOf(fingerprint, shared);
    const judged = nameOf(print, checks.name);
    const before = known.get(slug);
    const holds = before?.judged === judged ? before : null;
    if (holds === null) unknown.set(slug, fingerprint);
    cases.push({ slug, prints: { print, judged }, known: holds });
  }
  const found = await remembered(unknown, setting);
  return cases.map((each) => ({ ...each, findings: found.get(each.slug) ?? null }));
}
