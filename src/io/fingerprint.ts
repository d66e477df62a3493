import { createHash } from 'node:crypto';
import { articlePath, localePath, reviewPath } from '../core/paths.ts';
import { readWorkspaceFile } from './workspace-file.ts';

/**
 * Hash of an article's files' bytes, and of what else its state depends on.
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
  }
  return hash.digest('base64url');
}
