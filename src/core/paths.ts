/** Where an article's files stand in a workspace, with forward slashes. */
import type { Lang } from './model.ts';

export function articlePath(slug: string): string {
  return `articles/${slug}.md`;
}

export function reviewPath(slug: string): string {
  return `articles/${slug}.review.jsonl`;
}

/** What went out of it. */
export function publishedPath(slug: string): string {
  return `articles/${slug}.published.jsonl`;
}

export function localePath(lang: Lang, slug: string): string {
  return `locales/${lang}/${slug}.json`;
}

/** The term base. */
export const TERMS_PATH = 'locales/terms.csv';

const OF_ARTICLE =
  /^(?:articles\/([a-z0-9-]+)\.(?:md|(?:review|published)\.jsonl)|locales\/(?:zh|en)\/([a-z0-9-]+)\.json)$/;

/** The slug of the article that a path of the workspace belongs to, or null. */
export function articleOf(path: string): string | null {
  const found = OF_ARTICLE.exec(path);
  return found?.[1] ?? found?.[2] ?? null;
}
