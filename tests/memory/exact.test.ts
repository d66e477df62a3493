import { describe, expect, it } from 'vitest';
import type { ArticleState } from '../../src/core/state.ts';
import { buildExactMemory, recallExact } from '../../src/memory/exact.ts';
import { apply, articleOf, drafted, edited, signed, unitWith } from '../core/drafting/articles.ts';

/** What the memory of these articles has for the segment of `state` that holds `part`. */
function recall(state: ArticleState, part: string, ...others: readonly ArticleState[]) {
  const memory = buildExactMemory([state, ...others]);
  return recallExact(memory, state, unitWith(state, part).index);
}

const today = articleOf('today', 'The tide turned.\n\nBoats **left** at noon.\n');
const old = signed(articleOf('old', 'The tide turned.\n'), 'tide', { target: '潮水转了。' });

describe('exact memory', () => {
  it('recalls a reviewed pair of another article and says which', () => {
    const from = `old/${unitWith(old, 'tide').key}`;
    expect(recall(today, 'tide', old)).toEqual({ text: '潮水转了。', from, inContext: false });
  });

  it('recalls a reviewed pair of the same article', () => {
    const twice = signed(articleOf('twice', 'Boats left.\n\nBoats left.\n'), 'Boats', {
      target: '船走了。',
    });
    expect(recallExact(buildExactMemory([twice]), twice, 1)?.text).toBe('船走了。');
  });

  it.each([
    ['knows nothing', [articleOf('old', 'The tide turned.\n')]],
    [
      'takes no draft',
      [drafted(articleOf('old', 'The tide turned.\n'), 'tide', { origin: 'person' })],
    ],
    [
      'takes nothing near',
      [signed(articleOf('old', 'The tide turns.\n'), 'tide', { target: '潮水转。' })],
    ],
    [
      'takes no text of the other language',
      [signed(articleOf('old', '潮水转了。\n'), '潮', { target: 'The tide has turned.' })],
    ],
    [
      'takes no approval that was taken back',
      [
        apply(old, {
          type: 'revoke',
          key: unitWith(old, 'tide').key,
          at: '2031-07-01T00:00:00.000Z',
          by: 'Wu',
        }),
      ],
    ],
    [
      'takes no pair that was changed by hand',
      [{ ...old, units: old.units.map((unit) => ({ ...unit, status: 'changed' as const })) }],
    ],
  ])('%s', (_, others) => {
    expect(recall(today, 'tide', ...others)).toBeNull();
  });

  it('recalls the last approved pair of a stale segment', () => {
    const stale = edited(old, 'turned', 'has turned');
    expect(unitWith(stale, 'tide').status).toBe('stale');
    expect(recall(today, 'tide', stale)?.text).toBe('潮水转了。');
    expect(recall(stale, 'tide')).toBeNull();
  });

  it('recalls an orphaned pair', () => {
    const gone = edited(old, 'The tide turned.', 'Gulls and nothing else.');
    expect(gone.orphans.size).toBe(1);
    expect(recall(today, 'tide', gone)?.text).toBe('潮水转了。');
  });

  it('answers in the other direction too, after pairs of the same', () => {
    const chinese = articleOf('zh', '潮水转了。\n');
    expect(recall(chinese, '潮', old)?.text).toBe('The tide turned.');
    const same = signed(articleOf('same', '潮水转了。\n'), '潮', {
      target: 'The tide has turned.',
      at: '2030-01-01T00:00:00.000Z',
    });
    expect(recall(chinese, '潮', old, same)?.text).toBe('The tide has turned.');
  });

  it('prefers the same neighbours to a newer pair, and a newer pair to an older one', () => {
    const body = 'Gulls cried.\n\nIt rained.\n\nBoats left.\n';
    const pair = (slug: string, text: string, target: string, at: string) =>
      signed(articleOf(slug, text), 'rained', { target, at });
    const older = pair('a', 'Then.\n\nIt rained.\n', '旧雨。', '2030-01-01T00:00:00.000Z');
    const newer = pair('b', 'Then.\n\nIt rained.\n', '新雨。', '2031-01-01T00:00:00.000Z');
    const among = pair('c', body, '邻雨。', '2029-01-01T00:00:00.000Z');
    const state = articleOf('d', body);
    expect(recall(state, 'rained', older, newer)?.text).toBe('新雨。');
    expect(recall(state, 'rained', older, newer, among)?.text).toBe('邻雨。');
  });

  it('numbers the tags as the segment does', () => {
    const tagged = signed(articleOf('tagged', 'Boats **left** at noon.\n'), 'Boats', {
      target: '船在中午<1>走了</1>。',
    });
    expect(recall(today, 'Boats', tagged)?.text).toBe('船在中午<1>走了</1>。');
  });

  it('sees through line breaks and composed signs', () => {
    const broken = articleOf('broken', 'The tide\nturned.\n');
    expect(recall(broken, 'tide', old)?.text).toBe('潮水转了。');
  });
});
