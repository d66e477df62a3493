/** Text in the wrong language: a run of words, or all of it. */
import { otherLang, type Lang } from '../../../core/model.ts';
import type { Edit, ErrorMaker } from '../edit.ts';
import { oneOf } from '../random.ts';

const RUNS: Readonly<Record<Lang, RegExp>> = {
  zh: /\p{Script=Han}{2,6}/gu,
  en: /\b[a-z]+(?: [a-z]+){2,5}\b/g,
};
const REPLACED: Readonly<Record<Lang, RegExp>> = {
  zh: /\p{Script=Han}{3,8}/gu,
  en: /(?<= )[a-z]{4,}(?: [a-z]+){0,2}(?= )/g,
};

/** Words of the other side in the place of some of this one. */
export const residual: ErrorMaker = ({ text, other, lang, random }) => {
  const source = otherLang(lang);
  const runs = other.match(RUNS[source]) ?? [];
  return [...text.matchAll(REPLACED[lang])].flatMap((found): Edit[] => {
    const run = oneOf(runs, random);
    const space = lang === 'zh' ? ' ' : '';
    if (run === undefined) return [];
    const to = found.index + found[0].length;
    return [{ from: found.index, to, text: `${space}${run}${space}` }];
  });
};

/** Another text, in the language of the other side. */
export const wrongLanguage: ErrorMaker = ({ text, other, lang, random, pool }) => {
  const source = otherLang(lang);
  const strange = oneOf(pool.pairs, random)?.[source] ?? other;
  return strange === other || strange.search(RUNS[source]) === -1
    ? []
    : [{ from: 0, to: text.length, text: strange }];
};

/** The other side as it stands. */
export const untranslated: ErrorMaker = ({ text, other, lang }) => {
  const source = otherLang(lang);
  return other.search(RUNS[source]) === -1 ? [] : [{ from: 0, to: text.length, text: other }];
};
