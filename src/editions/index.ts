/** All editions, and the files they make together. */
import type { ArticleState } from '../core/state.ts';
import { edition as chooser } from './chooser.ts';
import type { Edition, EditionOptions, Files } from './edition.ts';
import { edition as indexes } from './indexes.ts';
import { edition as markdown } from './markdown.ts';
import { edition as pages } from './pages.ts';
import { readiness } from './parts/readiness.ts';
import { edition as stylesheet } from './stylesheet.ts';

export const EDITIONS: readonly Edition[] = [chooser, indexes, markdown, pages, stylesheet];

// Control characters but tab and line feed: in a terminal they are commands.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * Renders every edition of the articles.
 * @throws Error for an article that may not go out: the caller has to ask `readiness` first
 */
export function renderEditions(states: readonly ArticleState[], options: EditionOptions): Files {
  const refused = states.find((state) => !options.drafts && readiness(state).open.length > 0);
  if (refused !== undefined) throw new Error(`${refused.article.slug} holds unreviewed text`);
  const files = new Map<string, string>();
  for (const { id, render } of EDITIONS) {
    for (const [path, text] of render(states, options)) {
      if (files.has(path)) throw new Error(`edition ${id} writes ${path} a second time`);
      files.set(path, text.replace(CONTROL, '\uFFFD'));
    }
  }
  return files;
}
