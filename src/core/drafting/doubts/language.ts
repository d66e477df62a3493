/** Whether a target is in the language that it should be in. */
import { detectLanguage } from '../../language.ts';
import type { Lang } from '../../model.ts';

const HAN = /\p{Script=Han}/gu;
/** Names and titles may be given in the original, in brackets or title marks. */
const ASIDE =
  /（[^（）]{0,200}）|\([^()]{0,200}\)|《[^《》]{0,200}》|[“"「][^“”"「」]{0,20}[”"」]/gu;
const WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*/gu;

/** Addresses, and the names of people and subjects on a network. */
const HANDLE = /\bhttps?:\S+|\b[\w.]{1,63}\/\S+|[@#$]\S+|\b\w[\w-]{0,62}(?:\.[\w-]{1,63})+/gu;

function countHan(text: string): number {
  return text.match(HAN)?.length ?? 0;
}

/** Words that are no names: lower case from the first letter to the last. */
function plainWords(text: string): number {
  const words = text.replace(HANDLE, ' ').match(WORD) ?? [];
  return words.filter((word) => !/\p{Lu}/u.test(word)).length;
}

/** Whether a text is all names and numbers: it may well be the same in both languages. */
export function isNamesOnly(text: string): boolean {
  return countHan(text) === 0 && plainWords(text) === 0;
}

const LOOKS: Readonly<Record<Lang, (target: string) => boolean>> = {
  zh: (target) => plainWords(target) > countHan(target),
  en: (target) => countHan(target.replace(ASIDE, ' ')) > 0 || detectLanguage(target) === 'zh',
};

/** Whether a target holds hardly a sign of its language, or signs of the other. */
export function isForeign(target: string, to: Lang): boolean {
  return LOOKS[to](target);
}
