import { LANGS, otherLang, type Lang } from '../core/model.ts';
import type { Hit, PairCheck, PairView } from './check.ts';
import { once } from './once.ts';

/** An address ends before punctuation of the sentence, Chinese or English. */
const URL =
  /\b(?:https?:\/\/|www\.)[^\s<>"'()（）《》“”「」，。；：！？、\p{Script=Han}]*[^\s<>"'()（）《》“”「」，。；：！？、.,;:!?\p{Script=Han}]/giu;

interface Address {
  readonly text: string;
  readonly from: number;
}

function addressesOf(text: string): Address[] {
  if (!text.includes('://') && !/www\./i.test(text)) return [];
  return [...text.matchAll(URL)].map((match) => ({ text: match[0], from: match.index }));
}

/** Those of a list that the other lacks, each counted as often as it stands. */
function lacking(list: readonly Address[], other: readonly Address[]): Address[] {
  const left = other.map(({ text }) => text);
  return list.filter(({ text }) => {
    const at = left.indexOf(text);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

const addresses = once(({ zh, en }) => ({ zh: addressesOf(zh), en: addressesOf(en) }));

function hitsFrom(view: PairView, lang: Lang): Hit[] {
  const other = otherLang(lang);
  const known = addresses(view);
  return lacking(known[lang], known[other]).map(({ text, from }) => ({
    values: { address: text, side: other },
    spans: { [lang]: [{ from, to: from + text.length }] },
  }));
}

/** Addresses are the same on both sides, to the letter. */
export const url: PairCheck = {
  id: 'url',
  severity: 'error',
  group: 'markup',
  scope: 'pair',
  examples: {
    invalid: [
      { zh: '详见 https://example.cn/a 。', en: 'See https://example.cn/b.' },
      { zh: '详见 https://example.cn/a 。', en: 'See our site.' },
    ],
    valid: [{ zh: '请访问 https://example.cn/ 。', en: 'Visit https://example.cn/.' }],
  },
  run: (view) => LANGS.flatMap((lang) => hitsFrom(view, lang)),
};
