/**
 * Which characters may not begin or end a line, and which hold together.
 * After GB/T 15834 (punctuation) and CLREQ, Requirements for Chinese Text Layout, 3.1.4.
 */

/** Never at the start of a line. */
export const NO_START: ReadonlySet<string> = new Set([
  ...'，。、；：？！',
  ...'）】》〉」』〕〗〙〛］｝”’',
  ...'…—–～·•％‰℃°',
  ...',.;:?!)]}%>',
  ...'»›',
  ...'ー々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ',
]);

/** Never at the end of a line. */
export const NO_END: ReadonlySet<string> = new Set([
  ...'（【《〈「『〔〖〘〚［｛“‘',
  ...'([{<',
  ...'«‹',
  ...'￥＄＃＠$£€¥',
]);

/** No break before or after: no-break space, narrow no-break space, word joiner. */
export const GLUE: ReadonlySet<string> = new Set('\u00a0\u202f\u2060');

/** Part of a word, a number, a URL or a path: no break between two of these. */
export const RUN =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}_'’"\-./:@&+#=?%~()[\]]$/u;

/** A comma between two of these is part of a number. */
export const DIGIT = /^\p{Nd}$/u;

/** A break is allowed after it, never before it; past the edge it hangs. */
export const SPACE: ReadonlySet<string> = new Set(' \t\u3000');
