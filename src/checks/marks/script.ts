/**
 * Which script Chinese is in. A character tells when OpenCC changes it and the other side's national
 * character set (GB 2312, Big5) does not have it: 后, 干, 台, 乾, 著 stand in both and tell nothing.
 */
import simplifiedRows from 'opencc-js/dict/STCharacters';
import traditionalRows from 'opencc-js/dict/TSCharacters';

export type Script = 'Hans' | 'Hant';

/** Characters that tell a script, each with its form in the other one. */
type Tellers = Readonly<Record<Script, ReadonlyMap<string, string>>>;

function decodeRange(
  label: string,
  [from, to]: readonly [number, number],
  trails: readonly number[],
): string {
  const bytes: number[] = [];
  for (let first = from; first <= to; first += 1) {
    for (const second of trails) bytes.push(first, second);
  }
  return new TextDecoder(label).decode(Uint8Array.from(bytes));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The Han characters of GB 2312: rows 16 to 87. */
function gb2312(): ReadonlySet<string> {
  return new Set(decodeRange('gb18030', [0xb0, 0xf7], range(0xa1, 0xfe)));
}

function big5(): ReadonlySet<string> {
  const trails = [...range(0x40, 0x7e), ...range(0xa1, 0xfe)];
  return new Set(decodeRange('big5', [0xa4, 0xf9], trails));
}

/** Rows of OpenCC's table whose character the other side's set lacks. */
function tellersOf(rows: string, others: ReadonlySet<string>): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const row of rows.split('|')) {
    const [own = '', other = ''] = row.split(' ');
    if (own.length === 1 && own !== other && !others.has(own)) map.set(own, other);
  }
  return map;
}

let known: Tellers | undefined;

/** Made when the first Chinese text is looked at: a few milliseconds. */
function tellers(): Tellers {
  known ??= {
    Hans: tellersOf(simplifiedRows, big5()),
    Hant: tellersOf(traditionalRows, gb2312()),
  };
  return known;
}

/** The character in the other script; undefined where it tells no script, or is of the other. */
export function otherForm(character: string, script: Script): string | undefined {
  return tellers()[script].get(character);
}

/** Whether a character's form in the other script comes back to it: only then can it be changed by itself. */
export function isCertain(character: string, script: Script): boolean {
  const other = otherForm(character, script);
  if (other === undefined) return false;
  return otherForm(other, script === 'Hans' ? 'Hant' : 'Hans') === character;
}

/** By UTF-16 unit: 1 for a simplified character, 2 for a traditional one. */
function tableOf({ Hans, Hant }: Tellers): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const character of Hans.keys()) table[character.charCodeAt(0)] = 1;
  for (const character of Hant.keys()) table[character.charCodeAt(0)] = 2;
  return table;
}

let knownTable: Uint8Array | undefined;

/** Offsets of the characters that tell a script. */
export function scriptSigns(text: string): Readonly<Record<Script, readonly number[]>> {
  knownTable ??= tableOf(tellers());
  const found: Record<Script, number[]> = { Hans: [], Hant: [] };
  for (let at = 0; at < text.length; at += 1) {
    const sign = knownTable[text.charCodeAt(at)];
    if (sign === 1) found.Hans.push(at);
    else if (sign === 2) found.Hant.push(at);
  }
  return found;
}

/** The script that a text is mostly in, simplified when it is as much of both; null when nothing tells. */
export function scriptOf(text: string): Script | null {
  const { Hans, Hant } = scriptSigns(text);
  if (Hans.length + Hant.length === 0) return null;
  return Hant.length > Hans.length ? 'Hant' : 'Hans';
}
