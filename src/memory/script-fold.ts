/** Traditional characters as Simplified ones, for search. */

/** Characters of the basic plane, each by its UTF-16 unit. */
function tableOf(dictionary: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const row of dictionary.split('|')) {
    const [traditional = '', simplified = ''] = row.split(' ');
    const isKept = traditional.length === simplified.length && traditional !== simplified;
    if (isKept) table.set(traditional, simplified);
  }
  return table;
}

type Fold = (text: string) => string;

async function makeScriptFold(): Promise<Fold> {
  const { default: dictionary } = await import('opencc-js/dict/TSCharacters');
  const table = tableOf(dictionary);
  const traditional = new RegExp(`[${[...table.keys()].join('')}]`, 'gu');
  return (text) => text.replace(traditional, (character) => table.get(character) ?? character);
}

let made: Promise<Fold> | undefined;

/**
 * Loads OpenCC's table of characters (29 KB, loaded when it is first asked for) and makes it a folding: 鐵路 and
 * 铁路 become the same. Character by character, so lengths stay: what a word would decide (乾隆, 乾燥) is the same
 * on both sides of a search.
 */
export function loadScriptFold(): Promise<Fold> {
  made ??= makeScriptFold();
  return made;
}
