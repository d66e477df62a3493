import { LANGS, otherLang, type Lang } from '../core/model.ts';
import type { Hit, PairCheck, PairView } from './check.ts';
import { isUntranslated } from './language/languages.ts';
import { quotesOf, type Quote } from './quotes/facts.ts';

/** Marks of a text whose partner is missing. */
function lone(quotes: readonly Quote[]): readonly Quote[] {
  return quotes.filter(({ opener, closer }) => opener === null || closer === null);
}

function count(quotes: readonly Quote[], side: 'opener' | 'closer'): number {
  return quotes.filter((quote) => quote[side] === null).length;
}

/** Where the mark stands. */
function placeOf({ from, to, closer }: Quote) {
  return closer === null ? { from, to: from + 1 } : { from: to - 1, to };
}

/**
 * A quotation over several sentences or paragraphs opens in one and closes in another, on both sides
 * alike. So a lone mark is one too few only where the other side has its partner.
 */
function hitOn(view: PairView, lang: Lang): Hit | null {
  const own = quotesOf(view)[lang];
  const other = quotesOf(view)[otherLang(lang)];
  const alone = lone(own);
  const isSame = (side: 'opener' | 'closer') => count(own, side) <= count(other, side);
  if (alone.length === 0 || (isSame('opener') && isSame('closer'))) return null;
  // Somebody's words may well go on in the next sentence, on this side only.
  const mayGoOn = alone.every(({ speech }) => speech) || lone(other).length > 0;
  return {
    side: lang,
    severity: mayGoOn ? 'note' : 'warning',
    values: { side: lang, marks: alone.map((quote) => quote.opener ?? quote.closer).join(' ') },
    spans: { [lang]: alone.map(placeOf) },
  };
}

/** Every quotation mark has its partner. */
export const quoteBalance: PairCheck = {
  id: 'quote.balance',
  severity: 'warning',
  group: 'quotes',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '点击“开始。', en: 'Click "Start".', source: 'en' }],
    valid: [{ zh: '他说：“明天出发。', en: 'He said: "We leave tomorrow.' }],
  },
  run: (view) => {
    const { zh, en } = quotesOf(view);
    if (zh.length + en.length === 0 || isUntranslated(view)) return [];
    return LANGS.flatMap((lang) => hitOn(view, lang) ?? []);
  },
};
