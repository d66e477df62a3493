import { articlePath } from '../core/paths.ts';
import { detectLanguage } from '../core/language.ts';
import { keptBlocks } from '../core/markdown/kept-blocks.ts';
import { placeFinder } from '../core/place.ts';
import type { ArticleCheck } from './check.ts';

/** A line that may begin a block of raw HTML; most articles have none, and are not parsed again. */
const MAY_HOLD_HTML = /^[ >*+\-\d.)]*<[a-z!?/]/im;
const TAGS = /<!--[\s\S]*?-->|<[^>]*>/g;

/** Words inside raw HTML: no segment, so they stand untranslated in every edition. */
export const rawHtml: ArticleCheck = {
  id: 'raw-html',
  severity: 'warning',
  scope: 'article',
  group: 'markup',
  run: ({ state }, check) => {
    const { slug, text } = state.article;
    if (!MAY_HOLD_HTML.test(text)) return [];
    const place = placeFinder(articlePath(slug), text);
    return keptBlocks(text)
      .filter(({ kind, span }) => {
        const words = text.slice(span.from, span.to).replace(TAGS, ' ');
        return kind === 'html' && detectLanguage(words) !== null;
      })
      .map(({ span }) => ({
        check: check.id,
        severity: check.severity,
        slug,
        place: place(span.from),
        values: {},
      }));
  },
};
