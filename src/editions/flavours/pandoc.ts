/** Pandoc (`-f markdown-smart`): notes, attributes, mathematics and citations have signs of their own. */
import { flavour } from '../markdown/flavour.ts';
import { markdownOf } from '../markdown/write.ts';

const UNSAFE = [
  { character: '$' },
  { character: '^' },
  { character: '~' },
  { character: '@' },
  { character: '\\' },
  { character: '#', atBreak: true },
  { character: ':', after: ':' },
  { character: '|', atBreak: true },
];

export const edition = flavour({
  id: 'pandoc',
  path: (view, slug, { paths }) => `${paths[view]}/${slug}.md`,
  front: (meta) => meta,
  // Pandoc reads Markdown in its metadata.
  frontText: (text) => markdownOf([{ type: 'text', value: text }], { unsafe: UNSAFE }),
  html: 'tags',
  footnotes: true,
  unsafe: UNSAFE,
});
