/** Replacing across segments: what is found, what is left alone, and expressions that are refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  planReplace,
  replaceOperation,
  type ReplacePlan,
  type ReplaceRequest,
} from '../../src/core/replace.ts';
import { compareTags } from '../../src/core/tags.ts';
import { apply, at, load, sign, unitAt } from './scene.ts';

const ARTICLE =
  '---\ntitle: 海关加征关税\n---\n\nThe **new** tariff is {{rate}}. It hit 140 firms.\n\n关税下调。\n\nNobody was asked.\n';
const empty = load(ARTICLE);
const TARGETS = [
  'Customs raise the tariff',
  '<1>新</1>关税为{{rate}}。',
  '它打击了 140 家公司。',
  'Tariffs fall; the tariff is low.',
  '谁也没有被问过，Ａ＆B <b>。',
];
const state = TARGETS.reduce(
  (now, text, index) => apply(now, sign(now, index, text, { second: index + 1 })),
  empty,
);

function plan(request: Partial<ReplaceRequest>, states = [state]): ReplacePlan {
  const planned = planReplace(states, { find: 'x', with: 'y', side: 'target', ...request });
  if ('problem' in planned) throw new Error(planned.problem);
  return planned;
}

function afters(request: Partial<ReplaceRequest>): string[] {
  return plan(request).replacements.map(({ after }) => after);
}

describe('a replacement', () => {
  it.each<[string, Partial<ReplaceRequest>, readonly string[]]>([
    [
      'of any case',
      { find: 'tariff', with: 'duty' },
      ['Customs raise the duty', 'dutys fall; the duty is low.'],
    ],
    [
      'of this case',
      { find: 'tariff', with: 'duty', matchCase: true },
      ['Customs raise the duty', 'Tariffs fall; the duty is low.'],
    ],
    [
      'of whole words',
      { find: 'tariff', with: 'duty', wholeWord: true },
      ['Customs raise the duty', 'Tariffs fall; the duty is low.'],
    ],
    [
      'of a Chinese word, which has no borders',
      { find: '关税', with: '税', wholeWord: true },
      ['<1>新</1>税为{{rate}}。'],
    ],
    ['inside a tag', { find: '新', with: '新的' }, ['<1>新的</1>关税为{{rate}}。']],
    ['in one language only', { find: 'a', with: 'A', side: 'zh', matchCase: true }, []],
    [
      'by an expression with groups',
      { find: String.raw`(\d+) (?<unit>家)`, with: '$1$<unit>$$', regex: true },
      ['它打击了 140家$公司。'],
    ],
    ['that looks like a tag', { find: '140', with: '<1>' }, ['它打击了 &lt;1> 家公司。']],
    ['of a sign that is escaped', { find: '<b>', with: '[b]' }, ['谁也没有被问过，Ａ＆B [b]。']],
    ['of nothing', { find: 'a*', with: '-', regex: true, side: 'zh' }, []],
    ['literally', { find: '.*', with: '-' }, []],
    ['literally, with a dollar', { find: '140', with: '$1' }, ['它打击了 $1 家公司。']],
    ['by itself', { find: '140', with: '140' }, []],
    [
      'that would make a tag of what is beside it',
      { find: ' ', with: '><', side: 'zh' },
      ['它打击了>&lt;140><家公司。', '谁也没有被问过，Ａ＆B><<b>。'],
    ],
  ])('%s: %j', (_, request, expected) => {
    expect(afters(request)).toEqual(expected);
  });

  it.each<[string, Partial<ReplaceRequest>]>([
    ['reaches over a tag', { find: '新关税' }],
    ['reaches into a placeholder', { find: 'rate', side: 'zh' }],
    ['would join a tag', { find: '新', with: '\u0338' }],
  ])('is left alone and counted where it %s', (_, request) => {
    expect(plan(request)).toMatchObject({ replacements: [], crossing: 1 });
  });

  it('never leaves a segment, or a tag, without a text', () => {
    const nothing = { replacements: [], emptied: 1 };
    expect(plan({ find: '新', with: '' })).toMatchObject(nothing);
    expect(plan({ find: '.+公司。', with: '', regex: true })).toMatchObject(nothing);
  });

  it('says where, before and after', () => {
    const places = (request: Partial<ReplaceRequest>) =>
      plan(request).replacements.map(({ before, after, spans, spansAfter }) => [
        spans.map(({ from, to }) => before.slice(from, to)),
        spansAfter.map(({ from, to }) => after.slice(from, to)),
      ]);
    expect(places({ find: '新', with: '全新' })).toEqual([[['新'], ['全新']]]);
    const [two] = places({ find: ' ', with: '><', side: 'zh' });
    expect(two).toEqual([
      [' ', ' '],
      ['>&lt;', '><'],
    ]);
  });

  it('leads to a draft and signs nothing', () => {
    const [first] = plan({ find: '140', with: '150' }).replacements;
    if (first === undefined) throw new Error('none');
    const after = apply(state, replaceOperation(first, { at: at(50), by: '林' }));
    const unit = unitAt(after, 2);
    expect(unit.draft).toMatchObject({ origin: 'person', text: '它打击了 150 家公司。' });
    expect(unit.pair?.zh).toBe('它打击了 140 家公司。');
    expect(unit.record?.signoffs).toHaveLength(1);
  });

  it('keeps every tag, whatever is replaced with whatever', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'新关税<>/12&lt;a$ '), maxLength: 5 });
    fc.assert(
      fc.property(texts, texts, (find, text) => {
        fc.pre(find !== '');
        for (const { before, after } of plan({ find, with: text }).replacements) {
          const difference = compareTags(before, after);
          expect({ ...difference, emptied: [] }).toEqual({
            ...(difference === null ? {} : { missing: [], extra: [], broken: [] }),
            emptied: [],
          });
        }
      }),
    );
  });
});

describe('an expression', () => {
  it.each<[string, string, string?]>([
    ['replace.problem.empty', ''],
    ['pattern.problem.wrong', '(a'],
    ['pattern.problem.wrong', 'a{2,1}'],
    ['pattern.problem.nested', '(a+)+$'],
    ['pattern.problem.nested', '(?:a|aa)+$'],
    ['pattern.problem.nested', '((a*)b?){2,}'],
    ['pattern.problem.nested', '(a?){40}'],
    ['pattern.problem.reference', String.raw`(a)\1`],
    ['pattern.problem.reference', String.raw`(?<x>a)\k<x>`],
    ['pattern.problem.long', 'a'.repeat(201)],
    ['pattern.problem.costly', `${'a?'.repeat(60)}b`],
    ['pattern.problem.costly', `${'.*'.repeat(30)}x`],
    ['replace.problem.group', 'a', '$1'],
    ['replace.problem.group', '(a)', '$<x>'],
  ])('is refused (%s): %s', (problem, find, text = '') => {
    const request = { find, with: text, regex: true, side: 'target' } as const;
    expect(planReplace([state], request)).toMatchObject({ problem });
  });

  it('that has taken too long is given up', () => {
    let asked = 0;
    const request = {
      find: 'a',
      with: 'b',
      side: 'target',
      expired: () => (asked += 1) > 2,
    } as const;
    expect(planReplace([state], request)).toEqual({
      problem: 'pattern.problem.costly',
      values: {},
    });
  });

  it.each([
    String.raw`\d+(?:\.\d+)?%`,
    '[“"]([^”"]+)[”"]',
    '(?<=第)[一二三]+(?=章)',
    'colou?r|grey',
    String.raw`(\p{Lu}\w+) (\p{Lu}\w+)`,
    '(?:ab)+',
    'a{2,3}',
  ])('of the everyday kind is taken: %s', (find) => {
    const request = { find, with: '', regex: true, side: 'target' } as const;
    expect(planReplace([state], request)).not.toHaveProperty('problem');
  });
});
