import { describe, expect, it } from 'vitest';
import type { Pair } from '../../src/core/model.ts';
import type { Term } from '../../src/terms/model.ts';
import { suggestTerms } from '../../src/terms/suggest.ts';
import { dice, logLikelihood } from '../../src/terms/suggesting/association.ts';

/** Terms that stand in sentences of their own, each in several; the rest is filling. */
const TERMS: readonly (readonly [string, string])[] = [
  ['潮汐能电站', 'tidal power plant'],
  ['海岸警备队', 'coast guard'],
  ['渔业合作社', 'fishing cooperative'],
  ['青石湾', 'Bluestone Bay'],
];
const FRAMES: readonly (readonly [string, string])[] = [
  ['昨天{}关闭了三个小时。', 'Yesterday the {} closed for three hours.'],
  ['记者参观了{}，印象很深。', 'Our reporter visited the {} and was impressed.'],
  ['没有人谈起{}。', 'Nobody spoke about the {}.'],
  ['市民批评{}太贵。', 'Residents complain that the {} costs too much.'],
  ['从{}向北走两公里。', 'Walk two kilometres north from the {}.'],
  ['孩子们画下{}。', 'The children drew the {}.'],
];

function pairsOf(terms: readonly (readonly [string, string])[]): Pair[] {
  return terms.flatMap(([zh, en]) =>
    FRAMES.map(([inZh, inEn]) => ({ zh: inZh.replace('{}', zh), en: inEn.replace('{}', en) })),
  );
}

function shown(pairs: readonly Pair[], known: readonly Term[] = []): string[] {
  return suggestTerms(pairs, known).map(({ zh, en }) => `${zh} = ${en}`);
}

const PAIRS = pairsOf(TERMS);

describe('suggestions', () => {
  it('are the terms, whole and in both languages', () => {
    const found = shown(PAIRS);
    for (const [zh, en] of TERMS) expect(found).toContain(`${zh} = ${en}`);
    expect(found.filter((line) => /= (?:tidal|power|guard|Bay|coast)$/.test(line))).toEqual([]);
  });

  it('put names first', () => {
    expect(shown(PAIRS)[0]).toBe('青石湾 = Bluestone Bay');
  });

  it('say how often, how sure, and where to look', () => {
    const [first] = suggestTerms(PAIRS, []);
    expect(first).toMatchObject({ together: 6, withZh: 6, withEn: 6, isDottedName: false });
    expect(PAIRS[first?.example ?? -1]?.en).toContain('Bluestone Bay');
    expect(first?.score).toBeGreaterThan(15);
  });

  it('leave out what the term base knows in either language', () => {
    const none = { forbidden: { zh: [], en: [] }, keep: false, caseSensitive: false, line: 2 };
    const known: Term[] = [
      { ...none, zh: ['海岸警备队'], en: ['shore patrol'] },
      { ...none, zh: ['蓝石湾'], en: ['bluestone bay'] },
    ];
    const found = shown(PAIRS, known).join('\n');
    expect(found).not.toContain('海岸警备队');
    expect(found).not.toContain('Bluestone Bay');
    expect(found).toContain('tidal power plant');
  });

  it('need as many pairs as is asked for', () => {
    const twice = pairsOf(TERMS).filter((_, index) => index % FRAMES.length < 2);
    expect(suggestTerms(twice, [])).toEqual([]);
    expect(suggestTerms(PAIRS, [], { minimum: 7 })).toEqual([]);
    expect(suggestTerms(PAIRS, [], { limit: 2 })).toHaveLength(2);
  });

  it('are the same for the same pairs, and none for none', () => {
    expect(suggestTerms(PAIRS, [])).toEqual(suggestTerms(PAIRS, []));
    expect(suggestTerms([], [])).toEqual([]);
    expect(suggestTerms([{ zh: '', en: '' }], [])).toEqual([]);
  });
});

describe('a name with a dot needs one pair only', () => {
  it.each([
    [
      '码头经理玛丽亚·科斯塔说话了。',
      'Wharf manager Maria Costa spoke.',
      '玛丽亚·科斯塔 = Maria Costa',
    ],
    ['（伊万•德拉戈）', '(Ivan Drago)', '伊万·德拉戈 = Ivan Drago'],
    [
      '船长卢卡·贝里尼和厨师汤姆·帕克握手。',
      'Captain Luca Bellini shook hands with Tom Parker, the cook.',
      '卢卡·贝里尼 = Luca Bellini | 汤姆·帕克 = Tom Parker',
    ],
    [
      '安娜·范德梅尔是Gate Street的常客。',
      'Anna van der Meer is a regular of Gate Street.',
      '安娜·范德梅尔 = Anna van der Meer',
    ],
    [
      '戈尔多·阿米尔（Xander Quill）和Peter Stone都来了。',
      'Both Xander Quill and Peter Stone came.',
      '戈尔多·阿米尔 = Xander Quill',
    ],
    ['前总理保罗·林德离开了。', 'Former Prime Minister Paul Lind left.', '保罗·林德 = Paul Lind'],
    ['只有保罗·林德。', 'Nobody else was there.', ''],
  ])('%s', (zh, en, expected) => {
    const found = suggestTerms([{ zh, en }], []);
    expect(
      found
        .map((one) => `${one.zh} = ${one.en}`)
        .sort()
        .join(' | '),
    ).toBe(expected);
    expect(found.every(({ isDottedName }) => isDottedName)).toBe(true);
  });
});

describe('the measures', () => {
  it('are 0 where chance would do the same', () => {
    expect(logLikelihood(25, 50, 50, 100)).toBeCloseTo(0, 9);
  });

  it('agree with a table worked out by hand', () => {
    // Cells 8, 2, 1, 89: twice the sum of observed · ln(observed / expected).
    const expected = [
      [8, 0.9],
      [2, 9.1],
      [1, 8.1],
      [89, 81.9],
    ].reduce((sum, [seen = 0, chance = 1]) => sum + 2 * seen * Math.log(seen / chance), 0);
    expect(logLikelihood(8, 10, 9, 100)).toBeCloseTo(expected, 9);
    expect(dice(8, 10, 9)).toBeCloseTo(16 / 19, 9);
  });
});
