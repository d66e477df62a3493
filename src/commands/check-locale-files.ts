import { join } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { Finding } from '../core/model.ts';
import { localePath } from '../core/paths.ts';
import type { Services } from '../services.ts';

/** The locale files that findings have fixes for, by path; one that cannot be read places no fix. */
export async function localeFilesOf(
  { readInput }: Pick<Services, 'readInput'>,
  root: string,
  findings: readonly Finding[],
): Promise<ReadonlyMap<string, string>> {
  const paths = new Set(
    findings.flatMap(({ fix, slug, key }) =>
      fix === undefined || key === undefined ? [] : [localePath(fix.lang, slug)],
    ),
  );
  const files = new Map<string, string>();
  for (const path of paths) {
    try {
      files.set(path, new TextDecoder().decode(await readInput(join(root, path))));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return files;
}
