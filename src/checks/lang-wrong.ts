import type { PairCheck } from './check.ts';
import { wrongSides } from './language/languages.ts';

/** A side that is in another language than its own. */
export const langWrong: PairCheck = {
  id: 'lang.wrong',
  severity: 'error',
  group: 'language',
  scope: 'pair',
  examples: {
    invalid: [
      {
        zh: '中国电子商务进军俄罗斯',
        en: '中国电子商务进军俄罗斯，订单大增',
        source: 'en',
      },
      { zh: '部长周一抵达首都。', en: 'Министр прибыл в столицу в понедельник.' },
    ],
    valid: [
      {
        zh: '世界卫生组织（WHO）发布了报告。',
        en: 'The World Health Organization (WHO) released a report.',
      },
    ],
  },
  run: (view) =>
    wrongSides(view).map((side) => ({
      side,
      values: { side },
      spans: { [side]: [{ from: 0, to: view[side].length }] },
    })),
};
