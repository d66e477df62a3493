/** Pictures of articles that stand in the workspace: how an article names them, and what they are. */
import { decodedPart } from './percent-decoding.ts';

const PICTURE = /\.(?:gif|jpe?g|png|svg|webp)$/i;
const ENDINGS = /\.(?:gif|jpe?g|png|svg|webp)(?![a-z0-9])/gi;
/** Names are looked for so many characters before their ending, and so many in one text. */
const LONGEST_NAME = 1000;
const MOST_NAMES = 5000;
/** An address is no root, and has no scheme. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i;
const NO_NAME = /[\\\u0000-\u001f\u007f]/;

/** Whether a path ends as the names of pictures do. */
export function hasPictureEnding(path: string): boolean {
  return PICTURE.test(path);
}

/** A relative path led on from a folder; null where it leaves the root, or goes where nobody looks. */
function wayFrom(folder: readonly string[], path: string): string | null {
  const names = [...folder];
  for (const name of path.split('/')) {
    if (name === '..') {
      if (names.pop() === undefined) return null;
    } else if (name !== '' && name !== '.') names.push(name);
  }
  return names.some((name) => name.startsWith('.')) ? null : names.join('/');
}

/**
 * The path in the workspace of a picture that an article names, read from the article's folder.
 * @returns null for what is no picture, stands elsewhere, is hidden, or would lead out of the workspace
 */
export function picturePath(address: string): string | null {
  if (ELSEWHERE.test(address)) return null;
  const path = decodedPart(address.replace(/[?#].*$/s, ''));
  if (!hasPictureEnding(path) || NO_NAME.test(path)) return null;
  return wayFrom(['articles'], path);
}

/** Where an address may begin: after the last space or quote or angle bracket, or one of the last round ones. */
function beginningsIn(text: string): number[] {
  const found = ['<', '"', "'"].map((sign) => text.lastIndexOf(sign) + 1);
  let at = text.length;
  while (at > 0 && !/\s/.test(text.charAt(at - 1))) at -= 1;
  found.push(at);
  at = text.length;
  for (let count = 0; count < 3 && at > 0; count += 1) {
    at = text.lastIndexOf('(', at - 1);
    found.push(at + 1);
  }
  return [...new Set(found)];
}

/**
 * Paths of all pictures that a Markdown text may name, each once: some of them are none. It costs next to nothing
 * where no ending of a picture's name is in the text.
 */
export function picturesNamed(text: string): readonly string[] {
  const paths = new Set<string>();
  let count = 0;
  for (const { 0: ending, index } of text.matchAll(ENDINGS)) {
    if (count === MOST_NAMES) break;
    count += 1;
    const before = text.slice(Math.max(0, index - LONGEST_NAME), index);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    for (const at of beginningsIn(line)) {
      const path = picturePath(line.slice(at) + ending);
      if (path !== null) paths.add(path);
    }
  }
  return [...paths];
}

export type PictureType = 'gif' | 'jpeg' | 'png' | 'svg' | 'webp';

const SIGNATURES: readonly (readonly [PictureType, RegExp])[] = [
  ['png', /^\u0089PNG\r\n\u001a\n/],
  ['jpeg', /^\u00ff\u00d8\u00ff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[^]{4}WEBP/],
];

/** What a file's first bytes say it is; null for no picture. SVG is text, and known by its name. */
export function pictureType(path: string, bytes: Uint8Array): PictureType | null {
  const start = String.fromCodePoint(...bytes.subarray(0, 16));
  const found = SIGNATURES.find(([, signature]) => signature.test(start))?.[0];
  return found ?? (/\.svg$/i.test(path) ? 'svg' : null);
}
