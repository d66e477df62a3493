/** Generators that Markdown can be written for. */
export const FLAVOURS = [
  'astro',
  'docusaurus',
  'eleventy',
  'hugo',
  'pandoc',
  'plain',
  'starlight',
  'vitepress',
] as const;

export type FlavourName = (typeof FLAVOURS)[number];
