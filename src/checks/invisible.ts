import { LANGS, otherLang, type Finding, type Unit } from '../core/model.ts';
import { articlePath } from '../core/paths.ts';
import { placeFinder } from '../core/place.ts';
import { marks, type Mark } from '../core/safe-text.ts';
import type { ArticleCheck, CheckSubject } from './check.ts';
import { unitFinding } from './unit-check.ts';

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

/** What nobody sees, and no text of a newspaper needs. The others may stand for a character. */
const NEEDLESS = /^[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]$/;

/** Where they stand in the texts of a finding, and the target without those that can go. */
function placed(finding: Finding, unit: Unit): Finding {
  const spans = LANGS.flatMap((lang) => {
    const found = marks(finding[lang] ?? '');
    const own = found.map(({ at, character }) => ({ from: at, to: at + character.length }));
    return own.length === 0 ? [] : [[lang, own] as const];
  });
  const lang = otherLang(unit.segment.lang);
  const edits = marks(finding[lang] ?? '')
    .filter(({ character }) => NEEDLESS.test(character))
    .map(({ at, character }) => ({ from: at, to: at + character.length, text: '' }));
  return {
    ...finding,
    ...(spans.length === 0 ? {} : { spans: Object.fromEntries(spans) }),
    ...(edits.length === 0 ? {} : { fix: { lang, edits } }),
  };
}

/** Characters that a terminal acts on, that turn the direction of a line, or that nobody sees. */
export const invisible: ArticleCheck = {
  id: 'invisible',
  severity: 'warning',
  scope: 'article',
  group: 'markup',
  fixes: 'typographic',
  run: (subject, check) => outsideFindings(check, subject),
  ofUnit: (unit, subject, check) => {
    const codes = codesOf(textsOf(unit, subject.state.article.text));
    if (codes.length === 0) return [];
    return [placed(unitFinding(check, subject, unit, valuesOf(codes)), unit)];
  },
};
