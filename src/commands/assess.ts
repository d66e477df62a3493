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
  readonly pairs: readonly RememberedPair[];
  /** What `publish` would bring out. */
  readonly outgoing: {
    /** null: a value that there is not. */
    readonly publication: Publication | null;
    readonly hash: Readonly<Record<Lang, string>>;
  };
}

interface Remembered extends Assessment {
  readonly fingerprint: string;
}

const CACHE = 'check';

/** The cache is ours, but anybody may have written there: what does not look right is made again. */
const shape = v.record(
  v.string(),
  v.looseObject({
    fingerprint: v.string(),
    summary: v.looseObject({}),
    findings: v.array(v.unknown()),
    pairs: v.array(v.unknown()),
    outgoing: v.looseObject({ hash: v.object({ zh: v.string(), en: v.string() }) }),
  }),
);

async function recall(workspace: Workspace): Promise<ReadonlyMap<string, Remembered>> {
  const raw = await workspace.recall(CACHE);
  if (!v.is(shape, raw)) return new Map();
  return new Map(Object.entries(raw as unknown as Record<string, Remembered>));
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
  assessments: readonly Assessment[],
  setting: CheckSetting,
): readonly WorkspacePair[] {
  return assessments.flatMap(({ pairs }) =>
    pairs.map(({ texts, source, kind, headline, day, ...rest }) => {
      return { ...rest, view: viewOf(texts, { source, kind, headline, day, setting }) };
    }),
  );
}

function assessed(state: ArticleState, setting: CheckSetting): Assessment {
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

/** Assesses the articles in the order of their slugs. */
export async function assess(
  workspace: Workspace,
  slugs: readonly string[],
  { setting, name }: NamedSetting,
): Promise<Assessment[]> {
  const known = await recall(workspace);
  const made = new Map<string, Remembered>();
  let fresh = 0;
  for (const slug of slugs) {
    const fingerprint = nameIn(await workspace.fingerprint(slug), name);
    const before = known.get(slug);
    if (before?.fingerprint === fingerprint) {
      made.set(slug, before);
      continue;
    }
    const state = await workspace.open(slug);
    made.set(slug, { fingerprint, ...assessed(state, setting) });
    fresh += 1;
  }
  if (fresh > 0) {
    await workspace.remember(CACHE, Object.fromEntries([...known, ...made]));
  }
  return [...made.values()];
}
