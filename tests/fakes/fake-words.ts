/** "Translations" of the fakes: the same for the same text; Chinese without Latin words, English without Han. */

const HAN = [...'春江花月夜山水云风雨雪松竹梅兰菊石泉林海天地星光明远近高低深浅长短新旧东西南北'];
const SYLLABLES = 'ba be bi bo da de di do fa fe fi fo ka ke ki ko la le li lo ma me mi mo'.split(
  ' ',
);

function pick(list: readonly string[], seed: string): string {
  let value = 7;
  for (const char of seed) value = (value * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return list[value % list.length] ?? '';
}

/** The language a text is to be translated into: the other one. */
export function otherOf(text: string): 'zh' | 'en' {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/\p{Script=Han}/gu) * 2 > count(/\p{Script=Latin}/gu) ? 'en' : 'zh';
}

export function fakeWords(text: string, to: 'zh' | 'en'): string {
  if (to === 'zh') {
    return text
      .replace(/\p{Script=Latin}+/gu, (word) => pick(HAN, word) + pick(HAN, `${word}.`))
      .replace(/\.(?=\s|$)/g, '。');
  }
  return text
    .replace(
      /\p{Script=Han}{1,2}/gu,
      (pair) => `${pick(SYLLABLES, pair)}${pick(SYLLABLES, `${pair}.`)} `,
    )
    .replace(/ ?。/g, '. ')
    .trim();
}

/** Translates what stands between the tags of a text; tags and escapes stay. */
export function fakeMarkup(text: string, to: 'zh' | 'en'): string {
  return text
    .split(/(<[^>]*>|&[a-z]+;)/)
    .map((part, index) => (index % 2 === 1 ? part : fakeWords(part, to)))
    .join('');
}
