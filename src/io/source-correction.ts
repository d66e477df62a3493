/** Corrections of the source on disk: refused in a sentence, or written into the article. */
import { join } from 'node:path';
import { RefusedError, UserError } from '../core/errors.ts';
import type { ArticleFiles } from '../core/load.ts';
import { normalForm } from '../core/normal-form.ts';
import type { Operation } from '../core/operations.ts';
import { articlePath } from '../core/paths.ts';
import type { ArticleState } from '../core/state.ts';
import { writeIfChanged } from './atomic-file.ts';
import { statInside } from './inside.ts';
import { decodeText, fileError } from './text-file.ts';
import { readWorkspaceFile } from './workspace-file.ts';

export function hasCorrection(operations: readonly Operation[]): boolean {
  return operations.some(({ type }) => type === 'correct-source');
}

/**
 * Makes sure that the article takes every correction among the operations.
 * @throws RefusedError with the reason when it does not take one of them
 */
export async function refuseCorrections(
  state: ArticleState,
  operations: readonly Operation[],
  signOffs: number,
): Promise<void> {
  const [{ refusedCorrection }, { sayCorrectionProblem }] = await Promise.all([
    import('../core/apply.ts'),
    import('../core/correction.ts'),
  ]);
  const refused = refusedCorrection(state, operations, signOffs);
  if (refused === null) return;
  throw new RefusedError(sayCorrectionProblem(state.article.slug, refused.problem));
}

/**
 * Writes an article's text, if it is another one than was read. The file gets its normal form: NFC, LF.
 * @param files as they were read
 * @returns the files as they are now
 * @throws UserError when somebody has changed the article meanwhile, or it cannot be written
 */
export async function writeCorrected(
  root: string,
  files: ArticleFiles,
  text: string,
): Promise<ArticleFiles> {
  if (text === files.article) return files;
  const path = articlePath(files.slug);
  const bytes = readWorkspaceFile(root, path);
  if (bytes === null || normalForm(decodeText(bytes, path)) !== files.article) {
    throw new UserError(
      `The source of "${files.slug}" is not corrected: ${path} has just been changed; look at it again.`,
    );
  }
  try {
    statInside(root, path);
    await writeIfChanged(join(root, path), text);
  } catch (error) {
    throw fileError(error, path, 'written');
  }
  return { ...files, article: text };
}
