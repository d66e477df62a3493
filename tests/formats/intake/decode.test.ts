/** Bytes → text: every encoding is named, and none is guessed where two would do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import { decode } from '../../../src/formats/intake/decode.ts';

const SIMPLIFIED =
  '县里的图书馆今年开了三家分馆，读者可以把书还到任何一家。馆长说，去年有两万人来借书，比前年多一倍。';
const TRADITIONAL =
  '縣裡的圖書館今年開了三家分館，讀者可以把書還到任何一家。館長說，去年有兩萬人來借書，比前年多一倍。';
const ENGLISH =
  'The county opened three branches this year, and readers may return a book to any.\n';

/** Two-byte characters of a legacy encoding, found by decoding all of them. */
function tableOf(encoding: string): Map<string, readonly number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      try {
        table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
      } catch {
        // Not a character of this encoding.
      }
    }
  }
  return table;
}

function encode(text: string, table: ReadonlyMap<string, readonly number[]>): Uint8Array {
  return Uint8Array.from([...text].flatMap((sign) => table.get(sign) ?? [sign.charCodeAt(0)]));
}

function utf16(text: string, bigEndian: boolean, mark = ''): Uint8Array {
  const units = (mark + text).split('').map((unit) => unit.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  );
}

const GB = tableOf('gb18030');
const BIG5 = tableOf('big5');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const NAME = { name: 'page.txt' };

function failureOf(bytes: Uint8Array): unknown {
  try {
    decode(bytes, NAME);
    return null;
  } catch (error) {
    return error;
  }
}

describe('decode', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['UTF-8', SIMPLIFIED, utf8(SIMPLIFIED), 'utf-8'],
    ['ASCII', ENGLISH, utf8(ENGLISH), 'utf-8'],
    ['UTF-8 with a mark', SIMPLIFIED, utf8(`\ufeff${SIMPLIFIED}`), 'utf-8-bom'],
    ['GB18030', SIMPLIFIED, encode(SIMPLIFIED, GB), 'gb18030'],
    [
      'GB18030 in English',
      `${ENGLISH}${ENGLISH}图书馆`,
      encode(`${ENGLISH}${ENGLISH}图书馆`, GB),
      'gb18030',
    ],
    ['Big5', TRADITIONAL, encode(TRADITIONAL, BIG5), 'big5'],
    ['UTF-16 LE with a mark', SIMPLIFIED, utf16(SIMPLIFIED, false, '\ufeff'), 'utf-16le-bom'],
    ['UTF-16 BE with a mark', SIMPLIFIED, utf16(SIMPLIFIED, true, '\ufeff'), 'utf-16be-bom'],
    ['UTF-16 LE', ENGLISH, utf16(ENGLISH, false), 'utf-16le'],
    ['UTF-16 BE', ENGLISH, utf16(ENGLISH, true), 'utf-16be'],
    [
      'UTF-16 LE Chinese',
      `${SIMPLIFIED}\n${SIMPLIFIED}`,
      utf16(`${SIMPLIFIED}\n${SIMPLIFIED}`, false),
      'utf-16le',
    ],
    [
      'UTF-16 BE Chinese',
      `${SIMPLIFIED}\n${SIMPLIFIED}`,
      utf16(`${SIMPLIFIED}\n${SIMPLIFIED}`, true),
      'utf-16be',
    ],
    [
      'windows-1252',
      'It’s “one” of two – cafés.',
      Uint8Array.from(
        [...'It’s “one” of two – cafés.'].map(
          (sign) => ({ '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 })[sign] ?? sign.charCodeAt(0),
        ),
      ),
      'windows-1252',
    ],
  ])('%s', (_, text, bytes, encoding) => {
    const longer =
      encoding === 'windows-1252' ? Uint8Array.from([...bytes, ...utf8(ENGLISH)]) : bytes;
    const wanted = encoding === 'windows-1252' ? text + ENGLISH : text;
    expect(decode(longer, NAME)).toMatchObject({ text: wanted, encoding });
  });

  it('takes the encoding it is told', () => {
    const bytes = encode('书', GB);
    expect(decode(bytes, { ...NAME, encoding: 'GBK' })).toEqual({ text: '书', encoding: 'gbk' });
  });

  it('believes a page that names its encoding, when that makes sense', () => {
    const page = `<html><head><meta charset="gb2312"></head><body>${SIMPLIFIED}</body></html>`;
    expect(decode(encode(page, GB), NAME).encoding).toBe('gb18030');
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(0), /page\.txt is empty/],
    ['white space', utf8(' \n\t'), /holds no text/],
    ['a PDF file', utf8('%PDF-1.7 …'), /is a PDF file, not text/],
    ['an Office document', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), /Office document/],
    ['a program', Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 256), /not text|binary/],
    ['NUL bytes', new Uint8Array(100), /not text|binary/],
    [
      'one broken byte',
      Uint8Array.from([...utf8(`${SIMPLIFIED}\n${SIMPLIFIED}`), 0xff]),
      /line 2 holds a byte/,
    ],
    ['two characters in GB18030', encode('犇骉', GB), /--encoding/],
  ])('refuses %s in one sentence', (_, bytes, message) => {
    const error = failureOf(bytes);
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toMatch(/\n/);
  });

  it.each([
    ['utf-9', utf8(SIMPLIFIED), /no encoding named "utf-9"/],
    ['utf-8', encode(SIMPLIFIED, GB), /is not utf-8 text/],
    ['utf-16le', Uint8Array.of(0x00, 0xd8, 0x41, 0x00), /is not utf-16le text/],
  ])('refuses --encoding %s when it does not fit', (encoding, bytes, message) => {
    expect(() => decode(bytes, { ...NAME, encoding })).toThrow(message);
  });

  it('throws nothing but UserError, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const error = failureOf(bytes);
        expect(error === null || error instanceof UserError).toBe(true);
      }),
    );
  });

  it('reads any UTF-8 text as UTF-8', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((value) => value.trim() !== '');
    fc.assert(
      fc.property(text, (value) => {
        const begins = `Text: ${value.normalize('NFC')}`;
        expect(decode(utf8(begins), NAME)).toEqual({ text: begins, encoding: 'utf-8' });
      }),
    );
  });
});
