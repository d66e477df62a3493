/** Markdown for other generators, each loaded when it is asked for. */
import type { FlavourName } from '../../core/flavours.ts';
import type { Edition } from '../edition.ts';

interface FlavourEntry {
  readonly id: FlavourName;
  readonly load: () => Promise<{ readonly edition: Edition }>;
}

export const FLAVOUR_EDITIONS: readonly FlavourEntry[] = [
  { id: 'astro', load: () => import('./astro.ts') },
  { id: 'docusaurus', load: () => import('./docusaurus.ts') },
  { id: 'eleventy', load: () => import('./eleventy.ts') },
  { id: 'hugo', load: () => import('./hugo.ts') },
  { id: 'pandoc', load: () => import('./pandoc.ts') },
  { id: 'plain', load: () => import('./plain.ts') },
  { id: 'starlight', load: () => import('./starlight.ts') },
  { id: 'vitepress', load: () => import('./vitepress.ts') },
];

/** The edition for a generator. Throws Error for a name that has none. */
export async function loadFlavour(name: FlavourName): Promise<Edition> {
  const found = FLAVOUR_EDITIONS.find(({ id }) => id === name);
  if (found === undefined) throw new Error(`no flavour ${name}`);
  return (await found.load()).edition;
}
