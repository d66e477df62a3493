/** Three-way merge of locale files, key by key. */
import type { LocaleMap } from '../state.ts';
import type { MergeClash } from './clash.ts';
import { unitedOrder } from './order.ts';
import type { Versions } from './three-way.ts';

export interface MergedLocale {
  readonly map: LocaleMap;
  readonly clashes: readonly MergeClash[];
}

type Text = string | undefined;

/**
 * The text that stands until somebody chooses. git merges the zh and the en file one after the other
 * and neither knows of the other, so the rule has to leave both with the same keys: changed on both
 * sides, the base stands in either; taken out on one side, it is out of both (the unchanged file drops
 * it as well); new on both sides, ours stands, since the file whose texts are equal has the key too.
 */
function standIn({ base, ours, theirs }: Versions<Text>): Text {
  if (ours === undefined || theirs === undefined) return undefined;
  return base ?? ours;
}

/** Merges the three versions of a locale file. Both texts of a clash are in the review file as well. */
export function mergeLocales({ base, ours, theirs }: Versions<LocaleMap>): MergedLocale {
  const map = new Map<string, string>();
  const clashes: MergeClash[] = [];
  for (const key of unitedOrder(ours.keys(), theirs.keys())) {
    const texts = { base: base.get(key), ours: ours.get(key), theirs: theirs.get(key) };
    const value = textOf(texts);
    if (value !== undefined) map.set(key, value);
    if (isClash(texts)) {
      clashes.push({
        key,
        texts: [texts.ours, texts.theirs].map((text) => ({ text: text ?? null })),
      });
    }
  }
  return { map, clashes };
}

function isClash({ base, ours, theirs }: Versions<Text>): boolean {
  return ours !== theirs && ours !== base && theirs !== base;
}

function textOf(texts: Versions<Text>): Text {
  const { base, ours, theirs } = texts;
  if (isClash(texts)) return standIn(texts);
  return ours === base ? theirs : ours;
}
