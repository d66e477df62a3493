/** Where an article's files stand in a workspace, with forward slashes. */
import type { Lang } from './model.ts';

export function articlePath(slug: string): string {
  return `articles/${slug}.md`;
}

export function reviewPath(slug: string): string {
  return `articles/${slug}.review.jsonl`;
}

export function localePath(lang: Lang, slug: string): string {
  return `locales/${lang}/${slug}.json`;
}

/** The term base. */
export const TERMS_PATH = 'locales/terms.csv';
