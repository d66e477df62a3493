/** Text for the terminal's clipboard, which it has where the person sits, over ssh too. */

/** More than this is refused by terminals, and would be long on the way. */
const MOST_BYTES = 100_000;

/** The bytes that copy a text (xterm ctlseqs, OSC 52); null when it is too long. */
export function copyBytes(text: string): string | null {
  const bytes = Buffer.from(text, 'utf8');
  return bytes.length > MOST_BYTES ? null : `\u001b]52;c;${bytes.toString('base64')}\u0007`;
}
