import { describe, expect, it } from 'vitest';
import { laterThan } from '../../src/review/later.ts';

function signedAt(at: string) {
  const signOff = { zh: '一', en: 'one', source: 'zh', by: 'an', at } as const;
  return { key: 'title', drafts: [], signoffs: [signOff], rest: {} };
}

describe('the time of what is done', () => {
  it.each([
    [
      'is the clock’s after what was seen',
      '2026-01-01T08:00:00.000Z',
      '2026-01-01T08:00:00.001Z',
      '2026-01-01T08:00:00.001Z',
    ],
    [
      'is the next millisecond where another clock is ahead',
      '2026-01-01T08:00:05.000Z',
      '2026-01-01T08:00:00.000Z',
      '2026-01-01T08:00:05.001Z',
    ],
    [
      'is never the same',
      '2026-01-01T08:00:00.999Z',
      '2026-01-01T08:00:00.999Z',
      '2026-01-01T08:00:01.000Z',
    ],
    ['carries', '2026-01-01T08:59:59.999Z', '2026-01-01T08:00:00.000Z', '2026-01-01T09:00:00.000Z'],
  ])('%s', (_, seen, clock, expected) => {
    expect(laterThan(signedAt(seen), clock)).toBe(expected);
  });

  it('is after a cut, and after its being taken back', () => {
    const cut = { kind: 'merge', before: 'a', after: 'b', by: 'an' } as const;
    const at = '2026-01-01T08:00:05.000Z';
    const undone = '2026-01-01T08:00:07.000Z';
    const none = { key: 'title', drafts: [], signoffs: [], rest: {} };
    const now = '2026-01-01T08:00:00.000Z';
    expect(laterThan({ ...none, cuts: [{ ...cut, at }] }, now)).toBe('2026-01-01T08:00:05.001Z');
    expect(laterThan({ ...none, cuts: [{ ...cut, at, undone }] }, now)).toBe(
      '2026-01-01T08:00:07.001Z',
    );
  });

  it('is the clock’s where nothing was done', () => {
    expect(laterThan(undefined, '2026-01-01T08:00:00.000Z')).toBe('2026-01-01T08:00:00.000Z');
  });
});
