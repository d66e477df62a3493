/** Letters of a text by script, and its Latin words. */
import { withoutAddresses } from '../../core/language.ts';

const HAN = /\p{Script=Han}/gu;
const LATIN = /\p{Script=Latin}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const OTHER =
  /[\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]/gu;
/** What is neither Han nor Latin: most texts hold none of it. */
export const ANY_OTHER =
  /[\u0370-\u03ff\u0400-\u0482\u048a-\u058f\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u0904-\u0939\u0e01-\u0e30\u10a0-\u10ff\u3041-\u3096\u30a1-\u30fa\uac00-\ud7af]/;

/** How many letters of a text are of which script. */
export interface Scripts {
  readonly han: number;
  readonly latin: number;
  readonly kana: number;
  /** Scripts that are neither Chinese, Latin nor Japanese. */
  readonly other: number;
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}

/** Counts letters, those of addresses left out. */
export function scriptsOf(text: string): Scripts {
  const words = withoutAddresses(text);
  const isPlain = !ANY_OTHER.test(words);
  return {
    han: count(words, HAN),
    latin: count(words, LATIN),
    kana: isPlain ? 0 : count(words, KANA),
    other: isPlain ? 0 : count(words, OTHER),
  };
}

/** Names of people and subjects on a network, files, versions: the same in every language. */
const HANDLE =
  /[@#$][\w.-]+|\b\w[\w-]{0,62}(?:\.[\w-]{1,63})+|\b[\w.]{1,63}\/[\w./-]+|\b\w*\d[\w-]*/gu;
const WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*/gu;

/** The Latin words of a text that are no handle, file or version, as they are written. */
export function latinWords(text: string): readonly string[] {
  return withoutAddresses(text).replace(HANDLE, ' ').match(WORD) ?? [];
}
