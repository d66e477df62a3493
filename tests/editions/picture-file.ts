/** Pictures as files: a PNG of few colours is small enough to be kept beside the tests. */
import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue of each pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** As many as a byte can name. */
const COLOURS = 256;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** Colours that are alike to the eye: five bits of each part. */
function bucketOf(rgb: Uint8Array, at: number): number {
  const [red = 0, green = 0, blue = 0] = rgb.subarray(at, at + 3);
  return ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);
}

/** How often each bucket is there, and the mean of what is in it; the commonest first. */
function buckets(rgb: Uint8Array): readonly { readonly key: number; readonly mean: number[] }[] {
  const found = new Map<number, number[]>();
  for (let at = 0; at < rgb.length; at += 3) {
    const key = bucketOf(rgb, at);
    const [count = 0, ...sums] = found.get(key) ?? [0, 0, 0, 0];
    found.set(key, [count + 1, ...sums.map((sum, part) => sum + (rgb[at + part] ?? 0))]);
  }
  return [...found]
    .toSorted(([, [a = 0]], [, [b = 0]]) => b - a)
    .map(([key, [count = 1, ...sums]]) => ({
      key,
      mean: sums.map((sum) => Math.round(sum / count)),
    }));
}

function distance(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + (value - (other[at] ?? 0)) ** 2, 0);
}

/** A PNG with a palette of the commonest colours (RFC 2083: colour type 3, eight bits). */
export function pngOf({ width, height, rgb }: Picture): Uint8Array {
  const all = buckets(rgb);
  const colours = all.slice(0, COLOURS).map(({ mean }) => mean);
  const nearest = new Map(
    all.map(({ key, mean }) => {
      const far = colours.map((colour) => distance(colour, mean));
      return [key, far.indexOf(Math.min(...far))];
    }),
  );
  // Each row begins with its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < width * height; at += 1) {
    rows[at + Math.floor(at / width) + 1] = nearest.get(bucketOf(rgb, at * 3)) ?? 0;
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(colours.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
