/** Where things stand, at every size of window. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  isBeside,
  isUsable,
  type Layout,
  layoutOf,
} from '../../src/review/screen/layout.ts';

const sizes = fc.record({
  columns: fc.integer({ min: 60, max: 250 }),
  rows: fc.integer({ min: 12, max: 80 }),
});

const lines = fc.record({
  source: fc.integer({ min: 0, max: 60 }),
  target: fc.integer({ min: 0, max: 60 }),
  choices: fc.integer({ min: 0, max: 20 }),
});

const NO_LINES = { source: 0, target: 0, choices: 0 };

function boxesOf({ list, first, second, panel }: Layout): readonly Box[] {
  return [list, first, second, ...(panel === null ? [] : [panel])];
}

function cellsOf({ x, y, width, rows }: Box, columns: number): number[] {
  return Array.from({ length: width * rows }, (_, at) => {
    return (y + Math.floor(at / width)) * columns + x + (at % width);
  });
}

/** Rows with nothing but headings in them. */
function headingRows(layout: Layout): number {
  const texts = layout.wide || layout.reading ? 1 : 2;
  return 1 + texts + (layout.panel === null || isBeside(layout) ? 0 : 1);
}

describe('the layout', () => {
  it('has every box inside the window, none over another, and no row to spare', () => {
    fc.assert(
      fc.property(sizes, lines, fc.boolean(), (size, counts, reading) => {
        const layout = layoutOf(size, counts, reading);
        const boxes = boxesOf(layout);
        for (const { x, y, width, rows } of boxes) {
          expect(Math.min(x, rows, width)).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(size.columns);
          // Below header and heading, above notice and footer.
          expect(y).toBeGreaterThanOrEqual(2);
          expect(y + rows).toBeLessThanOrEqual(size.rows - 2);
        }
        const cells = boxes.flatMap((box) => cellsOf(box, size.columns));
        expect(new Set(cells).size).toBe(cells.length);
        const bodyRows = new Set(cells.map((cell) => Math.floor(cell / size.columns)));
        expect(bodyRows.size + headingRows(layout) + 3).toBe(size.rows);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps a third of the rows for the list, a line to type in, and a line of the panel', () => {
    fc.assert(
      fc.property(sizes, lines, (size, counts) => {
        const { list, first, second, choices, panel } = layoutOf(size, counts);
        expect(list.rows).toBeGreaterThanOrEqual(Math.floor((size.rows - 4) * 0.3));
        expect(list.rows).toBeGreaterThanOrEqual(2);
        expect(Math.min(first.rows, second.rows)).toBeGreaterThanOrEqual(2);
        expect(second.rows - choices).toBeGreaterThanOrEqual(1);
        expect(panel?.rows ?? 1).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('gives texts more room when they are longer, never less', () => {
    fc.assert(
      fc.property(sizes, lines, fc.integer({ min: 0, max: 10 }), (size, counts, more) => {
        const before = layoutOf(size, counts);
        const after = layoutOf(size, { ...counts, target: counts.target + more });
        expect(after.second.rows).toBeGreaterThanOrEqual(before.second.rows);
        expect(after.list.rows).toBeLessThanOrEqual(before.list.rows);
      }),
    );
  });

  it('does not move texts sideways, whatever they are', () => {
    fc.assert(
      fc.property(sizes, lines, (size, counts) => {
        const before = layoutOf(size, NO_LINES);
        const after = layoutOf(size, counts);
        const sides = ({ first, second, divider, textDivider }: Layout) => [
          ...[first, second].map(({ x, width }) => [x, width]),
          divider,
          textDivider,
        ];
        expect(sides(after)).toEqual(sides(before));
      }),
    );
  });

  it.each([
    { columns: 60, rows: 16, wide: false, panel: 'none' },
    { columns: 79, rows: 40, wide: false, panel: 'none' },
    { columns: 80, rows: 19, wide: false, panel: 'none' },
    { columns: 80, rows: 20, wide: false, panel: 'below' },
    { columns: 80, rows: 24, wide: false, panel: 'below' },
    { columns: 99, rows: 30, wide: false, panel: 'below' },
    { columns: 100, rows: 30, wide: true, panel: 'below' },
    { columns: 120, rows: 36, wide: true, panel: 'below' },
    { columns: 179, rows: 50, wide: true, panel: 'below' },
    { columns: 180, rows: 50, wide: true, panel: 'beside' },
    { columns: 250, rows: 80, wide: true, panel: 'beside' },
    { columns: 200, rows: 16, wide: true, panel: 'none' },
  ])('at $columns×$rows: wide $wide, panel $panel', ({ columns, rows, wide, panel }) => {
    const layout = layoutOf({ columns, rows }, NO_LINES);
    expect(layout.wide).toBe(wide);
    const place = isBeside(layout) ? 'beside' : 'below';
    expect(layout.panel === null ? 'none' : place).toBe(panel);
  });

  it.each([
    { columns: 80, rows: 24, list: 7, panel: 3 },
    { columns: 120, rows: 36, list: 17, panel: 6 },
    { columns: 120, rows: 40, list: 20, panel: 7 },
  ])('at $columns×$rows has $list rows of list, $panel of panel', ({ list, panel, ...size }) => {
    const layout = layoutOf(size, NO_LINES);
    expect([layout.list.rows, layout.panel?.rows]).toEqual([list, panel]);
  });

  it.each([
    [59, 12, false],
    [60, 11, false],
    [60, 12, true],
  ])('%i×%i is large enough: %s', (columns, rows, usable) => {
    expect(isUsable({ columns, rows })).toBe(usable);
  });
});
