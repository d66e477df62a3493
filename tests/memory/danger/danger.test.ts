import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/core/model.ts';
import { dangersBetween } from '../../../src/memory/danger/danger.ts';
import { HARMLESS, TRAPS } from './traps.ts';

function kinds(source: string, query: string, lang: Lang): readonly string[] {
  return dangersBetween(source, query, lang).map(({ kind }) => kind);
}

describe('the danger guard', () => {
  it('has enough traps', () => {
    expect(TRAPS.length).toBeGreaterThanOrEqual(500);
  });

  it('sees the danger of every near-duplicate that says something else', () => {
    const missed = TRAPS.filter(
      ({ source, query, lang }) => kinds(source, query, lang).length === 0,
    );
    expect(missed).toEqual([]);
  });

  it('says of what kind it is', () => {
    const mistaken = TRAPS.filter(
      ({ source, query, lang, kind }) => !kinds(source, query, lang).includes(kind),
    );
    expect(mistaken).toEqual([]);
  });

  it('rarely calls a harmless match dangerous', () => {
    const alarms = HARMLESS.filter(([lang, a, b]) => kinds(a, b, lang).length > 0);
    expect(alarms.length / HARMLESS.length).toBeLessThanOrEqual(0.05);
  });

  it.each<[Lang, string, string, object]>([
    ['zh', '他们同意该提案。', '他们不同意该提案。', { kind: 'negation', source: '', query: '不' }],
    ['zh', '他2023年来过。', '他2024年来过。', { kind: 'date', source: '2023年', query: '2024年' }],
    ['zh', '船长卖了三条船。', '船长卖了五条船。', { kind: 'number', source: '三', query: '五' }],
    [
      'en',
      'It rose from 3 to 5.',
      'It rose from 5 to 3.',
      { kind: 'number', source: '3, 5', query: '5, 3' },
    ],
    [
      'en',
      'A gift of Smith to Jones.',
      'A gift of Jones to Smith.',
      { kind: 'name', source: 'smith, jones', query: 'jones, smith' },
    ],
  ])('shows the words that differ (%s: %s)', (lang, source, query, danger) => {
    expect(dangersBetween(source, query, lang)).toContainEqual(danger);
  });

  it('takes names that are known from elsewhere', () => {
    const known = (text: string) => ['青云号', '白云号'].filter((name) => text.includes(name));
    const [a, b] = ['青云号明早起航。', '白云号明早起航。'];
    expect(dangersBetween(a, b, 'zh')).toEqual([]);
    expect(dangersBetween(a, b, 'zh', known)).toEqual([
      { kind: 'name', source: '青云号', query: '白云号' },
    ]);
  });
});
