import type { LaidText } from './laid-text.ts';
import type { Rule, Script } from './rule.ts';
import { dashes, ellipses, marks, namePoints, stops } from './zh-marks.ts';
import { brackets, quotes } from './zh-pairs.ts';
import { spaces } from './zh-spaces.ts';

const RULES: readonly Rule[] = [
  quotes,
  ellipses,
  dashes,
  namePoints,
  brackets,
  marks,
  stops,
  spaces,
];

/** A text without a Han character is a name or a number: nothing in it is Chinese punctuation. */
function ifChinese(rule: Rule): Rule {
  return (laid: LaidText, script: Script) =>
    /\p{Script=Han}/u.test(laid.text) ? rule(laid, script) : laid;
}

export const CHINESE_RULES: readonly Rule[] = RULES.map(ifChinese);
