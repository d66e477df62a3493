/**
 * Runs a TSX file of the workspace and gives back what it exports. The file is the site owner's own
 * program, named in the config; it may import files beside it, and the modules that are handed in.
 */
import { extname, join, posix } from 'node:path';
import { Script } from 'node:vm';
import { transform } from 'sucrase';
import { UserError } from '../core/errors.ts';
import { statInside } from './inside.ts';
import { readTextFile } from './text-file.ts';

const MAX_SOURCE = 1_000_000;
const ENDINGS = ['', '.tsx', '.ts', '.jsx', '.js'];

type Exports = Record<string, unknown>;

export interface LoadedModule {
  readonly exports: Readonly<Exports>;
  /** All that was read, in the order of reading: the same texts make the same module. */
  readonly sources: readonly string[];
}

export interface ModuleRequest {
  readonly root: string;
  /** From the root, with `/`. */
  readonly path: string;
  /** What it may import by name. */
  readonly modules: Readonly<Record<string, unknown>>;
}

interface Loader extends ModuleRequest {
  readonly sources: string[];
  readonly loaded: Map<string, Exports>;
}

function found(root: string, path: string): string | null {
  const names = ENDINGS.map((ending) => path + ending);
  return names.find((name) => extname(name) !== '' && statInside(root, name)?.isFile()) ?? null;
}

/** sucrase puts the place at the end of its message: `… (3:5)`. */
function compileError(error: unknown, path: string): UserError {
  const message = error instanceof Error ? error.message : String(error);
  const [, words = message, line = '1'] =
    /^(?:Error transforming [^:]*: )?([^]*?) ?\((\d+):\d+\)$/.exec(message) ?? [];
  return new UserError(`${path}:${line}: ${words}.`);
}

function compile(source: string, path: string): string {
  try {
    return transform(source, {
      transforms: ['typescript', 'jsx', 'imports'],
      jsxRuntime: 'automatic',
      jsxImportSource: 'duizhao',
      production: true,
      filePath: path,
    }).code;
  } catch (error) {
    throw compileError(error, path);
  }
}

/** Where in the file something went wrong: the first place of it that the error's stack names. */
export function placeOf(error: unknown, path: string): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const at = stack.indexOf(`${path}:`);
  const line = /^\d+/.exec(stack.slice(at + path.length + 1))?.[0];
  return at === -1 || line === undefined ? path : `${path}:${line}`;
}

function required(name: string, from: string, loader: Loader): unknown {
  if (Object.hasOwn(loader.modules, name)) return loader.modules[name];
  const path = name.startsWith('.') ? posix.join(posix.dirname(from), name) : null;
  const file = path === null || path.startsWith('..') ? null : found(loader.root, path);
  if (file !== null) return load(file, loader);
  const known = Object.keys(loader.modules).join(', ');
  throw new UserError(
    `${from}: imports "${name}", which is neither a file beside it nor one of ${known}.`,
  );
}

function load(path: string, loader: Loader): Exports {
  const known = loader.loaded.get(path);
  if (known !== undefined) return known;
  const source = readTextFile(join(loader.root, path), path, MAX_SOURCE);
  if (source === null) throw new UserError(`${path}: there is no such file.`);
  loader.sources.push(source);
  const exports: Exports = {};
  loader.loaded.set(path, exports);
  const code = compile(source, path);
  try {
    const script = new Script(`(function (exports, require) {${code}\n})`, { filename: path });
    const run = script.runInThisContext() as (exports: Exports, require: unknown) => void;
    run(exports, (name: string) => required(name, path, loader));
  } catch (error) {
    if (error instanceof UserError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new UserError(`${placeOf(error, path)}: ${message}.`);
  }
  return exports;
}

/**
 * Compiles and runs it.
 * @throws UserError with file and line when it cannot be read, compiled or run
 */
export function loadModule(request: ModuleRequest): LoadedModule {
  const path = posix.normalize(request.path);
  if (path.startsWith('..') || path.startsWith('/'))
    throw new UserError(`${request.path}: is not in the workspace.`);
  const loader: Loader = { ...request, sources: [], loaded: new Map() };
  if (found(request.root, path) === null) throw new UserError(`${path}: there is no such file.`);
  return { exports: load(path, loader), sources: loader.sources };
}
