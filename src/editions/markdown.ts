/** The article as Markdown: one language spliced into its own text by offset, or both. */
import { spliceArticle } from '../core/markdown/splice.ts';
import type { Lang } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import type { Edition, EditionOptions, View } from './edition.ts';
import { VIEWS } from './edition.ts';
import { pageLanguage } from './language/index.ts';
import { bilingualMarkdown } from './markdown/bilingual.ts';
import { carried } from './markdown/carried.ts';
import { withFrontLines } from './markdown/front-lines.ts';
import { readiness } from './parts/readiness.ts';
import { sideIn } from './parts/sides.ts';

function oneLanguage(state: ArticleState, lang: Lang): string {
  return spliceArticle(state.article, (_, index) => {
    const unit = state.units[index];
    const side = unit === undefined ? null : sideIn(unit, lang);
    if (side === null) return { text: '', lang };
    // The article's own words stay byte for byte as they stand.
    return { text: side.role === 'source' ? null : side.text, lang: side.lang };
  });
}

/** The article in a view with its front matter, nothing else changed. */
export function articleMarkdown(state: ArticleState, view: View, options: EditionOptions): string {
  return view === 'bilingual' ? bilingualMarkdown(state, options) : oneLanguage(state, view);
}

function render(state: ArticleState, view: View, options: EditionOptions): string {
  const [zh, en] = [pageLanguage('zh', options).tag, pageLanguage('en', options).tag];
  const lang = view === 'bilingual' ? `[${zh}, ${en}]` : pageLanguage(view, options).tag;
  const text = carried(articleMarkdown(state, view, options));
  // What holds unreviewed text says so: site generators keep such a file back.
  const open = readiness(state).open.length > 0;
  return withFrontLines(text, open ? { lang, draft: 'true' } : { lang });
}

export const edition: Edition = {
  id: 'markdown',
  ofArticle: (state, { slug }, { options }) =>
    new Map(
      VIEWS.map((view): [string, string] => [
        `${options.paths[view]}/${slug}/index.md`,
        render(state, view, options),
      ]),
    ),
};
