/** Files of the site as a whole: each says what it shows before anybody makes it. */
import { nameOf } from '../core/name-of.ts';
import type { Content } from './edition.ts';

export interface SiteFile {
  /** Below the output folder. */
  readonly path: string;
  /** Name of what it shows: on one ground, the same name at the same path is the same content. */
  readonly inputs: string;
  readonly render: () => Content;
}

const NAMES = new WeakMap<object, string>();

/** Name of plain data that many files show: made once. */
export function nameOnce(data: object): string {
  const known = NAMES.get(data);
  if (known !== undefined) return known;
  const name = nameOf(data);
  NAMES.set(data, name);
  return name;
}

/** A file that shows plain data, and what the ground says. */
export function siteFile<Shown>(
  path: string,
  shown: Shown,
  render: (shown: Shown) => Content,
): SiteFile {
  return { path, inputs: nameOf(shown), render: () => render(shown) };
}

/** A file that is the same whichever articles there are. */
export function groundFile(path: string, render: () => Content): SiteFile {
  return siteFile(path, null, render);
}
