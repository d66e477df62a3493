/** Which articles have changed since a commit. */
import { articleOf } from '../core/paths.ts';
import type { Git } from '../services.ts';

export interface Since {
  /** The commit as a name for people. */
  readonly name: string;
  /** Null: something has changed that concerns them all. */
  readonly slugs: ReadonlySet<string> | null;
}

/** Config and term base. */
const FOR_ALL = new Set(['duizhao.config.json', 'locales/terms.csv']);

/**
 * The articles of which a file has changed, uncommitted changes too.
 * @param ref names a commit; '' the usual one
 * @throws UserError where git cannot say
 */
export function changedSlugs(git: Git, root: string, ref: string): Since {
  const { since, paths } = git.changes(root, ref);
  if (paths.some((path) => FOR_ALL.has(path))) return { name: since, slugs: null };
  const slugs = paths.map(articleOf).filter((slug) => slug !== null);
  return { name: since, slugs: new Set(slugs) };
}
