import { LANGS, otherLang, type Lang } from '../core/model.ts';
import type { Hit, PairCheck, PairView } from './check.ts';
import { isUntranslated } from './language/languages.ts';
import { quotesOf, type Quote } from './quotes/facts.ts';

/** What a side quotes in all, as Han characters. */
function amount(quotes: readonly Quote[]): number {
  return quotes.reduce((sum, { level, weight }) => sum + (level === 0 ? weight : 0), 0);
}

/** Words in marks that have none in the other language: generations, plans, the best-known names. */
const UNMARKED =
  /^\s?(?:\d{2}\s?后|[一二三四五六七八九十]{1,3}五|一带一路|双[一十]{1,2}|两会|三农|互联网\s?\+|\S{0,3}\+)\s?$/u;

function isNamed(view: PairView, { inner }: Quote): boolean {
  const text = view.zh.slice(inner.from, inner.to);
  if (UNMARKED.test(text)) return true;
  if (view.setting.matcher.terms.length === 0) return false;
  const [first, ...more] = view.setting.matcher.find(text, 'zh', view.day);
  return first !== undefined && more.length === 0 && first.span.to - first.span.from >= text.length;
}

interface Tally {
  /** Quotations of somebody's words. */
  readonly speech: readonly Quote[];
  /** Words that are set off. */
  readonly words: readonly Quote[];
  readonly all: readonly Quote[];
}

function tally(view: PairView, lang: Lang): Tally {
  const all = quotesOf(view)[lang].filter((quote) => lang === 'en' || !isNamed(view, quote));
  return {
    all,
    speech: all.filter(({ speech, level }) => speech && level === 0),
    words: all.filter(({ speech, level }) => !speech || level > 0),
  };
}

/** Whether a side lacks all or most of what the other one quotes of somebody's words. */
function lacksSpeech(own: Tally, other: Tally, titled: number): boolean {
  if (other.speech.length <= titled) return false;
  const most = Math.max(...other.speech.map(({ weight }) => weight));
  const gap = amount(other.all) - amount(own.all);
  return gap > 5 && gap > most * 0.55;
}

/** Han characters, or what stands for as many, that are no mere name. */
const SENTENCE = 8;

function isCertain(own: Tally, other: Tally): boolean {
  if (own.all.length > 0) return false;
  return other.speech.some(({ weight, opener, closer }) => weight >= SENTENCE && opener && closer);
}

function titles(text: string): number {
  return text.match(/《/gu)?.length ?? 0;
}

/** How many quotations a side lacks, by their number. */
function lackedWords(view: PairView, lang: Lang, own: Tally, other: Tally): number {
  const extra = lang === 'zh' ? titles(view.zh) : 0;
  // One speech may be given in two parts, with the speaker between them.
  const speech = Math.min(1, other.speech.length) - own.speech.length;
  return other.words.length + Math.max(0, speech) - own.words.length - extra;
}

/** Whether a side has no mark at all where the other one quotes a sentence; Chinese may do with a colon. */
function lacksMarks(own: Tally, other: Tally): boolean {
  const isMarked = ({ opener, closer }: Quote): boolean => opener !== null && closer !== null;
  if (own.all.some(isMarked)) return false;
  return other.all.some((quote) => isMarked(quote) && quote.weight >= SENTENCE);
}

function hitOn(view: PairView, lang: Lang, tallies: Readonly<Record<Lang, Tally>>): Hit | null {
  const other = otherLang(lang);
  const [own, theirs] = [tallies[lang], tallies[other]];
  const [zh, en] = [tallies.zh.all.length, tallies.en.all.length];
  const marked = (quotes: readonly Quote[]): Hit => ({
    side: lang,
    // As many marks may hold other words, or far fewer.
    values: { side: lang, zh, en, ...(zh === en ? { context: 'unlike' } : {}) },
    spans: { [other]: quotes.map(({ from, to }) => ({ from, to })) },
  });
  if (lacksSpeech(own, theirs, lang === 'zh' ? titles(view.zh) : 0)) {
    const severity = isCertain(own, theirs) ? 'error' : 'warning';
    return { ...marked(theirs.speech), severity };
  }
  if (lackedWords(view, lang, own, theirs) <= 0 && !lacksMarks(own, theirs)) return null;
  return { ...marked(theirs.all), severity: 'note' };
}

/** What one side quotes, the other quotes too. */
export const quoteCount: PairCheck = {
  id: 'quote.count',
  severity: 'error',
  group: 'quotes',
  scope: 'pair',
  examples: {
    invalid: [
      {
        zh: '毛宁表示：“中方对此表示关注，并将密切跟踪事态发展。”',
        en: 'Mao Ning said China was watching developments.',
      },
    ],
    valid: [
      {
        zh: '毛宁表示：“中方对此表示关注。”',
        en: '"China has expressed concern over this," Foreign Ministry spokesperson Mao Ning said.',
      },
      { zh: '各国支持“一带一路”倡议。', en: 'Countries support the Belt and Road Initiative.' },
    ],
  },
  run: (view) => {
    const { zh, en } = quotesOf(view);
    if (zh.length + en.length === 0 || isUntranslated(view)) return [];
    const tallies = { zh: tally(view, 'zh'), en: tally(view, 'en') };
    const first = LANGS.flatMap((lang) => hitOn(view, lang, tallies) ?? []);
    return first.slice(0, 1);
  },
};
