import type { PairCheck } from './check.ts';
import { isUntranslated, wrongSides } from './language/languages.ts';
import { englishIn } from './language/residue.ts';

/** English words left in a Chinese text. Names, brands, abbreviations and addresses are none. */
export const langResidualEn: PairCheck = {
  id: 'lang.residual.en-in-zh',
  severity: 'warning',
  group: 'language',
  scope: 'pair',
  examples: {
    invalid: [
      { zh: '他认为 this is a good 机会。', en: 'He thinks this is a good chance.', source: 'en' },
    ],
    valid: [
      {
        zh: '世界卫生组织（WHO）发布了报告。',
        en: 'The World Health Organization (WHO) released a report.',
      },
    ],
  },
  run: (view) => {
    const spans = englishIn(view.zh);
    if (spans.length === 0 || isUntranslated(view) || wrongSides(view).includes('zh')) return [];
    const words = spans.map(({ from, to }) => view.zh.slice(from, to)).join(' … ');
    return [{ side: 'zh', values: { words }, spans: { zh: spans } }];
  },
};
