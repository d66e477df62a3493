/** What can be published besides the pages, each loaded when it is asked for. */
import type { AlsoName } from '../../core/also.ts';
import type { Edition } from '../edition.ts';

interface AlsoEntry {
  readonly id: AlsoName;
  readonly load: () => Promise<{ readonly edition: Edition }>;
}

export const ALSO_EDITIONS: readonly AlsoEntry[] = [
  { id: 'docx', load: () => import('./docx.ts') },
  { id: 'epub', load: () => import('./epub.ts') },
  { id: 'pairs', load: () => import('./pairs.ts') },
  { id: 'tmx', load: () => import('./tmx.ts') },
];

/** The editions of these names, in an order that does not depend on theirs. */
export async function loadAlso(names: ReadonlySet<AlsoName>): Promise<readonly Edition[]> {
  const wanted = ALSO_EDITIONS.filter(({ id }) => names.has(id));
  return Promise.all(wanted.map(async ({ load }) => (await load()).edition));
}
