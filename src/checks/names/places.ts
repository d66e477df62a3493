/** Places of a pair: which of them each side names, and which it may mean. */
import { otherLang, type Lang, type Span } from '../../core/model.ts';
import type { PairView } from '../check.ts';
import { once } from '../once.ts';
import { CITIES } from './cities.ts';
import { COUNTRIES } from './countries.ts';

/** A country, a city, a part of the world. */
export interface Place {
  readonly kind: 'country' | 'city';
  /** What may be meant by it, without naming it. */
  readonly excuses: Readonly<Record<Lang, readonly string[]>>;
}

type Forms = ReadonlyMap<string, readonly Place[]>;

interface Row {
  readonly place: Place;
  readonly forms: Readonly<Record<Lang, readonly string[]>>;
}

function words(list: string | undefined): readonly string[] {
  return (list ?? '').split(' ').flatMap((word) => (word === '' ? [] : word.replaceAll('_', ' ')));
}

/** What names a place, and what only excuses. */
function partsOf(side: string): readonly [readonly string[], readonly string[]] {
  const [forms, excuses] = side.split('+');
  return [words(forms), words(excuses)];
}

function rowOf(line: string, kind: Place['kind']): Row {
  const at = line.indexOf('=');
  const [zh, zhExcuses] = partsOf(line.slice(0, at));
  const [en, enExcuses] = partsOf(line.slice(at + 1));
  return { place: { kind, excuses: { zh: zhExcuses, en: enExcuses } }, forms: { zh, en } };
}

function rowsOf(data: string, kind: Place['kind']): readonly Row[] {
  return data
    .trim()
    .split('\n')
    .map((line) => rowOf(line, kind));
}

const ROWS = [...rowsOf(COUNTRIES, 'country'), ...rowsOf(CITIES, 'city')];

function formsIn(lang: Lang): Forms {
  const known = new Map<string, Place[]>();
  for (const { place, forms } of ROWS) {
    for (const form of forms[lang]) known.set(form, [...(known.get(form) ?? []), place]);
  }
  return known;
}

interface Found {
  readonly span: Span;
  readonly form: string;
  readonly places: readonly Place[];
}

const ZH = formsIn('zh');
const EN = formsIn('en');

/** Forms by their first character, the longest first. */
function byFirst(forms: Forms): ReadonlyMap<string, readonly string[]> {
  const first = Map.groupBy(forms.keys(), (form) => form.charAt(0));
  return new Map([...first].map(([sign, all]) => [sign, all.sort((a, b) => b.length - a.length)]));
}

const ZH_FIRST = byFirst(ZH);
const ZH_BEGINNING = new RegExp(`[${[...ZH_FIRST.keys()].join('')}]`, 'g');

/** Words that begin or end like a place and are none. */
const ZH_NO_PLACE =
  /^(?:印度洋|印度教|日本海|波兰特|圣保罗教|罗马教|罗马数|汉堡[包店王]|黑山[县羊]|西班牙流感|加州牛肉|墨西哥湾|刚果河|苏丹[国港]|马里奥|马里兰|阿曼[达德]|约旦河|巴林[左右]|几内亚湾|印度支那|智利硝|土耳其[石玉]|吉林路|南京[东西]?路|北京[东西]?路|台[风币词阶球面前后上下湾步]|海南[人岛]?航空)/u;

function chineseAt(text: string, at: number): Found | null {
  const form = ZH_FIRST.get(text.charAt(at))?.find((one) => text.startsWith(one, at));
  if (form === undefined) return null;
  const none = ZH_NO_PLACE.exec(text.slice(at, at + 8))?.[0];
  const span = { from: at, to: at + (none ?? form).length };
  return { span, form, places: none === undefined ? (ZH.get(form) ?? []) : [] };
}

function chineseFound(text: string): readonly Found[] {
  const found: Found[] = [];
  let until = 0;
  for (const { index } of text.matchAll(ZH_BEGINNING)) {
    const one = index < until ? null : chineseAt(text, index);
    if (one === null) continue;
    found.push(one);
    until = one.span.to;
  }
  return found;
}

/** Without the `u` flag it is much faster, and no name needs it. */
const WORD = /[A-ZÀ-Þ][\wÀ-ſ.'’-]*/g;
/** Names hold at most four words. */
const REST = /^(?: [\p{L}\p{M}.'’-]+){1,3}/u;

const END_MARK = /[.'’-]/;

function bare(word: string): string {
  if (!END_MARK.test(word)) return word;
  const rest = word.replace(/[.'’-]+$/u, '').replace(/['’]s$/u, '');
  return /^(?:\p{Lu}\.)+\p{Lu}$/u.test(rest) ? `${rest}.` : rest;
}

/** CHINA */
function capitalised(form: string): string {
  return form.toLowerCase().replace(/(?:^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}

function isCapitals(form: string): boolean {
  return !/[a-z]/.test(form) && form === form.toUpperCase();
}

/** Every spelling of a form: in capitals, in the plural, the first half of a compound. */
function spellings(form: string): readonly string[] {
  const all = [form];
  if (form.length > 4 && form.endsWith('s') && !form.endsWith('ss')) all.push(form.slice(0, -1));
  if (form.length > 3 && isCapitals(form)) all.push(capitalised(form));
  if (form.includes('-')) all.push(...form.split('-'));
  return all;
}

function lookUp(form: string): readonly Place[] | undefined {
  for (const spelling of spellings(form)) {
    const found = EN.get(spelling);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** First words of forms with several. */
const EN_FIRST: ReadonlySet<string> = new Set(
  [...EN.keys()].filter((form) => form.includes(' ')).map((form) => form.split(' ')[0] ?? ''),
);

/** Words behind a place's that make another name of it. */
const EN_NO_PLACE =
  /^(?:New (?:England|Mexico)|West(?:ern)? Ham|Indian(?:a|apolis| Ocean)|American (?:Samoa|Airlines|Express)|South (?:Wales|China Sea)|British Columbia|North America|Central America|Jordan (?:River|[A-Z]\p{L}+)|Chad [A-Z]|Paris (?:Hilton|Saint)|Georgia Tech|Washington (?:Post|Times|Wizards|Capitals|State)|Berlin Wall|Turkish [Dd]elight|French [Ff]ries|Panama [Cc]anal|Cuba Gooding|Israel [A-Z]\p{L}+|India [A-Z]\p{L}+son|US\b(?=[^\p{Ll}]*$))/u;

function formOf(first: string, more: readonly string[]): string {
  return [first, ...more.slice(0, -1), bare(more.at(-1) ?? '')].join(' ');
}

/** The form of several words that begins at a place, the longest first. */
function longForm(text: string, at: number, word: string): string | null {
  const own = bare(word);
  const first = own === 'St' ? 'St.' : own;
  const isFirst = EN_FIRST.has(first) || (isCapitals(first) && EN_FIRST.has(capitalised(first)));
  if (!isFirst) return null;
  const end = at + word.length;
  const more =
    REST.exec(text.slice(end, end + 60))?.[0]
      .trim()
      .split(' ') ?? [];
  const forms = more.map((_, index) => formOf(first, more.slice(0, index + 1)));
  return forms.findLast((form) => lookUp(form) !== undefined) ?? null;
}

function englishFound(text: string): readonly Found[] {
  const found: Found[] = [];
  let until = 0;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (index < until) continue;
    const form = longForm(text, index, word) ?? bare(word);
    const places = lookUp(form);
    if (places === undefined) continue;
    until = index + Math.max(word.length, form.length);
    if (EN_NO_PLACE.test(text.slice(index, index + 40))) continue;
    found.push({ span: { from: index, to: index + form.length }, form, places });
  }
  return found;
}

/** A place that a side names, and where it first does. */
export interface PlaceFound {
  readonly place: Place;
  readonly span: Span;
  readonly form: string;
}

function firstOf(found: readonly Found[]): readonly PlaceFound[] {
  const named = new Map<Place, PlaceFound>();
  for (const { span, form, places } of found) {
    for (const place of places) if (!named.has(place)) named.set(place, { place, span, form });
  }
  return [...named.values()];
}

/** The places that each side names, each where it first does. */
const placesOf = once(({ zh, en }: PairView): Readonly<Record<Lang, readonly PlaceFound[]>> => ({
  zh: firstOf(chineseFound(zh)),
  en: firstOf(englishFound(en)),
}));

/** Places that one side names and the other does not even hint at. */
export function lonePlaces(view: PairView, lang: Lang): readonly PlaceFound[] {
  const other = otherLang(lang);
  const places = placesOf(view);
  const named = new Set(places[other].map(({ place }) => place));
  return places[lang].filter(
    ({ place }) =>
      !named.has(place) && !place.excuses[other].some((form) => view[other].includes(form)),
  );
}

/** Whether English words are a place's name, or a part of the world's. */
export function isPlaceName(words: string): boolean {
  return EN.has(words);
}
