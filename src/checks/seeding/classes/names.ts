/** A person or a place for another one, and somebody else's quotation. */
import { placesOf, type Edit, type ErrorMaker, type Name, type Subject } from '../edit.ts';
import { shuffled } from '../random.ts';
import { hasQuotation } from './quotes.ts';

/** How many others are tried for each name. */
const TRIED = 4;

/** The surname stays, the rest is another's: 毛宁 → 毛林, Mao Ning → Mao Lin. */
function halfSwapped(name: Name, other: Name): Name | null {
  const [surname = '', given = ''] = name.en.split(' ');
  const otherGiven = other.en.split(' ')[1] ?? '';
  if (name.kind !== 'han' || given === otherGiven) return null;
  const zh = name.zh.charAt(0) + other.zh.slice(1);
  return { kind: 'han', zh, en: `${surname} ${otherGiven}` };
}

function othersFor(name: Name, { random, pool, pair }: Subject): Name[] {
  const own = pool.namesOf(pair);
  const others = pool.names.filter(
    (other) =>
      other.kind === name.kind && !own.some(({ zh, en }) => zh === other.zh || en === other.en),
  );
  return shuffled(others, random)
    .slice(0, TRIED)
    .flatMap((other) => [other, halfSwapped(name, other) ?? other]);
}

/** A name that stands there once: the right one must not be left beside the wrong one. */
function swapped(subject: Subject, names: readonly Name[]): Edit[] {
  const { text, lang } = subject;
  return names.flatMap((name): Edit[] => {
    const [place, ...more] = placesOf(text, name[lang]);
    const last = name[lang].split(/[ ·•・]/).at(-1) ?? '';
    if (place === undefined || more.length > 0 || placesOf(text, last).length > 1) return [];
    return othersFor(name, subject)
      .filter((other) => !text.includes(other[lang]))
      .map((other) => ({ from: place[0], to: place[1], text: other[lang] }));
  });
}

export const wrongName: ErrorMaker = (subject) =>
  swapped(subject, subject.pool.namesOf(subject.pair));

export const wrongSpeaker: ErrorMaker = (subject) =>
  hasQuotation(subject.text, subject.lang)
    ? swapped(
        subject,
        subject.pool.namesOf(subject.pair).filter(({ kind }) => kind !== 'place'),
      )
    : [];
