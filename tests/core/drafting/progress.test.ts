import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { progressLine, type Progress } from '../../../src/core/drafting/progress.ts';
import { createTranslate } from '../../../src/interface.ts';

const en = await createTranslate('en');
const zh = await createTranslate('zh');

const half: Progress = {
  done: 200,
  total: 400,
  characters: 12_345,
  cost: 0.2469,
  elapsedMs: 60_000,
  label: 'night-ferry',
};

describe('a wide line', () => {
  it.each([
    [
      en,
      '[##############--------------]  200/400  12,345 characters  cost 0.2469  1 min left  night-ferry',
    ],
    [
      zh,
      '[##############--------------]  200/400  12,345 字符  费用 0.2469  约剩 1 分钟  night-ferry',
    ],
  ])('says everything', (t, line) => {
    expect(progressLine(half, 120, t)).toBe(line);
  });

  it.each<[string, Partial<Progress>, string]>([
    ['one cent', { cost: 0.01 }, 'cost 0.0100'],
    ['no price', { cost: null }, '12,345 characters  1 min'],
    ['money', { cost: 12.3 }, 'cost 12.30'],
  ])('with %s', (_what, facts, part) => {
    expect(progressLine({ ...half, ...facts }, 120, en)).toContain(part);
  });

  it('shows no escapes of a label, and not all of a long one', () => {
    expect(progressLine({ ...half, label: '\u001b[2J' }, 120, en)).toMatch(/␛\[2J$/);
    const label = '渡轮'.repeat(20);
    expect(progressLine({ ...half, label }, 200, en)).toMatch(/ {2}(?:渡轮){5}渡…$/);
  });
});

describe('the time left', () => {
  it.each<[string, Partial<Progress>, string | null]>([
    ['at the start', { done: 0, elapsedMs: 0 }, null],
    ['after a second', { done: 10, elapsedMs: 1000 }, null],
    ['after one segment', { done: 1, elapsedMs: 20_000 }, null],
    ['after next to nothing', { done: 3, total: 10_000, elapsedMs: 20_000 }, null],
    ['near the end', { done: 399 }, '5 s left'],
    ['under a minute', { elapsedMs: 31_000 }, '35 s left'],
    ['of a minute', { elapsedMs: 59_000 }, '1 min left'],
    ['of minutes', { elapsedMs: 600_001 }, '11 min left'],
    ['of an hour', { elapsedMs: 3_600_000 }, '1 h 0 min left'],
    ['of hours', { elapsedMs: 9_000_000 }, '2 h 30 min left'],
    ['at the end', { done: 400 }, null],
    ['past the end', { done: 500 }, null],
    ['of nothing', { done: 0, total: 0 }, null],
  ])('%s', (_what, facts, expected) => {
    const line = progressLine({ ...half, ...facts }, 200, en);
    const found = /(?:\d+ \w+ )*\d+ (?:s|min) left/.exec(line);
    expect(found?.[0] ?? null).toBe(expected);
  });
});

describe('a narrow line', () => {
  it.each([
    [75, ['200/400', '12,345 characters', 'cost 0.2469', '1 min left', 'night-ferry']],
    [70, ['200/400', '12,345 characters', 'cost 0.2469', '1 min left']],
    [55, ['200/400', 'cost 0.2469', '1 min left']],
    [40, ['200/400', '1 min left']],
    [20, ['200/400']],
  ])('of %d cells loses the least important', (width, parts) => {
    const shown = progressLine(half, width, en);
    expect(stringWidth(shown)).toBeLessThanOrEqual(width);
    const [bar, ...rest] = shown.split('  ');
    expect(bar).toMatch(/^\[#{3,}-{3,}\]$/);
    expect(rest).toEqual(parts);
  });

  it('counts even where the bar has no room', () => {
    expect(progressLine({ ...half, done: 12_000, total: 100_000 }, 20, en)).toBe('12000/100000');
    const huge = { ...half, done: 1e12, total: 1e13 };
    expect(progressLine(huge, 20, en)).toBe('10 %');
  });

  it('fits, whatever is to be said', () => {
    const state = fc.record({
      done: fc.nat(),
      total: fc.nat(),
      characters: fc.nat(),
      cost: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
      elapsedMs: fc.nat(),
      label: fc.string({ unit: 'grapheme', maxLength: 40 }),
    });
    fc.assert(
      fc.property(state, fc.integer({ min: 20, max: 200 }), (progress, width) => {
        for (const t of [en, zh]) {
          const line = progressLine(progress, width, t);
          expect(stringWidth(line, { countAnsiEscapeCodes: true })).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(/[\u0000-\u001f\u007f]|NaN|Infinity|undefined/);
          expect(line).not.toBe('');
        }
      }),
    );
  });
});
