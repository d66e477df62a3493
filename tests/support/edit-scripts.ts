/**
 * Random edits of an article, with the truth of where every sentence came from: what `reconcile` is
 * measured against. The same seed gives the same edits.
 */
import { splitSentences } from '../../src/core/sentences/split.ts';
import type { Lang } from '../../src/core/model.ts';
import { detectLanguage } from '../../src/core/language.ts';

/** A sentence, and the old sentences that it came from; none for a new one. */
export interface Traced {
  readonly text: string;
  readonly from: readonly number[];
  /** Its number, a negation or a date was changed. */
  readonly factual?: boolean;
}

export type Document = readonly (readonly Traced[])[];

export type Random = (below: number) => number;

/** Park–Miller: enough for test data. */
export function seeded(seed: number): Random {
  let state = (seed % 2147483646) + 1;
  return (below) => {
    state = (state * 16807) % 2147483647;
    return state % below;
  };
}

/** Paragraphs of plain text → a document whose sentences are numbered in reading order. */
export function documentOf(paragraphs: readonly string[]): Document {
  let next = 0;
  return paragraphs.map((paragraph) =>
    splitSentences(paragraph, langOf(paragraph)).map(({ from, to }) => ({
      text: paragraph.slice(from, to),
      from: [next++],
    })),
  );
}

function langOf(text: string): Lang {
  return detectLanguage(text) ?? 'en';
}

function between(lang: Lang): string {
  return lang === 'zh' ? '' : ' ';
}

/** The article's text, and for each sentence where it stands there. */
export function render(document: Document): {
  readonly text: string;
  readonly places: readonly {
    readonly at: number;
    readonly to: number;
    readonly sentence: Traced;
  }[];
} {
  const places: { at: number; to: number; sentence: Traced }[] = [];
  let text = '';
  for (const paragraph of document) {
    for (const [index, sentence] of paragraph.entries()) {
      if (index > 0) text += between(langOf(sentence.text));
      places.push({ at: text.length, to: text.length + sentence.text.length, sentence });
      text += sentence.text;
    }
    text += '\n\n';
  }
  return { text, places };
}

interface Place {
  readonly paragraph: number;
  readonly index: number;
}

function pick(document: Document, random: Random): Place {
  const filled = document.flatMap((sentences, at) => (sentences.length > 0 ? [at] : []));
  const paragraph = filled[random(filled.length)] ?? 0;
  return { paragraph, index: random(document[paragraph]?.length ?? 1) };
}

function replaceAt(
  document: Document,
  place: Place,
  sentences: readonly Traced[],
  count = 1,
): Document {
  const paragraph = document[place.paragraph] ?? [];
  return document.with(place.paragraph, paragraph.toSpliced(place.index, count, ...sentences));
}

function at(document: Document, place: Place): Traced {
  return document[place.paragraph]?.[place.index] ?? { text: '', from: [] };
}

function typo(text: string, random: Random): string {
  const spots = [...text.matchAll(/\p{L}{2}/gu)].map((match) => match.index);
  const spot = spots[random(Math.max(1, spots.length))] ?? 0;
  const pair = text.slice(spot, spot + 2);
  const changed = random(2) === 0 ? `${pair[1]}${pair[0]}` : pair.slice(0, 1);
  return text.slice(0, spot) + changed + text.slice(spot + 2);
}

function words(text: string): string[] {
  return text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+|\s+/gu) ?? [];
}

/** About half of the words replaced by words of another sentence. */
function rewrite(text: string, other: string, random: Random): string {
  const pool = words(other).filter((word) => word.trim() !== '');
  const parts = words(text);
  return parts
    .map((word, index) => {
      const last = index === parts.length - 1 || word.trim() === '';
      return last || random(2) === 0 ? word : (pool[random(pool.length)] ?? word);
    })
    .join('');
}

const NEGATIONS: readonly (readonly [RegExp, string])[] = [
  [/ (is|was|are|were|will|has|had|have|would|could) /, ' $1 not '],
  [/(是|将|会|有|能|同意|表示)/, '不$1'],
];

/** Changes a figure, or denies the sentence; null when there is nothing to change. */
function changeFact(text: string, random: Random): string | null {
  const figures = [...text.matchAll(/\d+/g)];
  const figure = figures[random(Math.max(1, figures.length))];
  if (figure !== undefined) {
    const changed = String(Number(figure[0]) + 1 + random(8));
    return text.slice(0, figure.index) + changed + text.slice(figure.index + figure[0].length);
  }
  for (const [pattern, replacement] of NEGATIONS) {
    if (pattern.test(text)) return text.replace(pattern, replacement);
  }
  return null;
}

function split(sentence: Traced, random: Random): readonly Traced[] {
  const commas = [...sentence.text.matchAll(/(?<=.{12})(?:, |，)(?=.{12})/gsu)];
  const comma = commas[random(Math.max(1, commas.length))];
  if (comma === undefined) return [sentence];
  const stop = comma[0] === '，' ? '。' : '.';
  const rest = sentence.text.slice(comma.index + comma[0].length);
  return [
    { text: sentence.text.slice(0, comma.index) + stop, from: sentence.from },
    { text: rest.slice(0, 1).toUpperCase() + rest.slice(1), from: sentence.from },
  ];
}

function merge(first: Traced, second: Traced): readonly Traced[] {
  const stop = /[.。]$/u.exec(first.text)?.[0];
  if (stop === undefined || langOf(first.text) !== langOf(second.text)) return [first, second];
  const joint = stop === '。' ? '，' : ', and ';
  return [
    { text: first.text.slice(0, -1) + joint + second.text, from: [...first.from, ...second.from] },
  ];
}

type Edit = (document: Document, random: Random, foreign: readonly string[]) => Document;

export const EDITS: Readonly<Record<string, Edit>> = {
  insert: (document, random, foreign) => {
    const text = foreign[random(foreign.length)] ?? 'New.';
    return replaceAt(document, pick(document, random), [{ text, from: [] }], 0);
  },
  delete: (document, random) => replaceAt(document, pick(document, random), []),
  move: (document, random) => {
    const place = pick(document, random);
    const sentence = at(document, place);
    const without = replaceAt(document, place, []);
    return replaceAt(without, pick(without, random), [sentence], 0);
  },
  typo: (document, random) => {
    const place = pick(document, random);
    const sentence = at(document, place);
    return replaceAt(document, place, [{ ...sentence, text: typo(sentence.text, random) }]);
  },
  fact: (document, random) => {
    const place = pick(document, random);
    const sentence = at(document, place);
    const text = changeFact(sentence.text, random);
    return text === null
      ? document
      : replaceAt(document, place, [{ ...sentence, text, factual: true }]);
  },
  rewrite: (document, random, foreign) => {
    const place = pick(document, random);
    const sentence = at(document, place);
    const same = foreign.filter((text) => langOf(text) === langOf(sentence.text));
    const text = rewrite(sentence.text, same[random(Math.max(1, same.length))] ?? '', random);
    return replaceAt(document, place, [{ ...sentence, text }]);
  },
  split: (document, random) => {
    const place = pick(document, random);
    return replaceAt(document, place, split(at(document, place), random));
  },
  merge: (document, random) => {
    const place = pick(document, random);
    const next = { ...place, index: place.index + 1 };
    if (at(document, next).text === '') return document;
    return replaceAt(document, place, merge(at(document, place), at(document, next)), 2);
  },
  swapParagraphs: (document, random) => {
    const first = random(Math.max(1, document.length - 1));
    const [a = [], b = []] = [document[first], document[first + 1]];
    return document.length < 2 ? document : document.toSpliced(first, 2, b, a);
  },
  repeat: (document, random) => {
    const sentence = at(document, pick(document, random));
    return replaceAt(document, pick(document, random), [sentence], 0);
  },
};

/** Applies one to six random edits. */
export function editScript(
  document: Document,
  random: Random,
  foreign: readonly string[],
): Document {
  const names = Object.keys(EDITS);
  let edited = document;
  for (let count = 1 + random(6); count > 0; count -= 1) {
    const edit = EDITS[names[random(names.length)] ?? ''];
    if (edit !== undefined) edited = edit(edited, random, foreign);
  }
  return edited;
}
