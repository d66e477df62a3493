/** What is known of no value: one side's change is taken, and nothing that was written is lost. */
import { describe, expect, it } from 'vitest';
import { unitedOrder } from '../../../src/core/merge/order.ts';
import { mergeJson } from '../../../src/core/merge/three-way.ts';

describe('unknown fields', () => {
  it.each([
    ['nobody', 1, 1, 1, 1],
    ['ours', 1, 2, 1, 2],
    ['theirs', 1, 1, 2, 2],
    ['both, alike', 1, 2, 2, 2],
    ['ours, which deletes', 1, undefined, 1, undefined],
    ['both, one of them deleting', 1, undefined, 2, 2],
    ['theirs, other fields', { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 2 }],
    ['fields in another order', { a: 1, b: 1 }, { b: 1, a: 1 }, { a: 1, b: 2 }, { a: 1, b: 2 }],
    ['both, items of a list', [1, 2], [1, 2, 3], [2, 4], [2, 3, 4]],
    ['both, a new list', undefined, ['a'], ['b'], ['a', 'b']],
    [
      'deep fields',
      { a: { b: [1] } },
      { a: { b: [1, 2] } },
      { a: { b: [1], c: 1 } },
      { a: { b: [1, 2], c: 1 } },
    ],
  ])('changed by %s', (_who, ...[base, ours, theirs, value]) => {
    expect(mergeJson({ base, ours, theirs })).toEqual({ value, isClash: false });
  });

  it.each([
    ['texts', 'a', 'b', 'c'],
    ['kinds', 1, [1], { a: 1 }],
    ['texts deep inside', { a: { b: 1 } }, { a: { b: 2 } }, { a: { b: 3 } }],
  ])('say so when both sides changed them: %s', (_what, base, ours, theirs) => {
    expect(mergeJson({ base, ours, theirs })).toEqual({ value: ours, isClash: true });
  });

  it('may be called what an object inherits', () => {
    const theirs: unknown = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}');
    const { value } = mergeJson({ base: {}, ours: { x: 1 }, theirs });
    expect(JSON.stringify(value)).toBe('{"x":1,"__proto__":{"a":1},"constructor":2}');
  });
});

describe('the order of keys', () => {
  it.each([
    ['ours alone', 'a b c', '', 'a b c'],
    ['theirs alone', '', 'a b', 'a b'],
    ['new ones of both in one gap: ours first', 'a x b', 'a y b', 'a x y b'],
    ['new ones at the end', 'a x', 'a y', 'a x y'],
    ['new ones at the beginning', 'x a', 'y a', 'x y a'],
    ['ours where the sides moved keys', 'a b c', 'c b a n', 'a b c n'],
  ])('is %s', (_what, ours, theirs, expected) => {
    const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
    expect(unitedOrder(words(ours), words(theirs)).join(' ')).toBe(expected);
  });
});
