import { splitSentences } from '../../core/sentences/split.ts';
import type { Lang, Span } from '../../core/model.ts';
import { once } from '../once.ts';

/** A mark that may end a sentence, with something behind it; most texts hold none. */
const MAY_SPLIT =
  /[。！？!?…．]["”’』」）)]*\s*[\p{L}\p{N}“「『"]|[.]["”’)]{0,3}\s+["“‘]?[\p{Lu}\p{N}\p{Script=Han}]/u;

function sentencesIn(text: string, lang: Lang): readonly Span[] {
  return MAY_SPLIT.test(text) ? splitSentences(text, lang) : [{ from: 0, to: text.length }];
}

/** The sentences of both sides. */
export const sentencesOf = once((view): Readonly<Record<Lang, readonly Span[]>> => {
  return { zh: sentencesIn(view.zh, 'zh'), en: sentencesIn(view.en, 'en') };
});
