/** How large pictures are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureSize } from '../../src/editions/parts/picture-size.ts';
import { GIF, JPEG, PNG, SVG, WEBP } from './picture-bytes.ts';

/** The picture with an EXIF block that says how it lies. */
function lying(orientation: number): Uint8Array {
  const exif = Buffer.from(
    'ffe1002245786966000049492a0008000000010012010300010000000000000000000000',
    'hex',
  );
  exif.writeUInt16LE(orientation, 28);
  // Twice as high as it is wide.
  const rest = Buffer.from(JPEG.subarray(20));
  const frame = rest.indexOf(Buffer.from('ffc0', 'hex'));
  rest.writeUInt16BE(4, frame + 5);
  return Buffer.concat([JPEG.subarray(0, 20), exif, rest]);
}

describe('the size of a picture', () => {
  it.each([
    ['gif', GIF],
    ['jpeg', JPEG],
    ['png', PNG],
    ['webp', WEBP],
  ] as const)('%s', (type, bytes) => {
    expect(pictureSize(type, bytes)).toEqual({ width: 2, height: 2 });
  });

  it.each([
    [1, { width: 2, height: 4 }],
    [6, { width: 4, height: 2 }],
  ])('is that of the picture as it lies: %i', (orientation, size) => {
    expect(pictureSize('jpeg', lying(orientation))).toEqual(size);
  });

  it('is not known of an SVG, nor where the bytes do not say it', () => {
    expect(pictureSize('svg', SVG)).toBeNull();
    expect(pictureSize('png', PNG.subarray(0, 12))).toBeNull();
    expect(pictureSize('jpeg', JPEG.subarray(0, 40))).toBeNull();
  });

  it('law: whatever the bytes are, it is two numbers above 0 or none', () => {
    const types = fc.constantFrom('gif', 'jpeg', 'png', 'webp');
    fc.assert(
      fc.property(types, fc.uint8Array({ maxLength: 64 }), (type, bytes) => {
        const size = pictureSize(type, bytes);
        expect(size === null || (size.width > 0 && size.height > 0)).toBe(true);
      }),
    );
  });
});
