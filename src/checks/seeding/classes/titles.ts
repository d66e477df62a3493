/** The wrong office: a president for a premier. */
import { otherLang, type Lang } from '../../../core/model.ts';
import { replacing, type ErrorMaker } from '../edit.ts';

/** Each office by all of its words. */
const OFFICES: readonly Readonly<Record<Lang, readonly string[]>>[] = [
  { zh: ['总统'], en: ['president'] },
  { zh: ['主席'], en: ['chairman', 'president', 'chairwoman', 'chair', 'chairperson'] },
  { zh: ['总理'], en: ['premier', 'prime minister', 'chancellor'] },
  { zh: ['首相'], en: ['prime minister', 'premier'] },
  { zh: ['部长'], en: ['minister', 'secretary', 'head'] },
];

function officesIn(text: string, lang: Lang): (typeof OFFICES)[number][] {
  const plain = text.toLowerCase();
  return OFFICES.filter((office) => office[lang].some((word) => plain.includes(word)));
}

const TITLES: Readonly<Record<Lang, RegExp>> = {
  zh: /(?:总统|主席|总理|首相|部长)(?![府团台级])/g,
  en: /\b(?:[Pp]resident|[Cc]hairman|[Pp]remier|[Pp]rime [Mm]inister|(?<![Pp]rime )[Mm]inister)\b/g,
};

function cased(word: string, like: string): string {
  return /^\p{Lu}/u.test(like)
    ? word.replace(/(?<=^| )[a-z]/g, (letter) => letter.toUpperCase())
    : word;
}

/** What is put in their place. */
const WRONG: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['总统', '主席', '总理', '首相', '部长'],
  en: ['president', 'chairman', 'premier', 'prime minister', 'minister'],
};

/** Only an office that the other side names, and only one that none of its words could mean. */
export const wrongTitle: ErrorMaker = ({ text, other, lang }) => {
  const named = officesIn(other, otherLang(lang));
  const right = new Set(named.flatMap((office) => office[lang]));
  const wrong = WRONG[lang].filter((word) => !right.has(word));
  return replacing(text, TITLES[lang], ([found]) =>
    right.has(found.toLowerCase()) ? wrong.map((word) => cased(word, found)) : [],
  );
};
