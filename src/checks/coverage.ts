import { otherLang } from '../core/model.ts';
import type { PairCheck } from './check.ts';
import { gapOf } from './omissions/gap.ts';
import { isUntranslated, wrongSides } from './language/languages.ts';

/** From here on a gap is likely; below it is worth a look. */
const LIKELY = 5.5;
const POSSIBLE = 1.2;
const LONGEST = 60;

function shortened(text: string): string {
  const words = text.replace(/^[\s，。；：,;:.]+|[\s，；：,;:]+$/gu, '');
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

/** A sentence or clause of one side that seems to have no counterpart on the other. */
export const coverage: PairCheck = {
  id: 'coverage',
  severity: 'warning',
  group: 'meaning',
  scope: 'pair',
  examples: {
    invalid: [
      {
        zh: '市场昨天大幅下跌。投资者担心，新的关税会让出口企业失去订单，工人也会失业。',
        en: 'The market fell sharply yesterday.',
      },
    ],
    valid: [
      {
        zh: '双方就经济和贸易问题交换了意见，并同意加强合作。',
        en: 'The two sides exchanged views on economic and trade issues and agreed to strengthen cooperation.',
      },
    ],
  },
  run: (view) => {
    const gap = gapOf(view);
    if (gap === null || gap.score < POSSIBLE) return [];
    if (isUntranslated(view) || wrongSides(view).length > 0) return [];
    const { lang, span, score } = gap;
    const values = { side: otherLang(lang), text: shortened(view[lang].slice(span.from, span.to)) };
    const severity = score < LIKELY ? ('note' as const) : ('warning' as const);
    return [{ side: otherLang(lang), severity, values, spans: { [lang]: [span] } }];
  },
};
