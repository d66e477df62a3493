import { createHash } from 'node:crypto';
import { articlePath, localePath, reviewPath } from '../core/paths.ts';
import { picturesNamed } from '../core/pictures.ts';
import { pictureStamp } from './picture-file.ts';
import { readWorkspaceFile } from './workspace-file.ts';

/** What the pictures that an article names are; '' for none. */
function picturesIn(root: string, article: Buffer): string {
  return picturesNamed(article.toString('utf8'))
    .flatMap((path) => {
      const stamp = pictureStamp(root, path);
      return stamp === null ? [] : [`\n${path}\n${stamp}`];
    })
    .join('');
}

/**
 * Hash of an article's files' bytes, of when its pictures were written, and of what else its state depends on.
 * @throws UserError for a file that cannot be read
 */
export function fingerprintFiles(root: string, slug: string, rest: string): string {
  const hash = createHash('sha256').update(rest);
  const paths = [
    articlePath(slug),
    localePath('zh', slug),
    localePath('en', slug),
    reviewPath(slug),
  ];
  for (const path of paths) {
    const bytes = readWorkspaceFile(root, path);
    // Lengths keep the borders: no two sets of files share a stream of bytes.
    hash.update(`\n${bytes === null ? -1 : bytes.length}\n`);
    if (bytes !== null) hash.update(bytes);
    if (bytes !== null && path === paths[0]) hash.update(picturesIn(root, bytes));
  }
  return hash.digest('base64url');
}
