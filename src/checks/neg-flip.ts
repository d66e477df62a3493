import { LANGS, otherLang, type Lang } from '../core/model.ts';
import type { PairCheck, PairView } from './check.ts';
import { isUntranslated, wrongSides } from './language/languages.ts';
import { denialsIn, mayDeny } from './meaning/negation.ts';

/** Whether a side denies something, and the other has no word that may say so. */
function deniesAlone(view: PairView, lang: Lang): boolean {
  const count = denialsIn(view[lang], lang).length;
  // Two negations may well say yes.
  return count % 2 === 1 && !mayDeny(view[otherLang(lang)], otherLang(lang));
}

/** One side says no where the other has no word that could mean it. */
export const negFlip: PairCheck = {
  id: 'neg.flip',
  severity: 'warning',
  group: 'meaning',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '中方不同意该提案。', en: 'China agrees to the proposal.' }],
    valid: [
      { zh: '他否认指控。', en: 'He denied the charges.' },
      { zh: '他们不得不离开。', en: 'They had to leave.' },
    ],
  },
  run: (view) =>
    LANGS.filter((lang) => deniesAlone(view, lang)).flatMap((lang) => {
      if (isUntranslated(view) || wrongSides(view).length > 0) return [];
      const spans = denialsIn(view[lang], lang);
      const words = spans.map(({ from, to }) => view[lang].slice(from, to)).join(' … ');
      return [{ values: { side: lang, words }, spans: { [lang]: spans } }];
    }),
};
