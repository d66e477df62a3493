/** The list of articles: what it says of each, in which order, at which width. */
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/core/operations.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { overviewOf } from '../../src/review/overview.ts';
import { partsWidth } from '../../src/review/screen/row.ts';
import { allCounts, article, RIVER, sitDown } from './desk.ts';

const AT = '2024-04-01T08:00:00.000Z';

function signed(state: ArticleState, index: number, target: string, by = 'an'): Operation {
  const unit = state.units[index];
  if (unit === undefined) throw new Error(`no segment ${index}`);
  const { key, segment } = unit;
  const pair =
    segment.lang === 'zh' ? { zh: segment.text, en: target } : { zh: target, en: segment.text };
  return { type: 'sign-off', key, at: AT, by, source: segment.lang, seen: null, ...pair };
}

/** A draft, and who is to look at it. */
function handedTo(state: ArticleState, index: number, to: string): Operation[] {
  const { key = '', segment } = state.units[index] ?? {};
  const draft = { origin: 'person', source: segment?.text ?? '', text: '?', at: AT } as const;
  return [
    { type: 'draft', key, at: AT, by: 'an', draft },
    { type: 'assign', key, at: AT, by: 'an', to },
  ];
}

const bare = article('river-rises', RIVER);

/** Two of five signed off, one of them with its markup lost; the others are for li and wu. */
const RIVER_STATE = article('river-rises', RIVER, [
  signed(bare, 0, 'River up two metres overnight'),
  signed(bare, 1, '河水一夜之间上涨两米。', 'mei'),
  ...handedTo(bare, 2, 'li'),
  ...handedTo(bare, 3, 'wu'),
  ...handedTo(bare, 5, 'wu'),
]);

const HARBOUR = article(
  'harbour',
  '---\ntitle: 港口\ndate: 2026-03-04\npublish: held\n---\n\n港口开了。\n',
);
const BOATS = article(
  'boats',
  '---\ntitle: Boats\ndate: 2025-01-02\n---\n\nThirty-seven boats lie in the bay.\n',
);

const ALL = [BOATS, HARBOUR, RIVER_STATE];

describe('what is said of an article', () => {
  it('counts what is left by language, and findings besides the statuses', () => {
    expect(overviewOf(RIVER_STATE, allCounts(RIVER_STATE))).toMatchObject({
      title: '河水一夜上涨两米',
      otherTitle: 'River up two metres overnight',
      done: 2,
      segments: 5,
      left: { zh: 7, en: 7 },
      findings: { errors: 2, warnings: 0 },
      assignees: ['wu', 'li'],
      last: { at: AT },
      date: null,
      held: false,
    });
    expect(overviewOf(HARBOUR, allCounts(HARBOUR))).toMatchObject({
      otherTitle: null,
      findings: { errors: 0, warnings: 0 },
      last: null,
      date: '2026-03-04',
      held: true,
    });
  });
});

/** The slugs from top to bottom, the selected one marked. */
async function order(desk: Awaited<ReturnType<typeof sitDown>>): Promise<string[]> {
  const rows = await desk.rows();
  return rows.flatMap(
    (row) => /^([> ]) (boats|harbour|river-rises)\b/.exec(row)?.slice(1).join('') ?? [],
  );
}

describe('the order of the articles', () => {
  it('goes through name, date, words left and findings, the selection staying on its article', async () => {
    const desk = await sitDown({ articles: ALL, size: { columns: 120, rows: 24 } });
    await desk.press('down');
    expect(await order(desk)).toEqual([' boats', '>harbour', ' river-rises']);
    await desk.press('f9');
    expect(await order(desk)).toEqual(['>harbour', ' boats', ' river-rises']);
    await desk.press('o');
    expect(await order(desk)).toEqual([' river-rises', ' boats', '>harbour']);
    await desk.press('f9');
    expect(await order(desk)).toEqual([' river-rises', ' boats', '>harbour']);
    expect((await desk.rows())[1]).toContain('findings');
    await desk.press('f9');
    expect(await order(desk)).toEqual([' boats', '>harbour', ' river-rises']);
  });

  it('stays as it is while figures change, and takes new articles at the end', async () => {
    const desk = await sitDown({ articles: ALL, size: { columns: 120, rows: 24 } });
    await desk.press('f9', 'f9');
    expect(await order(desk)).toEqual([' river-rises', '>boats', ' harbour']);
    await desk.onDisk('harbour', article('harbour', '长文。'.repeat(200)));
    expect(await order(desk)).toEqual([' river-rises', '>boats', ' harbour']);
    await desk.tell({ type: 'listed', slugs: ['a-new-one', 'boats', 'harbour'] });
    const rows = await desk.rows();
    expect(rows.slice(2, 5).map((row) => row.slice(2, 11).trim())).toEqual([
      'boats',
      'harbour',
      'a-new-one',
    ]);
  });
});

describe('the columns', () => {
  it.each([60, 70, 79, 80, 100, 120, 132, 160, 200, 250])('fit into %i cells', async (columns) => {
    const desk = await sitDown({ articles: ALL, size: { columns, rows: 16 } });
    for (const lang of ['zh', 'en'] as const) {
      const { rows } = await desk.screen(lang);
      expect(rows).toHaveLength(16);
      for (const row of rows) expect(partsWidth(row.parts)).toBeLessThanOrEqual(columns);
      const line = (await desk.rows(lang)).find((row) => row.includes('river-rises'));
      expect(line).toContain('40%');
      expect(line).toContain('E2');
    }
  });

  it('say in a wide window who is on what, when, and what is held back', async () => {
    const desk = await sitDown({ articles: ALL, size: { columns: 160, rows: 16 } });
    const [, , boats, harbour, river] = await desk.rows();
    expect(river).toContain('@wu @li');
    expect(river).toContain('River up two metres');
    expect(river).toContain('zh 7 en 7');
    expect(river).toMatch(/(an|mei) 2024-04-01/);
    expect(harbour).toContain('held');
    expect(boats).toContain('2025-01-02');
  });

  it('add up below the list', async () => {
    const desk = await sitDown({ articles: ALL, size: { columns: 100, rows: 16 } });
    const total = (await desk.rows()).at(-3);
    expect(total).toContain('3 articles');
    expect(total).toContain('2/9');
    expect(total).toContain('E2');
  });

  it('say what cannot be read, and what has not been read', async () => {
    const desk = await sitDown({ articles: ALL });
    await desk.tell(
      { type: 'listed', slugs: ['boats', 'harbour', 'new'] },
      {
        type: 'unreadable',
        slug: 'boats',
        reason: 'articles/boats.md:3: the \u001b[2J front matter is broken.',
      },
    );
    const rows = await desk.rows();
    expect(rows[2]).toContain('cannot be read: articles/boats.md:3: the ␛[2J');
    expect(rows[4]).toContain('reading…');
  });
});
