/** Eleventy: a folder an edition. Liquid would run over the whole file before Markdown is read. */
import { flavour } from '../markdown/flavour.ts';

export const edition = flavour({
  id: 'eleventy',
  path: (view, slug, { paths }) => `${paths[view]}/${slug}.md`,
  front: (meta) => ({ ...meta, templateEngineOverride: 'md' }),
  html: 'tags',
  footnotes: false,
  unsafe: [],
});
