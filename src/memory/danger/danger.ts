/**
 * What makes a near match dangerous: it differs from the query in a number, a name, a date, a negation or
 * inside a quotation. A false alarm costs a glance; a miss may cost a wrong sentence, so what is doubtful
 * counts as dangerous.
 */
import type { Lang } from '../../core/model.ts';
import { countedNumbers, foldName, namesOf, negations } from '../../core/second-opinion/facts.ts';
import { plainText } from '../../core/tags.ts';
import { hunksOf } from '../changes.ts';
import type { DangerWords, Replacement } from './danger-words.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type DangerKind = 'number' | 'name' | 'date' | 'negation' | 'quotation';

export interface Danger {
  readonly kind: DangerKind;
  /** The words of the memory's source that the query does not have; '' for none. */
  readonly source: string;
  /** The words of the query that the memory's source does not have; '' for none. */
  readonly query: string;
}

/** Names that are known from elsewhere, such as a term base, in a plain text. */
export type NamesIn = (text: string, lang: Lang) => readonly string[];

const WORDS: Readonly<Record<Lang, DangerWords>> = { zh, en };

interface Texts {
  readonly source: string;
  readonly query: string;
  readonly lang: Lang;
  readonly replaced: readonly Replacement[];
  readonly namesIn: NamesIn;
}

interface Fact {
  /** Facts of one value are the same fact. */
  readonly value: string;
  readonly text: string;
}

function matchesOf(text: string, pattern: RegExp, foldFact: (word: string) => string): Fact[] {
  return (text.match(pattern) ?? []).map((word) => ({ value: foldFact(word), text: word }));
}

/** Those that the other has not, or not as often. */
function lacking(facts: readonly Fact[], others: readonly Fact[]): Fact[] {
  const rest = new Map<string, number>();
  for (const { value } of others) rest.set(value, (rest.get(value) ?? 0) + 1);
  return facts.filter(({ value }) => {
    const left = rest.get(value) ?? 0;
    rest.set(value, left - 1);
    return left <= 0;
  });
}

function listed(facts: readonly Fact[]): string {
  return [...new Set(facts.map(({ text }) => text.trim()))].join(', ');
}

/** The same facts in another order are an exchange: from 3 to 5 is not from 5 to 3. */
function compareFacts(
  kind: DangerKind,
  source: readonly Fact[],
  query: readonly Fact[],
): Danger | null {
  const [onlySource, onlyQuery] = [lacking(source, query), lacking(query, source)];
  if (onlySource.length + onlyQuery.length > 0) {
    return { kind, source: listed(onlySource), query: listed(onlyQuery) };
  }
  const moved = source.flatMap((fact, at) => (fact.value === query[at]?.value ? [] : [fact]));
  if (moved.length === 0) return null;
  return {
    kind,
    source: listed(moved),
    query: listed(query.filter(({ value }) => moved.some((one) => one.value === value))),
  };
}

function dateFacts(text: string, lang: Lang): Fact[] {
  const { dates, foldDate } = WORDS[lang];
  return matchesOf(text, dates, foldDate);
}

function dates({ source, query, lang }: Texts): Danger | null {
  return compareFacts('date', dateFacts(source, lang), dateFacts(query, lang));
}

function numberFacts(text: string, lang: Lang): Fact[] {
  const { dates: dated, amounts, foldAmount } = WORDS[lang];
  const rest = text.normalize('NFKC').replace(dated, ' ; ');
  const values = countedNumbers(rest, lang).map((found): Fact => {
    return { value: String(found.value), text: found.text };
  });
  const signs = matchesOf(rest, /[-−](?=\d)|[%‰°]/gu, (sign) => sign.replace('−', '-'));
  return [...values, ...signs, ...matchesOf(rest, amounts, foldAmount)];
}

function numbers({ source, query, lang }: Texts): Danger | null {
  return compareFacts('number', numberFacts(source, lang), numberFacts(query, lang));
}

/** How often a text denies something. */
function denials(text: string, lang: Lang): number {
  const { negation, unlike } = WORDS[lang];
  let read = text;
  for (const [pattern, instead] of unlike) read = read.replace(pattern, instead);
  return negations(read, lang) + (read.match(negation)?.length ?? 0);
}

function joined(replaced: readonly Replacement[], side: 'source' | 'query'): string {
  return replaced
    .map((one) => one[side])
    .filter((text) => text.trim() !== '')
    .join(', ');
}

/** In the whole texts, and in what was replaced: 不 before 同意 makes 不同, which denies nothing by itself. */
function denial({ source, query, lang, replaced }: Texts): Danger | null {
  const turned = replaced.filter((one) => denials(one.source, lang) !== denials(one.query, lang));
  const differs = denials(source, lang) !== denials(query, lang);
  if (!differs && turned.length === 0) return null;
  const shown = turned.length > 0 ? turned : replaced;
  return { kind: 'negation', source: joined(shown, 'source'), query: joined(shown, 'query') };
}

/** All names that a text is known to hold, in one form. */
function namesIn(text: string, { lang, namesIn: known }: Texts): readonly string[] {
  const { names, dates: dated } = WORDS[lang];
  const undated = text.replace(dated, ' ; ');
  const found = [...namesOf(undated, lang), ...(text.match(names) ?? []), ...known(text, lang)];
  return [...new Set(found.map(foldName))];
}

function firstPlaces(names: readonly string[], text: string): readonly string[] {
  const folded = foldName(text);
  return [...names].sort((a, b) => folded.indexOf(a) - folded.indexOf(b) || (a < b ? -1 : 1));
}

function names(texts: Texts): Danger | null {
  const { source, query, lang, replaced } = texts;
  const [ofSource, ofQuery] = [namesIn(source, texts), namesIn(query, texts)];
  const onlySource = ofSource.filter((name) => !foldName(query).includes(name));
  const onlyQuery = ofQuery.filter((name) => !foldName(source).includes(name));
  if (onlySource.length + onlyQuery.length > 0) {
    return { kind: 'name', source: onlySource.join(', '), query: onlyQuery.join(', ') };
  }
  const told = replaced.filter((one) => WORDS[lang].isNameReplaced({ source, query }, one));
  if (told.length > 0) {
    return { kind: 'name', source: joined(told, 'source'), query: joined(told, 'query') };
  }
  const shared = ofSource.filter((name) => ofQuery.includes(name));
  const [before, after] = [firstPlaces(shared, source), firstPlaces(shared, query)];
  const isExchanged = before.some((name, at) => name !== after[at]);
  return isExchanged ? { kind: 'name', source: before.join(', '), query: after.join(', ') } : null;
}

const QUOTED = /“[^”“]*”|「[^」「]*」|『[^』『]*』|"[^"]*"|‘(?:[^’‘]|’(?=\p{L}))*’(?!\p{L})/gu;

function quotationFacts(text: string): Fact[] {
  return matchesOf(text, QUOTED, (quoted) =>
    quoted
      .normalize('NFKC')
      .replace(/[\p{P}\p{S}\s]/gu, '')
      .toLowerCase(),
  );
}

function quotation({ source, query }: Texts): Danger | null {
  return compareFacts('quotation', quotationFacts(source), quotationFacts(query));
}

const LOOKS: readonly ((texts: Texts) => Danger | null)[] = [
  numbers,
  names,
  dates,
  denial,
  quotation,
];

const NO_NAMES: NamesIn = () => [];

/** What is dangerous about taking the translation of `source` for one of `query`; both tagged text. */
export function dangersBetween(
  source: string,
  query: string,
  lang: Lang,
  known: NamesIn = NO_NAMES,
): readonly Danger[] {
  const [a, b] = [plainText(source), plainText(query)];
  if (a === b) return [];
  const replaced = hunksOf(a, b).map((hunk): Replacement => ({
    hunk,
    source: a.slice(hunk.source.from, hunk.source.to),
    query: b.slice(hunk.query.from, hunk.query.to),
  }));
  const texts: Texts = { source: a, query: b, lang, replaced, namesIn: known };
  return LOOKS.flatMap((look) => look(texts) ?? []);
}
