/** What becomes of an engine's punctuation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseTarget } from '../../../src/core/drafting/normalise.ts';
import { plainText } from '../../../src/core/tags.ts';

const toHans = (text: string): string => normaliseTarget(text, 'zh', 'zh-Hans');
const toHant = (text: string): string => normaliseTarget(text, 'zh', 'zh-Hant');
const toEnglish = (text: string): string => normaliseTarget(text, 'en', 'zh-Hans');

type Case = readonly [text: string, expected: string];
/** Texts that are right as they stand. */
const kept = (...texts: readonly string[]): Case[] => texts.map((text) => [text, text]);

const WIDTH: readonly Case[] = [
  ['渡轮晚点了,乘客在等.', '渡轮晚点了，乘客在等。'],
  ['港口关闭;船都回来了', '港口关闭；船都回来了'],
  ['他问:为什么?', '他问：为什么？'],
  ['太好了!', '太好了！'],
  ['真的吗?!', '真的吗？！'],
  ['太好了!!!', '太好了！！！'],
  ['水位上升5%,同比翻倍', '水位上升5%，同比翻倍'],
  ['水位上升5.3%.', '水位上升5.3%。'],
  ['截至目前,5人获救', '截至目前，5人获救'],
  ['时间:10:30', '时间：10:30'],
  ['他带了Kindle,然后走了', '他带了Kindle，然后走了'],
  ['Kindle,他忘了带', 'Kindle，他忘了带'],
  ['他用的是Kindle.', '他用的是Kindle。'],
  ['你用Kindle吗?我用.', '你用Kindle吗？我用。'],
  ['你喜欢Kindle?', '你喜欢Kindle？'],
  ['他用Kindle.我不用.', '他用Kindle。我不用。'],
  ['涨了12.', '涨了12。'],
  ['《灯塔》,昨天出版', '《灯塔》，昨天出版'],
  ['“灯塔”,昨天出版', '“灯塔”，昨天出版'],
  ['(渡口)关了', '（渡口）关了'],
  ['港务局(Port Office)说', '港务局（Port Office）说'],
  ['Port Office (港务局)说', 'Port Office（港务局）说'],
  ['渡口（旧)关了', '渡口（旧）关了'],
  ['渡口(旧(东)岸)关了', '渡口（旧（东）岸）关了'],
  ['见https://example.org/a,然后回来', '见https://example.org/a，然后回来'],
  ['(见https://example.org/a)', '（见https://example.org/a）'],
  ['写信到li@example.org.', '写信到li@example.org。'],
  ['他来了. 她走了.', '他来了。她走了。'],
];

const WIDTH_KEPT = kept(
  '增长3.5倍，共1,200人',
  '10:30开门',
  '比分3:2',
  '他住在Washington, D.C.附近',
  '美国(U.S.',
  '他引用了“To be, or not to be.”这句',
  'Smith, Jones & Co.的船',
  'Mr.史密斯来了',
  'Dr. 王来了',
  'J.K.罗琳来了',
  '1.渡口',
  '见a.b.c的说明',
  '调用f(x)时',
  'Array(3)的长度',
  '共{{count}}个，名字是{{ name }}',
  '访问https://example.org/a?b=1,2;c:3(d)',
  '写信到li.hua@example.org',
  '打开报告.pdf',
  '打开/usr/local/bin目录',
  '设x=1,y=2',
  '点:smile:表情',
  'Yahoo!公司',
  'Kindle 15',
  'Hello, world (again).',
  '"Hello"',
  '“Mr. Smith”来了',
  '半角ｶﾀｶﾅ',
  '2019—2020年',
  '周一—周五',
);

const QUOTES: readonly Case[] = [
  ['他说"好"', '他说“好”'],
  ['他说:"好."', '他说：“好。”'],
  ['"好",他说.', '“好”，他说。'],
  ['"一"和"二"', '“一”和“二”'],
  ['他说“她喊"停"了”', '他说“她喊‘停’了”'],
  ['"Mr. Smith"来了', '“Mr. Smith”来了'],
  ['＂好＂', '“好”'],
  ['<1>"好"</1>的', '<1>“好”</1>的'],
  ['"<1>好</1>"的', '“<1>好</1>”的'],
  ['"一"和"二', '"一"和"二'],
  ['6"的管子和8"的管子', '6"的管子和8"的管子'],
  ['""的意思', '""的意思'],
  ['设a="1"的值', '设a="1"的值'],
];

const DOTS_AND_DASHES: readonly Case[] = [
  ['等等...', '等等……'],
  ['等等…', '等等……'],
  ['等等。。。', '等等……'],
  ['等等.....他来了', '等等……他来了'],
  ['...他来了', '……他来了'],
  ['他 ... 来了', '他……来了'],
  ['等等⋯⋯', '等等……'],
  ['等等……', '等等……'],
  ['等等…………', '等等……'],
  ['他说--不', '他说——不'],
  ['他说—不', '他说——不'],
  ['他说 — 不', '他说——不'],
  ['他说 -- 不', '他说——不'],
  ['他说——不', '他说——不'],
  ['“不”—他说', '“不”——他说'],
  ['唐纳德•特朗普', '唐纳德·特朗普'],
  ['唐纳德・特朗普', '唐纳德·特朗普'],
  ['唐纳德‧特朗普', '唐纳德·特朗普'],
  ['唐纳德.特朗普', '唐纳德·特朗普'],
  ['唐纳德 · 特朗普', '唐纳德·特朗普'],
  ...kept('首页 · 新闻', '• 渡口', 'a...b的', '5月-8月', '--help的意思', '唐纳德·特朗普'),
];

const SPACES: readonly Case[] = [
  ['在 2020 年', '在2020年'],
  ['用 Kindle 看', '用Kindle看'],
  ['渡 口', '渡口'],
  ['渡口 ，关了', '渡口，关了'],
  ['渡口， 关了', '渡口，关了'],
  ['渡口 ( 旧 )', '渡口（旧）'],
  ['约 $5 的', '约$5的'],
  ['涨 5% 的', '涨5%的'],
  ['Kindle ，Nook都行', 'Kindle，Nook都行'],
  ['他说 “好”', '他说“好”'],
  ['在 <1>2020</1> 年', '在<1>2020</1>年'],
  ['在<1> 2020 </1>年', '在<1>2020</1>年'],
  ['渡口 <2/> 关了', '渡口<2/>关了'],
  ...kept(
    '第一行\n第二行',
    '张　三',
    '用Kindle Fire看',
    '见 https://example.org/a 的说明',
    '写信到 li@example.org 即可',
    '（记者 王伟 编辑 李娜）',
    '关注 @harbour 的消息',
    '5 000美元',
  ),
];

const TAGGED: readonly Case[] = [
  ['<1>渡口</1>,关了', '<1>渡口</1>，关了'],
  ['渡口<1>,</1>关了', '渡口<1>，</1>关了'],
  ['渡口<1>...</1>', '渡口<1>……</1>'],
  ['<1>(渡口</1>)', '<1>（渡口</1>）'],
  ['a &lt;1> b,渡口', 'a &lt;1> b，渡口'],
  ['渡口&amp;lt;,关', '渡口&amp;lt;，关'],
  ['渡口<2/>,<1>关</1>.', '渡口<2/>，<1>关</1>。'],
  ...kept('<1>f(x)</1>的值', '<1>渡口</1>关了', '</1>渡口'),
];

describe('Chinese', () => {
  it.each(WIDTH)('width: %s', (text, expected) => {
    expect(toHans(text)).toBe(expected);
  });
  it.each(WIDTH_KEPT)('stays: %s', (text, expected) => {
    expect(toHans(text)).toBe(expected);
  });
  it.each(QUOTES)('quotation marks: %s', (text, expected) => {
    expect(toHans(text)).toBe(expected);
  });
  it.each(DOTS_AND_DASHES)('dots and dashes: %s', (text, expected) => {
    expect(toHans(text)).toBe(expected);
  });
  it.each(SPACES)('white space: %s', (text, expected) => {
    expect(toHans(text)).toBe(expected);
  });
  it.each(TAGGED)('tags: %s', (text, expected) => {
    expect(toHans(text)).toBe(expected);
  });

  it.each<Case>([
    ['他說"好"', '他說「好」'],
    ['他說「她喊"停"了」', '他說「她喊『停』了」'],
    ['他說:"好."', '他說：「好。」'],
    ...kept('他說「好」', '他說“好”', '"一"和"二'),
  ])('traditional: %s', (text, expected) => {
    expect(toHant(text)).toBe(expected);
  });
});

describe('English', () => {
  it.each<Case>([
    ['The ferry，late again。', 'The ferry, late again.'],
    ['The ferry ，late', 'The ferry, late'],
    ['Ferries、boats、rafts', 'Ferries, boats, rafts'],
    ['Why？Because！', 'Why? Because!'],
    ['Time：10：30', 'Time: 10:30'],
    ['1，200 people', '1,200 people'],
    ['12，13 and 14', '12, 13 and 14'],
    ['The office（old）closed', 'The office (old) closed'],
    ['The office （ old ）.', 'The office (old).'],
    ['He said：“yes”。', 'He said: “yes”.'],
    ['“Yes，”he said', '“Yes,”he said'],
    ['１２３ ｆｅｒｒｉｅｓ', '123 ferries'],
    ['５０％ of them', '50% of them'],
    ['two  spaces', 'two spaces'],
    ['two <1> spaces</1>', 'two <1>spaces</1>'],
    ['two <1>spaces </1> here', 'two <1>spaces</1> here'],
    ['two<1> spaces</1>', 'two <1>spaces</1>'],
    ['<1>two </1>spaces', '<1>two</1> spaces'],
    ['The <1/>， late', 'The <1/>, late'],
    ['The <1/> ，late', 'The <1/>, late'],
    ['The <1/>（old）boat', 'The <1/> (old) boat'],
    ['The boat（<1/>）left', 'The boat (<1/>) left'],
    ['The boat， <1/> left', 'The boat, <1/> left'],
    ['<1>The ferry，</1> late', '<1>The ferry,</1> late'],
    ['<1>The ferry，</1>late', '<1>The ferry,</1> late'],
    ['<1>The ferry </1>，late', '<1>The ferry</1>, late'],
    ['The ferry，<1>late</1>', 'The ferry, <1>late</1>'],
    ['“ The ferry, ” she said', '“The ferry,” she said'],
    ['She said “ <1>late</1> ”.', 'She said “<1>late</1>”.'],
    ['“ ‘ Late, ’ he said ”', '“‘Late,’ he said”'],
    ['wide　space', 'wide space'],
    ['Wait……', 'Wait…'],
    ['No——never', 'No—never'],
    ['<1>The ferry</1>，late', '<1>The ferry</1>, late'],
    ['Closed；open；closed', 'Closed; open; closed'],
    ['Wang Wei（王伟）said', 'Wang Wei (王伟) said'],
    ...kept(
      'The ferry, late again.',
      '《灯塔》 is a book',
      'He wrote 「灯塔」',
      'He shouted 停，快停 twice',
      '{{ a  b }} stays',
      '<１> stays',
      'Mr. Smith (U.S.) said: “no”…',
      'The <1/> ferry',
      'The <1/> <2/> ferry, <3/> late',
      'The <1>late</1> ferry <2>left</2> here',
      'The sailors’ boat, ’tis late',
      'He said ”late“ and ”early“ again',
    ),
  ])('%s', (text, expected) => {
    expect(toEnglish(text)).toBe(expected);
  });

  it('loses no space beside a tag that stands for something', () => {
    fc.assert(
      fc.property(text, (drawn) => {
        // A space at the inner edge of a pair of tags moves.
        const tagged = drawn.replaceAll(/<\/?\d+>/g, '');
        const once = toEnglish(tagged);
        const left = (side: string) => [...side.matchAll(/( ?)<\d+\/>/g)].map(([, gap]) => gap);
        const right = (side: string) => [...side.matchAll(/<\d+\/>( ?)/g)].map(([, gap]) => gap);
        // A space before such a mark goes behind it.
        if (/[“”‘’（），。：；　]/.test(tagged)) return;
        expect(left(once)).toEqual(left(tagged));
        expect(right(once)).toEqual(right(tagged));
      }),
      { numRuns: 3000 },
    );
  });

  it('never makes a tag or an escape out of text', () => {
    for (const text of ['<１>渡口', '&ｌｔ; and', 'a &lt；b']) {
      expect(plainText(toEnglish(text)).length).toBe(plainText(text).length);
    }
  });
});

const PIECES = [
  [
    '渡',
    '口',
    '唐纳德',
    '说',
    '记者 ',
    'Kindle',
    'f',
    'Mr',
    'D.C.',
    '3',
    '12',
    '％',
    '5%',
    '１',
    'Ａ',
  ],
  [
    ',',
    '.',
    ';',
    ':',
    '?',
    '!',
    '(',
    ')',
    '"',
    "'",
    '，',
    '。',
    '：',
    '（',
    '）',
    '“',
    '”',
    '「',
    '」',
  ],
  ['...', '…', '。。', '--', '—', '·', '•', ' ', '  ', '\n', '　', '='],
  [
    '<1>',
    '</1>',
    '<2/>',
    '<3>',
    '</3>',
    '&lt;',
    '&amp;',
    'https://example.org/a',
    '{{x}}',
    'a@b.org',
  ],
].flat();
const piece = fc.constantFrom(...PIECES);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

const TAG = /<\/?\d+\/?>/g;

/** What a reader reads: letters, figures and Han characters, however wide. */
function words(tagged: string): string {
  return tagged.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

describe.each([
  ['zh', 'zh-Hans'],
  ['zh', 'zh-Hant'],
  ['en', 'zh-Hans'],
] as const)('whatever comes back (%s, %s)', (lang, script) => {
  const normalise = (tagged: string): string => normaliseTarget(tagged, lang, script);

  it('is right after one time', () => {
    fc.assert(
      fc.property(text, (tagged) => {
        const once = normalise(tagged);
        expect(normalise(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps its tags, its letters, figures and characters', () => {
    fc.assert(
      fc.property(text, (tagged) => {
        const once = normalise(tagged);
        expect(once.match(TAG)).toEqual(tagged.match(TAG));
        expect(words(plainText(once))).toBe(words(plainText(tagged)));
      }),
      { numRuns: 3000 },
    );
  });
});
