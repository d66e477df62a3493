import type { Span } from '../core/model.ts';
import type { PairCheck, PairView } from './check.ts';
import { ENGLISH_OFFICE, OFFICES, OTHER_OFFICE, type Office } from './names/offices.ts';

const ANY_OFFICE = /总统|主席|总理|首相|部长|外长|防长|财长|大臣|国务卿|省长|州长|总督|市长/u;

function officesIn(zh: string): readonly Office[] {
  return OFFICES.filter((office) => office.zh.test(zh));
}

/** English offices that no office of the Chinese may be called. */
function strangers(en: string, named: readonly Office[]): readonly Span[] {
  return [...en.matchAll(ENGLISH_OFFICE)]
    .filter(([word]) => !named.some((office) => office.en.test(word)))
    .map(({ index, 0: word }) => ({ from: index, to: index + word.length }));
}

function lackedIn({ zh, en }: PairView, named: readonly Office[]): readonly Span[] {
  return named.flatMap((office) => {
    if (office.en.test(en)) return [];
    const found = office.zh.exec(zh);
    return found === null ? [] : [{ from: found.index, to: found.index + found[0].length }];
  });
}

/** The first office of a Chinese text. */
function placeOf(zh: string): Span {
  const found = ANY_OFFICE.exec(zh);
  const from = found?.index ?? 0;
  return { from, to: from + (found?.[0].length ?? 0) };
}

/** An office of one side is none that the other side's could mean: 总理 and president. */
export const titleMatch: PairCheck = {
  id: 'title.match',
  severity: 'warning',
  group: 'names',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '总理李强出席会议。', en: 'President Li Qiang attended the meeting.' }],
    valid: [{ zh: '总理李强出席会议。', en: 'Premier Li Qiang attended the meeting.' }],
  },
  run: (view) => {
    if (!ANY_OFFICE.test(view.zh)) return [];
    const named = officesIn(view.zh);
    const [lacked] = lackedIn(view, named);
    const [stranger] = strangers(view.en, named);
    if (stranger === undefined) return [];
    if (lacked === undefined && OTHER_OFFICE.test(view.zh)) return [];
    const own = lacked ?? placeOf(view.zh);
    const values = {
      title: view.zh.slice(own.from, own.to),
      other: view.en.slice(stranger.from, stranger.to),
    };
    return [{ values, spans: { zh: [own], en: [stranger] } }];
  },
};
