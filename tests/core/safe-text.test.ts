import { assert, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marks, visible } from '../../src/core/safe-text.ts';
import { nastyText } from '../review/text/nasty-text.ts';

describe('visible', () => {
  it.each([
    ['plain text', '你好, world', '你好, world'],
    ['a colour', '\u001b[31mred', '␛[31mred'],
    ['a title sequence', '\u001b]0;x\u0007', '␛]0;x␇'],
    ['NUL and DEL', '\u0000\u007f', '␀␡'],
    ['an eight-bit CSI', '\u009b31m', '⟦U+009B⟧31m'],
    ['a carriage return', 'a\rb', 'a␍b'],
    ['a tab is a space', 'a\tb', 'a b'],
    ['a line feed stays', 'a\nb', 'a\nb'],
    ['line and paragraph separators', '\u2028\u2029', '⟦U+2028⟧⟦U+2029⟧'],
    ['a bidi override', 'a\u202eb', 'a⟦U+202E⟧b'],
    ['a bidi isolate', '\u2066\u2069', '⟦U+2066⟧⟦U+2069⟧'],
    ['zero-width space and BOM', '\u200b\ufeff', '⟦U+200B⟧⟦U+FEFF⟧'],
    ['a soft hyphen', 'a\u00adb', 'a⟦U+00AD⟧b'],
    ['a joiner that joins nothing', 'a\u200db', 'a⟦U+200D⟧b'],
    ['a variation selector without a base', 'a\ufe0f', 'a⟦U+FE0F⟧'],
    ['tag characters without a flag', 'a\u{E0041}', 'a⟦U+E0041⟧'],
    ['half a surrogate pair', '\ud842', '⟦U+D842⟧'],
    ['a Hangul filler', '\u3164', '⟦U+3164⟧'],
    ['a joined emoji', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['a joined emoji without its selector', '❤\u200d🔥', '❤\u200d🔥'],
    [
      'a flag made of tags',
      '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
      '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    ],
    ['emoji presentation', '⚠️1️⃣', '⚠️1️⃣'],
    ['a variant of an ideograph', '葛\u{E0100}', '葛\u{E0100}'],
    ['a second selector', '葛\u{E0100}\u{E0101}', '葛\u{E0100}⟦U+E0101⟧'],
    ['combining marks', 'e\u0301', 'e\u0301'],
    ['no-break and full-width space', '\u00a0\u3000', '\u00a0\u3000'],
  ])('%s', (_, text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it('leaves no control character but line feeds, and changes nothing the second time', () => {
    assert(
      property(oneof(nastyText, string({ unit: 'binary' })), (text) => {
        const once = visible(text);
        expect(once).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        );
        expect(visible(once)).toBe(once);
      }),
    );
  });
});

describe('marks', () => {
  it('lists what was made visible, and where', () => {
    expect(marks('𠮷\u202e\t\n👩‍👩‍👧\u001b')).toEqual([
      { character: '\u202e', code: 'U+202E', shown: '⟦U+202E⟧', at: 2 },
      { character: '\u001b', code: 'U+001B', shown: '␛', at: 13 },
    ]);
  });

  it.each(['', 'plain', '葛\u{E0100}，⚠️\n\t'])('finds nothing in %j', (text) => {
    expect(marks(text)).toEqual([]);
  });
});
