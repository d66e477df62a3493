/** Slugs: the article's name in files, URLs and i18next namespaces. */

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The namespace of the tool's own strings. */
export const RESERVED_SLUG = 'duizhao';

/** Where an edition's lists stand in its folder: an article of such a name would have the address of a list. */
export const LIST_FOLDERS = { pages: 'page', subjects: 'tags', years: 'archive' } as const;

/** Whether a slug is the name of a folder of lists. */
export function isListFolder(slug: string): boolean {
  return Object.values<string>(LIST_FOLDERS).includes(slug);
}

/** Whether a name may be an article's slug. */
export function isSlug(name: string): boolean {
  return SLUG.test(name) && name.length <= 100 && name !== RESERVED_SLUG;
}
