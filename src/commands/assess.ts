/** Checks articles, or remembers what the check said when nothing has changed since. */
import * as v from 'valibot';
import { checkArticle } from '../checks/index.ts';
import type { Finding } from '../core/model.ts';
import type { Workspace } from '../core/ports.ts';
import { summarize, type ArticleSummary } from '../core/summary.ts';

export interface Assessment {
  readonly summary: ArticleSummary;
  readonly findings: readonly Finding[];
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
  }),
);

async function recall(workspace: Workspace): Promise<ReadonlyMap<string, Remembered>> {
  const raw = await workspace.recall(CACHE);
  if (!v.is(shape, raw)) return new Map();
  return new Map(Object.entries(raw as unknown as Record<string, Remembered>));
}

/** Assesses the articles in the order of their slugs. */
export async function assess(
  workspace: Workspace,
  slugs: readonly string[],
): Promise<Assessment[]> {
  const known = await recall(workspace);
  const made = new Map<string, Remembered>();
  let fresh = 0;
  for (const slug of slugs) {
    const fingerprint = await workspace.fingerprint(slug);
    const before = known.get(slug);
    if (before?.fingerprint === fingerprint) {
      made.set(slug, before);
      continue;
    }
    const state = await workspace.open(slug);
    made.set(slug, { fingerprint, summary: summarize(state), findings: checkArticle(state) });
    fresh += 1;
  }
  if (fresh > 0) {
    await workspace.remember(CACHE, Object.fromEntries([...known, ...made]));
  }
  return [...made.values()];
}
