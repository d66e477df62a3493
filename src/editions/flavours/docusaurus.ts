/** Docusaurus: English as the blog's source, Chinese as its translation. It reads `.md` as MDX. */
import { pageLanguage } from '../language/index.ts';
import { flavour } from '../markdown/flavour.ts';
import { keepHeadings } from '../markdown/kept-headings.ts';
import { DIRECTIVE, MODULES } from './mdx.ts';

export const edition = flavour({
  id: 'docusaurus',
  path: (view, slug, options) => {
    if (view === 'bilingual') return null;
    if (view === 'en') return `blog/${slug}.md`;
    const { tag } = pageLanguage('zh', options);
    return `i18n/${tag}/docusaurus-plugin-content-blog/${slug}.md`;
  },
  // A mere name would be looked up in `authors.yml`.
  front: ({ authors, ...meta }) => ({
    ...meta,
    authors: Array.isArray(authors) ? authors.map((name) => ({ name: String(name) })) : undefined,
  }),
  html: 'tags',
  footnotes: true,
  last: keepHeadings,
  unsafe: [DIRECTIVE, ...MODULES],
});
