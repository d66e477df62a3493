import { optionOf, type PairCheck, type PairView } from './check.ts';
import { lookAt, type Fault } from './marks/faults.ts';
import type { SideText } from './marks/side-text.ts';

type Style = 'any' | 'sentence' | 'title';

const WORD = /[\p{Script=Latin}\p{M}\d][\p{Script=Latin}\p{M}\d'’-]*/gu;
/** Words that title case leaves small inside of a headline. */
const SMALL = new Set(
  'a an the and but or nor so yet for of to in on at by as from with into onto over under up off out via vs per than'.split(
    ' ',
  ),
);
/** Fewer words tell nothing: they may all be names. */
const ENOUGH = 5;

interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** It begins the headline, or what stands behind a colon or a dash. */
  readonly starts: boolean;
}

const BREAK = /(?:^|[:?!—–.]\s*["“‘']*|["“‘'(])$/u;

function wordsOf({ text, isKept }: SideText): Word[] {
  return [...text.matchAll(WORD)]
    .filter(({ 0: word, index }) => !isKept(index, index + word.length))
    .map(({ 0: word, index }) => ({
      from: index,
      to: index + word.length,
      text: word,
      starts: BREAK.test(text.slice(Math.max(0, index - 4), index)) || index === 0,
    }));
}

function isSmall(word: string): boolean {
  return /^\p{Ll}/u.test(word);
}

function isShout({ text }: Word): boolean {
  return text.length > 1 && text === text.toUpperCase();
}

/** In title case every word but the small ones has a capital, in iPhone and the like not the first. */
function againstTitle(words: readonly Word[]): readonly Word[] {
  return words.filter(({ text, starts }, index) => {
    if (text !== text.toLowerCase() || !isSmall(text)) return false;
    const isEdge = starts || index === words.length - 1;
    return isEdge ? !SMALL.has(text) || starts : !SMALL.has(text);
  });
}

/** Which words are names nobody can tell; that all of them are is past belief. */
function againstSentence(words: readonly Word[]): readonly Word[] {
  const telling = words.filter(
    (word) => !word.starts && !SMALL.has(word.text.toLowerCase()) && !isShout(word),
  );
  const capital = telling.filter(({ text }) => /^\p{Lu}/u.test(text));
  return telling.length >= ENOUGH && capital.length === telling.length ? capital : [];
}

function look(side: SideText, { setting }: PairView, check: PairCheck): Fault[] {
  const style: Style = optionOf(setting, check, 'style');
  if (style === 'any') return [];
  const words = wordsOf(side);
  const wrong = style === 'title' ? againstTitle(words) : againstSentence(words);
  return wrong.map(({ from, to }) => ({ from, to }));
}

/** English headlines have the capitals of the house style: of a title, or of a sentence. */
export const headlineCase: PairCheck = {
  id: 'headline.case',
  severity: 'warning',
  group: 'form',
  options: { style: { fallback: 'any', allowed: ['any', 'sentence', 'title'] } },
  scope: 'pair',
  run: (view, check) => (view.headline ? lookAt(['en'], look)(view, check) : []),
};
