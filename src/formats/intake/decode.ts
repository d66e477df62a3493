/** Bytes of a file → its text, with the encoding named. Nothing is guessed silently. */
import { UserError } from '../../core/errors.ts';
import { MAX_BYTES, tooLarge } from '../../core/limits.ts';
import { BINARY_SIGNATURES } from './binary-signatures.ts';
import { plausibility } from './plausibility.ts';

export interface Decoded {
  readonly text: string;
  /** The label of the WHATWG Encoding standard, `utf-8`, `gb18030`, …; `-bom` when a mark said so. */
  readonly encoding: string;
}

export interface DecodeOptions {
  /** For messages: the file's name, or `-`. */
  readonly name: string;
  /** What the user says the encoding is; then nothing else is tried. */
  readonly encoding?: string;
  /** It is a list of words: too little running text to tell an encoding by. */
  readonly list?: boolean;
}

/** Below this, no candidate is taken: real news text measures 0.6 and more. */
const PLAUSIBLE = 0.4;
/** What the best candidate must be ahead of the next one. */
const AHEAD = 0.12;
const ASK = 'save it as UTF-8, or name its encoding with --encoding';
const MARKS: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];
const META_CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})/i;

function startsWith(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[index] === byte);
}

function attempt(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function shown(name: string): string {
  return name === '-' ? 'standard input' : name;
}

function asTold(bytes: Uint8Array, encoding: string, name: string): Decoded {
  let label: string;
  try {
    label = new TextDecoder(encoding).encoding;
  } catch {
    throw new UserError(
      `${shown(name)}: there is no encoding named "${encoding}"; use utf-8, gb18030, big5, utf-16le or utf-16be.`,
    );
  }
  const text = attempt(bytes, label);
  if (text !== null) return { text, encoding: label };
  throw new UserError(
    `${shown(name)} is not ${label} text; name another encoding with --encoding.`,
  );
}

function refuseBinary(bytes: Uint8Array, name: string): void {
  const found = BINARY_SIGNATURES.find((signature) => startsWith(bytes, signature.bytes));
  if (found === undefined) return;
  throw new UserError(`${shown(name)} is ${found.what}, not text; ${found.advice}.`);
}

/** UTF-16 without a mark can only be told by which byte order makes sense. */
function wideCandidates(bytes: Uint8Array): string[] {
  return bytes.length % 2 === 0 ? ['utf-16le', 'utf-16be'] : [];
}

/** Only punctuation and accented letters of windows-1252, each among ASCII: typical of English text. */
function looksWestern(bytes: Uint8Array): boolean {
  let high = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    high += 1;
    const typical = byte === 0x85 || (byte >= 0x91 && byte <= 0x97) || byte >= 0xa0;
    if (!typical) return false;
  }
  return high * 20 <= bytes.length;
}

function best(bytes: Uint8Array, encodings: readonly string[]): (Decoded & { score: number })[] {
  return encodings
    .flatMap((encoding) => {
      const text = attempt(bytes, encoding);
      return text === null ? [] : [{ text, encoding, score: plausibility(text) }];
    })
    .sort((a, b) => b.score - a.score);
}

/** The first broken byte of what is UTF-8 but for that byte: 1-based line. */
function nearlyUtf8(bytes: Uint8Array): number | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const beyond = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  if (
    broken === 0 ||
    broken * 10 > beyond ||
    plausibility(text.replaceAll('\ufffd', '')) < PLAUSIBLE
  )
    return null;
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length;
}

function refuseNearlyUtf8(bytes: Uint8Array, name: string): void {
  const line = nearlyUtf8(bytes);
  if (line === null) return;
  throw new UserError(
    `${shown(name)}: line ${String(line)} holds a byte that is not UTF-8; mend that line, or name the encoding with --encoding.`,
  );
}

/** The one candidate that is plausible and well ahead; a close second is an error, not a guess. */
function clearWinner(
  bytes: Uint8Array,
  encodings: readonly string[],
  name: string,
): Decoded | null {
  const [first, second] = best(bytes, encodings);
  if (first === undefined || first.score < PLAUSIBLE) return null;
  if (first.score - (second?.score ?? 0) >= AHEAD)
    return { text: first.text, encoding: first.encoding };
  throw new UserError(
    `${shown(name)} may be ${first.encoding} or ${second?.encoding ?? ''} text; ${ASK}.`,
  );
}

/** Fewer characters could be Big5 by chance. */
const FEWEST_GB2312 = 4;

/**
 * Whether everything beyond ASCII is in the two-byte form of GB 2312. Two characters of Big5 in five have
 * a second byte that this form does not know.
 */
function isGb2312(bytes: Uint8Array): boolean {
  const isTrail = (byte = 0) => byte >= 0xa1 && byte <= 0xfe;
  let characters = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    if (byte < 0xa1 || byte > 0xf7 || !isTrail(bytes[at + 1])) return false;
    characters += 1;
    at += 1;
  }
  return characters >= FEWEST_GB2312;
}

function legacy(bytes: Uint8Array, { name, list = false }: DecodeOptions): Decoded {
  refuseNearlyUtf8(bytes, name);
  const simplified = list && isGb2312(bytes) ? attempt(bytes, 'gb18030') : null;
  if (simplified !== null) return { text: simplified, encoding: 'gb18030' };
  const winner = clearWinner(bytes, ['gb18030', 'big5', ...wideCandidates(bytes)], name);
  if (winner !== null) return winner;
  const western = looksWestern(bytes) ? attempt(bytes, 'windows-1252') : null;
  if (western !== null) return { text: western, encoding: 'windows-1252' };
  throw new UserError(`${shown(name)} is not text in an encoding that can be recognised; ${ASK}.`);
}

function declared(bytes: Uint8Array): Decoded | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label = META_CHARSET.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    const encoding = new TextDecoder(label).encoding;
    // GBK and GB2312 pages often hold characters of the larger set.
    const wide = encoding === 'gbk' ? 'gb18030' : encoding;
    const text = attempt(bytes, wide);
    return text === null || plausibility(text) < PLAUSIBLE ? null : { text, encoding: wide };
  } catch {
    return null;
  }
}

/** NUL and its neighbours: some are a slip in a text, many are a program or a picture. */
function refuseControls(text: string, name: string): void {
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  if (controls > 8 && controls * 20 > text.length) {
    throw new UserError(`${shown(name)} is binary data, not text; give text, Markdown or HTML.`);
  }
}

function recognise(bytes: Uint8Array, options: DecodeOptions): Decoded {
  const { name } = options;
  const mark = MARKS.find(({ bytes: wanted }) => startsWith(bytes, wanted));
  if (mark !== undefined) {
    const text = attempt(bytes, mark.encoding);
    if (text !== null) return { text, encoding: `${mark.encoding}-bom` };
    throw new UserError(
      `${shown(name)} begins as ${mark.encoding} but holds bytes that are not; ${ASK}.`,
    );
  }
  const wide = bytes.includes(0) ? clearWinner(bytes, wideCandidates(bytes), name) : null;
  if (wide !== null) return wide;
  const text = attempt(bytes, 'utf-8');
  if (text !== null) return { text, encoding: 'utf-8' };
  return declared(bytes) ?? legacy(bytes, options);
}

/**
 * Recognises UTF-8, UTF-16 with and without mark, GB18030, Big5 and windows-1252.
 * @throws UserError for empty, too large, binary and undecodable input, and when two encodings are as likely
 */
export function decode(bytes: Uint8Array, options: DecodeOptions): Decoded {
  if (bytes.length === 0) throw new UserError(`${shown(options.name)} is empty.`);
  if (bytes.length > MAX_BYTES.input) {
    throw tooLarge(shown(options.name), bytes.length, MAX_BYTES.input);
  }
  refuseBinary(bytes, options.name);
  const decoded =
    options.encoding === undefined
      ? recognise(bytes, options)
      : asTold(bytes, options.encoding, options.name);
  refuseControls(decoded.text, options.name);
  if (decoded.text.trim() === '') throw new UserError(`${shown(options.name)} holds no text.`);
  return decoded;
}
