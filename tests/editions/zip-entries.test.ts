/** Archives put together of the files of others. */
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from '../../src/editions/edition.ts';
import { archiveOf, entriesIn, type ZipEntry } from '../../src/editions/zip-entries.ts';
import { zip } from '../../src/editions/zip.ts';

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(?:\/[a-z0-9]{1,6}\.[a-z]{1,3})?$/);
const content: fc.Arbitrary<Content> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.uint8Array({ maxLength: 300 }),
  fc.constant('海边的老街。'.repeat(60)),
);
const files = fc
  .uniqueArray(fc.tuple(name, content), { selector: ([path]) => path, maxLength: 8 })
  .map((entries) => new Map(entries));

function entriesOf(archive: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const entries = entriesIn(archive);
  if (entries === null) throw new Error('no archive');
  return entries;
}

it('more files than an archive can count are refused in a sentence', () => {
  const one = zip(new Map([['a.txt', '']]), new Set());
  const entries = Array.from({ length: 65_536 }, () => [...entriesOf(one).values()]).flat();
  const all = new Map(entries.map((_, at) => [`f${at}`, ''] as const));
  for (const make of [() => archiveOf(entries), () => zip(all, new Set())]) {
    expect(make).toThrow('no EPUB can hold more than 65535: leave epub out');
  }
});

describe('law', () => {
  it('files taken out of two archives make the archive that all of them make at once', () => {
    fc.assert(
      fc.property(files, fc.infiniteStream(fc.boolean()), (all, stream) => {
        const isStored = new Set([...all.keys()].slice(0, 1));
        const sides = [...all].map((file) => [stream.next().value === true, file] as const);
        const side = (first: boolean): ReadonlyMap<string, ZipEntry> => {
          const own = sides.flatMap(([isFirst, file]) => (isFirst === first ? [file] : []));
          return entriesOf(zip(new Map(own), isStored));
        };
        const [one, other] = [side(true), side(false)];
        const entries = [...all.keys()].flatMap((path) => one.get(path) ?? other.get(path) ?? []);
        const archive = archiveOf(entries);
        expect(Buffer.from(archive).equals(zip(all, isStored))).toBe(true);
        expect(Object.keys(unzipSync(archive)).sort()).toEqual([...all.keys()].sort());
      }),
    );
  });

  it('whatever bytes there are, they are an archive or none', () => {
    const archive = zip(new Map([['a/b.txt', 'text'.repeat(9)]]), new Set());
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.nat(archive.length).map((length) => archive.slice(0, length)),
      fc
        .tuple(fc.nat(archive.length - 1), fc.nat(255))
        .map(([at, value]) => archive.slice().fill(value, at, at + 1)),
    );
    fc.assert(
      fc.property(bytes, (drawn) => {
        const entries = entriesIn(drawn);
        for (const [, { body, record }] of entries ?? []) {
          expect(body.length + record.length).toBeLessThanOrEqual(2 * drawn.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
