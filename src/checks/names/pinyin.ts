/** Whether Chinese characters are read as a name in Latin letters is spelled. */
import { READINGS } from './readings.ts';

let table: ReadonlyMap<string, readonly string[]> | null = null;

/** Read when it is first asked for: most texts name nobody. */
function readings(): ReadonlyMap<string, readonly string[]> {
  if (table !== null) return table;
  const made = new Map<string, string[]>();
  for (const [, syllable = '', signs = ''] of READINGS.matchAll(/([a-z]+)(\P{ASCII}+)/gu)) {
    const written = spellings(syllable);
    for (const sign of signs) {
      const before = made.get(sign);
      if (before === undefined) made.set(sign, [...written]);
      else before.push(...written);
    }
  }
  table = made;
  return made;
}

/** The ways in which ü is written in a name. */
function spellings(syllable: string): readonly string[] {
  if (!syllable.includes('v')) return [syllable];
  return [
    syllable,
    syllable.replace('v', 'u'),
    syllable.replace('v', 'yu'),
    syllable.replace('v', 'ue'),
  ];
}

const all = new Set<string>();

function syllables(): ReadonlySet<string> {
  if (all.size === 0) {
    for (const known of readings().values()) {
      for (const one of known) all.add(one);
    }
  }
  return all;
}

/** A spelling without what is left to taste: capitals, hyphens, apostrophes, dots on letters. */
export function foldSpelling(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}'’\s-]/gu, '')
    .toLowerCase();
}

/** Whether letters (folded) are so many syllables of Mandarin. */
export function isPinyin(letters: string, count: number): boolean {
  if (count === 0) return letters === '';
  for (let to = Math.min(6, letters.length); to > 0; to -= 1) {
    if (!syllables().has(letters.slice(0, to))) continue;
    if (isPinyin(letters.slice(to), count - 1)) return true;
  }
  return false;
}

/** How a character may be spelled; null where it is too rare to be known. */
export function spellingsOf(sign: string): readonly string[] | null {
  return readings().get(sign) ?? null;
}

/** Whether characters may be read as folded letters say; rare characters may be read in any way. */
export function readsAs(han: string, letters: string): boolean {
  const [sign = ''] = han;
  if (sign === '') return letters === '';
  const known = spellingsOf(sign);
  if (known === null) return letters.length > 0;
  return known.some(
    (one) => letters.startsWith(one) && readsAs(han.slice(sign.length), letters.slice(one.length)),
  );
}
