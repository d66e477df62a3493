/** A form of the term base as all the word sequences by which English text may show it. */
import { isCaseSensitive, NEARNESS, type Entry, type Form } from './entry.ts';
import { gapsOf, isHyphen, spell, wordsOf } from './en-words.ts';
import { inflections } from './en-inflect.ts';
import { GUARDS, OTHER_WORD_CLOSED } from './en.ts';

export interface Pattern {
  readonly entry: Entry;
  readonly words: readonly string[];
  /** What stands between them: `gaps[0]` after the first. */
  readonly gaps: readonly string[];
  /** Marks that have to stand before the first word and after the last. */
  readonly lead: string;
  readonly trail: string;
}

interface Shape {
  readonly words: readonly string[];
  readonly gaps: readonly string[];
}

interface Spelling extends Shape {
  readonly lead: string;
  readonly trail: string;
  readonly closed: Shape | null;
}

/** "e-commerce" as "ecommerce"; of a form with one hyphen, and where that is no other word. */
function closedShape(form: string, { words, gaps }: Shape): Shape | null {
  const parts = wordsOf(form);
  const hyphens = gaps.flatMap((gap, index) => {
    const left = parts[index];
    const right = parts[index + 1];
    return gap === ' ' && left && right && isHyphen(form, left, right) ? [index] : [];
  });
  const [at] = hyphens;
  if (at === undefined || hyphens.length > 1) return null;
  const word = `${words[at] ?? ''}${words[at + 1] ?? ''}`;
  if (OTHER_WORD_CLOSED.has(word.toLowerCase())) return null;
  return {
    words: [...words.slice(0, at), word, ...words.slice(at + 2)],
    gaps: [...gaps.slice(0, at), ...gaps.slice(at + 1)],
  };
}

function spellingOf(form: string): Spelling | null {
  const parts = wordsOf(form);
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return null;
  const shape = { words: parts.map(({ written }) => written), gaps: gapsOf(form, parts) };
  return {
    ...shape,
    lead: form.slice(0, first.from),
    trail: form.slice(last.to),
    closed: closedShape(form, shape),
  };
}

function inflected({ term, form }: Form, { words, gaps }: Shape): readonly Shape[] {
  if (term.keep) return [];
  const source = { words, gaps, hyphenated: form.includes('-'), pos: term.pos };
  return inflections(source).map((changed) => ({ words: changed, gaps }));
}

/** Every way to write a form, the form itself first. Empty for one without a letter or digit. */
export function patternsOf(form: Form): readonly Pattern[] {
  const spelling = spellingOf(form.form.normalize('NFC'));
  if (spelling === null) return [];
  const { lead, trail, closed } = spelling;
  const sensitive = isCaseSensitive(form);
  const pattern = ({ words, gaps }: Shape, nearness: number): Pattern => ({
    entry: { ...form, nearness, ...(sensitive ? { written: spell(words, gaps) } : {}) },
    words,
    gaps,
    lead,
    trail,
  });
  const shapes = closed === null ? [spelling] : [spelling, closed];
  return shapes.flatMap((shape, index) => [
    pattern(shape, index === 0 ? NEARNESS.exact : NEARNESS.respelled),
    ...(trail === '' ? inflected(form, shape) : []).map((other) =>
      pattern(other, NEARNESS.inflected),
    ),
  ]);
}

let guards: readonly Pattern[] | undefined;

/** Expressions in which no shorter term stands: "minister" in "prime minister". */
export function guardPatterns(): readonly Pattern[] {
  guards ??= GUARDS.flatMap((form) => {
    const spelling = spellingOf(form);
    if (spelling === null) return [];
    const { words, gaps } = spelling;
    const all = [words, ...inflections({ words, gaps, hyphenated: false, pos: 'noun' })];
    const entry = { term: null, form, forbidden: false, nearness: NEARNESS.exact };
    return all.map((changed) => ({ entry, words: changed, gaps, lead: '', trail: '' }));
  });
  return guards;
}
