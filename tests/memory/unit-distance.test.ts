import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unitDistance } from '../../src/memory/unit-distance.ts';

/** By the book, without a band. */
function plainDistance(a: Int32Array, b: Int32Array): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [index, unit] of a.entries()) {
    const next = [index + 1];
    for (const [at, other] of b.entries()) {
      const replaced = (row[at] ?? 0) + (unit === other ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const units = fc
  .array(fc.integer({ min: 0, max: 4 }), { maxLength: 14 })
  .map((numbers) => Int32Array.from(numbers));

it('is the edit distance, or one more than the limit', () => {
  fc.assert(
    fc.property(units, units, fc.integer({ min: 0, max: 15 }), (a, b, limit) => {
      const most = Math.min(limit, Math.max(a.length, b.length));
      expect(unitDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), most + 1));
    }),
    { numRuns: 2000 },
  );
});
