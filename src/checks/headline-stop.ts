import { ABBREVIATIONS } from '../core/drafting/normalise/marks.ts';
import type { PairCheck } from './check.ts';
import { lookAt, without, type Fault } from './marks/faults.ts';
import type { SideText } from './marks/side-text.ts';

/** With what closes behind it. */
const STOP = /(?<![.。…])[.。｡](?=[”’"')）」』》]{0,3}[\s\ufffc]{0,3}$)/u;
const LAST_WORD = /[\p{L}.]{1,20}$/u;
const SENTENCE_BEFORE = /[。？！][”’）]?\s*\S|[.?!]["”’)]?\s+\S/u;

/** `U.S.`, `Inc.` and initials end with a point that is theirs. */
function isAbbreviation(text: string, at: number): boolean {
  const word = LAST_WORD.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? '';
  if (word.includes('.') || /^\p{L}$/u.test(word)) return true;
  return ABBREVIATIONS.has(word.toLowerCase());
}

function look({ text, lang }: SideText): Fault[] {
  const at = STOP.exec(text)?.index;
  if (at === undefined) return [];
  // A headline of several sentences is punctuated as such.
  if (SENTENCE_BEFORE.test(text.slice(0, at)) || (lang === 'en' && isAbbreviation(text, at)))
    return [];
  return [{ from: at, to: at + 1, edits: without(at, at + 1) }];
}

/** A headline has no final stop. */
export const headlineStop: PairCheck = {
  id: 'headline.stop',
  severity: 'warning',
  group: 'form',
  fixes: 'typographic',
  scope: 'pair',
  run: (view, check) => (view.headline ? lookAt(['zh', 'en'], look)(view, check) : []),
};
