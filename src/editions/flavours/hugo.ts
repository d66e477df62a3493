/** Hugo: `content/posts/<slug>.<language>.md`. Its shortcodes are read before Markdown, in code too; raw HTML is left out. */
import { flavour } from '../markdown/flavour.ts';
import { pageLanguage } from '../language/index.ts';

const SHORTCODE = /\{\{([<%])(?!\/\*)([^]*?)([>%])\}\}/g;

export const edition = flavour({
  id: 'hugo',
  path: (view, slug, options) =>
    view === 'bilingual'
      ? null
      : `content/posts/${slug}.${pageLanguage(view, options).tag.toLowerCase()}.md`,
  // The language is in the file's name; Hugo warns of a `lang` in the front matter.
  front: ({ lang: _lang, ...meta }) => meta,
  html: 'none',
  footnotes: true,
  unsafe: [],
  // What Hugo itself takes for "this shortcode is only shown".
  code: (text) => text.replace(SHORTCODE, '{{$1/*$2*/$3}}'),
  // Of one without its other end nothing can be said in code.
  isCode: (text) => !/\{\{[<%]/.test(text.replace(SHORTCODE, '')),
});
