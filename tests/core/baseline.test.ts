import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBaseline, readBaseline, serializeBaseline } from '../../src/core/baseline.ts';
import { UserError } from '../../src/core/errors.ts';
import { findingName } from '../../src/core/finding-name.ts';
import type { Finding } from '../../src/core/model.ts';
import { findingOf } from '../reports/findings.ts';

const name = (parts: Partial<Finding>): string => findingName(findingOf(parts));

describe('the name of a finding', () => {
  it.each<[string, Partial<Finding>]>([
    ['its line', { place: { file: 'articles/ferry.md', line: 90, column: 7 } }],
    ['its severity', { severity: 'note' }],
    ['its message', { values: { side: 'en', address: 'another' } }],
    ['white space in a text', { zh: '船长说，今天风浪不大。\n' }],
  ])('does not depend on %s', (_what, parts) => {
    expect(name(parts)).toBe(name({}));
  });

  it.each<[string, Partial<Finding>]>([
    ['check', { check: 'tags' }],
    ['article', { slug: 'pier' }],
    ['key', { key: 's00000000' }],
    ['Chinese text', { zh: '船长说，明天风浪不大。' }],
    ['English text', { en: 'The 船长 said that the sea was calm.' }],
    ['marked words', { spans: { en: [{ from: 4, to: 5 }] } }],
  ])('depends on its %s', (_what, parts) => {
    expect(name(parts)).not.toBe(name({}));
  });

  it('does not hold the line that a pair without an id is called by', () => {
    const at = (line: number) => ({ key: String(line), place: { file: 'a.tsv', line, column: 1 } });
    expect(name(at(7))).toBe(name(at(8)));
  });

  it('of a file depends on what is wrong with it', () => {
    const rest = { slug: 'ferry', place: { file: 'locales/zh/ferry.json', line: 2, column: 1 } };
    const finding = (key: string): Finding => {
      return { ...rest, check: 'locale-duplicate', severity: 'error', values: { key } };
    };
    expect(findingName(finding('a'))).not.toBe(findingName(finding('b')));
  });
});

const findings = fc.array(
  fc.record({ slug: fc.constantFrom('a', 'b'), en: fc.constantFrom('x', 'y', 'z') }).map(findingOf),
  { maxLength: 8 },
);

describe('a baseline', () => {
  it('knows all that it was written of, in any order', () => {
    fc.assert(
      fc.property(findings, (list) => {
        const text = serializeBaseline(list);
        expect(serializeBaseline(list.toReversed())).toBe(text);
        const { fresh, known, gone } = compareBaseline(list.toReversed(), readBaseline(text, 'b'));
        expect([fresh, known.length, gone]).toEqual([[], list.length, []]);
      }),
    );
  });

  it('counts what is more, and says what is less', () => {
    fc.assert(
      fc.property(findings, findings, (before, now) => {
        const entries = readBaseline(serializeBaseline(before), 'b');
        const { fresh, known, gone } = compareBaseline(now, entries);
        expect(fresh.length + known.length).toBe(now.length);
        expect(gone.length + known.length).toBe(before.length);
        const names = new Set(gone.map((entry) => entry.name));
        expect(fresh.some((finding) => names.has(findingName(finding)))).toBe(false);
      }),
    );
  });

  it('has one entry a line, so that branches merge', () => {
    const text = serializeBaseline([findingOf(), findingOf({ slug: 'pier' })]);
    expect(text.split('\n').filter((line) => line.includes('"name"'))).toHaveLength(2);
    expect(serializeBaseline([])).toBe('{\n  "version": 1,\n  "findings": []\n}\n');
  });

  const DISMISSED = { check: 'url', texts: 'x', reason: 'none', by: 'mei', at: '2026-11-01' };

  it('has no entry for what was dismissed, and needs none', () => {
    const dismissed = findingOf({ dismissed: DISMISSED });
    expect(readBaseline(serializeBaseline([dismissed]), 'b')).toEqual([]);
    const entries = readBaseline(serializeBaseline([findingOf()]), 'b');
    expect(compareBaseline([dismissed], entries)).toMatchObject({ known: [], gone: [{}] });
  });

  it.each(['', '[]', '{"version":2,"findings":[]}', '{"version":1,"findings":[{"name":1}]}'])(
    'is not %j',
    (text) => {
      expect(() => readBaseline(text, 'known.json')).toThrow(UserError);
    },
  );
});
