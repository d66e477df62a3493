/** Where lists of articles stand: by subject, by year, page by page. */
import { createHash } from 'node:crypto';
import { latinName } from '../../core/latin.ts';
import { LIST_FOLDERS } from '../../core/slug.ts';
import type { View } from '../edition.ts';
import type { Place } from '../html/links.ts';

const MAX_LENGTH = 60;
/** Characters of a hash that tell two names apart which read alike. */
const HASH_LENGTH = 5;

/** A text in Latin letters, as far as it can be: Chinese in pinyin without tones. */
export type Romanise = (text: string) => string;

const SLUGS = new WeakMap<Romanise, Map<string, string>>();

/**
 * A subject's name in addresses, of the subject alone: what other articles there are does not change it.
 * A name in plain Latin letters is the same however it is written (`Climate Change`, `climate-change`);
 * what loses something on the way (Chinese, `C++`) gets a few characters of its hash.
 */
export function tagSlug(tag: string, romanise: Romanise = String): string {
  const known = SLUGS.get(romanise) ?? new Map<string, string>();
  SLUGS.set(romanise, known);
  const slug = known.get(tag) ?? slugOf(tag, romanise);
  known.set(tag, slug);
  return slug;
}

function slugOf(tag: string, romanise: Romanise): string {
  const name = tag.normalize('NFC').trim();
  const plain = latinName(name);
  if (
    plain !== '' &&
    plain.length <= MAX_LENGTH &&
    name.toLowerCase().replace(/[\s_-]+/g, '-') === plain
  )
    return plain;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_LENGTH);
  const words = latinName(romanise(name)).slice(0, MAX_LENGTH).replace(/-+$/, '');
  return words === '' ? `x-${hash}` : `${words}-${hash}`;
}

/** The articles of a subject. */
export function tagPlace(view: View, slug: string): Place {
  return { view, slug: null, list: `${LIST_FOLDERS.subjects}/${slug}` };
}

/** All subjects. */
export function tagsPlace(view: View): Place {
  return { view, slug: null, list: LIST_FOLDERS.subjects };
}

/** The articles of a year. */
export function yearPlace(view: View, year: number): Place {
  return { view, slug: null, list: `${LIST_FOLDERS.years}/${year}` };
}

/** A further page of a list, from 1. */
export function pageOf(place: Place, number: number): Place {
  if (number === 1) return place;
  const page = `${LIST_FOLDERS.pages}/${number}`;
  return { ...place, list: place.list === undefined ? page : `${place.list}/${page}` };
}
