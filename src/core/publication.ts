/** What an editor says of an article's place on the site: `publish:` in its front matter. */
import type { FrontMatter } from './model.ts';

/** In the order in which an article passes through them. */
export const PUBLICATIONS = ['draft', 'held', 'ready', 'published', 'withdrawn'] as const;

/**
 * `draft`, `held`: nothing new goes out, what is out stays · `ready`, `published`: goes out when it may ·
 * `withdrawn`: its pages are taken off the site. It says nothing of how far the translation is.
 */
export type Publication = (typeof PUBLICATIONS)[number];

/** A value that is none of them. */
export interface UnknownPublication {
  readonly unknown: string;
}

function isPublication(value: unknown): value is Publication {
  return PUBLICATIONS.some((known) => known === value);
}

/** The publication status of an article; `ready` when it says nothing. */
export function publicationOf(front: FrontMatter): Publication | UnknownPublication {
  const value = front['publish'];
  if (value === undefined || value === null) return 'ready';
  if (isPublication(value)) return value;
  return { unknown: typeof value === 'string' ? value : JSON.stringify(value) };
}
