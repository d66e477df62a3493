import { UserError } from '../core/errors.ts';
import type { Translate } from '../core/messages.ts';
import { nearest } from '../core/nearest.ts';
import type { Workspace } from '../core/ports.ts';

/**
 * The articles that the arguments name, or all.
 * @throws UserError for a slug that there is no article of
 */
export async function chooseSlugs(
  workspace: Workspace,
  wanted: readonly string[],
): Promise<readonly string[]> {
  const all = await workspace.slugs();
  for (const slug of wanted) {
    if (all.includes(slug)) continue;
    const guess = nearest(slug, all);
    const hint = guess === null ? 'see `duizhao status`.' : `did you mean "${guess}"?`;
    throw new UserError(`There is no article "${slug}": ${hint}`);
  }
  return wanted.length === 0 ? all : [...new Set(wanted)].sort();
}

/** The arguments of a command that works on the named articles, or on all. */
export function slugArguments(t: Translate) {
  return {
    kind: 'array',
    parameter: { brief: t('argument.slugs'), parse: String, placeholder: 'slug' },
  } as const;
}
