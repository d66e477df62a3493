/** What MDX reads as JavaScript: braces and `<` are escaped everywhere, modules at a line's start here. */
import type { Unsafe } from 'mdast-util-to-markdown';

/** Docusaurus and Starlight know directives besides: `:name`, `::name`, `:::name`. */
export const DIRECTIVE: Unsafe = { character: ':', after: '[A-Za-z:]' };

export const MODULES: readonly Unsafe[] = [
  { atBreak: true, character: 'i', after: 'mport' },
  { atBreak: true, character: 'e', after: 'xport' },
];
