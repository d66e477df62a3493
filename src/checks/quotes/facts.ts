/** What is said and what is merely set off in the quotations of a pair. */
import { weightOf } from '../../core/drafting/doubts/length.ts';
import type { Lang } from '../../core/model.ts';
import type { PairView } from '../check.ts';
import { once } from '../once.ts';
import { quotationsIn, type Quotation } from './scan.ts';

/** English letters to a Han character. */
const LETTERS = 3.2;

const SPEECH_ZH =
  /(?:说|說|称|稱|表示|指出|道|问|問|认为|認為|强调|強調|回应|回應|写|寫|补充|提醒|警告|承认|感叹|宣布|透露|坦言|直言|呼吁|喊|解释|告诉.{0,6}|[：:])[道着]?[，,：:]?\s*$/u;
const SPEECH_EN =
  /(?:\b(?:said|says|say|asked|asks|added|adds|told|tells|replied|wrote|writes|cried|shouted|noted|explained|continued|recalled|insisted|declared|announced|argued|warned|tweeted|posted|stated|claimed|commented|concluded)\b[^"“”.]{0,40}|[:])[,:.]?\s*$/u;
const BEHIND_EN =
  /^\s?(?:[\p{L}.'’-]+,? ){0,6}(?:said|says|say|asked|asks|added|adds|told|tells|replied|wrote|writes|cried|shouted|noted|explained|continued|recalled|insisted|declared|announced|argued|warned|tweeted|posted|stated|claimed|commented|concluded)\b/u;
const BEHIND_ZH =
  /^[，,]?\s?[^，。！？“”]{0,16}(?:说|說|称|稱|表示|指出|道|问|問|认为|补充|提醒|警告|呼吁|承认|感叹|回忆|强调|写道)/u;

/** A quotation that counts. */
export interface Quote extends Quotation {
  /** How much it says, as Han characters. */
  readonly weight: number;
  /** Somebody's words, for all one can see: a sentence, with somebody who says it. */
  readonly speech: boolean;
}

const SENTENCE: Readonly<Record<Lang, RegExp>> = {
  zh: /[，。！？；…,!?]/u,
  en: /[.,!?…](?:\s|$)/u,
};
/** “…,” she said. */
const ENDED = /[,.!?，。！？…][”’"']?\s?$/u;
const LEAST: Readonly<Record<Lang, number>> = { zh: 6, en: 5 };

function isSaid(text: string, lang: Lang, { from, to }: Quotation): boolean {
  if (lang === 'zh') {
    return (
      SPEECH_ZH.test(text.slice(Math.max(0, from - 16), from)) ||
      BEHIND_ZH.test(text.slice(to, to + 30))
    );
  }
  return (
    SPEECH_EN.test(text.slice(Math.max(0, from - 60), from)) ||
    BEHIND_EN.test(text.slice(to, to + 60))
  );
}

function isSpeech(text: string, lang: Lang, quote: Quotation, weight: number): boolean {
  const inner = text.slice(quote.inner.from, quote.inner.to);
  const hasMarks = SENTENCE[lang].test(inner);
  if (hasMarks && weight >= 12) return true;
  if (!isSaid(text, lang, quote)) return false;
  if (ENDED.test(inner)) return true;
  return weight >= LEAST[lang] && (hasMarks || weight >= 8);
}

function quotesIn(text: string, lang: Lang): readonly Quote[] {
  return quotationsIn(text, lang).map((quote) => {
    const inner = text.slice(quote.inner.from, quote.inner.to);
    const weight = lang === 'zh' ? weightOf(inner, 'zh') : weightOf(inner, 'en') / LETTERS;
    return { ...quote, weight, speech: isSpeech(text, lang, quote, weight) };
  });
}

export interface QuotesOfPair {
  readonly zh: readonly Quote[];
  readonly en: readonly Quote[];
}

/** The quotations of both sides. */
export const quotesOf = once(({ zh, en }: PairView): QuotesOfPair => ({
  zh: quotesIn(zh, 'zh'),
  en: quotesIn(en, 'en'),
}));

/** Whether both sides quote somebody's words. */
export function isQuoted(view: PairView): boolean {
  const { zh, en } = quotesOf(view);
  return [zh, en].every((quotes) => quotes.some(({ speech }) => speech));
}
