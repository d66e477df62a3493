/**
 * Whether two pictures of a page show the same. Letters are drawn a little differently by each version of a
 * browser, so it is not pixels that are compared but the mean colours of blocks: they stay where a letter
 * is bolder or stands half a pixel aside, and change where a text, a colour, a gap or a column does.
 */
import type { Picture } from './picture-file.ts';

/** A block's side in pixels of the picture, which has half the page's size. */
const SIDE = 16;

/**
 * How far apart the means of a block may be, of 255. Measured: letters bolder by 0.1 px or further apart by
 * 0.02 px, and a page moved by 0.4 px, make 4.6; paper of another white makes 6, a lost rule 6.6.
 */
const MOST = 5.5;

export interface Difference {
  /** Pixels of the page in blocks that differ. */
  readonly pixels: number;
  /** Blocks that differ: top left corners in pixels of the page. */
  readonly blocks: readonly { readonly x: number; readonly y: number }[];
  /** The expected picture, pale, with what differs in yellow. */
  readonly picture: Picture;
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Sums of red, green and blue by block, row by row; what lies outside of the picture is black. */
function sumsOf({ width, height, rgb }: Picture, over: Extent): Float64Array {
  const columns = Math.ceil(over.width / SIDE);
  const sums = new Float64Array(columns * Math.ceil(over.height / SIDE) * 3);
  for (let y = 0; y < Math.min(height, over.height); y += 1) {
    const row = Math.floor(y / SIDE) * columns;
    for (let x = 0; x < Math.min(width, over.width); x += 1) {
      const block = (row + Math.floor(x / SIDE)) * 3;
      const place = (y * width + x) * 3;
      for (let part = 0; part < 3; part += 1) {
        sums[block + part] = (sums[block + part] ?? 0) + (rgb[place + part] ?? 0);
      }
    }
  }
  return sums;
}

/** How far pictures are compared: one row or column more is none, the rest of a larger one differs. */
function extentOf(one: Picture, other: Picture): Extent {
  const common = (a: number, b: number): number =>
    Math.abs(a - b) <= 1 ? Math.min(a, b) : Math.max(a, b);
  return { width: common(one.width, other.width), height: common(one.height, other.height) };
}

/** Pale, with the blocks in yellow. */
function marked({ width, height, rgb }: Picture, blocks: Difference['blocks']): Picture {
  const pale = rgb.map((value) => 160 + value * 0.37);
  for (const { x, y } of blocks) {
    const right = Math.min(x / 2 + SIDE, width);
    for (let row = y / 2; row < Math.min(y / 2 + SIDE, height); row += 1) {
      for (let at = row * width + x / 2; at < row * width + right; at += 1) pale[at * 3 + 2] = 60;
    }
  }
  return { width, height, rgb: pale };
}

/** What differs; null where both show the same. */
export function difference(expected: Picture, found: Picture): Difference | null {
  const over = extentOf(expected, found);
  const [before, now] = [sumsOf(expected, over), sumsOf(found, over)];
  const columns = Math.ceil(over.width / SIDE);
  const blocks = Array.from({ length: before.length / 3 }, (_, at) => at)
    .filter((at) =>
      [0, 1, 2].some((part) => {
        const apart = (before[at * 3 + part] ?? 0) - (now[at * 3 + part] ?? 0);
        return Math.abs(apart) > MOST * SIDE * SIDE;
      }),
    )
    .map((at) => ({ x: (at % columns) * 2 * SIDE, y: Math.floor(at / columns) * 2 * SIDE }));
  if (blocks.length === 0) return null;
  return { pixels: blocks.length * (2 * SIDE) ** 2, blocks, picture: marked(expected, blocks) };
}
