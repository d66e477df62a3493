/**
 * How long an English text is beside its Chinese. Measured on 12,892 professionally translated pairs of the
 * news tests of WMT 2017–2024: logarithms of English letters to a Han character, middle value and deviation
 * (1.48 × the median of the absolute deviations) by direction. The deviation falls with the length of the text.
 */
import type { Lang } from '../../core/model.ts';
import { once } from '../once.ts';

interface Lengths {
  readonly middle: number;
  /** Deviation of long texts, and what one of a single character has besides. */
  readonly deviation: number;
  readonly ofOne: number;
}

/** By the language of the source. */
const LENGTHS: Readonly<Record<Lang, Lengths>> = {
  zh: { middle: 1.285, deviation: 0.19, ofOne: 0.73 },
  en: { middle: 1.06, deviation: 0.14, ofOne: 0.67 },
};

/** Shorter texts are names and headings, of any length in the other language. */
const LEAST = 9;

/** Lengths of a pair. */
export interface LengthOfPair {
  /** By how many deviations the English is longer than usual; 0 for short texts. */
  readonly odd: number;
  /** Of the logarithm, for texts of this length. */
  readonly deviation: number;
}

/** Letters and figures in a Chinese text take about a third of what they say in Han characters. */
const NARROW = 0.35;

function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
}

/** A letter or figure, of full width too. */
function isLetter(code: number): boolean {
  const narrow = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  if (narrow >= 0x80) return narrow >= 0xc0 && narrow < 0x2000;
  const lower = narrow | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (narrow >= 0x30 && narrow <= 0x39);
}

interface Letters {
  readonly han: number;
  readonly other: number;
}

/**
 * Counts letters and figures; marks are a matter of style. By code units and without expressions: every
 * check of lengths asks for it.
 */
function lettersOf(text: string): Letters {
  let [han, other] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isHan(code)) han += 1;
    else if (isLetter(code)) other += 1;
  }
  return { han, other };
}

/** How long the English side of a pair is beside its Chinese. */
export const lengthOf = once((view): LengthOfPair => {
  const chinese = lettersOf(view.zh);
  const english = lettersOf(view.en);
  const size = chinese.han + chinese.other * NARROW;
  const letters = english.han + english.other;
  const ratio = Math.log(Math.max(1, letters) / Math.max(NARROW, size));
  const { middle, deviation, ofOne } = LENGTHS[view.source];
  // What the pair would have by its longer side: a text that was cut is not judged as a short one.
  const full = Math.max(size, letters / Math.exp(middle));
  const expected = Math.hypot(deviation, ofOne / Math.sqrt(Math.max(1, full)));
  const odd = full < LEAST ? 0 : (ratio - middle) / expected;
  return { odd, deviation: expected };
});
