/** Starlight: the same file names below each language's folder of `src/content/docs`. */
import { flavour } from '../markdown/flavour.ts';
import { DIRECTIVE, MODULES } from './mdx.ts';

const CHINESE = {
  'zh-Hans': 'zh-cn',
  'zh-Hant': 'zh-tw',
  'zh-Hant-TW': 'zh-tw',
  'zh-Hant-HK': 'zh-hk',
} as const;

export const edition = flavour({
  id: 'starlight',
  path: (view, slug, { chinese }) =>
    view === 'bilingual'
      ? null
      : `src/content/docs/${view === 'en' ? 'en' : CHINESE[chinese]}/${slug}.md`,
  front: (meta) => meta,
  html: 'tags',
  footnotes: true,
  unsafe: [DIRECTIVE, ...MODULES],
});
