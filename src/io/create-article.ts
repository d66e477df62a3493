import { link, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../core/errors.ts';
import { articlePath } from '../core/paths.ts';
import { isCode } from './atomic-file.ts';
import { statInside } from './inside.ts';
import { makeFolder } from './make-folder.ts';
import { fileError } from './text-file.ts';

/**
 * Writes a new article.
 * @param pid of this process
 * @throws UserError when one of that slug exists, or it cannot be written
 */
export async function createArticle(
  root: string,
  slug: string,
  text: string,
  pid: number,
): Promise<void> {
  const path = join(root, articlePath(slug));
  const temporary = `${path}.${pid}.tmp`;
  statInside(root, 'articles');
  await makeFolder(dirname(path), 'articles');
  try {
    await writeFile(temporary, text, { flush: true });
    // A link, unlike a rename, fails when the name is taken.
    await link(temporary, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw fileError(error, articlePath(slug), 'written');
    throw new UserError(
      `${articlePath(slug)} exists already and is not overwritten: choose another name with --slug.`,
    );
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}
