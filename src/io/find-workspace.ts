/** Finds the workspace that a folder is in, and reads its config. */
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ParseError } from 'jsonc-parser';
import { parseConfig, DEFAULT_CONFIG, type Config } from '../config.ts';
import { UserError } from '../core/errors.ts';
import { MAX_BYTES } from '../core/limits.ts';
import { placeAt } from '../core/place.ts';
import { readTextFile } from './text-file.ts';

const CONFIG_FILE = 'duizhao.config.json';

export interface FoundWorkspace {
  readonly root: string;
  readonly config: Config;
}

async function readJson(path: string, name: string): Promise<unknown> {
  const text = readTextFile(path, name, MAX_BYTES.config);
  if (text === null) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw await brokenJson(text, name);
  }
}

/** What is wrong with JSON, and where. */
async function brokenJson(text: string, name: string): Promise<UserError> {
  const { parse, printParseErrorCode } = await import('jsonc-parser');
  const marker = text.search(/^<{7}/m);
  if (marker !== -1) {
    const { line } = placeAt(name, text, marker);
    return new UserError(
      `${name}:${line}: a merge left conflict markers; choose one of the sides.`,
    );
  }
  const error = firstError(text, parse);
  if (error === null) return new UserError(`${name}: the JSON is broken.`);
  const { line } = placeAt(name, text, error.offset);
  return new UserError(
    `${name}:${line}: the JSON is broken (${printParseErrorCode(error.error)}).`,
  );
}

type Parse = typeof import('jsonc-parser').parse;

/** The parser that knows places calls itself for every level; null when that brings it down. */
function firstError(text: string, parse: Parse): ParseError | null {
  const errors: ParseError[] = [];
  try {
    parse(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return errors[0] ?? null;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true;
}

async function configAt(folder: string): Promise<Config | null> {
  const own = await readJson(join(folder, CONFIG_FILE), CONFIG_FILE);
  if (own !== undefined) return parseConfig(own, CONFIG_FILE);
  const manifest = await readJson(join(folder, 'package.json'), 'package.json');
  if (typeof manifest === 'object' && manifest !== null && 'duizhao' in manifest) {
    return parseConfig(manifest.duizhao, 'package.json, key "duizhao"');
  }
  return (await isFolder(join(folder, 'articles'))) ? DEFAULT_CONFIG : null;
}

/**
 * The nearest folder upwards with a config or an `articles` folder.
 * @throws UserError when there is none, or its config cannot be read
 */
export async function findWorkspace(from: string): Promise<FoundWorkspace | null> {
  for (let folder = from; ; folder = dirname(folder)) {
    const config = await configAt(folder);
    if (config !== null) return { root: folder, config };
    if (dirname(folder) === folder) return null;
  }
}
