/** The bytes that a keyboard sends for a key of the key table (xterm, and CSI u where it has none). */

/** Final letters of `CSI letter` and `CSI 1 ; modifiers letter`. */
const LETTERS: Readonly<Record<string, string>> = {
  up: 'A',
  down: 'B',
  right: 'C',
  left: 'D',
  end: 'F',
  home: 'H',
  f1: 'P',
  f2: 'Q',
  f3: 'R',
  f4: 'S',
};

/** Numbers of `CSI number ~`. */
const TILDES: Readonly<Record<string, number>> = {
  delete: 3,
  pageup: 5,
  pagedown: 6,
  f5: 15,
  f6: 17,
  f7: 18,
  f8: 19,
  f9: 20,
};

const PLAIN: Readonly<Record<string, string>> = {
  enter: '\r',
  tab: '\t',
  backtab: '\u001b[Z',
  escape: '\u001b',
  backspace: '\u007f',
  'M-backspace': '\u001b\u007f',
  'C-_': '\u001f',
};

/** Code points of `CSI code ; modifiers u`. */
const CODES: Readonly<Record<string, number>> = { enter: 13, tab: 9, backspace: 127 };

function modified(base: string, modifiers: number): string {
  const letter = LETTERS[base];
  if (letter !== undefined) return `\u001b[1;${modifiers}${letter}`;
  const number = TILDES[base];
  if (number !== undefined) return `\u001b[${number};${modifiers}~`;
  return `\u001b[${CODES[base] ?? base.codePointAt(0)};${modifiers}u`;
}

function bare(base: string): string {
  if (/^f[1-4]$/.test(base)) return `\u001bO${LETTERS[base]}`;
  if (LETTERS[base] !== undefined) return `\u001b[${LETTERS[base]}`;
  return TILDES[base] === undefined ? base : `\u001b[${TILDES[base]}~`;
}

/** The bytes of a key by its name in the key table. */
export function keyBytes(name: string): string {
  const plain = PLAIN[name];
  if (plain !== undefined) return plain;
  const [, prefixes = '', base = ''] = /^((?:[CMS]-)*)(.+)$/s.exec(name) ?? [];
  if (prefixes === '') return bare(base);
  if (/^C-[a-z]$/.test(name)) return String.fromCharCode(base.charCodeAt(0) - 0x60);
  if (/^M-[a-z0-9]$/.test(name)) return `\u001b${base}`;
  const bits = { S: 1, M: 2, C: 4 };
  const sum = prefixes.split('-').reduce((total, prefix) => {
    return total + (bits[prefix as keyof typeof bits] ?? 0);
  }, 1);
  return modified(base, sum);
}
