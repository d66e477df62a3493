import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/checks/seeding/random.ts';
import { ERROR_CLASSES, Seeder, type ErrorClass } from '../../../src/checks/seeding/seed.ts';
import type { Lang } from '../../../src/core/model.ts';
import type { Term } from '../../../src/terms/model.ts';
import { importOf, nodesOf, sourceFiles } from '../../support/source.ts';

const TERMS: readonly Term[] = [
  ['渡轮', 'ferry'],
  ['灯塔', 'lighthouse'],
].map(([zh = '', en = ''], index) => ({
  zh: [zh],
  en: [en],
  forbidden: { zh: [], en: [] },
  keep: false,
  caseSensitive: false,
  line: index + 2,
}));

/** Other pairs of the file: names to be mistaken for are theirs. */
const OTHERS = [
  { zh: '叶兰在重庆说，渡轮已停运。', en: 'Ye Lan said in Chongqing that the ferry had stopped.' },
  { zh: '歌手卡洛·维斯表示不参加。', en: 'The singer Carlo Vis will not take part.' },
  { zh: '钟北海前往墨西哥。', en: 'Zhong Beihai is going to Mexico.' },
];

/** Everything that chance does to a side of a pair. */
function seedsOf(zh: string, en: string, errorClass: ErrorClass, side: Lang): string[] {
  const pair = { zh, en };
  const seeder = new Seeder([pair, ...OTHERS], TERMS);
  const made = Array.from({ length: 600 }, (_, seed) =>
    seeder.seed(pair, errorClass, seededRandom(seed, 'test'), [side]),
  );
  return [...new Set(made.flatMap((seed) => seed?.[side] ?? []))];
}

interface Example {
  readonly class: ErrorClass;
  readonly zh: string;
  readonly en: string;
  /** One of what comes out in Chinese, in English. */
  readonly inZh: string;
  readonly inEn: string;
}

const EXAMPLES: readonly Example[] = [
  {
    class: 'factor',
    zh: '货运量为5300吨，价值9亿元。',
    en: 'It carried 5,300 tons worth 900 million yuan.',
    inZh: '货运量为53000吨，价值9亿元。',
    inEn: 'It carried 5,300 tons worth 900 billion yuan.',
  },
  {
    class: 'factor',
    zh: '价值9亿元，增长5.3%。',
    en: 'It was worth 900 million yuan, up 5.3 percent.',
    inZh: '价值9万元，增长5.3%。',
    inEn: 'It was worth 900 million yuan, up 0.53 percent.',
  },
  {
    class: 'digit',
    zh: '共有37艘船。',
    en: 'There were 37 ships.',
    inZh: '共有31艘船。',
    inEn: 'There were 57 ships.',
  },
  {
    class: 'numeral',
    zh: '港口有三个码头。',
    en: 'The port has three wharves.',
    inZh: '港口有七个码头。',
    inEn: 'The port has seven wharves.',
  },
  {
    class: 'approximation',
    zh: '近3000人到场。',
    en: 'Nearly, and it was nearly 3,000 people.',
    inZh: '逾3000人到场。',
    inEn: 'Nearly, and it was more than 3,000 people.',
  },
  {
    class: 'unit',
    zh: '票价为12元，航程5公里。',
    en: 'The fare is 12 yuan for 5 km.',
    inZh: '票价为12美元，航程5公里。',
    inEn: 'The fare is 12 yuan for 5 miles.',
  },
  {
    class: 'unit',
    zh: '下降2个百分点。',
    en: 'It fell 2 percentage points.',
    inZh: '下降2%。',
    inEn: 'It fell 2 percent.',
  },
  {
    class: 'duration',
    zh: '停运3天。',
    en: 'It stops for 3 days.',
    inZh: '停运3周。',
    inEn: 'It stops for 3 weeks.',
  },
  {
    class: 'date',
    zh: '2024年4月2日周三开航。',
    en: 'It sails on Wednesday, April 2, 2024.',
    inZh: '2024年4月2日周五开航。',
    inEn: 'It sails on Wednesday, June 2, 2024.',
  },
  {
    class: 'name',
    zh: '毛宁在青岛登船。',
    en: 'Mao Ning boarded in Qingdao.',
    inZh: '毛兰在青岛登船。',
    inEn: 'Mao Ning boarded in Chongqing.',
  },
  {
    class: 'name',
    zh: '导演埃琳·罗西表示，她会来。',
    en: 'The director Elin Rossi said she would come.',
    inZh: '导演卡洛·维斯表示，她会来。',
    inEn: 'The director Carlo Vis said she would come.',
  },
  {
    class: 'title',
    zh: '总理叶兰到访。',
    en: 'Premier Ye Lan visited.',
    inZh: '总统叶兰到访。',
    inEn: 'President Ye Lan visited.',
  },
  {
    class: 'term',
    zh: '渡轮停运了。',
    en: 'The ferry has stopped.',
    inZh: '灯塔停运了。',
    inEn: 'The lighthouse has stopped.',
  },
  {
    class: 'quote',
    zh: '船长说：“明天不能出海了。”',
    en: '“We cannot sail tomorrow,” the captain said.',
    inZh: '船长说：明天不能出海了。',
    inEn: 'the captain said.',
  },
  {
    class: 'quote-added',
    zh: '船长说，明天不能出海了。',
    en: 'He said they could not sail out to sea tomorrow.',
    inZh: '船长说，“明天不能出海了”。',
    inEn: 'He "said they could not sail out to sea" tomorrow.',
  },
  {
    class: 'speaker',
    zh: '毛宁说：“明天不能出海了。”',
    en: '“We cannot sail tomorrow,” Mao Ning said.',
    inZh: '钟北海说：“明天不能出海了。”',
    inEn: '“We cannot sail tomorrow,” Zhong Beihai said.',
  },
  {
    class: 'negation',
    zh: '他们不同意，也没有离开。',
    en: 'They did not agree and didn’t leave.',
    inZh: '他们同意，也没有离开。',
    inEn: 'They did not agree and did leave.',
  },
  {
    class: 'negation-added',
    zh: '他们同意了。',
    en: 'They will agree.',
    inZh: '他们不同意了。',
    inEn: 'They will not agree.',
  },
  {
    class: 'sentence',
    zh: '渡轮停运了。旅客改乘大巴前往。',
    en: 'The ferry has stopped running. Passengers go on by coach.',
    inZh: '渡轮停运了。',
    inEn: 'Passengers go on by coach.',
  },
  {
    class: 'clause',
    zh: '渡轮因大风停运，旅客改乘大巴前往，一切如常。',
    en: 'The ferry has stopped running, and passengers go on by coach.',
    inZh: '渡轮因大风停运，一切如常。',
    inEn: 'The ferry has stopped running.',
  },
  {
    class: 'residual',
    zh: '旅客改乘大巴。',
    en: 'Travellers then take the coach along the coast.',
    inZh: 'then take the coach along the 。',
    inEn: 'Travellers 旅客改乘大巴 coach along the coast.',
  },
  {
    class: 'untranslated',
    zh: '旅客改乘大巴。',
    en: 'Travellers now take the coach.',
    inZh: 'Travellers now take the coach.',
    inEn: '旅客改乘大巴。',
  },
  {
    class: 'language',
    zh: '旅客改乘大巴。',
    en: 'Travellers now take the coach.',
    inZh: 'Ye Lan said in Chongqing that the ferry had stopped.',
    inEn: '钟北海前往墨西哥。',
  },
  {
    class: 'width',
    zh: '起风了，停航。',
    en: 'The wind rose, and they stayed.',
    inZh: '起风了,停航。',
    inEn: 'The wind rose， and they stayed.',
  },
  {
    class: 'end',
    zh: '他们留下了。',
    en: 'They stayed.',
    inZh: '他们留下了？',
    inEn: 'They stayed!',
  },
  {
    class: 'repeat',
    zh: '港口的风很大。',
    en: 'The wind in the port is strong.',
    inZh: '港口的的风很大。',
    inEn: 'The wind in in the port is strong.',
  },
  {
    class: 'space',
    zh: '起风了，停航。',
    en: 'They stayed.',
    inZh: '起风了， 停航。',
    inEn: 'They  stayed.',
  },
  {
    class: 'address',
    zh: '见 https://port.example/times 。',
    en: 'See https://port.example/times.',
    inZh: '见 https://port.example/time 。',
    inEn: 'See https://port.example/time.',
  },
  {
    class: 'placeholder',
    zh: '您好，{{name}}！',
    en: 'Hello {{name}}!',
    inZh: '您好，{{nam}}！',
    inEn: 'Hello !',
  },
];

describe('errors that are put in', () => {
  it.each(EXAMPLES)('$class: $en', ({ class: errorClass, zh, en, inZh, inEn }) => {
    expect(seedsOf(zh, en, errorClass, 'zh')).toContain(inZh);
    expect(seedsOf(zh, en, errorClass, 'en')).toContain(inEn);
  });

  it('have an example each', () => {
    const shown = new Set(EXAMPLES.map((example) => example.class));
    expect(ERROR_CLASSES.filter((errorClass) => !shown.has(errorClass))).toEqual([]);
  });
});

describe('nothing is made wrong', () => {
  it.each<[string, ErrorClass, string, string]>([
    ['where a number is part of a name', 'digit', '新冠（COVID-19）', 'COVID-19 and G20'],
    ['where ten times a year is no year', 'factor', '2024年', 'in 2024'],
    ['inside of an address', 'digit', 'https://port.example/a1', 'https://port.example/a1'],
    ['where 不 negates nothing', 'negation', '人数不断增加，不仅如此。', 'No doubt it grows.'],
    [
      'where one is a title in 《》',
      'quote',
      '剧集《海风与灯塔》',
      'the series “Wind and Lighthouse”',
    ],
    ['where headlines end in nothing', 'end', '渡轮停运', 'Ferry stops.'],
    ['where one sentence is all there is', 'sentence', '渡轮停运。', 'The ferry stops.'],
    ['where one clause is all there is', 'clause', '渡轮停运。', 'The ferry stops.'],
    ['where either word is right', 'title', '叶兰说。', 'President Ye Lan said.'],
    ['where only one side has the address', 'address', '见官网。', 'See www.port.example/times.'],
    ['where a month is a verb', 'date', '他可以走了。', 'He may march.'],
    ['where no other name is known', 'name', '风很大。', 'The Big Ferry Company said no.'],
  ])('%s', (_why, errorClass, zh, en) => {
    const both = (['zh', 'en'] as const).flatMap((side) =>
      side === 'zh' && errorClass === 'end' ? [] : seedsOf(zh, en, errorClass, side),
    );
    expect(both).toEqual([]);
  });
});

const part = fc.oneof(
  fc.string(),
  fc.constantFrom(
    ...EXAMPLES.flatMap(({ zh, en }) => [zh, en]),
    '“',
    '"',
    '，',
    '. ',
    '12,000',
    '万',
    ' not',
    '·',
  ),
);
const text = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const anyPair = fc.record({ zh: text, en: text });
const anyClass = fc.constantFrom(...ERROR_CLASSES);

describe('law', () => {
  it('one side differs, where it says so, and the other is as it was', () => {
    fc.assert(
      fc.property(anyPair, anyClass, fc.nat(), (pair, errorClass, seed) => {
        const made = new Seeder([pair, ...OTHERS], TERMS).seed(
          pair,
          errorClass,
          seededRandom(seed, 'law'),
        );
        if (made === null) return;
        const { side, at } = made;
        const other = side === 'zh' ? 'en' : 'zh';
        expect(made[side]).not.toBe(pair[side]);
        expect(made[other]).toBe(pair[other]);
        expect(at.from).toBeGreaterThanOrEqual(0);
        expect(at.to).toBeGreaterThanOrEqual(at.from);
        expect(at.to).toBeLessThanOrEqual(made[side].length);
      }),
      { numRuns: 500 },
    );
  });

  it('the same seed makes the same error', () => {
    fc.assert(
      fc.property(anyPair, anyClass, fc.nat(), (pair, errorClass, seed) => {
        const once = () =>
          new Seeder([pair, ...OTHERS], TERMS).seed(pair, errorClass, seededRandom(seed, 'law'));
        expect(once()).toEqual(once());
      }),
    );
  });
});

it('marks no homework of its own: the checks’ readers of numbers and names are not used', () => {
  const files = sourceFiles().filter(({ path }) => path.startsWith('src/checks/seeding/'));
  const imports = files.flatMap((file) => nodesOf(file).flatMap((node) => importOf(node) ?? []));
  const own = imports.filter(({ specifier, typeOnly }) => specifier.startsWith('.') && !typeOnly);
  expect(own.length).toBeGreaterThan(10);
  const outside = own.filter(({ specifier }) => specifier.includes('../../'));
  expect([...new Set(outside.map(({ specifier }) => specifier))].sort()).toEqual([
    '../../../core/model.ts',
    '../../core/model.ts',
  ]);
});
