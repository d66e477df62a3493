/** Names of Chinese people in an English text, and whether the Chinese has one that is read so. */
import type { Span } from '../../core/model.ts';
import { ENGLISH_WORDS } from '../language/common-words.ts';
import { foldSpelling, isPinyin, readsAs, spellingsOf } from './pinyin.ts';
import { LONG_SURNAMES, SURNAMES } from './surnames.ts';
import { isPlaceName } from './places.ts';

/** `Mao Ning`: two words, the first of which is a surname, the second one or two syllables. */
export interface HanName {
  readonly span: Span;
  readonly text: string;
  /** Folded. */
  readonly surname: string;
  readonly given: string;
}

/** Words with capitals, a genitive left out. */
const WORD = /[A-Z][a-zü]+(?:[-'’](?!s(?![a-z]))[A-Za-z][a-z]*)?/g;

/** What stands behind the name of a thing or a place. */
const THING =
  /^(?:['’]s)?[ -](?:\p{Lu}\p{L}+ )?(?:University|College|School|Company|Co\b|Corp|Group|Bank|County|City|District|Province|Prefecture|Village|Town|Township|Lake|River|Mountain|Road|Street|Avenue|Dynasty|Island|Temple|Station|Airport|Port|Bay|Festival|Airlines|Securities|Technology|Securities|Hotel|Hospital|Museum|Park|Square|Bridge|Tower|Palace|Gate|Pass|Peninsula|Strait|Basin|Plateau|Holdings|Pharmaceutical|Media|Daily|Times|News|Net|Club|Opera|Fund|Capital|Insurance|Energy|Steel|Motors|Auto|Mall|Plaza|Garden|Wall|Cup|Army|Expressway|Railway|Highway|Line)\b/u;

const THINGS = /^(?:Lake|Lane|Pass|Gate|Cave|Wine|Line)$/u;

/** Words that are spelled like a syllable. */
const ENGLISH_SYLLABLES = new Set(
  'he she you long fan bin ran an man can men sun song ping ban die me pan lie bang mi di hang tong rang sang chi ma pa la do so to go no le pen gun tan tang den fang dong ding ling pi pie wai wan shun bai king jay lee may hue sue ray ben sen tie tun pun she bo mo'.split(
    ' ',
  ),
);

let known: ReadonlySet<string> | null = null;

function surnameSpellings(): ReadonlySet<string> {
  known ??= new Set([
    ...[...SURNAMES].flatMap((sign) => spellingsOf(sign) ?? []),
    ...LONG_SURNAMES.flatMap(([first = '', second = '']) =>
      (spellingsOf(first) ?? []).flatMap((one) =>
        (spellingsOf(second) ?? []).map((other) => one + other),
      ),
    ),
  ]);
  return known;
}

function isGiven(letters: string): boolean {
  return isPinyin(letters, 1) || isPinyin(letters, 2);
}

/** Two short words that may as well be English: He Can, Long Sun. */
function mayBeEnglish(surname: string, given: string): boolean {
  if (ENGLISH_WORDS.has(surname) || ENGLISH_WORDS.has(given)) return given.length < 5;
  return ENGLISH_SYLLABLES.has(surname) && ENGLISH_SYLLABLES.has(given);
}

/** Whether the two words are no person's: a place, or the beginning of the name of a thing. */
function isOfThing(text: string, at: number, first: string, second: string): boolean {
  const whole = `${first} ${second}`;
  const before = /\S+(?= $)/u.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? '';
  if ([whole, first, second, `${before} ${first}`].some(isPlaceName)) return true;
  const to = at + whole.length;
  return THINGS.test(second) || THING.test(text.slice(to, to + 40));
}

function nameAt(text: string, at: number, first: string, second: string): HanName | null {
  const [surname, given] = [foldSpelling(first), foldSpelling(second)];
  if (!surnameSpellings().has(surname) || !isGiven(given)) return null;
  if (mayBeEnglish(surname, given) || isOfThing(text, at, first, second)) return null;
  const whole = `${first} ${second}`;
  return { span: { from: at, to: at + whole.length }, text: whole, surname, given };
}

type Reader = (en: string, at: number, first: string, second: string) => HanName | null;

/** What a reader makes of every two words with capitals that stand together. */
function read(en: string, reader: Reader): readonly HanName[] {
  const found: HanName[] = [];
  let before: { readonly word: string; readonly at: number } | null = null;
  for (const { index, 0: word } of en.matchAll(WORD)) {
    const isNext = before !== null && before.at + before.word.length + 1 === index;
    if (before !== null && isNext && en.charAt(index - 1) === ' ') {
      const name = reader(en, before.at, before.word, word);
      if (name !== null) found.push(name);
    }
    before = { word, at: index };
  }
  return found;
}

/** Names of Chinese people as pinyin spells them. */
export function hanNamesIn(en: string): readonly HanName[] {
  return read(en, nameAt);
}

/** Names with the family name last: Ning Mao. Where that is the given name of another, it is found as well. */
export function turnedNamesIn(en: string): readonly HanName[] {
  return read(en, (_, at, first, second) => {
    const [given, surname] = [foldSpelling(first), foldSpelling(second)];
    if (!surnameSpellings().has(surname) || !isGiven(given)) return null;
    if (mayBeEnglish(surname, given)) return null;
    const whole = `${first} ${second}`;
    return { span: { from: at, to: at + whole.length }, text: whole, surname, given };
  });
}

/** What a Chinese text has for a name. */
export interface Counterpart {
  readonly kind: 'same' | 'other' | 'none';
  /** The name, or the characters of somebody with that surname. */
  readonly span: Span | null;
}

function surnameLength(zh: string, at: number, surname: string): number {
  const two = zh.slice(at, at + 2);
  if (LONG_SURNAMES.includes(two) && readsAs(two, surname)) return 2;
  const sign = zh.charAt(at);
  return spellingsOf(sign)?.includes(surname) ? 1 : 0;
}

const HAN = /^\p{Script=Han}$/u;

function givenLength(zh: string, at: number, given: string): number {
  return (
    [2, 1].find((length) => {
      const han = zh.slice(at, at + length);
      return (
        [...han].length === length &&
        [...han].every((sign) => HAN.test(sign)) &&
        readsAs(han, given)
      );
    }) ?? 0
  );
}

/** The length of the name that is read so at a place, or 0. */
function nameLength(zh: string, at: number, { surname, given }: HanName): number {
  const own = surnameLength(zh, at, surname);
  const rest = own === 0 ? 0 : givenLength(zh, at + own, given);
  return rest === 0 ? 0 : own + rest;
}

/** Whether somebody with that surname may stand at a place. */
function isNear(zh: string, at: number, { surname }: HanName): boolean {
  const own = surnameLength(zh, at, surname);
  const isSurname = own === 2 || (own === 1 && SURNAMES.includes(zh.charAt(at)));
  return isSurname && HAN.test(zh.charAt(at + own));
}

/** Looks for a name in a Chinese text by how the characters are read. */
export function counterpartIn(zh: string, name: HanName): Counterpart {
  let near: Span | null = null;
  for (let at = 0; at < zh.length; at += 1) {
    const length = nameLength(zh, at, name);
    if (length > 0) return { kind: 'same', span: { from: at, to: at + length } };
    if (near === null && isNear(zh, at, name)) near = { from: at, to: at + 3 };
  }
  return near === null ? { kind: 'none', span: null } : { kind: 'other', span: near };
}
