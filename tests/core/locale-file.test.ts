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
