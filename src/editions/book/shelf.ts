/** The pictures that a book holds. */
import { MAX_BYTES } from '../../core/limits.ts';
import { endingOf, type Picture } from '../parts/pictures.ts';

/** As many as a book may have; the same picture is there once, however many articles show it. */
export class PictureShelf {
  private readonly pictures = new Map<string, Picture>();
  private size = 0;

  /** Address from a chapter → picture, in the order of the text. */
  get all(): ReadonlyMap<string, Picture> {
    return this.pictures;
  }

  /** Takes a picture in, and gives its address from a chapter; null when there is none, or no room. */
  put(picture: Picture | null): string | null {
    if (picture === null) return null;
    const address = `../pictures/${picture.hash.slice(0, 32)}.${endingOf(picture)}`;
    if (this.pictures.has(address)) return address;
    if (this.size + picture.bytes.length > MAX_BYTES.bookPictures) return null;
    this.size += picture.bytes.length;
    this.pictures.set(address, picture);
    return address;
  }
}
