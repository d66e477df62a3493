import { expect, it } from 'vitest';
import { isMachineTime } from '../../src/core/machine-time.ts';

it.each([
  ['2026', true],
  ['2026-02', true],
  ['2026-02-28', true],
  ['2026-02-28T23:59', true],
  ['2026-02-28 23:59:59.123+08:00', true],
  ['2026-02-28T23:59:00Z', true],
  ['08:30', true],
  ['2026-02-30', false],
  ['2026-13', false],
  ['0000', false],
  ['2026-02-28T24:00', false],
  ['25:00', false],
  ['2026-02-28x', false],
  ['whenever', false],
  ['', false],
])('%j is a time: %s', (text, expected) => {
  expect(isMachineTime(text)).toBe(expected);
});
