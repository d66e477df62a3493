import { LANGS, type Finding, type Unit } from '../core/model.ts';
import { articlePath } from '../core/paths.ts';
import { placeFinder } from '../core/place.ts';
import { marks, type Mark } from '../core/safe-text.ts';
import type { ArticleCheck, CheckSubject } from './check.ts';
import { unitCheck } from './unit-check.ts';

function codesOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => marks(text).map(({ code }) => code)))];
}

function valuesOf(codes: readonly string[]): Finding['values'] {
  return { marks: codes.join(', ') };
}

/** Marks of an article that stand in no segment: in code, addresses, other front matter. */
function outside({ state }: CheckSubject): Mark[] {
  const found = marks(state.article.text);
  if (found.length === 0) return [];
  const spans = state.units.map(({ segment }) => segment.span).sort((a, b) => a.from - b.from);
  let at = 0;
  return found.filter((mark) => {
    while ((spans[at]?.to ?? Infinity) <= mark.at) at += 1;
    return mark.at < (spans[at]?.from ?? Infinity);
  });
}

/** One finding a line. */
function outsideFindings(check: ArticleCheck, subject: CheckSubject): Finding[] {
  const { slug, text } = subject.state.article;
  const placeOf = placeFinder(articlePath(slug), text);
  const placed = outside(subject).map((mark) => ({ code: mark.code, place: placeOf(mark.at) }));
  return [...Map.groupBy(placed, ({ place }) => place.line).values()].flatMap((line) => {
    const place = line[0]?.place;
    if (place === undefined) return [];
    const codes = [...new Set(line.map(({ code }) => code))];
    const { id, severity } = check;
    return [{ check: id, severity, slug, place, values: valuesOf(codes) }];
  });
}

/** The texts that a segment brings along, its own as it stands in the article. */
function textsOf({ segment, pair, draft }: Unit, text: string): string[] {
  const approved = LANGS.map((lang) => pair?.[lang] ?? '');
  return [
    segment.text,
    text.slice(segment.span.from, segment.span.to),
    ...approved,
    draft?.text ?? '',
  ];
}

/** Characters that a terminal acts on, that turn the direction of a line, or that nobody sees. */
export const invisible: ArticleCheck = {
  id: 'invisible',
  severity: 'warning',
  scope: 'article',
  group: 'markup',
  run: (subject, check) => {
    const { text } = subject.state.article;
    const units = unitCheck(check, (unit) => {
      const codes = codesOf(textsOf(unit, text));
      return codes.length === 0 ? null : valuesOf(codes);
    });
    return [...units.run(subject, check), ...outsideFindings(check, subject)];
  },
};
