import { LANGS, otherLang, type Finding, type Lang } from '../core/model.ts';
import type { TermMatch } from '../terms/model.ts';
import type { ArticleCheck, CheckSubject, JudgedUnit } from './check.ts';
import { pairFinding, standingOf } from './finding.ts';

/** A rendering of a term, where an article first has it and how often. */
interface Rendering {
  readonly judged: JudgedUnit;
  readonly lang: Lang;
  readonly match: TermMatch;
}

function renderingsIn(judged: JudgedUnit): readonly Rendering[] {
  const { view } = judged;
  const lang = otherLang(view.source);
  return view.setting.matcher
    .find(view[lang], lang, view.day)
    .filter(({ forbidden, term }) => !forbidden && term[lang].length > 1)
    .map((match) => ({ judged, lang, match }));
}

/** The form that most of them have; of two that are as frequent, the first. */
function usual(all: readonly Rendering[]): string {
  const byForm = [...Map.groupBy(all, ({ match }) => match.form)];
  return byForm.sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
}

function findingsOf(
  check: ArticleCheck,
  subject: CheckSubject,
  all: readonly Rendering[],
): Finding[] {
  const right = usual(all);
  return all
    .filter(({ match }) => match.form !== right)
    .flatMap(({ judged: { unit, view }, lang, match }) => {
      const word = view[lang].slice(match.span.from, match.span.to);
      const hit = { values: { word, right }, spans: { [lang]: [match.span] } };
      return pairFinding(check, view, hit, standingOf(subject, unit)) ?? [];
    });
}

/** An article renders a term in one way. */
export const termConsistent: ArticleCheck = {
  id: 'term.consistent',
  severity: 'warning',
  group: 'names',
  scope: 'article',
  run: (subject, check) => {
    if (subject.setting.matcher.terms.length === 0) return [];
    const all = subject.judged.flatMap(renderingsIn);
    return LANGS.flatMap((lang) => {
      const byTerm = Map.groupBy(
        all.filter((one) => one.lang === lang),
        ({ match }) => match.term,
      );
      return [...byTerm.values()].flatMap((own) => findingsOf(check, subject, own));
    });
  },
};
