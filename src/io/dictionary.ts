/**
 * Finds the text of CC-CEDICT, which is no part of this program (its licence, CC BY-SA 4.0, is its own): a file that
 * the config or the environment names, else the `cc-cedict` package where somebody has installed it.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UserError } from '../core/errors.ts';
import { tooLarge } from '../core/limits.ts';
import { isCode } from './atomic-file.ts';
import type { Environment } from './state-folder.ts';
import { checkFile, decodeText, fileError } from './text-file.ts';

/** The package that brings the dictionary's data with it. */
export const DICTIONARY_PACKAGE = 'cc-cedict';
/** Names a file, as the config's `dictionary` does. */
export const DICTIONARY_VARIABLE = 'DUIZHAO_CEDICT';

/** The dictionary has some 10 MB. */
const MAX_DICTIONARY = 64_000_000;
const PACKAGE_FILE = join('node_modules', DICTIONARY_PACKAGE, 'data', 'all.js');

export interface DictionaryPlaces {
  /** The workspace. */
  readonly root: string;
  /** The config's `dictionary`: absolute, or relative to the workspace. */
  readonly configured: string | undefined;
  readonly environment: Environment;
  /** A folder of the program: packages installed beside it are found too. */
  readonly program?: string;
}

export interface DictionaryText {
  /** In the format of CC-CEDICT. */
  readonly text: string;
  /** The file it was read from. */
  readonly file: string;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unpacked(bytes: Uint8Array, name: string): Uint8Array {
  if (!isGzip(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_DICTIONARY });
  } catch (error) {
    if (isCode(error, 'ERR_BUFFER_TOO_LARGE')) throw tooLarge(name, null, MAX_DICTIONARY);
    throw new UserError(`${name} cannot be unpacked: get the dictionary again.`);
  }
}

/** @throws UserError when it cannot be read, is too large or is not UTF-8 */
function readFile(path: string, name: string): string {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) {
      throw new UserError(
        `${name}: there is no such file; "dictionary" or ${DICTIONARY_VARIABLE} names one in the format of CC-CEDICT.`,
      );
    }
    checkFile(stats, name, MAX_DICTIONARY);
    return decodeText(unpacked(readFileSync(path), name), name);
  } catch (error) {
    throw fileError(error, name, 'read');
  }
}

/** A folder and those that it lies in. */
function upwards(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

function installedFile({ root, program }: DictionaryPlaces): string | null {
  const folders = [root, ...(program === undefined ? [] : [program])].flatMap(upwards);
  const files = folders.map((folder) => join(folder, PACKAGE_FILE));
  return files.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile()) ?? null;
}

/** A row of the package's data as a line of CC-CEDICT; '' for one of another shape. */
function lineOf(row: unknown): string {
  if (!Array.isArray(row)) return '';
  const [traditional, simplified, pinyin, senses]: readonly unknown[] = row;
  if (!Array.isArray(senses) || senses.length === 0) return '';
  return `${String(traditional)} ${String(simplified)} [${String(pinyin)}] /${senses.join('/')}/`;
}

/** The package's data, an array in a module, as text. The module is read, never run. */
function fromPackage(module: string, name: string): string {
  try {
    const rows: unknown = JSON.parse(
      module.slice(module.indexOf('['), module.lastIndexOf(']') + 1),
    );
    if (Array.isArray(rows)) return rows.map((row) => `${lineOf(row)}\n`).join('');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UserError(`${name} is not as expected: name a file with "dictionary" in the config.`);
}

/**
 * The dictionary's text, plain or gzipped on disk, or null when there is none. The config comes first, then the
 * environment, then the package.
 * @throws UserError when the file that is named, or the package's, cannot be read
 */
export function readDictionary(places: DictionaryPlaces): DictionaryText | null {
  const { root, configured, environment } = places;
  const named = configured ?? environment[DICTIONARY_VARIABLE] ?? '';
  if (named !== '') {
    const file = isAbsolute(named) ? named : join(root, named);
    return { text: readFile(file, named), file };
  }
  const file = installedFile(places);
  return file === null ? null : { text: fromPackage(readFile(file, file), file), file };
}
