/** Terms of the source that the target does not render as the term base says, with their places. */
import { otherLang, type Span } from '../../core/model.ts';
import { missingTerms } from '../../terms/hints.ts';
import type { Term } from '../../terms/model.ts';
import type { PairView } from '../check.ts';
import { isUntranslated } from '../language/languages.ts';
import { once } from '../once.ts';

export interface MissingTerm {
  readonly term: Term;
  /** As it stands in the source. */
  readonly form: string;
  readonly spans: readonly Span[];
  /** What the target should have. */
  readonly wanted: string;
}

/** The terms of a pair that are missing in its target, in the order of the source. */
export const missingIn = once((view): readonly MissingTerm[] => {
  const { setting, source, day } = view;
  if (setting.matcher.terms.length === 0 || isUntranslated(view)) return [];
  const target = otherLang(source);
  const missing = missingTerms(setting.matcher, view[source], view[target], {
    from: source,
    date: day,
  });
  if (missing.length === 0) return [];
  const found = setting.matcher.find(view[source], source, day);
  return missing.map((term) => {
    const own = found.filter((match) => match.term === term && !match.forbidden);
    const wanted = term[target].join(' / ');
    return { term, form: own[0]?.form ?? '', spans: own.map(({ span }) => span), wanted };
  });
});

/** The finding of a missing term. */
export function termHit({ source }: PairView, { form, spans, wanted }: MissingTerm) {
  return { values: { term: form, wanted }, spans: { [source]: spans } };
}
