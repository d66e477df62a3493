/** Each article as a table of both languages for Word. */
import { documentFiles } from '../docx/package.ts';
import type { Edition } from '../edition.ts';
import { zip } from '../zip.ts';

export const edition: Edition = {
  id: 'docx',
  ofArticle: (state, card, { options }) =>
    new Map([
      [
        `${options.paths.bilingual}/${card.slug}/${card.slug}.docx`,
        zip(documentFiles(state, card, options), new Set()),
      ],
    ]),
};
