/** Punctuation of the other language, doubled words and spaces, another end mark. */
import type { Lang } from '../../../core/model.ts';
import { replacing, swapping, type ErrorMaker, type Swap } from '../edit.ts';

const HALF: Readonly<Record<string, string>> = {
  '，': ',',
  '。': '.',
  '！': '!',
  '？': '?',
  '：': ':',
  '；': ';',
};
const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  '!': '！',
  '?': '？',
  ';': '；',
};

export const wrongWidth: ErrorMaker = ({ text, lang }) =>
  lang === 'zh'
    ? replacing(text, /(?<=\p{Script=Han})[，。！？：；](?=\p{Script=Han}|$)/gu, ([sign]) => [
        HALF[sign] ?? '',
      ])
    : replacing(text, /(?<=[a-z])[,.!?;](?= [A-Za-z]|$)/g, ([sign]) => [FULL[sign] ?? '']);

const ENDS: Readonly<Record<Lang, readonly Swap[]>> = {
  zh: [
    [/。$/g, '？', '！', ''],
    [/[？！]$/g, '。', ''],
  ],
  en: [
    [/(?<=[a-z])\.$/g, '?', '!', ''],
    [/(?<=[a-z])[?!]$/g, '.', ''],
  ],
};

/** Only where the other side has an end mark too: a headline has none. */
export const wrongEnd: ErrorMaker = ({ text, other, lang }) =>
  /[.!?。！？]["”’)」』）]*$/.test(other) ? swapping(text, ENDS[lang]) : [];

/** 谢谢 and 天天 are words, so a word of two characters is said twice. */
export const repeatedWord: ErrorMaker = ({ text, lang }) =>
  lang === 'zh'
    ? replacing(
        text,
        /(?<!的)的(?=\p{Script=Han})|(?:可以|已经|进行|表示|我们|他们|中国)/gu,
        ([word]) => [word + word],
      )
    : replacing(text, /(?<= )(?:the|of|to|in|and|for|is|was|with)(?= )/g, ([word]) => [
        `${word} ${word}`,
      ]);

export const strangeSpace: ErrorMaker = ({ text, lang }) =>
  lang === 'zh'
    ? replacing(text, /(?<=\p{Script=Han})[，。](?=\p{Script=Han})/gu, ([sign]) => [
        `${sign} `,
        ` ${sign}`,
      ])
    : replacing(text, /(?<=\w) (?=\w)/g, () => ['  ', ' \u200B']);
