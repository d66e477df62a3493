import { optionOf, type PairCheck } from './check.ts';
import { lookAt, without, type Fault } from './marks/faults.ts';
import type { SideText } from './marks/side-text.ts';

/** Words that begin with 和 or 及 and are no “and”. */
const AND =
  /、(?=和(?![平谐解睦谈约气善美田林歌服尚声缓好蔼顺县硕而])|及(?![时早格其至物第])|與(?![會此])|与(?![会此其众])|并且)/gu;
const BETWEEN = /(?<=[》”」])、(?=[《“「])/g;

function look({ text, isKept }: SideText, betweenMarks: boolean): Fault[] {
  if (!text.includes('、')) return [];
  const found = [...text.matchAll(AND), ...(betweenMarks ? text.matchAll(BETWEEN) : [])];
  return found
    .filter(({ index }) => !isKept(index, index + 1))
    .sort((a, b) => a.index - b.index)
    .map(({ index: from }) => ({
      from,
      to: from + 1,
      shown: text.slice(from, from + 2),
      edits: without(from, from + 1),
    }));
}

/** An enumeration's mark stands neither before “and” nor between 《》《》 or “”“” (GB/T 15834). */
export const punctEnum: PairCheck = {
  id: 'punct.enum',
  severity: 'note',
  group: 'punctuation',
  fixes: 'typographic',
  options: { betweenMarks: { fallback: true } },
  scope: 'pair',
  examples: {
    invalid: [{ zh: '北京、上海、和广州', en: 'Beijing, Shanghai and Guangzhou' }],
    valid: [
      { zh: '北京、上海和广州', en: 'Beijing, Shanghai and Guangzhou' },
      { zh: '《红楼梦》《西游记》', en: 'two novels' },
    ],
  },
  run: lookAt(['zh'], (side, { setting }, check) =>
    look(side, optionOf(setting, check, 'betweenMarks')),
  ),
};
