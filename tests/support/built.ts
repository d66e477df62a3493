/** The built program: dist when it is as new as the source, else a build of its own. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { buildInto } from '../../.tools/build.ts';
import { root } from './source.ts';

const INPUTS = ['src', 'locales', '.tools/build.ts', 'package.json'];

function newestUnder(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestUnder(join(path, name))));
}

function isFresh(folder: string): boolean {
  const meta = join(folder, 'meta.json');
  if (!existsSync(meta)) return false;
  const built = statSync(meta).mtimeMs;
  return INPUTS.every((input) => newestUnder(join(root, input)) <= built);
}

export interface Built {
  readonly folder: string;
  readonly metafile: Metafile;
  readonly remove: () => Promise<void>;
}

/** Gives a folder with today's build; `remove` it afterwards. */
export async function builtProgram(): Promise<Built> {
  const dist = join(root, 'dist');
  if (isFresh(dist)) return { folder: dist, metafile: metafileIn(dist), remove: async () => {} };
  const parent = await mkdtemp(join(tmpdir(), 'duizhao-build-'));
  const folder = join(parent, 'dist');
  await buildInto(folder);
  const remove = () => rm(parent, { recursive: true, force: true });
  return { folder, metafile: metafileIn(folder), remove };
}

function metafileIn(folder: string): Metafile {
  return JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as Metafile;
}
