/** `reader.js`: what a reader can do without. */
import type { Edition } from './edition.ts';
import { READER_JS } from './script/reader.ts';

export const edition: Edition = {
  id: 'script',
  ofSite: () => new Map([['reader.js', READER_JS]]),
};
