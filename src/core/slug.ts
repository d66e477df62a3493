/** Slugs: the article's name in files, URLs and i18next namespaces. */

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The namespace of the tool's own strings. */
export const RESERVED_SLUG = 'duizhao';

/** Whether a name may be an article's slug. */
export function isSlug(name: string): boolean {
  return SLUG.test(name) && name.length <= 100 && name !== RESERVED_SLUG;
}
