/** Review files three-way: by key and field, each text kept, and what differs left to a person. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFiles } from '../../../src/core/merge/merge-files.ts';

const PATH = 'articles/ferry.review.jsonl';

type Fields = Readonly<Record<string, unknown>>;

function time(second: number): string {
  return new Date(Date.UTC(2026, 3, 1, 8, 0, second)).toISOString();
}

/** A sign-off of `The fog.` at a second, by somebody. */
function signed(second: number, by: string, zh: string, en = 'The fog.'): Fields {
  return { zh, en, source: 'en', by, at: time(second) };
}

function drafted(second: number, text: string, origin = 'person'): Fields {
  return { origin, source: 'The fog.', text, at: time(second) };
}

function line(fields: Fields, key = 'sa'): string {
  return `${JSON.stringify({ key, ...fields })}\n`;
}

function merge(base: string, ours: string, theirs: string) {
  const merged = mergeFiles(PATH, { base, ours, theirs });
  if (merged === null) throw new Error('not merged');
  const lines = merged.text.split('\n').slice(0, -1);
  const record = (JSON.parse(lines[0] ?? '{}') as Fields) ?? {};
  return { ...merged, lines, record };
}

const FOG = signed(1, 'an', '雾。');

describe('fields of one key', () => {
  it.each<[string, Fields, Fields, Fields, Fields]>([
    [
      'a draft on one side, a sign-off on the other',
      {},
      { drafts: [drafted(2, '雾', 'engine:deepl')] },
      { signoffs: [FOG] },
      { drafts: [drafted(2, '雾', 'engine:deepl')], signoffs: [FOG] },
    ],
    [
      'drafts of two origins',
      {},
      { drafts: [drafted(2, '雾')] },
      { drafts: [drafted(3, '大雾', 'memory')] },
      { drafts: [drafted(2, '雾'), drafted(3, '大雾', 'memory')] },
    ],
    [
      'two drafts of one origin: the newer',
      {},
      { drafts: [drafted(2, '雾', 'memory')] },
      { drafts: [drafted(3, '大雾', 'memory')] },
      { drafts: [drafted(3, '大雾', 'memory')] },
    ],
    [
      'a draft signed here, untouched there',
      { drafts: [drafted(1, '雾')] },
      { signoffs: [FOG] },
      { drafts: [drafted(1, '雾')] },
      { signoffs: [FOG] },
    ],
    [
      'a draft signed here, changed there',
      { drafts: [drafted(1, '雾')] },
      { signoffs: [FOG] },
      { drafts: [drafted(3, '大雾')] },
      { drafts: [drafted(3, '大雾')], signoffs: [FOG] },
    ],
    [
      'two people sign the same texts',
      {},
      { signoffs: [signed(2, 'an', '雾。')] },
      { signoffs: [signed(3, 'mei', '雾。')] },
      { signoffs: [signed(2, 'an', '雾。'), signed(3, 'mei', '雾。')] },
    ],
    [
      'the same sign-off on both sides',
      {},
      { signoffs: [FOG] },
      { signoffs: [FOG] },
      { signoffs: [FOG] },
    ],
    [
      'revoked on both sides: the later',
      { signoffs: [FOG] },
      { signoffs: [FOG], revoked: { by: 'an', at: time(5) } },
      { signoffs: [FOG], revoked: { by: 'mei', at: time(4) } },
      { signoffs: [FOG], revoked: { by: 'an', at: time(5) } },
    ],
    [
      'left out here, a draft there',
      {},
      { omitted: { reason: '略', source: 'The fog.', by: 'an', at: time(2) } },
      { drafts: [drafted(3, '雾')] },
      {
        drafts: [drafted(3, '雾')],
        omitted: { reason: '略', source: 'The fog.', by: 'an', at: time(2) },
      },
    ],
    [
      'taken in again here, untouched there',
      { omitted: { reason: '略', source: 'x', by: 'an', at: time(2) }, note: 1 },
      { note: 1 },
      { omitted: { reason: '略', source: 'x', by: 'an', at: time(2) }, note: 1 },
      { note: 1 },
    ],
    [
      'fields of a newer version',
      { tags: ['a'] },
      { tags: ['a', 'b'] },
      { tags: ['a', 'c'], extra: true },
      { tags: ['a', 'b', 'c'], extra: true },
    ],
    [
      'a conflict settled here, untouched there',
      { signoffs: [FOG], candidates: [FOG] },
      { signoffs: [FOG, signed(9, 'mei', '浓雾。')] },
      { signoffs: [FOG], candidates: [FOG] },
      { signoffs: [FOG, signed(9, 'mei', '浓雾。')] },
    ],
  ])('%s', (_what, ...[base, ours, theirs, expected]) => {
    const forth = merge(line(base), line(ours), line(theirs));
    expect(forth.clashes).toEqual([]);
    expect(forth.text).toBe(line(expected));
    const back = merge(line(base), line(theirs), line(ours));
    expect(back.clashes).toEqual([]);
    expect(back.record).toMatchObject({ key: 'sa' });
  });
});

describe('a clash', () => {
  const thick = signed(3, 'mei', '浓雾。');
  const heavy = signed(2, 'bo', '大雾。');
  const revoked = { by: 'bo', at: time(4) };

  it.each<[string, Fields, Fields, Fields, Fields[]]>([
    ['new texts on both sides', {}, { signoffs: [thick] }, { signoffs: [heavy] }, [heavy, thick]],
    [
      'changed on both sides',
      { signoffs: [FOG] },
      { signoffs: [FOG, thick] },
      { signoffs: [FOG, heavy] },
      [heavy, thick],
    ],
    [
      'the source corrected on one side',
      { signoffs: [FOG] },
      { signoffs: [FOG, signed(3, 'mei', '雾。', 'The mist.')] },
      { signoffs: [FOG, heavy] },
      [heavy, signed(3, 'mei', '雾。', 'The mist.')],
    ],
    [
      'revoked here, signed anew there',
      { signoffs: [FOG] },
      { signoffs: [FOG], revoked },
      { signoffs: [FOG, thick] },
      [FOG, thick],
    ],
    [
      'left out here, signed there',
      {},
      { omitted: { reason: '略', source: 'The fog.', by: 'an', at: time(2) } },
      { signoffs: [thick] },
      [thick],
    ],
    [
      'orphaned here, signed anew there',
      { signoffs: [FOG] },
      { signoffs: [FOG], orphan: { zh: '雾。', en: 'The fog.', source: 'en', at: time(4) } },
      { signoffs: [FOG, thick] },
      [FOG, thick],
    ],
    [
      'the old text confirmed here by somebody who has not seen the new one',
      { signoffs: [FOG] },
      { signoffs: [FOG, signed(7, 'lu', '雾。')] },
      { signoffs: [FOG, thick] },
      [thick, signed(7, 'lu', '雾。')],
    ],
    [
      'a third text after an earlier clash',
      { signoffs: [FOG] },
      { signoffs: [FOG, heavy, thick], candidates: [heavy, thick] },
      { signoffs: [FOG, signed(5, 'lu', '起雾了。')] },
      [heavy, thick, signed(5, 'lu', '起雾了。')],
    ],
  ])('%s', (_what, ...[base, ours, theirs, candidates]) => {
    const forth = merge(line(base), line(ours), line(theirs));
    const back = merge(line(base), line(theirs), line(ours));
    for (const { record, clashes } of [forth, back]) {
      expect(record).toMatchObject({ candidates });
      expect(clashes).toMatchObject([
        { key: 'sa', texts: candidates.map(({ by, at }) => ({ by, at })) },
      ]);
    }
    // In a rebase the sides are swapped: the line is the same.
    expect(back.text).toBe(forth.text);
  });

  it.each<[string, Fields, Fields, Fields]>([
    [
      'revoked on both sides after other texts',
      {},
      { signoffs: [thick], revoked: { by: 'mei', at: time(8) } },
      { signoffs: [heavy], revoked },
    ],
    [
      'revoked here, left out there',
      { signoffs: [FOG] },
      { signoffs: [FOG], revoked },
      { signoffs: [FOG], omitted: { reason: '略', source: 'x', by: 'an', at: time(2) } },
    ],
    [
      'the segment gone here, its old texts confirmed there',
      { signoffs: [FOG] },
      {
        signoffs: [FOG],
        orphan: { zh: '雾。', en: 'The fog.', source: 'en', at: time(4) },
      },
      { signoffs: [FOG, signed(7, 'lu', '雾。')] },
    ],
  ])('is not: %s', (_what, base, ours, theirs) => {
    const { clashes, record } = merge(line(base), line(ours), line(theirs));
    expect(clashes).toEqual([]);
    expect(record).not.toHaveProperty('candidates');
  });

  it('of a field that this version does not know keeps both lines', () => {
    const { lines, clashes } = merge(line({ note: 'a' }), line({ note: 'b' }), line({ note: 'c' }));
    expect(lines).toEqual(['{"key":"sa","note":"b"}', '{"key":"sa","note":"c"}']);
    expect(clashes).toEqual([{ key: 'sa', texts: [] }]);
  });
});

describe('lines', () => {
  const draft = { drafts: [drafted(1, '雾')] };

  it('of one side only stand between their neighbours', () => {
    const base = line(draft, 'sa') + line(draft, 'sz');
    const ours = line(draft, 'sa') + line(draft, 'sb') + line(draft, 'sz');
    const theirs = line(draft, 'sa') + line(draft, 'sc') + line(draft, 'sz');
    const keys = merge(base, ours, theirs).lines.map(
      (text) => (JSON.parse(text) as { key: string }).key,
    );
    expect(keys).toEqual(['sa', 'sb', 'sc', 'sz']);
  });

  it('that nobody can read are kept, from both sides', () => {
    const ours = `${line(draft)}{"key":"sb", broken\n`;
    const theirs = `not json\n${line(draft)}`;
    expect(merge(line(draft), ours, theirs).text).toBe(
      `${line(draft)}{"key":"sb", broken\nnot json\n`,
    );
  });

  it('that nobody can read go when one side took them out', () => {
    const base = `${line(draft)}not json\n`;
    expect(merge(base, base, line(draft)).text).toBe(line(draft));
    expect(merge(base, line(draft), base).text).toBe(line(draft));
  });

  it('without anything to say are left out', () => {
    expect(merge(line(draft), line(draft), '').text).toBe('');
  });
});

const sides = fc.array(
  fc.record({
    key: fc.constantFrom('sa', 'sb', 'sc'),
    second: fc.nat(50),
    by: fc.constantFrom('an', 'mei'),
    zh: fc.constantFrom('雾', '大雾', '浓雾'),
  }),
  { maxLength: 5 },
);

describe('any two branches', () => {
  const textOf = (signings: ReturnType<typeof sides.generate>['value']): string =>
    ['sa', 'sb', 'sc']
      .map((key) => {
        const own = signings
          .filter((entry) => entry.key === key)
          .sort((a, b) => a.second - b.second);
        const signoffs = own.map(({ second, by, zh }) => signed(second, by, zh));
        return signoffs.length === 0 ? '' : line({ signoffs }, key);
      })
      .join('');

  it('keep every sign-off, and give the same whichever is merged into which', () => {
    fc.assert(
      fc.property(sides, sides, sides, (base, left, right) => {
        const [ours, theirs] = [
          [...base, ...left],
          [...base, ...right],
        ];
        const forth = merge(textOf(base), textOf(ours), textOf(theirs));
        const back = merge(textOf(base), textOf(theirs), textOf(ours));
        expect(back.lines.toSorted()).toEqual(forth.lines.toSorted());
        for (const { second, by, zh } of [...ours, ...theirs]) {
          expect(forth.text).toContain(JSON.stringify(signed(second, by, zh)));
        }
      }),
    );
  });

  it('merged again change nothing', () => {
    fc.assert(
      fc.property(sides, sides, (left, right) => {
        const merged = merge('', textOf(left), textOf(right)).text;
        expect(merge(textOf(right), merged, textOf(right)).text).toBe(merged);
        expect(merge(merged, merged, merged).text).toBe(merged);
      }),
    );
  });
});
