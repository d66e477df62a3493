/** What a look at an engine's answer finds odd. Nothing here is certain: a doubt marks, it never blocks. */
import { isTranslatable } from '../language.ts';
import { otherLang, type Doubt, type Lang } from '../model.ts';
import { splitSentences } from '../sentences/split.ts';
import { plainText } from '../tags.ts';
import { isForeign, isNamesOnly } from './doubts/language.ts';
import { isRatherShort, oddLength } from './doubts/length.ts';
import { missingNumbers } from './doubts/numbers.ts';
import { isRepeated } from './doubts/repeated.ts';

interface Texts {
  readonly source: string;
  readonly target: string;
  readonly from: Lang;
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}\s]/gu, '')
    .toLowerCase();
}

function isUnchanged({ source, target }: Texts): boolean {
  return folded(source) === folded(target) && !isNamesOnly(source);
}

/** Sentences are joined and parted in translation: only where the text became short as well is one left out. */
function lacksSentences({ source, target, from }: Texts): boolean {
  const wanted = splitSentences(source, from).length;
  if (wanted < 2 || !isRatherShort(source, target, from)) return false;
  return splitSentences(target, otherLang(from)).length * 2 <= wanted;
}

const LOOKS: readonly (readonly [Doubt, (texts: Texts) => boolean])[] = [
  ['unchanged', isUnchanged],
  ['language', ({ target, from }) => isForeign(target, otherLang(from))],
  ['short', ({ source, target, from }) => oddLength(source, target, from) === 'short'],
  ['long', ({ source, target, from }) => oddLength(source, target, from) === 'long'],
  ['sentences', lacksSentences],
  ['numbers', ({ source, target, from }) => missingNumbers(source, target, from).length > 0],
  [
    'repeated',
    ({ source, target, from }) => isRepeated(target, otherLang(from)) && !isRepeated(source, from),
  ],
];

/** What is odd about a target (both tagged text). Terms and lost markup are for the caller to add. */
export function doubtsOf(source: string, target: string, from: Lang): Doubt[] {
  const texts = { source: plainText(source), target: plainText(target), from };
  if (!isTranslatable(texts.source)) return [];
  return LOOKS.filter(([, look]) => look(texts)).map(([doubt]) => doubt);
}
