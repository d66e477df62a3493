import { expect, it } from 'vitest';
import { copyBytes } from '../../src/ui/clipboard.ts';

it.each([
  ['对照', '\u001b]52;c;5a+554Wn\u0007'],
  ['', '\u001b]52;c;\u0007'],
])('copies %j by the terminal', (text, bytes) => {
  expect(copyBytes(text)).toBe(bytes);
});

it('refuses what is too long for a terminal', () => {
  expect(copyBytes('a'.repeat(100_000))).not.toBeNull();
  expect(copyBytes('a'.repeat(100_001))).toBeNull();
  expect(copyBytes('字'.repeat(40_000))).toBeNull();
});
