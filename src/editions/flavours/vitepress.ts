/**
 * VitePress: English at the root, Chinese below `zh/`. Vue compiles every page, so nothing of the body is
 * a template; containers, attributes, emoji and inclusions are signs of its own.
 */
import { flavour } from '../markdown/flavour.ts';

/** Longer than any that a text could close. */
const FENCE = ':'.repeat(12);

export const edition = flavour({
  id: 'vitepress',
  path: (view, slug, { paths }) => (view === 'en' ? `${slug}.md` : `${paths[view]}/${slug}.md`),
  front: (meta) => meta,
  html: 'tags',
  footnotes: false,
  unsafe: [{ character: ':', after: '(?:[A-Za-z+:-]|\\d+:)' }],
  heading: true,
  frame: (body) => `${FENCE} v-pre\n\n${body}\n${FENCE}\n`,
});
