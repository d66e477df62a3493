/**
 * How long an English text is beside its Chinese. Measured on 12,892 professionally translated pairs of the
 * news tests of WMT 2017–2024: logarithms of English letters to a Han character, middle value and deviation
 * (1.48 × the median of the absolute deviations) by direction. The deviation falls with the length of the text.
 */
import { weightOf } from '../../core/drafting/doubts/length.ts';
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

/** Letters and figures only, wide ones as narrow: marks are a matter of style. */
function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** How long the English side of a pair is beside its Chinese. */
export const lengthOf = once((view): LengthOfPair => {
  const size = weightOf(lettersOf(view.zh), 'zh');
  const letters = lettersOf(view.en).length;
  const ratio = Math.log(Math.max(1, letters) / Math.max(0.35, size));
  const { middle, deviation, ofOne } = LENGTHS[view.source];
  // What the pair would have by its longer side: a text that was cut is not judged as a short one.
  const full = Math.max(size, letters / Math.exp(middle));
  const expected = Math.hypot(deviation, ofOne / Math.sqrt(Math.max(1, full)));
  const odd = full < LEAST ? 0 : (ratio - middle) / expected;
  return { odd, deviation: expected };
});
