/** How large a picture is, as its first bytes say: pages keep its place free until it is there. */
import { GIF } from 'image-size/types/gif';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';
import type { PictureType } from '../../core/pictures.ts';

/** In pixels, as it is shown. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const READERS = { gif: GIF, jpeg: JPG, png: PNG, webp: WEBP } as const;

/** Cameras put a small picture before the large one; nobody puts a megabyte there. */
const BEGINNING = 1_000_000;

/** EXIF: from here on the picture lies on its side. */
const ON_ITS_SIDE = 5;

/** null where the bytes do not say it; an SVG has whatever size there is room for. */
export function pictureSize(type: PictureType, bytes: Uint8Array): PictureSize | null {
  if (type === 'svg') return null;
  try {
    // The readers look beyond the end of an array, at what else its memory holds: they get memory of its own.
    const own = new Uint8Array(bytes.subarray(0, BEGINNING));
    const size = READERS[type].calculate(own);
    const { width, height, orientation = 1 } = size;
    if (!(width > 0 && height > 0)) return null;
    return orientation >= ON_ITS_SIDE ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}
