/** The files that say how a site looks: a theme in TSX, and CSS. */
import { join, posix } from 'node:path';
import { UserError } from '../core/errors.ts';
import { statInside } from './inside.ts';
import { readTextFile } from './text-file.ts';
import { loadModule, placeOf, type LoadedModule } from './tsx-module.ts';

const MAX_CSS = 1_000_000;

interface LookRequest {
  /** The workspace; both paths are from there, with `/`. */
  readonly root: string;
  readonly theme: string | undefined;
  readonly css: string | undefined;
  /** What a theme may import by name. */
  readonly modules: Readonly<Record<string, unknown>>;
}

interface ReadTheme extends LoadedModule {
  /** Where in its file an error came up. */
  readonly placeOf: (error: unknown) => string;
}

interface ReadFiles {
  readonly theme: ReadTheme | null;
  readonly css: string | null;
}

export type ReadLook = (request: LookRequest) => Promise<ReadFiles>;

function readCss(root: string, name: string): string {
  const path = posix.normalize(name);
  const isInside = !path.startsWith('..') && !path.startsWith('/');
  const text =
    isInside && statInside(root, path)?.isFile() === true
      ? readTextFile(join(root, path), path, MAX_CSS)
      : null;
  if (text === null) throw new UserError(`${name}: there is no such file in the workspace.`);
  return text;
}

/** Reads both, and runs the theme. Throws UserError with file and line. */
export const readLook: ReadLook = async ({ root, theme, css, modules }) => ({
  theme:
    theme === undefined
      ? null
      : {
          ...loadModule({ root, path: theme, modules }),
          placeOf: (error) => placeOf(error, posix.normalize(theme)),
        },
  css: css === undefined ? null : readCss(root, css),
});
