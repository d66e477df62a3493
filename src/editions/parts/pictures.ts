/** The pictures of an article that stand in the workspace. */
import { createHash } from 'node:crypto';
import { ArticleFault, UserError } from '../../core/errors.ts';
import { picturePath, picturesNamed, pictureType, type PictureType } from '../../core/pictures.ts';
import { visibleLine } from '../../core/safe-text.ts';
import { pictureSize, type PictureSize } from './picture-size.ts';
import { faultOfSvg } from './svg.ts';

/** The bytes at a path of the workspace; null when nothing is there. Throws UserError for what cannot be read. */
export type ReadPicture = (path: string) => Uint8Array | null;

export interface Picture {
  /** In the article's folder of pictures: no two have the same, in whatever case. */
  readonly name: string;
  readonly type: PictureType;
  readonly bytes: Uint8Array;
  readonly size: PictureSize | null;
  /** Hash of the bytes, hexadecimal. */
  readonly hash: string;
}

const ENDINGS: Readonly<Record<PictureType, string>> = {
  gif: 'gif',
  jpeg: 'jpg',
  png: 'png',
  svg: 'svg',
  webp: 'webp',
};

/** A name for pages' addresses: letters of whatever language, digits, `-`, `_`. */
function safeName(path: string): string {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const safe = stem.normalize('NFC').replace(/[^\p{L}\p{N}_-]+/gu, '-');
  return safe.slice(0, 80).replace(/^-+|-+$/g, '') || 'picture';
}

/** Media type. */
export function mediaTypeOf({ type }: Pick<Picture, 'type'>): string {
  return type === 'svg' ? 'image/svg+xml' : `image/${type}`;
}

/** Ending of a picture's file, as its bytes say. */
export function endingOf({ type }: Pick<Picture, 'type'>): string {
  return ENDINGS[type];
}

function typeOf(path: string, bytes: Uint8Array): PictureType {
  const type = pictureType(path, bytes);
  if (type === null) {
    const advice = 'save it as PNG, JPEG, GIF, WebP or SVG';
    throw new ArticleFault(
      `${visibleLine(path)} is no picture of a kind that is shown: ${advice}.`,
    );
  }
  const fault = type === 'svg' ? faultOfSvg(bytes) : null;
  if (fault === null) return type;
  throw new ArticleFault(
    `${visibleLine(path)} cannot be shown (${visibleLine(fault)}): save it as plain SVG, a picture and nothing else.`,
  );
}

/** Whether all pictures that a Markdown text may name can be shown, or are not there. */
export function canShowPictures(text: string, read: ReadPicture): boolean {
  try {
    for (const path of picturesNamed(text)) {
      const bytes = read(path);
      if (bytes !== null) typeOf(path, bytes);
    }
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** Finds an article's pictures, and remembers which were asked for. */
export class ArticlePictures {
  private readonly read: ReadPicture;
  private readonly found = new Map<string, Picture | null>();
  private readonly names = new Set<string>();

  constructor(read: ReadPicture | undefined) {
    this.read = read ?? (() => null);
  }

  /** In the order in which they were asked for. */
  get all(): readonly Picture[] {
    return [...this.found.values()].filter((picture) => picture !== null);
  }

  /**
   * The picture at an address, as the article has it; null when none stands there.
   * @throws ArticleFault for a file that cannot be read, or shown
   */
  find(address: string): Picture | null {
    const path = picturePath(address);
    if (path === null) return null;
    const known = this.found.get(path);
    if (known !== undefined) return known;
    try {
      const bytes = this.read(path);
      const picture = bytes === null ? null : this.pictureOf(path, bytes);
      this.found.set(path, picture);
      return picture;
    } catch (error) {
      throw error instanceof UserError ? new ArticleFault(error.message, address) : error;
    }
  }

  private pictureOf(path: string, bytes: Uint8Array): Picture {
    const type = typeOf(path, bytes);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const size = pictureSize(type, bytes);
    return { type, bytes, size, hash, name: this.nameFor(path, type) };
  }

  private nameFor(path: string, type: PictureType): string {
    const stem = safeName(path);
    let name = `${stem}.${ENDINGS[type]}`;
    for (let count = 2; this.names.has(name.toLowerCase()); count += 1) {
      name = `${stem}-${count}.${ENDINGS[type]}`;
    }
    this.names.add(name.toLowerCase());
    return name;
  }
}
