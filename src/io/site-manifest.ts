/** The list of what the tool wrote into a site's folder. */
import { hash } from 'node:crypto';
import * as v from 'valibot';
import type { SiteManifest } from '../core/site-folder.ts';

export const MANIFEST = '.duizhao-site.json';

const schema = v.object({
  version: v.string(),
  files: v.record(v.string(), v.string()),
  articles: v.record(v.string(), v.object({ files: v.array(v.string()), card: v.unknown() })),
});

/** Before hashes were kept: the paths alone. */
const oldSchema = v.object({ files: v.array(v.string()) });

export interface ReadManifest {
  readonly manifest: SiteManifest | 'old';
  /** What the tool wrote. */
  readonly paths: ReadonlySet<string>;
}

/** A path that leads out of the folder, or nowhere, is nobody's. */
function isInside(path: string): boolean {
  return path !== '' && !/^\/|^[a-z]:|\\|\0/i.test(path) && !path.split('/').includes('..');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads a manifest. One that cannot be read still marks the folder; every file in it is somebody's. */
export function readManifest(text: string): ReadManifest {
  const raw = parse(text);
  const result = v.safeParse(schema, raw);
  if (result.success && Object.keys(result.output.files).every(isInside)) {
    return { manifest: result.output, paths: new Set(Object.keys(result.output.files)) };
  }
  const old = v.safeParse(oldSchema, raw);
  return { manifest: 'old', paths: new Set(old.success ? old.output.files.filter(isInside) : []) };
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The manifest's bytes: the same site gives the same ones. An article a line. */
export function serializeManifest({ version, files, articles }: SiteManifest): string {
  const list = (record: Readonly<Record<string, unknown>>): string =>
    Object.entries(record)
      .map(([name, value]) => `\n  ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',');
  const [all, own] = [list(sorted(files)), list(sorted(articles))];
  return `{"version": ${JSON.stringify(version)},\n"files": {${all}\n},\n"articles": {${own}\n}}\n`;
}

/** Name of a file's bytes: SHA-256 in base64url. */
export function contentHash(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64url');
}
