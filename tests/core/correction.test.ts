/** Corrections of the source: what the article becomes, and what is refused. */
import { describe, expect, it } from 'vitest';
import { correctionOperation, type CorrectionProblem } from '../../src/core/correction.ts';
import type { Operation } from '../../src/core/operations.ts';
import { historyOf } from '../../src/core/history.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { apply, at, filesOf, load, reload, sign, unitAt } from './scene.ts';

const BODY = `---
title: 渡轮起航
dek: "Off it goes"
---

# The crossing

The **old** ferry left
at dawn. It carried 140 [people](https://a.example "A").

- One \\* two
- 三只海鸥。它们飞走了。

| A thing | 乙 |
| --- | --- |
| Cell text | 丙 |

![A white ferry](f.png)
`;

function indexOf(state: ArticleState, text: string): number {
  return state.units.findIndex(({ segment }) => segment.text === text);
}

function correct(
  state: ArticleState,
  before: string,
  after: string,
  target: string | null = null,
): Operation | CorrectionProblem {
  const unit = unitAt(state, indexOf(state, before));
  const asked = correctionOperation(state, { unit, after, target, at: at(50), by: '林' });
  return 'operation' in asked ? asked.operation : asked.problem;
}

function corrected(state: ArticleState, before: string, after: string, target?: string) {
  const operation = correct(state, before, after, target ?? null);
  if (typeof operation === 'string') throw new Error(operation);
  return { operation, state: apply(state, operation) };
}

describe('a correction', () => {
  const empty = load(BODY);

  it.each<[string, string, string, readonly [raw: string, written: string]]>([
    [
      'keeps a soft line break and the signs of markup',
      'The <1>old</1> ferry left at dawn.',
      'The <1>old</1> ferry sailed at dawn.',
      ['ferry left\nat', 'ferry sailed\nat'],
    ],
    [
      'inside the markup',
      'The <1>old</1> ferry left at dawn.',
      'The <1>new</1> ferry left at dawn.',
      ['**old**', '**new**'],
    ],
    [
      'beside a link',
      'It carried 140 <1>people</1>.',
      'It carried 141 <1>people</1>.',
      ['carried 140', 'carried 141'],
    ],
    ['beside an escaped sign', 'One * two', 'One * three', ['\\* two', '\\* three']],
    ['that needs an escape', 'One * two', 'One * [two](x)', ['\\* two', '\\* \\[two]\\(x)']],
    ['in Chinese', '三只海鸥。', '四只海鸥。', ['三只', '四只']],
    ['of a cell', 'Cell text', 'Cell | text', ['Cell text', 'Cell \\| text']],
    ['of a heading', 'The crossing', 'A crossing', ['# The', '# A']],
    ['of a caption', 'A white ferry', 'A blue ferry', ['[A white', '[A blue']],
    ['of a plain field', '渡轮起航', '渡轮靠岸', ['title: 渡轮起航', 'title: 渡轮靠岸']],
    ['of a field that gets quotes', '渡轮起航', '渡轮: 起航 #1', ['渡轮起航', '"渡轮: 起航 #1"']],
    ['of a quoted field', 'Off it goes', 'Off she goes', ['"Off it goes"', '"Off she goes"']],
    [
      'of a quoted field',
      'Off it goes',
      'Off "she" goes',
      ['"Off it goes"', '"Off \\"she\\" goes"'],
    ],
  ])('%s: %j to %j', (_, before, after, [raw, written]) => {
    const { state } = corrected(empty, before, after);
    expect(state.article.text).toBe(BODY.replace(raw, written));
    const index = indexOf(empty, before);
    expect(unitAt(state, index).segment.text).toBe(after);
    // All else is as it was, and every key is where it was.
    const others = (of: ArticleState) =>
      of.units
        .filter((unit) => unit.index !== index)
        .map(({ key, segment }) => [key, segment.text]);
    expect(others(state)).toEqual(others(empty));
    expect(unitAt(state, index).key).toBe(unitAt(empty, index).key);
    expect(reload(state).units.map(({ key }) => key)).toEqual(empty.units.map(({ key }) => key));
  });

  it.each<[CorrectionProblem, string, string]>([
    ['empty', '三只海鸥。', '  '],
    ['same', '三只海鸥。', '三只海鸥。'],
    ['tags', 'It carried 140 <1>people</1>.', 'It carried 140 people.'],
    ['tags', '三只海鸥。', '<1>三</1>只海鸥。'],
    ['splits', '三只海鸥。', '三只。海鸥。'],
    ['joins', '三只海鸥。', '三只海鸥'],
    ['language', '三只海鸥。', 'Three gulls.'],
    ['language', '三只海鸥。', '33。'],
  ])('is refused (%s): %j to %j', (problem, before, after) => {
    expect(correct(empty, before, after)).toBe(problem);
  });

  it('is refused where the article holds another text by now, and does nothing there', () => {
    const signed = apply(
      empty,
      sign(empty, indexOf(empty, '三只海鸥。'), 'Three gulls.', { second: 1 }),
    );
    const { operation } = corrected(signed, '三只海鸥。', '四只海鸥。');
    const edited = load(BODY.replace('三只海鸥', '三只大海鸥'), signed);
    expect(filesOf(apply(edited, operation))).toBe(filesOf(edited));
    const unit = unitAt(signed, indexOf(empty, '三只海鸥。'));
    const asked = { unit, after: '五只海鸥。', target: null, at: at(51), by: '林' };
    expect(correctionOperation(edited, asked)).toEqual({ problem: 'changed' });
  });

  it('leaves the pair stale, with the old source at hand', () => {
    const index = indexOf(empty, '三只海鸥。');
    const signed = apply(empty, sign(empty, index, 'Three gulls.', { second: 1 }));
    const { state } = corrected(signed, '三只海鸥。', '四只海鸥。');
    expect(unitAt(state, index)).toMatchObject({
      status: 'stale',
      previousSource: '三只海鸥。',
      pair: { zh: '三只海鸥。', en: 'Three gulls.' },
    });
  });

  it('signs the new pair with it when that is asked for', () => {
    const index = indexOf(empty, '三只海鸥。');
    const signed = apply(empty, sign(empty, index, 'Three gulls.', { second: 1 }));
    const { state } = corrected(signed, '三只海鸥。', '四只海鸥。', 'Four gulls.');
    const unit = unitAt(reload(state), index);
    expect(unit).toMatchObject({ status: 'reviewed', pair: { en: 'Four gulls.' } });
    expect(unit.record?.signoffs.at(-1)).toMatchObject({ via: 'correction', zh: '四只海鸥。' });
    expect(unit.record?.corrections).toEqual([
      { at: at(50), by: '林', before: '三只海鸥。', after: '四只海鸥。' },
    ]);
    expect(historyOf(unit.record ?? { key: '', drafts: [], signoffs: [], rest: {} })).toMatchObject(
      [
        { kind: 'sign-off', before: null },
        { kind: 'corrected', before: '三只海鸥。', after: '四只海鸥。' },
        { kind: 'sign-off', changed: ['zh', 'en'], pair: { en: 'Four gulls.' } },
      ],
    );
  });

  it.each(['四只海鸥。', '别的什么鸟都没有了。'])(
    'applied again changes nothing, wherever a crash came: %j',
    (after) => {
      const index = indexOf(empty, '三只海鸥。');
      const signed = apply(empty, sign(empty, index, 'Three gulls.', { second: 1 }));
      const { operation, state } = corrected(signed, '三只海鸥。', after, 'Four gulls.');
      expect(filesOf(apply(state, operation))).toBe(filesOf(state));
      // The article is written, nothing else.
      const torn = load(state.article.text, signed);
      expect(filesOf(apply(torn, operation))).toBe(filesOf(state));
    },
  );
});
