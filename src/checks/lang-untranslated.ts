import { otherLang } from '../core/model.ts';
import type { PairCheck } from './check.ts';
import { isUntranslated } from './language/languages.ts';

/** A target that is its source, or in its source's language. */
export const langUntranslated: PairCheck = {
  id: 'lang.untranslated',
  severity: 'error',
  group: 'language',
  scope: 'pair',
  examples: {
    invalid: [
      { zh: 'BEIJING, April 2', en: 'BEIJING, April 2', source: 'en' },
      { zh: '外交部发言人周三回答了提问。', en: '外交部发言人周三回答了提问。' },
    ],
    valid: [{ zh: 'iPhone 15 Pro', en: 'iPhone 15 Pro', source: 'en' }],
  },
  run: (view) => {
    if (!isUntranslated(view)) return [];
    const target = otherLang(view.source);
    const spans = { [target]: [{ from: 0, to: view[target].length }] };
    return [{ values: { side: target }, spans }];
  },
};
