import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, parseDocument } from 'yaml';
import { readPlainFields } from '../../../src/core/markdown/plain-fields.ts';

describe('plain front matter', () => {
  it.each([
    ['title: 渡轮起航\ndate: 2026-09-01\nauthor: Lin Yue', true],
    ['title: "“好”：他说"', true],
    ["title: 'A: b'", true],
    ['title: A: b', false],
    ['title: yes', false],
    ['title: a\ntrue: a', false],
    ['title: 5', false],
    ['title: a # b', false],
    ['title: |\n  a', false],
    ['title: a\ntitle: b', false],
    ['tags: [a, b]', false],
    ['title:', false],
    ['- a', false],
    ['', false],
  ])('%j is read without the library: %s', (yaml, plain) => {
    expect(readPlainFields(yaml) !== null).toBe(plain);
  });

  it('says what the library says, whenever it says anything', () => {
    const piece = fc.constantFrom(
      'a',
      '渡',
      ' ',
      ':',
      ': ',
      '#',
      ' #',
      '"',
      "'",
      '-',
      '5',
      '.',
      'null',
      'true',
      '“',
      '”',
      ',',
      '[',
      '&',
      '*',
      '\\',
      '\n',
      'b: ',
      '2026-09-01',
    );
    const yaml = fc.array(piece, { maxLength: 10 }).map((pieces) => `title: ${pieces.join('')}`);
    fc.assert(
      fc.property(yaml, (text) => {
        const plain = readPlainFields(text);
        if (plain === null) return;
        const document = parseDocument(text, { logLevel: 'silent' });
        expect(document.errors).toEqual([]);
        const { contents } = document;
        if (!isMap(contents)) throw new Error('no map');
        expect(document.toJS()).toEqual(Object.fromEntries(plain.map((f) => [f.name, f.value])));
        for (const { name, from, to } of plain) {
          const node: unknown = contents.get(name, true);
          expect(isScalar(node) && node.range?.slice(0, 2)).toEqual([from, to]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
