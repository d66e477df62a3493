/** The shape of a check: an id, a severity, and a function from an article to findings. */
import type { Finding, Place, Severity, Unit } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';

export interface CheckSubject {
  readonly state: ArticleState;
  /** Where a segment starts in its article. */
  readonly placeOf: (unit: Unit) => Place;
}

export interface Check {
  /** Also the key of its message: `check.<id>`. */
  readonly id: string;
  readonly severity: Severity;
  readonly run: (subject: CheckSubject, check: Check) => readonly Finding[];
}

/** A finding about a segment, both texts with it. */
export function unitFinding(
  check: Check,
  { state, placeOf }: CheckSubject,
  unit: Unit,
  values: Finding['values'] = {},
): Finding {
  const target = unit.pair ?? targetOnly(unit);
  return {
    check: check.id,
    severity: check.severity,
    slug: state.article.slug,
    place: placeOf(unit),
    key: unit.key,
    ...target,
    [unit.segment.lang]: unit.segment.text,
    values,
  };
}

function targetOnly(unit: Unit): { readonly zh?: string; readonly en?: string } {
  if (unit.draft === undefined) return {};
  return unit.segment.lang === 'zh' ? { en: unit.draft.text } : { zh: unit.draft.text };
}

/** A check that looks at one segment at a time; null finds nothing. */
export function unitCheck(
  id: string,
  severity: Severity,
  look: (unit: Unit) => Finding['values'] | null,
): Check {
  return {
    id,
    severity,
    run: (subject, check) =>
      subject.state.units.flatMap((unit) => {
        const values = look(unit);
        return values === null ? [] : [unitFinding(check, subject, unit, values)];
      }),
  };
}
