/**
 * How alike a foreign name sounds in Chinese and in Latin letters: both are cut down to classes of consonants,
 * of which the longest run in the same order is counted (as Soundex does, Russell 1918; the classes are those
 * that Chinese cannot tell apart).
 */
import { spellingsOf } from './pinyin.ts';

/** Initials of pinyin by class. `j`, `q`, `x` may stand for a hard or a soft sound. */
const INITIALS: readonly (readonly [RegExp, string])[] = [
  [/^(?:zh|ch|sh|z|c|s|j|q|x)/u, 'S'],
  [/^r/u, 'L'],
  [/^[bp]/u, 'P'],
  [/^m/u, 'M'],
  [/^f/u, 'F'],
  [/^[dt]/u, 'T'],
  [/^n/u, 'N'],
  [/^l/u, 'L'],
  [/^[gkh]/u, 'K'],
  [/^w/u, 'F'],
];

function classOfSyllable(syllable: string, sign: string): string {
  if (sign === '尔' || sign === '耳') return 'L';
  const initial = INITIALS.find(([pattern]) => pattern.test(syllable))?.[1] ?? '';
  const ending = /(?:n|ng)$/u.test(syllable) ? 'N' : '';
  return initial + ending;
}

/** The consonants of a Chinese spelling. */
export function chineseSounds(han: string): string {
  return [...han].map((sign) => classOfSyllable(spellingsOf(sign)?.[0] ?? '', sign)).join('');
}

const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:sch|tch|ch|sh|zh|th|cz|sz|ts|tz)/u, 'S'],
  [/^ph/u, 'F'],
  [/^(?:gh|ck|qu|kh)/u, 'K'],
  [/^c(?=[eiy])/u, 'S'],
  [/^[szjx]/u, 'S'],
  [/^g(?=[eiy])/u, 'S'],
  [/^[bp]/u, 'P'],
  [/^m/u, 'M'],
  [/^n/u, 'N'],
  [/^[fvw]/u, 'F'],
  [/^[dt]/u, 'T'],
  [/^[lr]/u, 'L'],
  [/^[gkcqh]/u, 'K'],
];

/** The consonants of a word in Latin letters. */
export function latinSounds(word: string): string {
  const letters = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  let sounds = '';
  for (let at = 0; at < letters.length;) {
    const rest = letters.slice(at, at + 4);
    const found = LETTERS.find(([pattern]) => pattern.test(rest));
    const length = found?.[0].exec(rest)?.[0].length ?? 1;
    if (found !== undefined && !sounds.endsWith(found[1])) sounds += found[1];
    at += length;
  }
  return sounds;
}

const ALIKE: Readonly<Record<string, string>> = {
  S: 'KT',
  K: 'S',
  F: 'PK',
  P: 'F',
  T: 'S',
  M: 'N',
  N: 'M',
};

function weigh(a: string, b: string): number {
  if (a === b) return 1;
  return ALIKE[a]?.includes(b) === true ? 0.5 : 0;
}

/** The row of the table of longest common runs that belongs to one more sound. */
function nextRow(row: readonly number[], sound: string, en: string): number[] {
  const next = [0];
  for (let at = 0; at < en.length; at += 1) {
    const same = (row[at] ?? 0) + weigh(sound, en.charAt(at));
    next.push(Math.max(same, row[at + 1] ?? 0, next[at] ?? 0));
  }
  return next;
}

/** Two names without consonants may be anything. */
const UNHEARD = 0.4;

/** From 0 to 1. Chinese gives some consonants a syllable of their own and drops others. */
export function likeness(zh: string, en: string): number {
  if (zh === '' || en === '') return zh === en ? 1 : UNHEARD;
  let row: readonly number[] = Array.from({ length: en.length + 1 }, () => 0);
  for (const sound of zh) row = nextRow(row, sound, en);
  return (2 * (row.at(-1) ?? 0)) / (zh.length + en.length);
}
