/** Astro: a content collection with a folder an edition. */
import { flavour } from '../markdown/flavour.ts';
import { DIRECTIVE, MODULES } from './mdx.ts';

export const edition = flavour({
  id: 'astro',
  path: (view, slug, { paths }) => `src/content/blog/${paths[view]}/${slug}.md`,
  front: (meta) => meta,
  html: 'tags',
  footnotes: true,
  // A site of Starlight has directives in all of its Markdown.
  unsafe: [DIRECTIVE, ...MODULES],
});
