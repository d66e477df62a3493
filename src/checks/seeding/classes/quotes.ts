/** Quotations dropped or added. */
import { otherLang, type Lang } from '../../../core/model.ts';
import { replacing, type Edit, type ErrorMaker } from '../edit.ts';

interface Quotation {
  readonly from: number;
  readonly to: number;
  readonly inner: string;
}

const QUOTED = /“([^“”]{2,600})”|「([^「」]{2,600})」|『([^『』]{2,600})』|"([^"]{2,600})"/g;

function quotationsIn(text: string): Quotation[] {
  return [...text.matchAll(QUOTED)].map((found) => {
    const inner = found.slice(1).find((group) => group !== undefined) ?? '';
    return { from: found.index, to: found.index + found[0].length, inner };
  });
}

/** Of this many characters on, it says something: shorter ones are names and words in doubt. */
const LEAST: Readonly<Record<Lang, number>> = { zh: 6, en: 18 };

/** Whether somebody is quoted. */
export function hasQuotation(text: string, lang: Lang): boolean {
  return quotationsIn(text).some(({ inner }) => inner.trim().length >= LEAST[lang]);
}

/**
 * Its marks alone, or all of it where something is left. Only where the other side quotes too: a title
 * in 《》 may well have none.
 */
export const droppedQuote: ErrorMaker = ({ text, other, lang }) =>
  quotationsIn(text)
    .filter(({ inner }) => inner.trim().length >= LEAST[lang])
    .filter(() => hasQuotation(other, otherLang(lang)))
    .flatMap(({ from, to, inner }): Edit[] => {
      const rest = text.length - (to - from);
      const marks = { from, to, text: inner };
      return rest < LEAST[lang] ? [marks] : [marks, { from, to, text: '' }];
    });

const RUNS: Readonly<Record<Lang, RegExp>> = {
  zh: /(?<=^|[，。：；])\p{Script=Han}{6,20}(?=[，。；])/gu,
  en: /(?<=[a-z] )[a-z]+(?: [a-z]+){4,7}(?=[ ,.])/g,
};

/** Words of the text's own as somebody's. Where there is a quotation they stand outside of it. */
export const addedQuote: ErrorMaker = ({ text, lang }) => {
  const known = quotationsIn(text);
  const straight = lang === 'en' && !/[“”]/.test(text);
  const [open, close] = straight ? ['"', '"'] : ['“', '”'];
  return replacing(text, RUNS[lang], ([run]) => [`${open}${run}${close}`]).filter(
    ({ from, to }) => !known.some((quote) => from < quote.to && quote.from < to),
  );
};
