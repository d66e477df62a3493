/** The list of a site's files: a path a line, sorted, and read as it was written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SiteManifest } from '../../src/core/site-folder.ts';
import { readManifest, serializeManifest } from '../../src/io/site-manifest.ts';

const path = fc
  .array(
    fc.oneof(fc.constantFrom('a', 'b c', '早市', '2026', 'x"y'), fc.stringMatching(/^[\w-]{1,4}$/)),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join('/'))
  .filter((each) => !['__proto__', 'constructor', 'prototype'].includes(each));
const manifest: fc.Arbitrary<SiteManifest> = fc.record({
  version: fc.string(),
  files: fc.dictionary(path, fc.stringMatching(/^[\w-]{4}$/), { noNullPrototype: true }),
  articles: fc.dictionary(
    fc.stringMatching(/^[a-z]{1,5}$/).filter((each) => !each.startsWith('const')),
    fc.record(
      {
        files: fc.array(path, { maxLength: 3 }),
        card: fc.jsonValue(),
        // Sites of before have none.
        hash: fc.record({ zh: fc.string(), en: fc.string() }, { noNullPrototype: true }),
      },
      { noNullPrototype: true, requiredKeys: ['files', 'card'] },
    ),
    { noNullPrototype: true },
  ),
});

/** The same with its names in another order. */
function turned<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).reverse());
}

describe('the manifest', () => {
  it('is read as it was written, and is the same bytes in whatever order its files came', () => {
    fc.assert(
      fc.property(manifest, (own) => {
        const text = serializeManifest(own);
        const expected = JSON.parse(JSON.stringify(own)) as SiteManifest;
        expect(readManifest(text).manifest).toEqual(expected);
        const other = { ...own, files: turned(own.files), articles: turned(own.articles) };
        expect(serializeManifest(other)).toBe(text);
        expect(text.split('\n')).toHaveLength(
          Object.keys(own.files).length + Object.keys(own.articles).length + 6,
        );
      }),
    );
  });

  it.each(['../x', '/x', 'a/../../x', 'C:/x', 'a\\b', ''])(
    'is nobody’s with a path that leads out: %j',
    (out) => {
      const own = { version: '1', files: { 'a/b.html': 'x', [out]: 'y' }, articles: {} };
      expect(readManifest(serializeManifest(own)).manifest).toBe('old');
    },
  );

  it.each<[string, object]>([
    ['no version', { files: {}, articles: {} }],
    ['files that are no texts', { version: '1', files: { a: 1 }, articles: {} }],
    [
      'a name of texts in one language',
      { version: '1', files: {}, articles: { a: { files: [], card: 1, hash: { zh: 'x' } } } },
    ],
    ['an article without its files', { version: '1', files: {}, articles: { a: { card: 1 } } }],
  ])('cannot be read with %s', (_what, raw) => {
    expect(readManifest(JSON.stringify(raw)).manifest).toBe('old');
  });

  it('leaves out what another version has added', () => {
    const raw = {
      version: '1',
      files: {},
      articles: { a: { files: [], card: 1, more: 2 } },
      more: 3,
    };
    expect(readManifest(JSON.stringify(raw)).manifest).toEqual({
      version: '1',
      files: {},
      articles: { a: { files: [], card: 1 } },
    });
  });
});
