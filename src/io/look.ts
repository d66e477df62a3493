/** The files that say how a site looks: a theme in TSX, CSS, an icon. */
import { join, posix } from 'node:path';
import { UserError } from '../core/errors.ts';
import { statInside } from './inside.ts';
import { readTextFile } from './text-file.ts';
import { readWorkspaceFile } from './workspace-file.ts';
import { loadModule, placeOf, type LoadedModule } from './tsx-module.ts';

const MAX_CSS = 1_000_000;
/** What browsers show in a tab. */
const ICON = /\.(svg|png|ico)$/i;

interface LookRequest {
  /** The workspace; all paths are from there, with `/`. */
  readonly root: string;
  readonly theme: string | undefined;
  readonly css: string | undefined;
  readonly icon: string | undefined;
  /** What a theme may import by name. */
  readonly modules: Readonly<Record<string, unknown>>;
}

interface ReadTheme extends LoadedModule {
  /** Where in its file an error came up. */
  readonly placeOf: (error: unknown) => string;
}

interface ReadIcon {
  /** Of its name: `svg`, `png` or `ico`. */
  readonly ending: string;
  readonly bytes: Uint8Array;
}

interface ReadFiles {
  readonly theme: ReadTheme | null;
  readonly css: string | null;
  readonly icon: ReadIcon | null;
}

export type ReadLook = (request: LookRequest) => Promise<ReadFiles>;

/** A name from the config as a path in the workspace; null for one that leads out of it. */
function pathInside(name: string): string | null {
  const path = posix.normalize(name);
  return path.startsWith('..') || path.startsWith('/') ? null : path;
}

function noFile(name: string): UserError {
  return new UserError(`${name}: there is no such file in the workspace.`);
}

function readCss(root: string, name: string): string {
  const path = pathInside(name);
  const text =
    path !== null && statInside(root, path)?.isFile() === true
      ? readTextFile(join(root, path), path, MAX_CSS)
      : null;
  if (text === null) throw noFile(name);
  return text;
}

function readIcon(root: string, name: string): ReadIcon {
  const ending = ICON.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) throw new UserError(`${name}: an icon is an SVG, PNG or ICO file.`);
  const path = pathInside(name);
  const bytes = path === null ? null : readWorkspaceFile(root, path);
  if (bytes === null) throw noFile(name);
  return { ending, bytes };
}

/** Reads them, and runs the theme. Throws UserError with file and line. */
export const readLook: ReadLook = async ({ root, theme, css, icon, modules }) => ({
  theme:
    theme === undefined
      ? null
      : {
          ...loadModule({ root, path: theme, modules }),
          placeOf: (error) => placeOf(error, posix.normalize(theme)),
        },
  css: css === undefined ? null : readCss(root, css),
  icon: icon === undefined ? null : readIcon(root, icon),
});
