/** A term in the words of another one. */
import { placesOf, type Edit, type ErrorMaker } from '../edit.ts';
import { otherLang, type Lang } from '../../../core/model.ts';
import type { Term } from '../../../terms/model.ts';

/** Plain search: the matcher of the checks must not say where there is something to find. */
function formsIn(text: string, term: Term, lang: Lang): (readonly [number, number])[] {
  return term[lang].flatMap((form) =>
    placesOf(text, form).filter(([from, to]) => {
      const isWord = /^\p{L}$/u;
      return (
        lang === 'zh' || (!isWord.test(text.charAt(from - 1)) && !isWord.test(text.charAt(to)))
      );
    }),
  );
}

/** Only where the other side has the term, and once on this one. */
export const wrongTerm: ErrorMaker = ({ text, other, lang, pool }) =>
  pool.terms.flatMap((term, index): Edit[] => {
    const [place, ...more] = formsIn(text, term, lang);
    if (place === undefined || more.length > 0 || term.keep) return [];
    if (formsIn(other, term, otherLang(lang)).length === 0) return [];
    const strange = pool.terms[(index + 1) % pool.terms.length]?.[lang][0];
    const isOwn = strange === undefined || term[lang].includes(strange);
    return isOwn ? [] : [{ from: place[0], to: place[1], text: strange }];
  });
