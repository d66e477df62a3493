/** The list of what the tool wrote into a site's folder. */
import { hash } from 'node:crypto';
import * as v from 'valibot';
import type { SiteManifest } from '../core/site-folder.ts';

export const MANIFEST = '.duizhao-site.json';

const schema = v.object({
  version: v.string(),
  files: v.record(v.string(), v.string()),
  articles: v.record(
    v.string(),
    v.object({
      files: v.array(v.string()),
      card: v.unknown(),
      hash: v.exactOptional(v.object({ zh: v.string(), en: v.string() })),
    }),
  ),
});

/** Before hashes were kept: the paths alone. */
const oldSchema = v.object({ files: v.array(v.string()) });

export interface ReadManifest {
  readonly manifest: SiteManifest | 'old';
  /** What the tool wrote. */
  readonly paths: ReadonlySet<string>;
}

/** Most paths: nothing in them could lead anywhere else. */
const PLAIN = /^[\w-][\w./-]*$/;

/** A path that leads out of the folder, or nowhere, is nobody's. */
function isInside(path: string): boolean {
  if (PLAIN.test(path) && !path.includes('..')) return true;
  return path !== '' && !/^\/|^[a-z]:|\\|\0/i.test(path) && !path.split('/').includes('..');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(value: unknown, names: readonly string[]): value is Record<string, unknown> {
  if (!isObject(value) || Object.keys(value).length !== names.length) return false;
  return names.every((name) => Object.hasOwn(value, name));
}

/** Names that the schema leaves out. */
const RESERVED = ['__proto__', 'prototype', 'constructor'];

function isRecordOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  if (!isObject(value) || RESERVED.some((name) => Object.hasOwn(value, name))) return false;
  return Object.values(value).every(isItem);
}

/** A site that is older than these names has none. */
function isHash(value: unknown): boolean {
  return (
    value === undefined || (hasOnly(value, ['zh', 'en']) && Object.values(value).every(isText))
  );
}

function isArticle(value: unknown): boolean {
  if (!isObject(value) || !isHash(value['hash'])) return false;
  const own = ['files', 'card', ...(Object.hasOwn(value, 'hash') ? ['hash'] : [])];
  if (!hasOnly(value, own)) return false;
  return Array.isArray(value['files']) && value['files'].every(isText);
}

/** Whether it is what the schema would make of it, so that thousands of paths are not copied: the usual case. */
function isJustThat(raw: unknown): raw is SiteManifest {
  if (!hasOnly(raw, ['version', 'files', 'articles']) || !isText(raw['version'])) return false;
  return isRecordOf(raw['files'], isText) && isRecordOf(raw['articles'], isArticle);
}

function manifestIn(raw: unknown): SiteManifest | null {
  if (isJustThat(raw)) return raw;
  const result = v.safeParse(schema, raw);
  return result.success ? result.output : null;
}

/** Reads a manifest. One that cannot be read still marks the folder; every file in it is somebody's. */
export function readManifest(text: string): ReadManifest {
  const raw = parse(text);
  const manifest = manifestIn(raw);
  const paths = Object.keys(manifest?.files ?? {});
  if (manifest !== null && paths.every(isInside)) return { manifest, paths: new Set(paths) };
  const old = v.safeParse(oldSchema, raw);
  return { manifest: 'old', paths: new Set(old.success ? old.output.files.filter(isInside) : []) };
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const names = Object.keys(record);
  if (names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name)) return record;
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The manifest's bytes: the same site gives the same ones. An article a line. */
export function serializeManifest({ version, files, articles }: SiteManifest): string {
  // A path a line.
  const all = JSON.stringify(sorted(files), null, 2).slice(1, -1).trimEnd();
  const own = Object.entries(sorted(articles))
    .map(([name, value]) => `\n  ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',');
  return `{"version": ${JSON.stringify(version)},\n"files": {${all}\n},\n"articles": {${own}\n}}\n`;
}

/** Name of a file's bytes: SHA-256 in base64url. */
export function contentHash(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64url');
}
