/** Files in the workspace's folders that belong to no article: nobody would miss them by themselves. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGS } from '../core/model.ts';
import { isSlug, RESERVED_SLUG } from '../core/slug.ts';
import { isCode } from './atomic-file.ts';
import { fileError } from './text-file.ts';

async function namesIn(root: string, folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(root, folder).length + 1))
      .filter((name) => !/(?:^|[\\/])\./.test(name))
      .sort();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw fileError(error, folder, 'read');
  }
}

function slugOf(name: string, ending: string): string | null {
  return name.endsWith(ending) ? name.slice(0, -ending.length) : null;
}

export interface Strangers {
  /** Articles, by their look, whose name is no slug: they are not read. */
  readonly articles: readonly string[];
  /** Locale and review files without an article. */
  readonly others: readonly string[];
}

function isMisnamed(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name) && !isSlug(slugOf(name, '.md') ?? '');
}

/** Files of a folder that end so and belong to none of the articles. */
async function without(
  root: string,
  folder: string,
  ending: string,
  known: ReadonlySet<string>,
): Promise<string[]> {
  const names = await namesIn(root, folder);
  return names
    .filter((name) => name.endsWith(ending) && !known.has(slugOf(name, ending) ?? ''))
    .map((name) => `${folder}/${name}`);
}

/** Paths from the root. */
export async function findStrangers(root: string, slugs: readonly string[]): Promise<Strangers> {
  const known = new Set([...slugs, RESERVED_SLUG]);
  const articles = (await namesIn(root, 'articles')).filter(isMisnamed);
  const others = (
    await Promise.all(
      ['.published.jsonl', '.review.jsonl'].map((end) => without(root, 'articles', end, known)),
    )
  ).flat();
  for (const lang of LANGS) {
    others.push(...(await without(root, `locales/${lang}`, '.json', known)));
  }
  return { articles: articles.map((name) => `articles/${name}`), others };
}
