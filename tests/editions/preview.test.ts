/** The preview is the page, line by line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../src/editions/edition.ts';
import { previewOf, type PreviewLine } from '../../src/editions/preview.ts';
import { EVERY_BLOCK, HOSTILE, MIXED, MIXED_TARGETS } from './articles.ts';
import { articleState, table } from './builder.ts';

/** A line as a person would note it: `> > - text|text`, with `~` before what nobody has signed. */
function noted(line: PreviewLine): string {
  const { quotes, indent, lead, kind, depth, sides } = line;
  const place = '> '.repeat(quotes) + '  '.repeat(Math.max(0, indent - 1)) + lead;
  const texts = sides.map(({ cells }) =>
    cells
      .map((runs) => runs.map(({ text, reviewed }) => (reviewed ? text : `~${text}`)).join(''))
      .join('|'),
  );
  const name = depth > 0 ? `${kind}${depth}` : kind;
  return `${name}: ${place}${texts.join(' / ')}`;
}

function lines(text: string, view: View, targets: Parameters<typeof table>[0] = {}): string[] {
  return previewOf(articleState('x', text, table(targets)), view).map(noted);
}

describe('the preview', () => {
  it.each([
    [
      'zh',
      [
        'title1: 小店开进海边老街',
        'lede: 一条街，三代人。',
        'byline: Ann Lee、沈禾  2026年3月4日',
        'paragraph: 小店周一早上开门。店里卖茶和盐。',
        'paragraph: 老街的人都来了。他们带来了自家的茶。',
      ],
    ],
    [
      'en',
      [
        'title1: A small shop comes to the old street by the sea',
        'lede: One street, three generations.',
        'byline: Ann Lee, 沈禾  March 4, 2026',
        'paragraph: The shop opened on Monday morning. It sells tea and salt.',
        'paragraph: Everyone in the street came. They brought tea of their own.',
      ],
    ],
    [
      'bilingual',
      [
        'title1: 小店开进海边老街 / A small shop comes to the old street by the sea',
        'lede: 一条街，三代人。 / One street, three generations.',
        'byline: Ann Lee、沈禾  2026年3月4日  March 4, 2026',
        'paragraph: The shop opened on Monday morning. / 小店周一早上开门。',
        'paragraph: It sells tea and salt. / 店里卖茶和盐。',
        'paragraph: 老街的人都来了。 / Everyone in the street came.',
        'paragraph: 他们带来了自家的茶。 / They brought tea of their own.',
      ],
    ],
  ] as const)('shows %s', (view, expected) => {
    expect(lines(MIXED, view, MIXED_TARGETS)).toEqual(expected);
  });

  it('shows every kind of block in its place', () => {
    expect(lines(EVERY_BLOCK, 'en')).toEqual([
      'title1: Every kind of block',
      'lede: What others do not hold.',
      'byline: October 2, 2026',
      'heading1: Top heading',
      'paragraph: A line with a note[1] and code.\nAfter a hard break. H2O and Ctrl.',
      'list-item: [x] done thing',
      'list-item: [ ] open thing',
      'list-item: loose paragraph in it',
      'list-item: 1. first step',
      'list-item:   - nested point',
      'paragraph: > > nested quote here',
      'paragraph: > outer quote here',
      'heading4: Deep heading',
      'code: const x = 1;',
      'caption: [harbour.jpg]',
      'caption: A picture of the harbour',
      'paragraph: An inline [small icon] image, and another article.',
      'html: More',
      'paragraph: Hidden words inside.',
      'rule: ',
      'table-row1: a column|number|share',
      'table-row: word one|12|3.5',
      'paragraph: A note that nothing refers to.',
      'paragraph: [1] A note about it.',
    ]);
  });

  it('marks what is not reviewed, and leaves out what is left out', () => {
    const targets = {
      'The shop opened on <1>Monday</1> morning.': {
        target: '小店<1>周一</1>开门。',
        status: 'draft',
      },
      'It sells <1>tea</1> and salt.': { status: 'omitted' },
    } as const;
    expect(lines(MIXED, 'zh', targets)[3]).toBe('paragraph: ~小店~周一~开门。');
    expect(lines(MIXED, 'en', targets)[4]).toBe(
      'paragraph: ~老街的人都来了。~他们带来了自家的茶。',
    );
  });

  it('knows what each stretch is and which segment it belongs to', () => {
    const state = articleState('x', MIXED, table(MIXED_TARGETS));
    const line = previewOf(state, 'en')[3];
    const runs = line?.sides[0]?.cells[0] ?? [];
    expect(line?.units).toEqual([2, 3]);
    expect(runs.map(({ text, marks, unit }) => [text, marks.join(), unit])).toEqual([
      ['The shop opened on ', '', 2],
      ['Monday', 'strong', 2],
      [' morning.', '', 2],
      [' ', '', null],
      ['It sells ', '', 3],
      ['tea', 'link', 3],
      [' and salt.', '', 3],
    ]);
  });

  it('takes the first heading as title where there is no field', () => {
    const text = '# Ferry\n\nIt is back.\n';
    expect(lines(text, 'en')).toEqual(['title1: Ferry', 'paragraph: It is back.']);
  });

  it('says no script and no markup of raw HTML', () => {
    const shown = lines(HOSTILE, 'en').slice(2).join('\n');
    expect(shown).not.toMatch(/<|alert\('block'\)|onload/);
  });

  it('shows every segment that has text in the view, once, in the bilingual view both texts', () => {
    const words = fc.constantFrom(
      'The ferry is back.',
      '渡轮回来了。',
      '**Rain** fell.',
      '> Quoted.',
      '- One\n- 二',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (parts) => {
        const state = articleState('x', `# Top\n\n${parts.join('\n\n')}\n`, ({ segment }) => ({
          target: `(${segment.lang === 'zh' ? 'en' : 'zh'})`,
        }));
        for (const view of ['zh', 'en', 'bilingual'] as const) {
          const units = previewOf(state, view).flatMap((line) => line.units);
          expect(units).toEqual(state.units.map(({ index }) => index));
        }
      }),
    );
  });
});
