/** Each article as a table of both languages for Word. */
import { documentFiles } from '../docx/package.ts';
import type { Edition } from '../edition.ts';
import { zip } from '../zip.ts';
import { articleFile } from './formats.ts';

export const edition: Edition = {
  id: 'docx',
  ofArticle: (state, card, { options }) =>
    new Map([
      [
        articleFile('docx', 'bilingual', card.slug, options),
        zip(documentFiles(state, card, options), new Set()),
      ],
    ]),
};
