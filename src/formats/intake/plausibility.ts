/** How much a decoded text looks like text that somebody wrote. */
import { COMMON_HAN } from './common-han.ts';

/** Characters that real articles do not hold, and that a wrong decoding is full of. */
const IMPLAUSIBLE = /[\p{Co}\p{Cn}\ufffd\u0080-\u009f]|[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/gu;
const HAN = /\p{Script=Han}/gu;
/** Besides Han: what belongs in a Chinese or English article. */
const EXPECTED =
  /[\p{Script=Han}\u00a0-\u017f\u2010-\u2044\u20ac\u2103\u2116\u2122\u2160-\u217f\u2190-\u2193\u2200-\u22ff\u2460-\u249b\u2500-\u266f\u3000-\u301f\uff01-\uff5e\uffe5]/u;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * From 0 (nobody wrote this) to 1. Text in ASCII alone is 1: every candidate agrees on it.
 * Measured on characters beyond ASCII: the share of the commonest Han among Han, less what does not
 * belong into an article in Chinese or English.
 */
export function plausibility(text: string): number {
  const beyond = [...text].filter((sign) => (sign.codePointAt(0) ?? 0) > 0x7f);
  if (beyond.length === 0) return 1 - Math.min(1, count(text, IMPLAUSIBLE) / 2);
  const strange = beyond.filter((sign) => !EXPECTED.test(sign)).length + count(text, IMPLAUSIBLE);
  const han = text.match(HAN) ?? [];
  const common = han.filter((sign) => COMMON_HAN.has(sign)).length;
  const familiar = han.length === 0 ? 1 : common / han.length;
  return Math.max(0, familiar - (2 * strange) / beyond.length);
}
