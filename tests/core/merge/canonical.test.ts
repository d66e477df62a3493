/** The canonical writer: what it has written it writes again, byte for byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLocale, serializeLocale } from '../../../src/core/locale-file.ts';
import { readReview, serializeReview } from '../../../src/core/review-file.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom(
    '“雾。”',
    '<1>a</1>\n\tb',
    '\\"',
    '\u2028',
    '\u202e',
    '\ud800',
    '{{x}}',
    '$t(a)',
    '𠮷',
  ),
);
const key = fc.constantFrom('title', 'constructor', 'sa', 's1b2c3d4e', 'toString');
const at = fc.nat(1e9).map((second) => new Date(second * 1000).toISOString());

const signOff = fc.record({
  zh: text,
  en: text,
  source: fc.constantFrom('zh', 'en'),
  by: text,
  at,
});
const draft = fc.record(
  { origin: fc.constantFrom('person', 'memory', 'engine:deepl'), source: text, text, at, by: text },
  { requiredKeys: ['origin', 'source', 'text', 'at'] },
);
const record = fc.record(
  {
    key,
    drafts: fc.array(draft, { maxLength: 3 }),
    aside: fc.array(draft, { minLength: 1, maxLength: 3 }),
    signoffs: fc.array(signOff, { maxLength: 3 }),
    omitted: fc.record({ reason: text, source: text, by: text, at }),
    orphan: fc.record({ zh: text, en: text, source: fc.constantFrom('zh', 'en'), at }),
    revoked: fc.record({ by: text, at }),
    candidates: fc.array(signOff, { minLength: 1, maxLength: 3 }),
    dismissed: fc.array(
      fc.record(
        {
          check: text,
          texts: text,
          reason: text,
          by: text,
          at,
          until: fc.constant('2031-12-31'),
          withdrawn: fc.record({ by: text, at }),
        },
        { requiredKeys: ['check', 'texts', 'reason', 'by', 'at'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    note: fc.jsonValue(),
  },
  { requiredKeys: ['key'], noNullPrototype: true },
);

function rewriteReview(file: string): string {
  const { records, broken } = readReview('ferry', 'x.jsonl', file);
  return serializeReview(records.values(), broken);
}

function rewriteLocale(file: string): string {
  return serializeLocale(readLocale({ slug: 'ferry', file: 'x.json', text: file }).map);
}

describe('a locale file', () => {
  it('is written as it was read', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(key, text), { selector: ([name]) => name }),
        (entries) => {
          const written = serializeLocale(new Map(entries));
          expect(rewriteLocale(written)).toBe(written);
        },
      ),
    );
  });

  it('comes to rest after one writing, whatever its form', () => {
    fc.assert(
      fc.property(fc.dictionary(key, text), fc.constantFrom(0, 1, 4, '\t'), (texts, space) => {
        const once = rewriteLocale(JSON.stringify(texts, null, space));
        expect(rewriteLocale(once)).toBe(once);
      }),
    );
  });
});

describe('a review file', () => {
  const lines = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: record.map((fields) => JSON.stringify(fields)) },
      fc.constantFrom('', 'broken', '{"key":"sa"', '[]'),
    ),
    { maxLength: 6 },
  );

  it('comes to rest after one writing, whatever stands in it', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const once = rewriteReview(all.join('\n'));
        expect(rewriteReview(once)).toBe(once);
      }),
    );
  });
});
