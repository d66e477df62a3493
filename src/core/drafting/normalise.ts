/**
 * Puts an engine's punctuation right: its width, quotation marks, ellipses, dashes, spaces. Tags,
 * letters, digits, addresses, placeholders and code stay as they are.
 */
import type { Lang } from '../model.ts';
import { ENGLISH_RULES } from './normalise/en.ts';
import { layOut, putTogether } from './normalise/laid-text.ts';
import { SOLID } from './normalise/marks.ts';
import type { Rule, Script } from './normalise/rule.ts';
import { CHINESE_RULES } from './normalise/zh.ts';

const RULES: Readonly<Record<Lang, readonly Rule[]>> = { zh: CHINESE_RULES, en: ENGLISH_RULES };

/** What one rule puts right may be what another waits for; a text never needs more rounds than this. */
const ROUNDS = 8;

const TAGS_AND_ESCAPES = /<\/?\d{1,4}\/?>|&(?:lt|amp);/g;

/** Whether both hold the same tags and escapes in the same order. */
function sameTags(a: string, b: string): boolean {
  return JSON.stringify(a.match(TAGS_AND_ESCAPES)) === JSON.stringify(b.match(TAGS_AND_ESCAPES));
}

function applied(text: string, lang: Lang, script: Script): string {
  const laid = RULES[lang].reduce((text, rule) => rule(text, script), layOut(text));
  return putTogether(laid);
}

/** English has spaces around what a tag stands for; in Chinese they go. */
function oneRound(text: string, lang: Lang, script: Script): string {
  if (lang === 'zh' || text.includes(SOLID)) return applied(text, lang, script);
  const solid = text.match(/<\d{1,4}\/>/g) ?? [];
  const done = applied(text.replace(/<\d{1,4}\/>/g, SOLID), lang, script);
  let next = 0;
  return done.replaceAll(SOLID, () => solid[next++] ?? '');
}

/**
 * A target (tagged text) with the punctuation of its language. What is right already comes back
 * unchanged, and so does a text in which a mark put right would read as a tag.
 * @param script for Chinese: which quotation marks it has
 */
export function normaliseTarget(text: string, lang: Lang, script: Script): string {
  let now = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = oneRound(now, lang, script);
    if (next === now) return now;
    if (!sameTags(text, next)) return text;
    now = next;
  }
  return now;
}
