/** Cards that another version wrote, as this one's lists, feeds and maps take them. */
import * as v from 'valibot';
import type { ArticleCard } from './card.ts';

const text = v.string();
const lang = v.picklist(['zh', 'en']);
const date = v.object({ machine: text, year: v.number(), month: v.number(), day: v.number() });
const parts = v.array(v.object({ text, lang }));
const texts = v.object({
  title: text,
  titleParts: parts,
  dekParts: parts,
  description: v.nullable(text),
});
const note = v.object({ zh: v.exactOptional(text), en: v.exactOptional(text) });
const change = v.object({ lang, from: v.nullable(text), to: v.nullable(text) });
const correction = v.object({
  date,
  langs: v.array(lang),
  note: v.exactOptional(note),
  changes: v.optional(v.array(change), []),
});

/** Fields that later versions added have the value that an article without them has. */
const card: v.GenericSchema<unknown, ArticleCard> = v.object({
  slug: text,
  date: v.nullable(date),
  published: v.optional(v.nullable(date), null),
  updated: v.optional(v.nullable(date), null),
  corrections: v.optional(v.array(correction), []),
  lastApproved: v.optional(v.number(), 0),
  authors: v.array(text),
  tags: v.array(text),
  source: lang,
  unreviewed: v.number(),
  texts: v.object({ zh: texts, en: texts }),
});

/** A card of an article by this slug; null for what is none. */
export function readCard(slug: string, raw: unknown): ArticleCard | null {
  const result = v.safeParse(card, raw);
  return result.success && result.output.slug === slug ? result.output : null;
}
