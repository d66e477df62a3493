/** A sentence, or a clause of some weight, left out. */
import type { Lang } from '../../../core/model.ts';
import type { Edit, ErrorMaker } from '../edit.ts';

/** What ends a sentence, and the marks that close after it. */
const ENDS: Readonly<Record<Lang, RegExp>> = {
  zh: /[。！？]+[”’」』）]*/g,
  en: /(?<=[a-z\d)”"])[.!?]+["”’)]*(?:\s+|$)/g,
};
/** Clauses that could stand alone. */
const CLAUSES: Readonly<Record<Lang, RegExp>> = {
  zh: /[，；][^，；。！？“”]+(?=[，；。！？])/g,
  en: /[,;] (?:and|but|while|which|who|where|as|with|so|adding|including)\b[^,;.!?"“”]+(?=[,;.])/g,
};
const SHARE = { least: 0.25, most: 0.75 };

/** Abbreviations end no sentence, so a part this short is none. */
const LEAST: Readonly<Record<Lang, number>> = { zh: 8, en: 25 };

function sentencesOf(text: string, lang: Lang): Edit[] {
  const ends = [...text.matchAll(ENDS[lang])].map((found) => found.index + found[0].length);
  return ends.map((to, index) => ({
    from: index === 0 ? 0 : (ends[index - 1] ?? 0),
    to,
    text: '',
  }));
}

function clausesOf(text: string, lang: Lang): Edit[] {
  return [...text.matchAll(CLAUSES[lang])].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    text: '',
  }));
}

/** Neither a trifle nor all that there is. */
function weighty(parts: readonly Edit[], text: string, lang: Lang): Edit[] {
  return parts.filter(({ from, to }) => {
    const share = (to - from) / text.length;
    return to - from >= LEAST[lang] && share >= SHARE.least && share <= SHARE.most;
  });
}

export const droppedSentence: ErrorMaker = ({ text, lang }) =>
  weighty(sentencesOf(text, lang), text, lang);

export const droppedClause: ErrorMaker = ({ text, lang }) =>
  weighty(clausesOf(text, lang), text, lang);
