import { describe, expect, it } from 'vitest';
import { classifyChange, type ChangeClass } from '../../../src/core/change/classify.ts';
import type { Lang } from '../../../src/core/model.ts';
import { documentOf, EDITS, seeded } from '../../support/edit-scripts.ts';

type Row = readonly [Lang, ChangeClass, string, string];

const ROWS: readonly Row[] = [
  ['en', 'cosmetic', 'He said "yes".', 'He said “yes”.'],
  ['en', 'cosmetic', 'The plan, he said is good.', 'The plan, he said, is good.'],
  ['en', 'cosmetic', 'The goverment agreed to the plan.', 'The government agreed to the plan.'],
  ['en', 'cosmetic', 'It cost 3,000 yuan.', 'It cost 3000 yuan.'],
  ['en', 'cosmetic', 'It took  two days.', 'It took two days.'],
  ['en', 'cosmetic', 'A well-known firm.', 'A well–known firm.'],
  ['en', 'factual', 'It cost 3,000 yuan.', 'It cost 300 yuan.'],
  ['en', 'factual', 'It grew by 1.5 percent.', 'It grew by 15 percent.'],
  ['en', 'factual', 'It is worth nine million.', 'It is worth nine billion.'],
  ['en', 'factual', 'They met on Monday in Beijing.', 'They met on Tuesday in Beijing.'],
  ['en', 'factual', 'They met Mr. Smith in Beijing.', 'They met Mr. Smyth in Beijing.'],
  ['en', 'factual', 'They agreed to sign the treaty.', 'They refused to sign the treaty.'],
  [
    'en',
    'factual',
    'The minister will attend the meeting.',
    'The minister will not attend the meeting.',
  ],
  ['en', 'factual', 'They can sign the treaty today.', "They can't sign the treaty today."],
  ['en', 'factual', 'The plan is possible, they say.', 'The plan is impossible, they say.'],
  ['en', 'factual', 'He said "it is good" to reporters.', 'He said "it is bad" to reporters.'],
  ['en', 'factual', 'He said it is good to reporters.', 'He said "it is good" to reporters.'],
  [
    'en',
    'factual',
    'More than 30 people came to the town.',
    'Fewer than 30 people came to the town.',
  ],
  ['en', 'factual', 'Alice beat Bob in the final.', 'Bob beat Alice in the final.'],
  [
    'en',
    'wording',
    'The company opened a big office in the city.',
    'The company opened a large office in the city.',
  ],
  ['en', 'wording', 'The plan is good, they say.', 'The plan is good, they say?'],
  ['en', 'wording', 'The imports rose in the city.', 'The imported rose in the city.'],
  [
    'en',
    'rewrite',
    'The company opened an office in the city.',
    'Rain is expected along the northern coast.',
  ],
  ['zh', 'cosmetic', '他说"好"。', '他说“好”。'],
  ['zh', 'cosmetic', '公司在市区，开设了办事处。', '公司在市区开设了办事处。'],
  ['zh', 'cosmetic', '他高兴的说起往事。', '他高兴地说起往事。'],
  ['zh', 'cosmetic', '公司使用GDP数据。', '公司使用 GDP 数据。'],
  ['zh', 'factual', '双方同意签署协议。', '双方不同意签署协议。'],
  ['zh', 'factual', '项目总投资1.7亿元。', '项目总投资17亿元。'],
  ['zh', 'factual', '项目总投资三亿元左右。', '项目总投资三万元左右。'],
  ['zh', 'factual', '会议将于周二在北京举行。', '会议将于周三在北京举行。'],
  ['zh', 'factual', '唐纳德·史密斯昨天到访北京。', '唐纳德·史密森昨天到访北京。'],
  ['zh', 'factual', '他说：“明年再来。”', '他说：“不再来了。”'],
  ['zh', 'wording', '公司在市区开设了大型办事处。', '公司在城里开设了大型办事处。'],
  ['zh', 'wording', '总理李强会见了外宾并致辞。', '总理王强会见了外宾并致辞。'],
  ['zh', 'rewrite', '公司在市区开设了办事处。', '北部沿海预计将有大雨。'],
];

describe('the class of a change', () => {
  it.each(ROWS)('%s %s: %j → %j', (lang, expected, before, after) => {
    expect(classifyChange(before, after, lang)).toBe(expected);
  });

  it.each(ROWS)('%s %s is the same backwards: %j → %j', (lang, expected, before, after) => {
    expect(classifyChange(after, before, lang)).toBe(expected);
  });

  it('tags and spacing alone are cosmetic', () => {
    expect(classifyChange('A <1>big</1> day.', 'A big day.', 'en')).toBe('cosmetic');
    expect(classifyChange('A <3>big</3>  day.', 'A <1>big</1> day.', 'en')).toBe('cosmetic');
  });

  it('never calls a changed fact cosmetic', () => {
    const random = seeded(11);
    const texts = ROWS.flatMap(([, , before, after]) => [before, after]);
    const document = documentOf(texts);
    let changes = 0;
    for (let count = 0; count < 600; count += 1) {
      const edited = EDITS['fact']?.(document, random, texts) ?? document;
      const sentence = edited.flat().find((candidate) => candidate.factual === true);
      if (sentence === undefined) continue;
      const before = document.flat().find((old) => old.from[0] === sentence.from[0])?.text ?? '';
      const lang: Lang = /\p{Script=Han}/u.test(before) ? 'zh' : 'en';
      expect(['factual', 'rewrite']).toContain(classifyChange(before, sentence.text, lang));
      changes += 1;
    }
    expect(changes).toBeGreaterThan(100);
  });
});
