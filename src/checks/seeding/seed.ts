/**
 * Errors put into correct pairs, so that a check's recall can be measured: the same seed, the same
 * errors. Finds numbers, names and quotations by simple means of its own and none of the checks'
 * readers, or the figures would only say that the checks agree with themselves.
 */
import { LANGS, type Lang, type Span } from '../../core/model.ts';
import type { Term } from '../../terms/model.ts';
import { wrongDate } from './classes/dates.ts';
import { residual, untranslated, wrongLanguage } from './classes/languages.ts';
import { damagedAddress, damagedPlaceholder } from './classes/marks.ts';
import { wrongName, wrongSpeaker } from './classes/names.ts';
import { addedNegation, droppedNegation } from './classes/negation.ts';
import { wrongApproximation, wrongDigit, wrongFactor, wrongNumeral } from './classes/numbers.ts';
import { addedQuote, droppedQuote } from './classes/quotes.ts';
import { droppedClause, droppedSentence } from './classes/sentences.ts';
import { wrongTerm } from './classes/terms.ts';
import { wrongTitle } from './classes/titles.ts';
import { repeatedWord, strangeSpace, wrongEnd, wrongWidth } from './classes/typography.ts';
import { wrongDuration, wrongUnit } from './classes/units.ts';
import { subjectOf, type ErrorMaker, type Name, type Pool } from './edit.ts';
import { namesIn } from './names.ts';
import { oneOf, type Random } from './random.ts';

/** Kinds of error, in the order in which they are told. */
export const ERROR_CLASSES = [
  'factor',
  'digit',
  'numeral',
  'approximation',
  'unit',
  'duration',
  'date',
  'name',
  'title',
  'term',
  'quote',
  'quote-added',
  'speaker',
  'negation',
  'negation-added',
  'sentence',
  'clause',
  'residual',
  'language',
  'untranslated',
  'width',
  'end',
  'repeat',
  'space',
  'address',
  'placeholder',
] as const;

export type ErrorClass = (typeof ERROR_CLASSES)[number];

const MAKERS: Readonly<Record<ErrorClass, ErrorMaker>> = {
  factor: wrongFactor,
  digit: wrongDigit,
  numeral: wrongNumeral,
  approximation: wrongApproximation,
  unit: wrongUnit,
  duration: wrongDuration,
  date: wrongDate,
  name: wrongName,
  title: wrongTitle,
  term: wrongTerm,
  quote: droppedQuote,
  'quote-added': addedQuote,
  speaker: wrongSpeaker,
  negation: droppedNegation,
  'negation-added': addedNegation,
  sentence: droppedSentence,
  clause: droppedClause,
  residual,
  language: wrongLanguage,
  untranslated,
  width: wrongWidth,
  end: wrongEnd,
  repeat: repeatedWord,
  space: strangeSpace,
  address: damagedAddress,
  placeholder: damagedPlaceholder,
};

export interface Seed {
  readonly zh: string;
  readonly en: string;
  readonly class: ErrorClass;
  /** The side that is wrong now; the other one is as it was. */
  readonly side: Lang;
  /** Where, in the text as it is now: UTF-16 units. */
  readonly at: Span;
  /** `5.3 → 53`, cut where it is long. */
  readonly what: string;
}

interface PairTexts {
  readonly zh: string;
  readonly en: string;
}

const SHOWN = 40;

function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

export class Seeder {
  private readonly pool: Pool;

  /** @param pairs all of the file: names and wrong languages are taken from them */
  constructor(pairs: readonly PairTexts[], terms: readonly Term[] = []) {
    const known = new Map<string, Name>();
    const byPair = new Map<PairTexts, readonly Name[]>();
    for (const pair of pairs) {
      const names = namesIn(pair);
      byPair.set(pair, names);
      for (const name of names) known.set(`${name.zh}\n${name.en}`, name);
    }
    const namesOf = (pair: PairTexts) => byPair.get(pair) ?? namesIn(pair);
    this.pool = { pairs, terms, names: [...known.values()], namesOf };
  }

  /**
   * One error of a class on one side of a pair.
   * @param sides tried in turn; where none is given, both in an order left to chance
   * @returns null where there is nothing that could be made wrong in this way
   */
  seed(
    pair: PairTexts,
    errorClass: ErrorClass,
    random: Random,
    sides: readonly Lang[] = random() < 0.5 ? LANGS : [...LANGS].reverse(),
  ): Seed | null {
    for (const side of sides) {
      const seed = this.seedSide(pair, errorClass, side, random);
      if (seed !== null) return seed;
    }
    return null;
  }

  private seedSide(
    pair: PairTexts,
    errorClass: ErrorClass,
    side: Lang,
    random: Random,
  ): Seed | null {
    const text = pair[side];
    const edits = MAKERS[errorClass](subjectOf(pair, side, random, this.pool)).filter(
      (edit) => text.slice(edit.from, edit.to) !== edit.text,
    );
    const edit = oneOf(edits, random);
    if (edit === undefined) return null;
    const raw = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
    const wrong = raw.trim();
    if (wrong === '' || wrong === text) return null;
    const from = Math.min(wrong.length, Math.max(0, edit.from - raw.search(/\S/)));
    return {
      ...(side === 'zh' ? { zh: wrong, en: pair.en } : { zh: pair.zh, en: wrong }),
      class: errorClass,
      side,
      at: { from, to: Math.min(wrong.length, from + edit.text.length) },
      what: `${shown(text.slice(edit.from, edit.to))} → ${shown(edit.text)}`,
    };
  }
}
