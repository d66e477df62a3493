/** What the checks say of one segment by itself, and of an article as a whole: the two halves of all. */
import type { Finding, Unit } from '../core/model.ts';
import type { ArticleCheck, CheckSubject, PairView, UnitSubject } from './check.ts';
import { checkPair } from './check-pair.ts';
import { standingOf, withDismissal } from './finding.ts';
import { ARTICLE_CHECKS } from './kinds.ts';
import type { ArticleState } from '../core/state.ts';
import type { CheckSetting } from './setting.ts';

function targetOf({ source }: Finding): 'zh' | 'en' | null {
  if (source === undefined) return null;
  return source === 'zh' ? 'en' : 'zh';
}

/** The findings of an article check once the config has had its word. */
function settled(findings: readonly Finding[], setting: CheckSetting): readonly Finding[] {
  return findings.flatMap((finding) => {
    const level = setting.levelOf(finding.check, targetOf(finding));
    if (level === undefined) return [finding];
    return level === 'off' ? [] : [{ ...finding, severity: level }];
  });
}

type Setting = Pick<CheckSubject, 'setting'>;

function ofUnit(check: ArticleCheck, unit: Unit, subject: UnitSubject & Setting) {
  const found = check.ofUnit?.(unit, subject, check) ?? [];
  return found.length === 0 ? found : settled(found, subject.setting);
}

/** What one check says of an article: of its segments one by one, and of the whole. */
export function runArticleCheck(check: ArticleCheck, subject: CheckSubject): readonly Finding[] {
  const { units } = subject.state;
  const own =
    check.ofUnit === undefined ? [] : units.flatMap((unit) => ofUnit(check, unit, subject));
  return [...own, ...settled(check.run(subject, check), subject.setting)];
}

/** What the checks say of an article as a whole, besides what each segment shows by itself. */
export function checkWhole(subject: CheckSubject): readonly Finding[] {
  return ARTICLE_CHECKS.flatMap((check) => settled(check.run(subject, check), subject.setting)).map(
    (finding) => dismissedIn(subject.state, finding, subject.setting),
  );
}

/** A finding with what people have said of it. */
export function dismissedIn(
  { records }: ArticleState,
  finding: Finding,
  setting: CheckSetting,
): Finding {
  return withDismissal(finding, records.get(finding.key ?? '')?.dismissed ?? [], setting);
}

/**
 * What the checks say of one segment by itself; null where it has no pair to be judged.
 * @param subject `without` names checks that are not asked
 */
export function checkUnit(
  unit: Unit,
  view: PairView | null,
  subject: UnitSubject & Setting & { readonly without?: ReadonlySet<string> },
): readonly Finding[] {
  const { setting, without } = subject;
  const ofPair = view === null ? [] : checkPair(view, standingOf(subject, unit));
  const ofSegment = ARTICLE_CHECKS.filter(({ id }) => without?.has(id) !== true).flatMap((check) =>
    ofUnit(check, unit, subject),
  );
  const dismissals = unit.record?.dismissed ?? [];
  return [...ofSegment, ...ofPair].map((finding) => withDismissal(finding, dismissals, setting));
}
