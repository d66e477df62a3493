/** Checks of what a segment is, by its status and records: one look a segment. */
import type { Finding, Severity, Unit } from '../core/model.ts';
import type { ArticleCheck, CheckGroup, UnitSubject } from './check.ts';

/** A finding about a segment, both texts with it. */
export function unitFinding(
  check: Pick<ArticleCheck, 'id' | 'severity'>,
  { state, placeOf }: UnitSubject,
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
    source: unit.segment.lang,
    values,
  };
}

function targetOnly(unit: Unit): { readonly zh?: string; readonly en?: string } {
  if (unit.draft === undefined) return {};
  return unit.segment.lang === 'zh' ? { en: unit.draft.text } : { zh: unit.draft.text };
}

export interface UnitCheckParts {
  readonly id: string;
  readonly severity: Severity;
  readonly group: CheckGroup;
}

/** A check that looks at one segment at a time; null finds nothing. */
export function unitCheck(
  parts: UnitCheckParts,
  look: (unit: Unit) => Finding['values'] | null,
): ArticleCheck {
  return {
    ...parts,
    scope: 'article',
    run: () => [],
    ofUnit: (unit, subject, check) => {
      const values = look(unit);
      return values === null ? [] : [unitFinding(check, subject, unit, values)];
    },
  };
}
