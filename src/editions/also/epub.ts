/** Books: each article in each view, and all articles together (EPUB 3). */
import { bookOfArticle, bookOfSite, type Book } from '../book/book.ts';
import { bookFiles } from '../book/package.ts';
import type { Edition, EditionOptions } from '../edition.ts';
import { VIEWS } from '../edition.ts';
import { zip } from '../zip.ts';
import { articleFile, wholeFile } from './formats.ts';

const STORED: ReadonlySet<string> = new Set(['mimetype']);

function epub(book: Book, options: EditionOptions): Uint8Array {
  return zip(bookFiles(book, options), STORED);
}

export const edition: Edition = {
  id: 'epub',
  ofArticle: (state, card, site) => {
    const { options } = site;
    return new Map(
      VIEWS.map((view) => [
        articleFile('epub', view, card.slug, options),
        epub(bookOfArticle({ state, card }, view, site), options),
      ]),
    );
  },
  ofAll: (articles, site) => {
    const { options } = site;
    // A book without a chapter is none.
    if (articles.length === 0) return new Map();
    return new Map(
      VIEWS.map((view) => [
        wholeFile('epub', view, options),
        epub(bookOfSite(articles, view, site), options),
      ]),
    );
  },
};
