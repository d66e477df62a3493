/** Cuts a line in which both languages alternate into runs of one language each. */
import { detectLanguage } from '../../core/language.ts';
import { otherLang, type Lang } from '../../core/model.ts';

export interface LanguageRun {
  readonly lang: Lang;
  readonly text: string;
}

/** Behind a stop with its closing quotes, or a space between a Han and a Latin stretch. */
const BOUNDARY =
  /(?<=[。！？…!?~][”’"』」）)\]]{0,4})\s*(?=\S)|(?<=\.[”’"』」）)\]]{0,4})(?:\s+(?=\S)|(?=[“‘「『《]?\p{Script=Han}))|(?<=[\p{Script=Han}，。！？；：”》」）])\s+(?=["“‘']?[A-Z][\p{L}'’.-]*(?:\s|,))/gu;
/** A shorter stretch is a name or a quotation inside the other language. */
const LEAST = {
  zh: /(?:\p{Script=Han}[^\p{Script=Han}]*){4}/u,
  en: /(?:[A-Za-z][\w'’.-]*[^\w]+){2}[A-Za-z]/u,
};

function pieces(text: string): string[] {
  const cuts = [...text.matchAll(BOUNDARY)].map((match) => (match.index ?? 0) + match[0].length);
  const edges = [0, ...new Set(cuts), text.length];
  return edges.slice(1).map((to, index) => text.slice(edges[index] ?? 0, to));
}

/** The text's runs, in reading order; nothing of the text is lost but the space between runs. */
export function languageRuns(text: string): LanguageRun[] {
  const runs: { lang: Lang; text: string }[] = [];
  for (const piece of pieces(text)) {
    const found = detectLanguage(piece);
    const last = runs.at(-1);
    const own = found !== null && LEAST[found].test(piece);
    if (last !== undefined && (found === null || found === last.lang || !own)) last.text += piece;
    else runs.push({ lang: found ?? 'en', text: piece });
  }
  return runs
    .map(({ lang, text: run }) => ({ lang, text: run.trim() }))
    .filter((run) => run.text !== '');
}

const BOTH: readonly { readonly lang: Lang; readonly pattern: RegExp }[] = [
  {
    lang: 'zh',
    pattern:
      /^([^A-Za-z]*\p{Script=Han}.*?[\p{Script=Han}!！?？”》」）)\d])\s+(["“‘']?[A-Z][^\p{Script=Han}]*)$/u,
  },
  {
    lang: 'en',
    pattern: /^(["“‘']?[A-Z][^\p{Script=Han}]*?)\s+([“《「]?\p{Script=Han}.*)$/u,
  },
];

function isRunOf(text: string, lang: Lang): boolean {
  return LEAST[lang].test(text) && detectLanguage(text) === lang;
}

/** A headline given in both languages on one line; null when it is in one. */
export function headlineInBoth(text: string): [LanguageRun, LanguageRun] | null {
  for (const { lang, pattern } of BOTH) {
    const [, first = '', second = ''] = pattern.exec(text) ?? [];
    const other = otherLang(lang);
    if (!isRunOf(first, lang) || !isRunOf(second, other)) continue;
    return [
      { lang, text: first.trim() },
      { lang: other, text: second.trim() },
    ];
  }
  return null;
}
