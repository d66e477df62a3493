/** `reader.js`: what a reader can do without. */
import type { Edition } from './edition.ts';
import { READER_JS } from './script/reader.ts';
import { groundFile } from './site-file.ts';

export const edition: Edition = {
  id: 'script',
  ofSite: () => [groundFile('reader.js', () => READER_JS)],
};
