import type { Hit, PairCheck, PairView } from './check.ts';
import { isUntranslated } from './language/languages.ts';
import { lonePersons, speaks, type LonePerson } from './names/persons.ts';
import { isQuoted } from './quotes/facts.ts';

/** Those who are not quoted; of the others `quote.speaker` tells. */
function persons(view: PairView): readonly LonePerson[] {
  const all = lonePersons(view);
  return all.length > 0 && isQuoted(view) ? all.filter((one) => !speaks(view, one)) : all;
}

export function personHit({ name, other, zh, en }: LonePerson): Hit {
  const spans = {
    ...(zh === null ? {} : { zh: [zh] }),
    ...(en === null ? {} : { en: [en] }),
  };
  return {
    severity: other === null ? 'warning' : 'error',
    values: { name, other: other ?? '∅' },
    spans,
  };
}

/**
 * A person's name has one on the other side that is read or sounds so: pinyin as the characters are read,
 * a foreign name with a dot by its consonants.
 */
export const nameUnknown: PairCheck = {
  id: 'name.unknown',
  severity: 'error',
  group: 'names',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '毛宁主持记者会。', en: 'Mao Lin hosted the press conference.' }],
    valid: [
      { zh: '毛宁主持记者会。', en: 'Mao Ning hosted the press conference.' },
      { zh: '唐纳德·特朗普发表演讲。', en: 'Donald Trump gave a speech.' },
    ],
  },
  run: (view) => (isUntranslated(view) ? [] : persons(view).map(personHit)),
};
