/** Which articles may go out, and what keeps the others: worked out anew only for what has changed. */
import { UserError } from '../core/errors.ts';
import type { Finding, Lang, Status } from '../core/model.ts';
import { nameOf } from '../core/name-of.ts';
import type { Workspace } from '../core/ports.ts';
import type { Publication } from '../core/publication.ts';
import type { ArticleState } from '../core/state.ts';
import type { ArticleCard } from '../editions/card.ts';
import type { EditionOptions } from '../editions/edition.ts';
import type { SettingToOpen } from './check-setting.ts';

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
  readonly checks: SettingToOpen;
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
  const { asLastApproved } = await import('../editions/parts/last-approved.ts');
  const last = asLastApproved(state, signOffs);
  return { state: last.state, lastApproved: last.count };
}

/** Opens articles as they would go out. */
export function outgoingOf(setting: JudgeSetting): (slug: string) => Promise<ArticleState> {
  return async (slug) => (await openOutgoing(slug, setting)).state;
}

/** So many articles are checked sooner than what `check` remembers of all is read. */
const FEW = 20;

/** What judging an article takes. Plain data. */
export interface Case {
  readonly slug: string;
  readonly prints: Pick<Judgement, 'print' | 'judged'>;
  /** Of an earlier run that still holds; null: the article is to be judged. */
  readonly known: Judgement | null;
  /** What `check` has found in the text as it is today; null: it is to be checked. */
  readonly findings: readonly Finding[] | null;
}

/** A case before anybody has looked for what `check` has found. */
export interface OpenCase extends Omit<Case, 'findings'> {
  readonly fingerprint: string;
}

/** Judges one article. What that takes loads when there is one to judge. */
export async function judgeCase(own: Case, setting: JudgeSetting): Promise<Judgement> {
  if (own.known !== null) return own.known;
  const { judge } = await import('./publish-judging.ts');
  return judge(own, setting);
}

type PrintSetting = Pick<JudgeSetting, 'workspace' | 'options' | 'stale' | 'version'>;

/** What an article is today. */
interface Printed {
  readonly slug: string;
  readonly print: string;
  readonly fingerprint: string;
}

async function printed(
  slugs: readonly string[],
  { workspace, options, stale, version }: PrintSetting,
): Promise<readonly Printed[]> {
  const shared = JSON.stringify([version, options, stale]);
  const prints = await workspace.fingerprints(slugs);
  return [...prints].map(([slug, fingerprint]) => {
    return { slug, print: nameOf(fingerprint, shared), fingerprint };
  });
}

/** Prints of those of the articles that can be read, by slug. */
export async function printsOf(
  slugs: readonly string[],
  setting: PrintSetting,
): Promise<ReadonlyMap<string, string>> {
  try {
    const all = await printed(slugs, setting);
    return new Map(all.map(({ slug, print }) => [slug, print]));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (slugs.length === 1) return new Map();
    const each = await Promise.all(slugs.map((slug) => printsOf([slug], setting)));
    return new Map(each.flatMap((prints) => [...prints]));
  }
}

/**
 * The cases of articles, in the order of the slugs.
 * @param known judgements of an earlier run: those that still hold are taken as they are
 */
export async function openCases(
  slugs: readonly string[],
  known: ReadonlyMap<string, Judgement>,
  { checks, ...setting }: JudgeSetting,
): Promise<readonly OpenCase[]> {
  const all = await printed(slugs, setting);
  return all.map(({ slug, print, fingerprint }) => {
    const judged = nameOf(print, checks.name);
    const before = known.get(slug);
    const holds = before?.judged === judged ? before : null;
    return { slug, fingerprint, prints: { print, judged }, known: holds };
  });
}

/** What `check` found is of the text as it is today. */
async function remembered(
  fingerprints: ReadonlyMap<string, string>,
  { workspace, checks, stale }: JudgeSetting,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  if (fingerprints.size <= FEW || stale === 'last') return new Map();
  const { knownFindings } = await import('./assess.ts');
  return knownFindings(workspace, fingerprints, checks);
}

/** Looks for what `check` has found. */
export async function withFindings(
  cases: readonly OpenCase[],
  setting: JudgeSetting,
): Promise<readonly Case[]> {
  const unknown = cases.filter(({ known }) => known === null);
  const fingerprints = new Map(unknown.map(({ slug, fingerprint }) => [slug, fingerprint]));
  const found = await remembered(fingerprints, setting);
  return cases.map(({ slug, prints, known }) => {
    return { slug, prints, known, findings: found.get(slug) ?? null };
  });
}
