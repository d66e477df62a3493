import type { PairCheck } from './check.ts';
import { isUntranslated, wrongSides } from './language/languages.ts';
import { chineseIn } from './language/residue.ts';

/** Chinese words left in an English text. A gloss in brackets is none. */
export const langResidualZh: PairCheck = {
  id: 'lang.residual.zh-in-en',
  severity: 'error',
  group: 'language',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '外交部表示关注。', en: 'The 外交部 said it was concerned.' }],
    valid: [{ zh: '国潮兴起。', en: 'Guochao (国潮) is on the rise.' }],
  },
  run: (view) => {
    const spans = chineseIn(view.en);
    if (spans.length === 0 || isUntranslated(view) || wrongSides(view).includes('en')) return [];
    const words = spans.map(({ from, to }) => view.en.slice(from, to)).join(' ');
    return [{ side: 'en', values: { words }, spans: { en: spans } }];
  },
};
