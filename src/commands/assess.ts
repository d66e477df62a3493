/** Checks articles, or remembers what the check said when nothing has changed since. */
import * as v from 'valibot';
import { createHash } from 'node:crypto';
import { checkArticle, workspacePairs } from '../checks/check-article.ts';
import type { WorkspacePair } from '../checks/check.ts';
import type { ViewParts } from '../checks/pair-view.ts';
import { viewOf } from '../checks/pair-view.ts';
import type { CheckSetting } from '../checks/setting.ts';
import type { Finding, Lang, Pair } from '../core/model.ts';
import type { Workspace } from '../core/ports.ts';
import { publicationOf, type Publication } from '../core/publication.ts';
import type { ArticleState } from '../core/state.ts';
import type { NamedSetting } from './check-setting.ts';
import { summarize, type ArticleSummary } from '../core/summary.ts';
import { shownHash } from '../editions/parts/outgoing.ts';

/** A pair as it is remembered: what it is of stays the same, its view is made anew. */
type RememberedPair = Omit<WorkspacePair, 'view'> &
  Omit<ViewParts, 'setting'> & { readonly texts: Pair };

export interface Assessment {
  readonly summary: ArticleSummary;
  readonly findings: readonly Finding[];
  /** What `publish` would bring out. */
  readonly outgoing: {
    /** null: a value that there is not. */
    readonly publication: Publication | null;
    readonly hash: Readonly<Record<Lang, string>>;
  };
}

/** With what the checks across articles look at. */
export interface PairedAssessment extends Assessment {
  readonly pairs: readonly RememberedPair[];
}

interface Named {
  readonly fingerprint: string;
}

type Remembered = Assessment & Named;
type Pairs = Pick<PairedAssessment, 'pairs'> & Named;

const CACHE = 'check';
/** The pairs are by far the most of it, and only checks across articles ask for them. */
const PAIRS_CACHE = 'pairs';

/** The cache is ours, but anybody may have written there: what does not look right is made again. */
const shape = v.record(
  v.string(),
  v.looseObject({
    fingerprint: v.string(),
    summary: v.looseObject({}),
    findings: v.array(v.unknown()),
    outgoing: v.looseObject({ hash: v.object({ zh: v.string(), en: v.string() }) }),
  }),
);
const pairsShape = v.record(
  v.string(),
  v.looseObject({ fingerprint: v.string(), pairs: v.array(v.unknown()) }),
);

async function recall(workspace: Workspace): Promise<ReadonlyMap<string, Remembered>> {
  const raw = await workspace.recall(CACHE);
  if (!v.is(shape, raw)) return new Map();
  return new Map(Object.entries(raw as unknown as Record<string, Remembered>));
}

async function recallPairs(workspace: Workspace): Promise<ReadonlyMap<string, Pairs>> {
  const raw = await workspace.recall(PAIRS_CACHE);
  if (!v.is(pairsShape, raw)) return new Map();
  return new Map(Object.entries(raw as unknown as Record<string, Pairs>));
}

/** @param own the article's fingerprint */
function nameIn(own: string, name: string): string {
  return createHash('sha256').update(`${own}\n${name}`).digest('base64url');
}

/**
 * The findings that are remembered of articles as they are now; nothing is checked.
 * @param fingerprints by slug
 */
export async function knownFindings(
  workspace: Workspace,
  fingerprints: ReadonlyMap<string, string>,
  { name }: Pick<NamedSetting, 'name'>,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const known = await recall(workspace);
  const found = new Map<string, readonly Finding[]>();
  for (const [slug, own] of fingerprints) {
    const before = known.get(slug);
    if (before?.fingerprint === nameIn(own, name)) found.set(slug, before.findings);
  }
  return found;
}

function remembered(pair: WorkspacePair): RememberedPair {
  const { view, ...rest } = pair;
  const { tagged, source, kind, headline, day } = view;
  return { ...rest, texts: tagged, source, kind, headline, day };
}

/** The pairs of all assessed articles, for the checks that look across them. */
export function pairsOf(
  assessments: readonly PairedAssessment[],
  setting: CheckSetting,
): readonly WorkspacePair[] {
  return assessments.flatMap(({ pairs }) =>
    pairs.map(({ texts, source, kind, headline, day, ...rest }) => {
      return { ...rest, view: viewOf(texts, { source, kind, headline, day, setting }) };
    }),
  );
}

function assessed(state: ArticleState, setting: CheckSetting): PairedAssessment {
  const publication = publicationOf(state.article.front);
  return {
    summary: summarize(state),
    findings: checkArticle(state, setting),
    pairs: workspacePairs(state, setting).map(remembered),
    outgoing: {
      publication: typeof publication === 'string' ? publication : null,
      hash: shownHash(state),
    },
  };
}

/** What is remembered of all articles. */
interface Memory {
  readonly assessments: ReadonlyMap<string, Remembered>;
  readonly pairs: ReadonlyMap<string, Pairs>;
}

/** Fingerprints by slug, in the order of the slugs. */
async function namesOf(
  workspace: Workspace,
  slugs: readonly string[],
  { name }: NamedSetting,
): Promise<ReadonlyMap<string, string>> {
  const prints = await workspace.fingerprints(slugs);
  return new Map([...prints].map(([slug, print]) => [slug, nameIn(print, name)]));
}

/** Those that are not remembered as they are now. */
function unknownIn(
  names: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, Named>,
): ReadonlyMap<string, string> {
  return new Map([...names].filter(([slug, name]) => known.get(slug)?.fingerprint !== name));
}

/** Assesses articles and remembers them with the others. */
async function renew(
  workspace: Workspace,
  names: ReadonlyMap<string, string>,
  known: Memory,
  { setting }: NamedSetting,
): Promise<Memory> {
  if (names.size === 0) return known;
  const assessments = new Map(known.assessments);
  const pairs = new Map(known.pairs);
  for (const [slug, fingerprint] of names) {
    const { pairs: own, ...rest } = assessed(await workspace.open(slug), setting);
    assessments.set(slug, { fingerprint, ...rest });
    pairs.set(slug, { fingerprint, pairs: own });
  }
  await workspace.remember(CACHE, Object.fromEntries(assessments));
  await workspace.remember(PAIRS_CACHE, Object.fromEntries(pairs));
  return { assessments, pairs };
}

/** Assesses the articles in the order of their slugs. */
export async function assess(
  workspace: Workspace,
  slugs: readonly string[],
  setting: NamedSetting,
): Promise<Assessment[]> {
  const names = await namesOf(workspace, slugs, setting);
  let assessments = await recall(workspace);
  const fresh = unknownIn(names, assessments);
  if (fresh.size > 0) {
    const known = { assessments, pairs: await recallPairs(workspace) };
    ({ assessments } = await renew(workspace, fresh, known, setting));
  }
  return [...names.keys()].flatMap((slug) => assessments.get(slug) ?? []);
}

/** The same, with their pairs. */
export async function assessWithPairs(
  workspace: Workspace,
  slugs: readonly string[],
  setting: NamedSetting,
): Promise<PairedAssessment[]> {
  const names = await namesOf(workspace, slugs, setting);
  const known = { assessments: await recall(workspace), pairs: await recallPairs(workspace) };
  const fresh = [known.assessments, known.pairs].flatMap((all) => [...unknownIn(names, all)]);
  const { assessments, pairs } = await renew(workspace, new Map(fresh), known, setting);
  return [...names.keys()].flatMap((slug) => {
    const [assessment, own] = [assessments.get(slug), pairs.get(slug)];
    return assessment && own ? [{ ...assessment, pairs: own.pairs }] : [];
  });
}
