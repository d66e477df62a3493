/** Documents for Word: a table of both languages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleState } from '../../../src/core/state.ts';
import { loadAlso } from '../../../src/editions/also/index.ts';
import type { Files } from '../../../src/editions/edition.ts';
import { renderEditions } from '../../../src/editions/index.ts';
import { EVERY_BLOCK, HOSTILE, MIXED, MIXED_TARGETS } from '../articles.ts';
import { articleState, OPTIONS, table } from '../builder.ts';
import { occurrences } from '../html.ts';
import { bytesOf, unpacked } from './epub-parts.ts';
import { childrenOf, everyElement, named, parseXml, textIn, type XmlElement } from './xml.ts';

const ALSO = await loadAlso(new Set(['docx']));

function render(
  states: readonly ArticleState[],
  chinese: 'zh-Hans' | 'zh-Hant' = 'zh-Hans',
): Files {
  return renderEditions(states, { ...OPTIONS, drafts: true, chinese }, { also: ALSO });
}

const MARKED = `---
title: 集市
---

## 早 **上**

- *Fish* and [tea](https://example.com/t?a=1&b=2), [bad](javascript:alert(1)), ~~salt~~ \`x < 1\`[^1].

3.5

[^1]: 一条注释。
`;
const market = articleState('market', MARKED, ({ segment, index }) => {
  if (segment.text.startsWith('早')) return 'Early <1>morning</1>';
  if (segment.text.startsWith('<1>Fish')) {
    return '<1>鱼</1>和<2>茶</2>，<3>坏</3>，<4>盐</4><5/><6/>。';
  }
  return index === 0 ? { status: 'draft', target: 'The market' } : 'A note.';
});
const mixed = articleState('mixed', MIXED, table(MIXED_TARGETS));
const all = articleState('all', EVERY_BLOCK, ({ index }) => `译文第${index}句。`);
const ATTACK = ']]><w:p/>&amp;\u0007\u001b[31m<script>alert(7)</script>';
const hostile = articleState('hostile', HOSTILE, ({ index }) => `译文${index}${ATTACK}`);
const site = render([market, mixed, all, hostile]);

const pathOf = (slug: string): string => `duizhao/${slug}/${slug}.docx`;
const parts = (slug: string, files = site) => unpacked(files, pathOf(slug));
const part = (slug: string, name: string, files = site): XmlElement =>
  parseXml(parts(slug, files).get(name) ?? '');
const rowsOf = (slug: string, files = site): XmlElement[] =>
  named(part(slug, 'word/document.xml', files), 'w:tr');
const textsOf = (row: XmlElement): string[] => named(row, 'w:tc').map(textIn);

describe.each(['market', 'mixed', 'all', 'hostile'])('the document of %s', (slug) => {
  it('is made of well-formed parts, each with its type', () => {
    const types = part(slug, '[Content_Types].xml');
    const typed = named(types, 'Override').map(({ attributes }) => attributes['PartName']);
    for (const [name, xml] of parts(slug)) {
      expect(() => parseXml(xml)).not.toThrow();
      const isTyped =
        name === '[Content_Types].xml' || name.endsWith('.rels') || typed.includes(`/${name}`);
      expect([name, isTyped]).toEqual([name, true]);
    }
  });

  it('has every part and link that is referred to', () => {
    const links = named(part(slug, 'word/_rels/document.xml.rels'), 'Relationship');
    const ids = links.map(({ attributes }) => attributes['Id']);
    expect(new Set(ids).size).toBe(ids.length);
    const used = named(part(slug, 'word/document.xml'), 'w:hyperlink').map(
      ({ attributes }) => attributes['r:id'],
    );
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
    for (const { attributes } of links) {
      const target = attributes['Target'] ?? '';
      const isThere = parts(slug).has(`word/${target}`) && attributes['TargetMode'] === undefined;
      const leadsOut =
        attributes['TargetMode'] === 'External' && /^(?:https?|mailto):/.test(target);
      expect([target, isThere || leadsOut]).toEqual([target, true]);
    }
  });

  it('has only styles that there are, and bookmarks of different names', () => {
    const known = named(part(slug, 'word/styles.xml'), 'w:style').map(
      ({ attributes }) => attributes['w:styleId'],
    );
    const document = part(slug, 'word/document.xml');
    const used = ['w:pStyle', 'w:rStyle'].flatMap((name) => named(document, name));
    expect(used.filter(({ attributes }) => !known.includes(attributes['w:val']))).toEqual([]);
    const marks = named(document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    expect(new Set(marks).size).toBe(marks.length);
    for (const mark of marks) expect(mark).toMatch(/^[A-Za-z]\w{0,39}$/);
  });

  it('has a paragraph in every cell, and as many columns as its grid', () => {
    for (const row of rowsOf(slug)) {
      const cells = childrenOf(row).filter(({ name }) => name === 'w:tc');
      const spans = cells.map((cell) =>
        Number(named(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1),
      );
      expect(spans.reduce((sum, span) => sum + span, 0)).toBe(3);
      for (const cell of cells) expect(childrenOf(cell).at(-1)?.name).toBe('w:p');
    }
  });

  it('says the languages of every run', () => {
    const runs = named(part(slug, 'word/document.xml'), 'w:r');
    for (const run of runs) {
      const [lang] = named(run, 'w:lang');
      expect(lang?.attributes).toEqual({ 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' });
    }
  });
});

describe('the table', () => {
  it('has a row a segment with its key, Chinese left, English right', () => {
    const [head, ...rows] = rowsOf('mixed').map(textsOf);
    expect(head).toEqual(['', '简体中文', 'English']);
    expect(rows.slice(0, 3)).toEqual([
      ['title', '小店开进海边老街', 'A small shop comes to the old street by the sea'],
      ['dek', '一条街，三代人。', 'One street, three generations.'],
      [mixed.units[2]?.key, '小店周一早上开门。', 'The shop opened on Monday morning.'],
    ]);
  });

  it('repeats its head on every page', () => {
    const heads = rowsOf('mixed').filter((row) => named(row, 'w:tblHeader').length > 0);
    expect(heads).toEqual([rowsOf('mixed')[0]]);
  });

  it.each<[string, number, readonly string[]]>([
    ['title', 1, ['Title', 'Title']],
    ['heading', 2, ['Heading2', 'Heading2']],
    ['list item', 3, ['ListParagraph', 'ListParagraph']],
    ['number, the same in both', 4, ['Normal']],
  ])('keeps what a %s is', (_what, row, styles) => {
    const used = named(rowsOf('market')[row] as XmlElement, 'w:pStyle').map(
      ({ attributes }) => attributes['w:val'],
    );
    expect(used.slice(1)).toEqual(styles);
  });

  const looks = (row: number, cell: number): [string, string[]][] =>
    named(named(rowsOf('market')[row] as XmlElement, 'w:tc')[cell] as XmlElement, 'w:r').map(
      (run) => [
        textIn(run),
        everyElement(run)
          .map(({ name, attributes }) => (name === 'w:rStyle' ? (attributes['w:val'] ?? '') : name))
          .filter((name) => /^(?:w:(?:b|i|em|strike|vertAlign)|[A-Z]\w+)$/.test(name)),
      ],
    );

  it('keeps bold, emphasis, links, code and notes, each as its language does', () => {
    expect(looks(2, 1)).toEqual([
      ['早 ', []],
      ['上', ['w:b']],
    ]);
    const english = looks(3, 2);
    expect(english).toContainEqual(['Fish', ['w:i']]);
    expect(english).toContainEqual(['tea', ['Hyperlink']]);
    expect(english).toContainEqual(['bad', []]);
    expect(english).toContainEqual(['salt', ['w:strike']]);
    expect(english).toContainEqual(['x < 1', ['Code']]);
    expect(english).toContainEqual(['[1]', ['w:vertAlign']]);
    expect(looks(3, 1)).toContainEqual(['鱼', ['w:em']]);
    expect(looks(1, 2)).toEqual([['The market', ['Unreviewed']]]);
  });

  it('has fonts and languages of the script', () => {
    const [hans, hant] = [site, render([market], 'zh-Hant')].map((files) =>
      parts('market', files).get('word/styles.xml'),
    );
    expect(hans).toContain('w:eastAsia="SimSun"');
    expect(hant).toContain('w:eastAsia="PMingLiU"');
    expect(hant).toContain('w:eastAsia="zh-TW"');
  });
});

const words = fc.string({ unit: 'binary', maxLength: 12 });
const marks = fc.constantFrom(
  '**',
  '*',
  '`',
  '[',
  '](x.md)',
  '<b>',
  '</b>',
  '&lt;',
  ']]>',
  '\u0000',
  '~~',
);
const sentence = fc.array(fc.oneof(words, marks), { maxLength: 6 }).map((parts) => parts.join(''));

describe('law: whatever an article and its targets hold', () => {
  it('the document is well-formed, and every unit is in it once', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), sentence, (texts, said) => {
        // Capital letters: the keys of segments, which are shown too, have none.
        const body = texts.map((text, at) => `Q${at}Q ${text.replaceAll(/\s+/g, ' ')} end.`);
        const source = `# Title Q99Q\n\n${body.join('\n\n')}\n`;
        const state = articleState('drawn', source, ({ segment }) => {
          const numbers = [...segment.text.matchAll(/Q(\d+)Q/g)].map((match) => `Z${match[1]}Z`);
          return `译${numbers.join('')}${said}`;
        });
        const files = render([state]);
        for (const xml of parts('drawn', files).values()) parseXml(xml);
        const shown = rowsOf('drawn', files).map(textIn).join('\n');
        const numbers = state.units.flatMap(({ segment, status }) =>
          status === 'untranslatable'
            ? []
            : [...segment.text.matchAll(/Q(\d+)Q/g)].map(([, n]) => n),
        );
        const drawn = said.match(/[QZ]\d+[QZ]/) === null && !texts.join('').includes('Q');
        fc.pre(drawn);
        for (const n of numbers) {
          expect([n, occurrences(shown, `Q${n}Q`), occurrences(shown, `Z${n}Z`)]).toEqual([
            n,
            1,
            1,
          ]);
        }
        expect(rowsOf('drawn', files)).toHaveLength(1 + state.units.length);
      }),
      { numRuns: 60 },
    );
  });

  it('the same articles make the same bytes', () => {
    const again = render([hostile, all, mixed, market]);
    const differing = ['market', 'mixed', 'all', 'hostile'].filter(
      (slug) => !Buffer.from(bytesOf(again, pathOf(slug))).equals(bytesOf(site, pathOf(slug))),
    );
    expect(differing).toEqual([]);
  });
});
