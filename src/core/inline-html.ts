/** Raw HTML inside a sentence: which tags pages show. A tag is a piece of its own, with words around it. */
import { OpenTags } from './open-tags.ts';

const PAIRED: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code del em i ins kbd mark q rb rp rt ruby s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);
const SINGLE: ReadonlySet<string> = new Set(['br', 'wbr', 'img']);
const TAG = /^<(\/?)([a-z][a-z0-9]*)(?=[\s/>])[^]*>$/i;

interface HtmlTag {
  readonly name: string;
  readonly closing: boolean;
}

/** A tag's name in small letters; null for a comment and whatever else is no tag. */
export function htmlTag(raw: string): HtmlTag | null {
  const [, slash, name] = TAG.exec(raw) ?? [];
  return name === undefined ? null : { name: name.toLowerCase(), closing: slash === '/' };
}

/** Whether a tag is one of those that pages show, with its partner where it wants one. */
export function isShownTag({ name, closing }: HtmlTag): boolean {
  return PAIRED.has(name) || isSingle({ name, closing });
}

/** Whether a tag needs no partner: a picture, a break. */
function isSingle({ name, closing }: HtmlTag): boolean {
  return SINGLE.has(name) && !closing;
}

/** Whether what a tag shows is in itself. */
export function isShownAlone(raw: string): boolean {
  const tag = htmlTag(raw);
  return tag !== null && isSingle(tag);
}

/**
 * Indexes of the tags that may stay: those with a partner in the same row, and those that need none.
 * @param row what stands side by side: a tag as the article has it, or null for anything else
 */
export function shownTags(row: readonly (string | null)[]): ReadonlySet<number> {
  const shown = new Set<number>();
  const open = new OpenTags<string>();
  for (const [index, raw] of row.entries()) {
    const tag = raw === null ? null : htmlTag(raw);
    if (tag === null || !isShownTag(tag)) continue;
    if (isSingle(tag)) shown.add(index);
    else if (!tag.closing) open.push(tag.name, index);
    else {
      const start = open.close(tag.name);
      if (start !== null) shown.add(start).add(index);
    }
  }
  return shown;
}
