import { LANGS, type Finding, type Lang, type Span } from '../core/model.ts';
import type { ArticleCheck, CheckSubject, JudgedUnit } from './check.ts';
import { pairFinding, standingOf } from './finding.ts';
import { quotationsIn, type Quotation } from './quotes/scan.ts';

/** A paragraph of one language: its sentences, and where each begins in their joined text. */
interface Paragraph {
  readonly units: readonly JudgedUnit[];
  readonly text: string;
  readonly starts: readonly number[];
}

function paragraphOf(units: readonly JudgedUnit[], lang: Lang): Paragraph {
  const starts: number[] = [];
  let text = '';
  for (const { view } of units) {
    if (text !== '' && lang === 'en') text += ' ';
    starts.push(text.length);
    text += view[lang];
  }
  return { units, text, starts };
}

/** Whole paragraphs: one that lacks a sentence proves nothing. */
function paragraphs({ state, judged }: CheckSubject): readonly (readonly JudgedUnit[])[] {
  const byBlock = Map.groupBy(judged, ({ unit }) => unit.segment.block);
  return [...byBlock].flatMap(([index, units]) => {
    const { from = 0, to = 0 } = state.article.blocks[index]?.segments ?? {};
    return units.length === to - from ? [units] : [];
  });
}

function lone(text: string, lang: Lang): readonly Quotation[] {
  return quotationsIn(text, lang).filter(
    ({ opener, closer }) => opener === null || closer === null,
  );
}

/** The sentence of a mark, and the mark's place in it. */
function markIn({ units, starts }: Paragraph, { from, to, closer }: Quotation) {
  const at = closer === null ? from : to - 1;
  const index = starts.findLastIndex((start) => start <= at);
  const place = at - (starts[index] ?? 0);
  return { judged: units[index], span: { from: place, to: place + 1 } satisfies Span };
}

/** A quotation over several paragraphs opens in each, and closes in the last. */
function goesOn(mark: Quotation, next: string | undefined): boolean {
  return mark.closer === null && next !== undefined && /^\s*["“「『＂]/u.test(next);
}

function findingsIn(subject: CheckSubject, check: ArticleCheck, lang: Lang): Finding[] {
  const all = paragraphs(subject).map((units) => paragraphOf(units, lang));
  return all.flatMap((paragraph, index) =>
    lone(paragraph.text, lang).flatMap((mark) => {
      if (goesOn(mark, all[index + 1]?.text)) return [];
      const { judged, span } = markIn(paragraph, mark);
      if (judged === undefined) return [];
      const { unit, view } = judged;
      const values = { side: lang, mark: mark.opener ?? mark.closer ?? '' };
      const standing = standingOf(subject, unit);
      return (
        pairFinding(check, view, { side: lang, values, spans: { [lang]: [span] } }, standing) ?? []
      );
    }),
  );
}

/** In a whole paragraph every quotation mark has its partner, or the next paragraph goes on. */
export const quoteParagraph: ArticleCheck = {
  id: 'quote.paragraph',
  severity: 'error',
  group: 'quotes',
  scope: 'article',
  run: (subject, check) => LANGS.flatMap((lang) => findingsIn(subject, check, lang)),
};
