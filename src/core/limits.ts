/**
 * How much of anything the tool takes. A text beyond a limit is refused with a sentence that names the
 * limit; everything within them is handled in about linear time. Measured on two cores: an article of
 * 200,000 segments (13 MB) takes 10 s and 1.8 GB, the worst Markdown within the limits some 4 s.
 */

import { UserError } from './errors.ts';

const MEGABYTE = 1_000_000;

/** Sizes of files in bytes. */
export const MAX_BYTES = {
  article: 16 * MEGABYTE,
  locale: 64 * MEGABYTE,
  /** Sign-offs hold both texts, and all earlier ones. */
  review: 128 * MEGABYTE,
  config: 4 * MEGABYTE,
  /** What `add` and `segments` read. */
  input: 16 * MEGABYTE,
  /** Pairs in a file: some 300,000 sentences. */
  pairs: 64 * MEGABYTE,
  picture: 16 * MEGABYTE,
  /** All pictures of a book together. */
  bookPictures: 64 * MEGABYTE,
} as const;

/** A text of a pair in UTF-16 units: a long paragraph, not a book in one cell. */
export const MAX_PAIR_TEXT = 20_000;

/** Front matter in UTF-16 units: a form to fill in, not a book. */
export const MAX_FRONT_MATTER = 256 * 1024;

/** Aliases that one front matter may expand to; more is an attack, not an article. */
export const MAX_ALIASES = 50;

/** Quotes and lists in each other, brackets and emphasis in each other. */
export const MAX_NESTING = 100;

/** Elements of a page in each other. */
export const MAX_HTML_NESTING = 256;

/** Columns that a list item may be indented by. */
export const MAX_INDENTATION = 400;

/**
 * Steps that matching the markup signs of one paragraph may take: the parser looks from a sign that may
 * close back to the one that opened, so a paragraph made for it costs the square of its signs.
 */
export const MAX_INLINE_STEPS = 10_000_000;

/** Characters of a paragraph that are read for the end of comments which have none. */
export const MAX_UNCLOSED = 20_000_000;

/** A size for people: `16 MB`. */
export function megabytes(bytes: number): string {
  const size = bytes / MEGABYTE;
  return `${size < 10 ? Number(size.toFixed(1)) : Math.round(size)} MB`;
}

/**
 * @param name how the file is called in messages
 * @param size in bytes; null when it was not read to its end
 * @param limit in bytes
 */
export function tooLarge(name: string, size: number | null, limit: number): UserError {
  const has = size === null ? 'more' : megabytes(size);
  return new UserError(
    `${name} is too large: it has ${has}, and ${megabytes(limit)} is the limit; divide it.`,
  );
}
