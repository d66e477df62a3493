/** `style.css`: the one stylesheet of the site. */
import { BASE_CSS } from './css/base.ts';
import { LISTS_CSS } from './css/lists.ts';
import { TEXT_CSS } from './css/text.ts';
import { PAIRS_CSS } from './css/pairs.ts';
import { PRINT_CSS } from './css/print.ts';
import type { Edition } from './edition.ts';
import { groundFile } from './site-file.ts';

export const edition: Edition = {
  id: 'stylesheet',
  ofSite: (_cards, { css = '' }) => [
    groundFile('style.css', () =>
      [BASE_CSS, LISTS_CSS, TEXT_CSS, PAIRS_CSS, PRINT_CSS, css].join('\n'),
    ),
  ],
};
