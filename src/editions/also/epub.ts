/** Books: each article in each view, and all articles together (EPUB 3). */
import { bookOfArticle } from '../book/book.ts';
import { packBook } from '../book/package.ts';
import { wholeBook } from '../book/whole-book.ts';
import type { Edition } from '../edition.ts';
import { VIEWS } from '../edition.ts';
import { articleFile, wholeFile } from './formats.ts';

export const edition: Edition = {
  id: 'epub',
  ofArticle: (state, card, site) => {
    const { options } = site;
    return new Map(
      VIEWS.map((view) => [
        articleFile('epub', view, card.slug, options),
        packBook(bookOfArticle({ state, card }, view, site), options),
      ]),
    );
  },
  ofAll: (setting) =>
    VIEWS.map((view) =>
      wholeBook({ ...setting, view, path: wholeFile('epub', view, setting.site.options) }),
    ),
};
