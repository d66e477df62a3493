/** A page that some languages have, and others have not: one of an article that stays as it was, or of a list of such. */
import { VIEWS, type EditionOptions } from '../edition.ts';
import { chineseSites } from './derived.ts';
import { pagePath, type Place } from './links.ts';

/** Whether there is no page at a path. */
export type Lacks = (path: string) => boolean;

/** Paths of a page in the languages that it is not there in; of a site that lacks nothing, none. */
export function absentOf(place: Place, options: EditionOptions, lacks?: Lacks): readonly string[] {
  if (lacks === undefined) return [];
  const [, ...derived] = chineseSites(options);
  const origin = options.derivedFrom ?? options;
  const paths = [
    ...VIEWS.map((view) => pagePath({ ...place, view }, origin)),
    ...derived.map((site) => pagePath({ ...place, view: 'zh' }, site)),
  ];
  return paths.filter(lacks);
}
