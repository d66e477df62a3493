/** The preview follows the selection, and the selection follows the preview. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/core/operations.ts';
import { partsWidth } from '../../src/review/screen/row.ts';
import { selectedUnit } from '../../src/review/update/session.ts';
import { EVERY_BLOCK } from '../editions/articles.ts';
import { article, type Desk, RIVER, sitDown } from './desk.ts';

const AT = '2024-04-01T08:00:00.000Z';

function drafted() {
  const [, body] = article('river-rises', RIVER).units;
  const source = body?.segment.text ?? '';
  const text = '河水一夜之间上涨<1>两米</1>。';
  const draft = { origin: 'engine:deepl', source, text, at: AT } as const;
  const operation: Operation = { type: 'draft', key: body?.key ?? '', at: AT, by: 'an', draft };
  return article('river-rises', RIVER, [operation]);
}

const LONG = `# Top\n\n${Array.from({ length: 60 }, (_, at) => `Paragraph ${at} stands here.`).join('\n\n')}\n`;

function sit(columns = 80, text?: string): Promise<Desk> {
  const state = text === undefined ? drafted() : article('river-rises', text);
  return sitDown({ articles: [state], slug: 'river-rises', size: { columns, rows: 16 } });
}

function selectedIn(desk: Desk): number {
  const { session } = desk.program.state();
  return (session === null ? null : selectedUnit(session))?.index ?? -1;
}

async function rowsWithMark(desk: Desk): Promise<string[]> {
  return (await desk.rows()).filter((row) => row.startsWith('> '));
}

describe('the preview', () => {
  it('opens in the language that is written, at the selected segment', async () => {
    const desk = await sit();
    await desk.press('home', 'down', 'M-p');
    expect((await desk.rows())[1]).toContain('Preview: Chinese · 5 segments unreviewed');
    expect(await rowsWithMark(desk)).toEqual(['> ~河水一夜之间上涨两米。 ·Nobody slept.']);
  });

  it('moves the selection, which the list has when the preview is closed', async () => {
    const desk = await sit();
    await desk.press('home', 'M-p', 'down', 'down');
    expect(selectedIn(desk)).toBe(2);
    await desk.press('end', 'escape');
    expect(selectedIn(desk)).toBe(5);
    expect(await rowsWithMark(desk)).toHaveLength(1);
  });

  it('goes through the editions by one key', async () => {
    const desk = await sit();
    const titles = [];
    await desk.press('home', 'down', 'M-p');
    for (let turn = 0; turn < 4; turn += 1) {
      titles.push(/Preview: ([\w ]+?) ·/.exec((await desk.rows())[1] ?? '')?.[1]);
      await desk.press('tab');
    }
    expect(titles).toEqual(['Chinese', 'English', 'Chinese and English', 'Chinese']);
  });

  it('stands side by side where there is room, else one below the other', async () => {
    const wide = await sit(120);
    await wide.press('home', 'down', 'M-p', 'tab', 'tab');
    expect((await rowsWithMark(wide))[0]).toMatch(
      /~河水一夜之间上涨两米。 +│ The river rose two metres/,
    );
    const narrow = await sit(80);
    await narrow.press('home', 'down', 'M-p', 'tab', 'tab');
    expect(await rowsWithMark(narrow)).toEqual([
      '> The river rose two metres overnight.',
      '>   ~河水一夜之间上涨两米。',
    ]);
  });

  it('keeps what is being typed, and shows it', async () => {
    const desk = await sit();
    await desk.press('end', 'enter');
    await desk.type('The lights at the ferry are on.');
    await desk.press('M-p');
    expect(desk.commits.at(-1)).toMatchObject({ type: 'draft' });
    expect(await rowsWithMark(desk)).toEqual(['> ~The lights at the ferry are on.']);
    await desk.press('enter');
    expect(desk.program.state().session?.editor?.buffer.text).toBe(
      'The lights at the ferry are on.',
    );
  });

  it('turns pages through all of a long article, and back', async () => {
    const desk = await sit(80, LONG);
    await desk.press('home', 'M-p');
    const seen = new Set<number>();
    for (let page = 0; page < 20; page += 1) {
      seen.add(selectedIn(desk));
      await desk.press('pagedown');
    }
    expect(selectedIn(desk)).toBe(60);
    expect((await desk.rows()).join('\n')).toContain('Paragraph 59');
    expect(seen.size).toBeGreaterThan(5);
    await desk.press('home');
    expect(selectedIn(desk)).toBe(0);
  });

  it('keeps the selected segment in view when the window changes', async () => {
    const desk = await sit(200, LONG);
    await desk.press('home', 'M-p', 'pagedown', 'pagedown');
    for (const columns of [60, 250, 80]) {
      await desk.tell({ type: 'resize', size: { columns, rows: 14 } });
      expect(await rowsWithMark(desk)).toHaveLength(1);
    }
  });

  it('shows how the article stands after it has changed on disk', async () => {
    const desk = await sit();
    await desk.press('home', 'M-p');
    await desk.onDisk('river-rises', article('river-rises', RIVER.replace('灯', '火')));
    await desk.press('end');
    expect((await desk.rows()).join('\n')).toContain('渡口的火');
  });
});

const KEYS = ['up', 'down', 'pageup', 'pagedown', 'home', 'end', 'tab', 'escape', 'M-p', 'enter'];

describe('whatever is pressed in the preview', () => {
  it('fits the window, and the selected segment is where the gutter says', async () => {
    const key = fc.constantFrom(...KEYS);
    const size = fc.record({
      columns: fc.integer({ min: 60, max: 200 }),
      rows: fc.integer({ min: 12, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(key, { maxLength: 25 }),
        size,
        fc.boolean(),
        async (keys, window, ascii) => {
          const desk = await sitDown({
            articles: [article('x', EVERY_BLOCK)],
            slug: 'x',
            size: window,
          });
          await desk.press('M-p', ...keys);
          const { rows } = await desk.screen('zh', ascii);
          expect(rows).toHaveLength(window.rows);
          for (const row of rows) expect(partsWidth(row.parts)).toBeLessThanOrEqual(window.columns);
        },
      ),
      { numRuns: 40 },
    );
  });
});
