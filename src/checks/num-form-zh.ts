import type { PairCheck } from './check.ts';
import { grouped, hitsOf, type Form } from './numbers/forms.ts';

const SCALES: Readonly<Record<string, number>> = { 千: 1e3, 百万: 1e6, 千万: 1e7 };

/** 5百万 → 500万, 2千 → 2000: figures stand with 万 and 亿 only (GB/T 15835-2011). */
function inTenThousands(figures: string, scale: string): string {
  const value = Number(figures.replaceAll(',', '')) * (SCALES[scale] ?? 1);
  return value >= 1e4
    ? `${Number((value / 1e4).toPrecision(12))}万`
    : String(Number(value.toPrecision(12)));
}

const FORMS: readonly Form[] = [
  {
    found: /(?<![\d.,])\d{1,3},\d{4,9}(?![\d,])/g,
    write: ([text]) => grouped(text.replace(',', '')),
  },
  {
    found:
      /(?<![\d.,万亿零])(\d+(?:\.\d+)?)(百万|千万|千(?![万亿米克瓦赫卡帕伏安焦字]))(?![\d多余])/g,
    write: ([, figures = '', scale = '']) => inTenThousands(figures, scale),
  },
];

const FIGURE = /\d/;

/** Chinese numbers are written as Chinese writes them: figures with 万 and 亿, not with 千 and 百万. */
export const numFormZh: PairCheck = {
  id: 'num.form.zh',
  severity: 'note',
  group: 'numbers',
  fixes: 'wording',
  scope: 'pair',
  examples: {
    invalid: [
      { zh: '投资5百万元。', en: 'It invested 5 million yuan.' },
      { zh: '共有1,2000人。', en: 'There were 12,000 people.' },
    ],
    valid: [
      { zh: '投资500万元。', en: 'It invested 5 million yuan.' },
      { zh: '全程5千米。', en: 'It is 5 km long.' },
    ],
  },
  run: ({ zh }) => (FIGURE.test(zh) ? hitsOf(zh, 'zh', FORMS) : []),
};
