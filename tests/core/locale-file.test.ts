import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLocale, serializeLocale } from '../../src/core/locale-file.ts';

function read(text: string): ReturnType<typeof readLocale> {
  return readLocale({ slug: 'x', file: 'locales/zh/x.json', text });
}

describe('locale files', () => {
  it('come back as they were written, for any text', () => {
    const key = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    const value = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value)), (entries) => {
        const map = new Map(entries);
        const text = serializeLocale(map);
        const again = read(text);
        expect([...again.map]).toEqual([...map]);
        expect(again.problems).toEqual([]);
        expect(serializeLocale(again.map)).toBe(text);
      }),
    );
  });

  it('without a problem are as they would be written', () => {
    const key = fc.constantFrom('"a1"', '"b2"', '"c3"', '"c4"', '"D"', '"\\u0061"');
    const value = fc.oneof(
      fc.constantFrom('"甲"', '"a", b"', '"\\n"', '"\\""', '"\u2028"', '"\u0085"', '"x: \\\\"'),
      fc.constantFrom(
        '"\\u7532"',
        '"\ud800"',
        '"\\ud800"',
        '"\t"',
        '""',
        '"a"b"',
        '5',
        '"a", "b": "c"',
      ),
    );
    const gap = (usual: string): fc.Arbitrary<string> =>
      fc.oneof({ arbitrary: fc.constant(usual), weight: 9 }, fc.constantFrom('', ' ', ',', '\n'));
    const line = fc.tuple(gap('  '), key, gap(': '), value).map((parts) => parts.join(''));
    const file = fc
      .tuple(gap('{\n'), fc.array(line, { maxLength: 3 }), gap(',\n'), gap('\n}\n'))
      .map(([start, lines, between, end]) => start + lines.join(between) + end);
    let fine = 0;
    fc.assert(
      fc.property(file, (text) => {
        const { map, problems } = read(text);
        if (problems.length > 0) return;
        fine += 1;
        expect(serializeLocale(map)).toBe(text);
      }),
      { numRuns: 2000 },
    );
    expect(fine).toBeGreaterThan(50);
  });

  it('hold keys that objects have by themselves', () => {
    const map = new Map([
      ['constructor', '甲'],
      ['tostring', '乙'],
    ]);
    expect([...read(serializeLocale(map)).map]).toEqual([...map]);
  });

  it.each([
    ['cut off', '{\n  "a1": "甲",\n', 'locale-syntax', 3],
    ['comma too many', '{\n  "a1": "甲",\n}\n', 'locale-syntax', 3],
    ['comment', '{\n  // x\n  "a1": "甲"\n}\n', 'locale-syntax', 2],
    [
      'conflict markers',
      '{\n<<<<<<< ours\n  "a1": "甲"\n=======\n  "a1": "乙"\n>>>>>>> theirs\n}\n',
      'locale-conflict',
      2,
    ],
    ['an array', '[]\n', 'locale-shape', 1],
    ['a string', '"x"\n', 'locale-shape', 1],
    ['nothing', '', 'locale-syntax', 1],
    ['a key twice', '{\n  "a1": "甲",\n  "a1": "乙"\n}\n', 'locale-duplicate', 3],
    ['a number', '{\n  "a1": 5\n}\n', 'locale-value', 2],
    ['null', '{\n  "a1": null\n}\n', 'locale-value', 2],
    ['an object', '{\n  "a1": { "b": "x" }\n}\n', 'locale-value', 2],
    ['an empty text', '{\n  "a1": ""\n}\n', 'locale-empty', 2],
    ['a dotted key', '{\n  "a.b": "x"\n}\n', 'locale-key', 2],
    ['__proto__', '{\n  "__proto__": "x"\n}\n', 'locale-key', 2],
    ['a byte order mark', '\uFEFF{\n  "a1": "甲"\n}\n', 'locale-form', 1],
    ['CRLF', '{\r\n  "a1": "甲"\r\n}\r\n', 'locale-form', 1],
    ['escaped Han', '{\n  "a1": "\\u7532"\n}\n', 'locale-form', 1],
  ])('report %s with its line', (_, text, check, line) => {
    const [problem] = read(text).problems;
    expect(problem).toMatchObject({ check, place: { line } });
  });
});
