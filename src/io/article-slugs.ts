/** Which articles a workspace has. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSlug } from '../core/slug.ts';
import { isCode } from './atomic-file.ts';
import { statInside } from './inside.ts';
import { fileError } from './text-file.ts';

/**
 * The slugs of the files in `articles/`, sorted.
 * @throws UserError when the folder cannot be read
 */
export async function articleSlugs(root: string): Promise<readonly string[]> {
  try {
    statInside(root, 'articles');
    const names = await readdir(join(root, 'articles'));
    return names
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.slice(0, -'.md'.length))
      .filter(isSlug)
      .sort();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw fileError(error, 'articles', 'read');
  }
}
