import type { FactWords } from './language.ts';

export const zh: FactWords = {
  // Chinese numerals, and the words of dates and times; 一 alone is as often a word as a number, and
  // taking it for a number only makes a change look graver.
  numberWord:
    /[零〇一二两三四五六七八九十百千万亿兆半双倍成折余多近逾约超元初末]+|[年月日号时分秒周旬季]|今|昨|明|前|后|去|上午|下午|凌晨|晚|早/gu,
  negation: /[不没未无非否勿莫别禁拒反]|难以|除/gu,
  // Names are not marked in Chinese; what Latin letters and title marks show is all there is.
  name: /《[^》]*》|\p{Script=Latin}[\p{Script=Latin}\d.·-]*|[\p{Script=Han}]+·[\p{Script=Han}·]+/gu,
  slips: [
    ['的', '地'],
    ['的', '得'],
    ['地', '得'],
    ['作', '做'],
    ['象', '像'],
    ['帐', '账'],
    ['唯', '惟'],
    ['其它', '其他'],
    ['份额', '分额'],
    ['部份', '部分'],
    ['成份', '成分'],
    ['身份', '身分'],
  ],
  // One character more or less turns a Chinese sentence round.
  typos: false,
};
