/** In what two translations of the same sentence differ, as values where that is possible. */
import { otherLang, type Lang } from '../model.ts';
import type { NumberFound } from '../numbers/read-numbers.ts';
import { plainText } from '../tags.ts';
import {
  countedNumbers,
  foldName,
  namesOf,
  negations,
  OPINION_WORDS,
  quotations,
} from './facts.ts';
import { isWordedApart } from './wording.ts';

export type Disagreement = 'numbers' | 'negation' | 'names' | 'quotes' | 'length' | 'wording';

/** Whether one text is more than so many times as long as the other: one of them left something out. */
const TIMES_AS_LONG = 1.7;
const LEAST_LENGTH: Readonly<Record<Lang, number>> = { zh: 6, en: 20 };

interface Texts {
  readonly source: string;
  readonly from: Lang;
  readonly first: string;
  readonly second: string;
  /** The language of both. */
  readonly lang: Lang;
}

/** Numbers of the one whose value the other does not have. */
function lackedNumbers(a: readonly NumberFound[], b: readonly NumberFound[]): NumberFound[] {
  const values = new Set(b.map(({ value }) => value));
  return a.filter(({ value }) => !values.has(value));
}

function numbersDiffer({ source, from, first, second, lang }: Texts): boolean {
  const a = countedNumbers(first, lang);
  const b = countedNumbers(second, lang);
  const wanted = new Set(countedNumbers(source, from).map(({ value }) => value));
  // A small number in words is as often no number, unless the source has it: 三思 is no three.
  const isPlain = ({ arabic, value }: NumberFound): boolean =>
    arabic || value >= 10 || wanted.has(value);
  const [onlyA, onlyB] = [lackedNumbers(a, b), lackedNumbers(b, a)];
  return (onlyA.length > 0 && onlyB.length > 0) || [...onlyA, ...onlyB].some(isPlain);
}

/** Names of the one that are nowhere in the other. */
function lackedNames(a: string, b: string, lang: Lang): readonly string[] {
  const all = foldName(b);
  return namesOf(a, lang).filter((name) => !all.includes(name));
}

function namesDiffer({ first, second, lang }: Texts): boolean {
  const onlyA = lackedNames(first, second, lang).length;
  const onlyB = lackedNames(second, first, lang).length;
  return (onlyA > 0 && onlyB > 0) || onlyA + onlyB >= OPINION_WORDS[lang].loneNames;
}

function lengthsDiffer({ first, second, lang }: Texts): boolean {
  const [a, b] = [first, second].map((text) => [...text.replace(/\s/gu, '')].length);
  const longer = Math.max(a ?? 0, b ?? 0);
  return longer >= LEAST_LENGTH[lang] && longer > Math.min(a ?? 0, b ?? 0) * TIMES_AS_LONG;
}

const LOOKS: readonly (readonly [Disagreement, (texts: Texts) => boolean])[] = [
  ['numbers', numbersDiffer],
  [
    'negation',
    ({ first, second, lang }) => negations(first, lang) % 2 !== negations(second, lang) % 2,
  ],
  ['names', namesDiffer],
  ['quotes', ({ first, second }) => quotations(first) !== quotations(second)],
  ['length', lengthsDiffer],
  ['wording', ({ first, second, lang }) => isWordedApart(first, second, lang)],
];

/** In what two targets of one source differ; all three are tagged text. */
export function disagreements(
  source: string,
  first: string,
  second: string,
  from: Lang,
): Disagreement[] {
  const texts = {
    source: plainText(source),
    from,
    first: plainText(first),
    second: plainText(second),
    lang: otherLang(from),
  };
  if (texts.first === texts.second) return [];
  return LOOKS.filter(([, look]) => look(texts)).map(([what]) => what);
}
