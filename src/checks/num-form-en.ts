import type { PairCheck } from './check.ts';
import { grouped, hitsOf, type Form } from './numbers/forms.ts';

const CHINESE_SCALES: Readonly<Record<string, number>> = {
  'hundred million': 1e8,
  'ten thousand': 1e4,
};

/** 1.2 hundred million → 120 million; what is no round number of millions is written out. */
function inMillions(value: number): string {
  if (value >= 1e9) return `${Number((value / 1e9).toPrecision(12))} billion`;
  if (value >= 1e6) return `${Number((value / 1e6).toPrecision(12))} million`;
  return grouped(String(Math.round(value)));
}

const FORMS: readonly Form[] = [
  {
    // Groups of other than three figures: 1,2000.
    found: /(?<![\d.,])\d{1,3},\d{4,9}(?![\d,])(?=\.?(?:[^\d]|$))/g,
    write: ([text]) => grouped(text.replace(',', '')),
  },
  {
    // Five figures and more that count something: 12000 people. A hotline is a name.
    found:
      /(?<![\w.,#/:–-])\d{5,9}(?= (?!km\/|x |(?:hotline|helpline|website|app|platform|number)\b)[a-z]{3})/g,
    write: ([text]) => (text.startsWith('0') ? null : grouped(text)),
  },
  {
    found: /(?<![\d.,])(\d+(?:\.\d+)?) (hundred million|ten thousand)\b/g,
    write: ([, figures = '', scale = '']) =>
      inMillions(Number(figures) * (CHINESE_SCALES[scale] ?? 1)),
  },
  {
    found: /(?<=\d )(?:thousands|millions|billions|trillions)\b(?! of\b)/g,
    write: ([text]) => text.slice(0, -1),
  },
];

const FIGURE = /\d/;

/** English numbers are written as English writes them: groups of three, millions, billions. */
export const numFormEn: PairCheck = {
  id: 'num.form.en',
  severity: 'note',
  group: 'numbers',
  fixes: 'wording',
  scope: 'pair',
  examples: {
    invalid: [
      { zh: '共有12000人。', en: 'There were 1,2000 people.' },
      { zh: '共有90亿人。', en: 'There were 9 billions people.' },
      { zh: '投资1.2亿元。', en: 'It invested 1.2 hundred million yuan.' },
    ],
    valid: [
      { zh: '共有12000人。', en: 'There were 12,000 people.' },
      { zh: '请拨打12345热线。', en: 'Call the 12345 hotline.' },
    ],
  },
  run: ({ en }) => (FIGURE.test(en) ? hitsOf(en, 'en', FORMS) : []),
};
