import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { fromTbx, toTbx } from '../../src/formats/tbx.ts';
import { PARTS_OF_SPEECH, type Term } from '../../src/terms/model.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/tbx/${name}`, import.meta.url), 'utf8');
}

function term(fields: Partial<Term>): Term {
  const base = { zh: [], en: [], forbidden: { zh: [], en: [] } };
  return { ...base, keep: false, caseSensitive: false, line: 0, ...fields };
}

const MASTER = term({
  zh: ['港务局长'],
  en: ['harbour master', 'port captain'],
  forbidden: { zh: [], en: ['port boss'] },
  pos: 'title',
  note: 'Of the <whole> bay.',
  from: '2030-01-01',
});

function withoutLine({ line: _line, ...rest }: Term): Omit<Term, 'line'> {
  return rest;
}

describe('TBX', () => {
  it('is written as TBX-Basic of 2019', () => {
    expect(toTbx([MASTER])).toBe(fixture('harbour-2019.tbx'));
  });

  it('is read back', () => {
    const { terms, problems } = fromTbx(fixture('harbour-2019.tbx'), 'a.tbx');
    expect(terms.map(withoutLine)).toEqual([withoutLine(MASTER)]);
    expect(problems).toEqual([]);
  });

  it('of 2008 is read, other languages and half entries are told', () => {
    const { terms, problems, otherLanguages } = fromTbx(fixture('basic-2008.tbx'), 'b.tbx');
    expect(terms).toEqual([
      term({
        zh: ['码头'],
        en: ['wharf', 'quay'],
        forbidden: { zh: ['埠头'], en: [] },
        pos: 'noun',
        note: 'Only of sea ports.',
        line: 9,
      }),
      term({ zh: ['引航员与船员'], en: ['pilot & crew'], line: 36 }),
    ]);
    expect(problems).toEqual([
      { line: 41, message: 'b.tbx:41: the entry has no Chinese term that is allowed.' },
    ]);
    // French, German, and the traditional form beside the simplified one.
    expect(otherLanguages).toBe(3);
  });

  it('in DCT style, whose elements are called by their types, says the same', () => {
    const text = `<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns:min="urn:x"><text><body>
      <conceptEntry><langSec xml:lang="zh"><termSec><term>灯塔</term></termSec></langSec>
      <langSec xml:lang="en"><termSec><term>beacon</term>
      <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
      <termSec><term>lighthouse</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
      </conceptEntry></body></text></tbx>`;
    expect(fromTbx(text, 'c.tbx').terms).toMatchObject([
      { zh: ['灯塔'], en: ['lighthouse'], forbidden: { en: ['beacon'] }, pos: 'noun' },
    ]);
  });

  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim())
    .filter((text) => text !== '');
  const forms = fc.uniqueArray(words, { maxLength: 6 });
  const days = fc.option(fc.constantFrom('2029-12-31', '2031-05-04'), { nil: undefined });

  const anyTerm = fc
    .record({
      zh: forms,
      en: forms,
      keep: fc.boolean(),
      caseSensitive: fc.boolean(),
      pos: fc.option(fc.constantFrom(...PARTS_OF_SPEECH), { nil: undefined }),
      note: fc.option(words, { nil: undefined }),
      from: days,
      until: days,
      wrong: fc.nat({ max: 2 }),
    })
    .filter(({ zh, en, wrong }) => zh.length + en.length > 2 * wrong && zh.length > wrong)
    .map(({ zh, en, wrong, keep, pos, note, from, until, caseSensitive }) =>
      term({
        zh: zh.slice(wrong),
        en: keep ? zh.slice(wrong) : en.slice(wrong),
        forbidden: { zh: zh.slice(0, wrong), en: keep ? [] : en.slice(0, wrong) },
        keep,
        caseSensitive,
        ...(pos === undefined ? {} : { pos }),
        ...(note === undefined ? {} : { note }),
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
      }),
    );

  it('gives every term back as it was', () => {
    fc.assert(
      fc.property(fc.array(anyTerm, { maxLength: 5 }), (terms) => {
        const read = fromTbx(toTbx(terms), 'x.tbx');
        expect(read.problems).toEqual([]);
        expect(read.terms.map(withoutLine)).toEqual(terms.map(withoutLine));
      }),
    );
  });
});

describe('a hostile file is refused in one sentence with its place', () => {
  const entry = (form: string) =>
    `<tbx><conceptEntry><langSec xml:lang="zh"><termSec>\n<term>${form}</term></termSec></langSec></conceptEntry></tbx>`;
  const bomb = `<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<tbx>&b;</tbx>`;

  it.each([
    ['an entity bomb', bomb, /^h\.tbx:\d+: .*DOCTYPE/],
    ['an entity that nobody declared', entry('&nbsp;'), /^h\.tbx:2: .*entity/],
    [
      'an outer entity',
      `<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx>&a;</tbx>`,
      /^h\.tbx:1: .*DOCTYPE/,
    ],
    ['elements without end', `<tbx>${'<a>'.repeat(100_000)}`, /^h\.tbx:1: .*nested/],
    ['a control character', entry('\u0001'), /^h\.tbx:2: /],
    ['a written control character', entry('&#1;'), /^h\.tbx:2: /],
    ['a mismatched tag', '<tbx>\n<body></text></tbx>', /^h\.tbx:2: /],
    ['half a file', '<tbx>\n<body>', /^h\.tbx:2: /],
    ['no XML at all', 'zh,en\n', /^h\.tbx:\d+: /],
    ['another format', '<html></html>', /^h\.tbx:1: .*no TBX/],
    ['20 MB', `<tbx>${' '.repeat(20_000_000)}</tbx>`, /^h\.tbx is too large/],
  ])('%s', (_what, text, message) => {
    const read = () => fromTbx(text, 'h.tbx');
    expect(read).toThrow(UserError);
    expect(read).toThrow(message);
    expect(read).toThrow(/^[^\n]{1,200}$/);
  });
});
