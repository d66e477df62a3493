/** The pictures that a book holds. */
import { MAX_BYTES } from '../../core/limits.ts';
import type { PictureType } from '../../core/pictures.ts';
import { endingOf, type Picture } from '../parts/pictures.ts';

/** A picture in a book. */
export interface BookPicture {
  readonly type: PictureType;
  readonly length: number;
  /** null: it stands in the book before. */
  readonly bytes: Uint8Array | null;
}

/** That a chapter wanted a picture, and whether there was room. Plain data. */
export type PictureWish = readonly [
  address: string,
  type: PictureType,
  length: number,
  there: boolean,
];

/** As many as a book may have; the same picture is there once, however many articles show it. */
export class PictureShelf {
  private readonly pictures = new Map<string, BookPicture>();
  private size = 0;
  private wishes: PictureWish[] = [];

  /** Address from a chapter → picture, in the order of the text. */
  get all(): ReadonlyMap<string, BookPicture> {
    return this.pictures;
  }

  /** Takes a picture in, and gives its address from a chapter; null when there is none, or no room. */
  put(picture: Picture | null): string | null {
    if (picture === null) return null;
    const { type, bytes, hash } = picture;
    const address = `../pictures/${hash.slice(0, 32)}.${endingOf(picture)}`;
    const there = this.place(address, { type, bytes, length: bytes.length });
    this.wishes.push([address, type, bytes.length, there]);
    return there ? address : null;
  }

  /** Takes in what a chapter that stays wanted; false, and nothing is taken in, when it does not get the same. */
  putAgain(wishes: readonly PictureWish[]): boolean {
    const fresh = new Map<string, BookPicture>();
    let { size } = this;
    for (const [address, type, length, there] of wishes) {
      const isNew = !this.pictures.has(address) && !fresh.has(address);
      const fits = !isNew || size + length <= MAX_BYTES.bookPictures;
      if (fits !== there) return false;
      if (!isNew || !fits) continue;
      fresh.set(address, { type, length, bytes: null });
      size += length;
    }
    for (const [address, picture] of fresh) this.pictures.set(address, picture);
    this.size = size;
    return true;
  }

  /** What has been wanted since this was asked last. */
  takeWishes(): readonly PictureWish[] {
    const { wishes } = this;
    this.wishes = [];
    return wishes;
  }

  private place(address: string, picture: BookPicture): boolean {
    if (this.pictures.has(address)) return true;
    if (this.size + picture.length > MAX_BYTES.bookPictures) return false;
    this.size += picture.length;
    this.pictures.set(address, picture);
    return true;
  }
}
