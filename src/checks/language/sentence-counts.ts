import { splitSentences } from '../../core/sentences/split.ts';
import type { Lang, Span } from '../../core/model.ts';
import { once } from '../once.ts';

/** A mark that may end a sentence, with something behind it; most texts hold none. */
const MAY_SPLIT: Readonly<Record<Lang, RegExp>> = {
  zh: /[。！？!?…．.]["”’』」）)]*\s*(?!["”’』」）)])./,
  en: /[.!?…]["”’)]{0,3}\s+["“‘(]?[A-ZÀ-Þ0-9\u4e00-\u9fff]/,
};

function sentencesIn(text: string, lang: Lang): readonly Span[] {
  return MAY_SPLIT[lang].test(text) ? splitSentences(text, lang) : [{ from: 0, to: text.length }];
}

/** The sentences of both sides. */
export const sentencesOf = once((view): Readonly<Record<Lang, readonly Span[]>> => {
  return { zh: sentencesIn(view.zh, 'zh'), en: sentencesIn(view.en, 'en') };
});
