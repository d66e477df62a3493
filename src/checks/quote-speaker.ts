import type { PairCheck } from './check.ts';
import { isUntranslated } from './language/languages.ts';
import { personHit } from './name-unknown.ts';
import { lonePersons, speaks } from './names/persons.ts';
import { isQuoted } from './quotes/facts.ts';

/** A quotation has the same speaker on both sides. */
export const quoteSpeaker: PairCheck = {
  id: 'quote.speaker',
  severity: 'error',
  group: 'quotes',
  scope: 'pair',
  examples: {
    invalid: [
      {
        zh: '毛宁表示：“中方对此表示关注。”',
        en: '"China has expressed concern over this," Mao Lin said.',
      },
    ],
    valid: [
      {
        zh: '毛宁表示：“中方对此表示关注。”',
        en: '"China has expressed concern over this," Mao Ning said.',
      },
    ],
  },
  run: (view) => {
    const persons = lonePersons(view);
    if (persons.length === 0 || isUntranslated(view) || !isQuoted(view)) return [];
    return persons.filter((one) => speaks(view, one)).map(personHit);
  },
};
