/** `check --fix`: mends what the checks know how to mend. It signs nothing whose wording changes. */
import { checkArticle } from '../checks/check-article.ts';
import { planFixes, type PlannedFix } from '../checks/plan-fixes.ts';
import type { CheckSetting } from '../checks/setting.ts';
import type { Finding } from '../core/model.ts';
import type { Operation } from '../core/operations.ts';
import { countedSignOffs } from '../core/past.ts';
import type { ArticleState } from '../core/state.ts';
import type { FixedText } from '../reports/report.ts';
import { laterThan } from '../review/later.ts';
import type { OpenWorkspace, Services } from '../services.ts';

/** Fixes that undo each other would never end. */
const MOST_ROUNDS = 20;

export interface FixRequest {
  readonly slugs: readonly string[];
  readonly setting: CheckSetting;
  readonly isWanted: (finding: Finding) => boolean;
}

function operationOf(plan: PlannedFix, { user, clock }: Services): Operation {
  const { unit, lang, after, check } = plan;
  const { key, record, segment, pair } = unit;
  const stamp = { key, at: laterThan(record, clock().toISOString()), by: user };
  if (plan.sign && pair !== undefined) {
    const seen = countedSignOffs(record).at(-1)?.at ?? null;
    const texts = { ...pair, [lang]: after };
    return {
      type: 'sign-off',
      ...stamp,
      source: segment.lang,
      ...texts,
      via: `fix:${check}`,
      seen,
    };
  }
  const { at, by } = stamp;
  const draft = { origin: 'person' as const, source: segment.text, text: after, at, by };
  return { type: 'draft', ...stamp, draft };
}

/** What became of a plan: with two signatures asked for, a mended text waits for the second. */
function fixedText(
  { unit, check, lang, before, after }: PlannedFix,
  state: ArticleState,
): FixedText {
  const now = state.units.find(({ key }) => key === unit.key);
  const signed = now?.status === 'reviewed' && now.pair?.[lang] === after;
  return { slug: state.article.slug, key: unit.key, check, lang, before, after, signed };
}

/** Mends one article, round by round, until nothing is left to mend. */
async function fixArticle(
  services: Services,
  { workspace }: OpenWorkspace,
  { setting, isWanted }: FixRequest,
  slug: string,
): Promise<FixedText[]> {
  let state = await workspace.open(slug);
  const fixed: FixedText[] = [];
  const seen = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const findings = checkArticle(state, setting).filter(isWanted);
    const plans = planFixes(state, findings).filter(
      ({ unit, after }) => !seen.has(`${unit.key} ${after}`),
    );
    if (plans.length === 0) break;
    for (const { unit, before } of plans) seen.add(`${unit.key} ${before}`);
    const operations = plans.map((plan) => operationOf(plan, services));
    state = await workspace.commit(slug, operations);
    const after = state;
    fixed.push(...plans.map((plan) => fixedText(plan, after)));
  }
  return fixed;
}

/** Mends the targets of articles. Throws UserError when an article cannot be written. */
export async function fixArticles(
  services: Services,
  open: OpenWorkspace,
  request: FixRequest,
): Promise<FixedText[]> {
  const fixed: FixedText[] = [];
  for (const slug of request.slugs) {
    fixed.push(...(await fixArticle(services, open, request, slug)));
  }
  return fixed;
}
