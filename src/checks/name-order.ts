import type { PairCheck, PairView } from './check.ts';
import { counterpartIn, turnedNamesIn, type HanName } from './names/han-names.ts';

/** Listed as it stands: somebody who goes by it. */
function isListed({ en, setting, day }: PairView, { span }: HanName): boolean {
  return setting.matcher
    .find(en, 'en', day)
    .some((found) => found.span.from <= span.from && found.span.to >= span.to);
}

/** 林江 and Lin Jiang: both halves are surnames, and the name is as it should be. */
function isInOrder({ zh }: PairView, { surname, given, ...rest }: HanName): boolean {
  return counterpartIn(zh, { ...rest, surname: given, given: surname }).kind === 'same';
}

/** Chinese names have the family name first, unless the term base says so. */
export const nameOrder: PairCheck = {
  id: 'name.order',
  severity: 'warning',
  group: 'names',
  scope: 'pair',
  fixes: 'wording',
  examples: {
    invalid: [{ zh: '毛宁主持记者会。', en: 'Ning Mao hosted the press conference.' }],
    valid: [{ zh: '毛宁主持记者会。', en: 'Mao Ning hosted the press conference.' }],
  },
  run: (view) =>
    turnedNamesIn(view.en).flatMap((name) => {
      const { kind, span } = counterpartIn(view.zh, name);
      if (kind !== 'same' || span === null || isListed(view, name)) return [];
      if (isInOrder(view, name)) return [];
      const [given = '', surname = ''] = name.text.split(' ');
      const text = `${surname} ${given}`;
      return [
        {
          side: 'en',
          values: { name: name.text, right: text },
          spans: { zh: [span], en: [name.span] },
          fix: { lang: 'en', edits: [{ ...name.span, text }] },
        },
      ];
    }),
};
