/** What two translations of a sentence must agree on, read from one of them. */
import type { Lang } from '../model.ts';
import { numbersIn, type NumberFound } from '../numbers/read-numbers.ts';
import { ENGLISH } from './en.ts';
import type { OpinionWords } from './opinion-words.ts';
import { CHINESE } from './zh.ts';

export const OPINION_WORDS: Readonly<Record<Lang, OpinionWords>> = { zh: CHINESE, en: ENGLISH };

/** Numbers of a plain text, without words that only look like one. */
export function countedNumbers(text: string, lang: Lang): readonly NumberFound[] {
  const counted = text.replace(OPINION_WORDS[lang].noNumber, ' ');
  return numbersIn(counted, lang).filter(
    ({ arabic, text: written }) => arabic || !/^[一百千万萬亿億点零]$/u.test(written),
  );
}

/** How often a plain text denies something. */
export function negations(text: string, lang: Lang): number {
  const { negation, noNegation } = OPINION_WORDS[lang];
  return text.replace(noNegation, ' ').match(negation)?.length ?? 0;
}

/** Names of a plain text in one form: without case, hyphens and possessive endings. */
export function namesOf(text: string, lang: Lang): readonly string[] {
  const { names, noName } = OPINION_WORDS[lang];
  const found = text.match(names) ?? [];
  return [...new Set(found.map(foldName))].filter((name) => name.length > 1 && !noName.has(name));
}

/** A name's one form. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/[.'’-]/gu, '');
}

/** How many quotations a plain text holds. */
export function quotations(text: string): number {
  const directed = text.match(/[“「『]/gu)?.length ?? 0;
  const straight = text.match(/["＂]/gu)?.length ?? 0;
  const single = text.match(/(?<![\p{L}\p{N}])['‘](?=[\p{L}\p{N}])/gu)?.length ?? 0;
  return directed + Math.ceil(straight / 2) + single;
}
