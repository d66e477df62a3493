import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTranslate } from '../../src/interface.ts';
import { screenOf } from '../../src/review/screen/screen.ts';
import { createRowPainter, type Frame } from '../../src/ui/row-painter.ts';
import { paintRow, themeFor } from '../../src/ui/theme.ts';
import { article, sitDown, type Desk } from '../review/desk.ts';
import { type Glass, glass, paintedByInk } from './screens.tsx';

const COLUMNS = 30;
const ROWS = 12;

function frameOf(rows: readonly string[], caret: Frame['caret'] = null): Frame {
  return { rows, caret };
}

/** A row of these may be wider than the window: the rest of it is not seen. */
const PIECES = [
  '字',
  'a',
  '，',
  ' ',
  '“',
  '—',
  '\u001b[7m选\u001b[0m',
  '\u001b[31mx\u001b[0m',
  '│',
  '        ',
  '\u001b[2m│\u001b[0m',
  'e\u0301',
];
const aRow = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 12 })
  .map((pieces) => pieces.join(''));
const aFrame = fc
  .tuple(
    fc.array(aRow, { minLength: ROWS, maxLength: ROWS }),
    fc.option(fc.record({ x: fc.nat(COLUMNS - 1), y: fc.nat(ROWS - 1) }), { nil: null }),
  )
  .map(([rows, caret]) => frameOf(rows, caret));

/** Where the cursor is, when it is to be seen. */
function cursorIn(screen: Glass, { caret }: Frame): Frame['caret'] {
  return caret === null ? null : screen.cursor();
}

describe('the row painter', () => {
  it('leaves the same screen as one that paints every row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aFrame, { maxLength: 4 }), aFrame, async (frames, last) => {
        const painter = createRowPainter();
        const screen = glass(COLUMNS, ROWS);
        for (const frame of [...frames, last]) await screen.write(painter.paint(frame));
        const fresh = glass(COLUMNS, ROWS);
        await fresh.write(createRowPainter().paint(last));
        expect(screen.cells()).toEqual(fresh.cells());
        expect(cursorIn(screen, last)).toEqual(last.caret);
      }),
      { numRuns: 60 },
    );
  });

  it('lets the terminal move a list that is scrolled, between rows that stay', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 12 }),
        async (steps) => {
          const painter = createRowPainter();
          const screen = glass(COLUMNS, ROWS);
          let top = 30;
          let frame = frameOf([]);
          for (const step of [0, ...steps]) {
            top += step;
            const list = Array.from({ length: 8 }, (_, at) => `${top + at} 第${top + at}行`);
            frame = frameOf(['head', ...list, `text ${top}`, '', 'foot']);
            await screen.write(painter.paint(frame));
          }
          const fresh = glass(COLUMNS, ROWS);
          await fresh.write(createRowPainter().paint(frame));
          expect(screen.cells()).toEqual(fresh.cells());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('writes nothing for a screen that stands there, one move for a caret that went', () => {
    const painter = createRowPainter();
    painter.paint(frameOf(['一', '二'], { x: 0, y: 0 }));
    expect(painter.paint(frameOf(['一', '二'], { x: 0, y: 0 }))).toBe('');
    expect(painter.paint(frameOf(['一', '二'], { x: 2, y: 1 }))).toBe('\u001b[2;3H\u001b[?25h');
    expect(painter.paint(frameOf(['一', '二']))).toBe('\u001b[?25l');
  });

  it('writes only the row that changed, and all of them when the screen is unknown', () => {
    const painter = createRowPainter();
    painter.paint(frameOf(['one', 'two', 'three']));
    const one = painter.paint(frameOf(['one', 'zwei', 'three']));
    expect(one).toContain('zwei');
    expect(one).not.toContain('three');
    painter.forget();
    expect(painter.paint(frameOf(['one', 'zwei', 'three']))).toContain('three');
  });

  it('keeps a row that the terminal draws too wide out of the next one', async () => {
    const screen = glass(10, 3);
    await screen.write(createRowPainter().paint(frameOf(['一二三四五六七', '下', ''])));
    expect(screen.cells()[1]?.trimEnd()).toBe('下');
  });
});

const WIDE = `---
title: 渡口的灯
---

他说：“今晚的水——比去年还高——谁也没睡。”于是大家把船拴在了老槐树上，等到天亮。

The ferryman’s lamp burned until dawn… nobody slept, and *nobody* complained.

第３条　本合同自双方签字之日起生效。

${Array.from({ length: 40 }, (_, at) => `第${at}段的水位还在上涨，渡口的灯还亮着，人们轮流守夜。`).join('\n\n')}
`;

type Step = readonly [what: string, act: (desk: Desk) => Promise<void> | void];

const times = (count: number, key: string): string[] => Array.from({ length: count }, () => key);

const SCRIPT: readonly Step[] = [
  ['the list', () => undefined],
  ['down', (desk) => desk.press('down')],
  ['down, scrolling', (desk) => desk.press(...times(20, 'down'))],
  ['up again', (desk) => desk.press(...times(3, 'up'))],
  ['a page down', (desk) => desk.press('pagedown')],
  ['the top', (desk) => desk.press('home')],
  ['editing', (desk) => desk.press('enter')],
  ['typing Chinese', (desk) => desk.type('他说：“今晚的水——比去年')],
  ['typing English', (desk) => desk.type(' and the river rose overnight by two metres')],
  ['a new line', (desk) => desk.press('C-j')],
  ['an emoji', (desk) => desk.type('好👍了')],
  ['going left', (desk) => desk.press('left', 'left', 'C-left')],
  ['deleting', (desk) => desk.press('backspace', 'delete')],
  ['undo', (desk) => desk.press('C-z', 'C-z')],
  ['the help', (desk) => desk.press('f1')],
  ['the help, scrolled', (desk) => desk.press('down', 'pagedown', 'up')],
  ['closed', (desk) => desk.press('escape')],
  ['confirming', (desk) => desk.press('enter')],
  ['leaving the editor', (desk) => desk.press('escape')],
  ['the filters', (desk) => desk.press('f9')],
  ['another filter', (desk) => desk.press('down', 'enter')],
  [
    'a window that is small',
    (desk) => desk.program.send({ type: 'resize', size: { columns: 61, rows: 16 } }),
  ],
  [
    'a window too small',
    (desk) => desk.program.send({ type: 'resize', size: { columns: 40, rows: 10 } }),
  ],
  [
    'a large one',
    (desk) => desk.program.send({ type: 'resize', size: { columns: 131, rows: 40 } }),
  ],
  ['scrolling there', (desk) => desk.press(...times(4, 'down'))],
];

describe.each([
  [90, 24, 'en'],
  [121, 30, 'zh'],
] as const)('a review at %ix%i (%s)', (columns, rows, lang) => {
  it('looks, cell for cell, as Ink alone would draw it', async () => {
    const t = await createTranslate(lang);
    const theme = themeFor({});
    const desk = await sitDown({
      articles: [article('ferry', WIDE)],
      slug: 'ferry',
      size: { columns, rows },
    });
    const painter = createRowPainter();
    const screen = glass(columns, rows);
    for (const [what, act] of SCRIPT) {
      await act(desk);
      await desk.program.settled();
      const { size } = desk.program.state();
      const drawn = screenOf(desk.program.state(), { t, ascii: false });
      const frame = { rows: drawn.rows.map((row) => paintRow(row, theme)), caret: drawn.caret };
      screen.resize(size.columns, size.rows);
      if (what.includes('window') || what.includes('large')) painter.forget();
      await screen.write(painter.paint(frame));
      const stock = await paintedByInk(frame, size.columns);
      expect([what, ...screen.cells()]).toEqual([what, ...stock.cells()]);
      expect([what, cursorIn(screen, frame)]).toEqual([what, cursorIn(stock, frame)]);
    }
  });
});
