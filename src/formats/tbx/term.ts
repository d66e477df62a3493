/** A TBX entry → a term. */
import { langOfTag } from '../../core/language-names.ts';
import type { Lang } from '../../core/model.ts';
import type { PartOfSpeech, Term } from '../../terms/model.ts';
import type { TbxEntry, TbxFact, TbxForm, TbxSection } from './scan.ts';
import { OWN_PREFIX, READ_PARTS, READ_STATUS, type FormStatus } from './words.ts';

export interface TbxProblem {
  /** 1-based. */
  readonly line: number;
  /** A clause, without capital and full stop. */
  readonly message: string;
}

export interface ReadEntry {
  readonly term: Term | null;
  readonly problems: readonly TbxProblem[];
  readonly otherLanguages: number;
}

/** Characters; a longer one is a text that got into the wrong column. */
const LONGEST = 500;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function isTraditional({ lang }: TbxSection): boolean {
  return /[-_](?:hant|tw|hk|mo)\b/i.test(lang);
}

/** Chinese in traditional characters only where there is no other: they are forms of one word. */
function sectionsIn(entry: TbxEntry, lang: Lang): TbxSection[] {
  const sections = entry.sections.filter((section) => langOfTag(section.lang) === lang);
  const usual = sections.filter((section) => !isTraditional(section));
  return usual.length > 0 ? usual : sections;
}

function statusOf(form: TbxForm): FormStatus | null {
  const fact = form.facts.find(({ type }) => type === 'administrativeStatus');
  const word = fact?.text.toLowerCase().replace(/-admn-sts$/, '') ?? '';
  return READ_STATUS.get(word) ?? null;
}

/** What is said to be preferred stands first, what is only admitted last. */
const PLACES: readonly (FormStatus | null)[] = ['preferred', null, 'admitted'];

interface Forms {
  readonly allowed: readonly string[];
  readonly forbidden: readonly string[];
}

function formsOf(sections: readonly TbxSection[]): Forms {
  const forms = sections
    .flatMap((section) => section.forms)
    .filter(({ text }) => text !== '' && text.length <= LONGEST);
  const withStatus = (wanted: FormStatus | null) =>
    forms.filter((form) => statusOf(form) === wanted).map(({ text }) => text);
  const allowed = [...new Set(PLACES.flatMap(withStatus))];
  return { allowed, forbidden: [...new Set(withStatus('forbidden'))] };
}

function factsOf(entry: TbxEntry): TbxFact[] {
  const sections = [...sectionsIn(entry, 'zh'), ...sectionsIn(entry, 'en')];
  return [...entry.facts, ...sections.flatMap(({ forms }) => forms.flatMap(({ facts }) => facts))];
}

/** Our own fields: `from=2031-01-01`, `keep`. */
function ownFields(facts: readonly TbxFact[]): ReadonlyMap<string, string> {
  const fields = facts
    .filter(({ type, text }) => type === 'projectSubset' && text.startsWith(OWN_PREFIX))
    .map(({ text }) => text.slice(OWN_PREFIX.length).split('=', 2));
  return new Map(fields.map(([name = '', value = '']) => [name, value]));
}

function partOf(facts: readonly TbxFact[], isTitle: boolean): PartOfSpeech | undefined {
  if (isTitle) return 'title';
  for (const { type, text } of facts) {
    if (type !== 'partOfSpeech' && type !== 'termType') continue;
    const part = READ_PARTS.get(text.toLowerCase());
    if (part !== undefined) return part;
  }
  return undefined;
}

function dateIn(own: ReadonlyMap<string, string>, name: 'from' | 'until'): Partial<Term> {
  const date = own.get(name) ?? '';
  return DATE.test(date) ? { [name]: date } : {};
}

function withDetails(entry: TbxEntry, forms: Pick<Term, 'zh' | 'en' | 'forbidden'>): Term {
  const facts = factsOf(entry);
  const own = ownFields(facts);
  const pos = partOf(facts, own.has('title'));
  const notes = [...new Set(facts.filter(({ type }) => type === 'note').map(({ text }) => text))];
  return {
    ...forms,
    keep: own.has('keep') && forms.zh[0] === forms.en[0],
    caseSensitive: own.has('case-sensitive'),
    ...(pos === undefined ? {} : { pos }),
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
    ...dateIn(own, 'from'),
    ...dateIn(own, 'until'),
    line: entry.line,
  };
}

function tooLong(entry: TbxEntry): TbxProblem[] {
  return entry.sections
    .filter((section) => langOfTag(section.lang) !== null)
    .flatMap(({ forms }) => forms)
    .filter(({ text }) => text.length > LONGEST)
    .map(({ line }) => ({
      line,
      message: `this term is longer than ${LONGEST} characters`,
    }));
}

/** What an entry lacks. A wrong rendering alone is a term as well, as is one that was written so. */
function missing(entry: TbxEntry, { zh, en }: Readonly<Record<Lang, Forms>>): string | null {
  if (zh.allowed.length > 0 && en.allowed.length > 0) return null;
  if (zh.allowed.length + en.allowed.length === 0) {
    return 'the entry has no Chinese and no English term that is allowed';
  }
  const isMeant = zh.forbidden.length + en.forbidden.length > 0;
  if (isMeant || ownFields(factsOf(entry)).has('one-sided')) return null;
  const lacking = zh.allowed.length === 0 ? 'Chinese' : 'English';
  return `the entry has no ${lacking} term that is allowed`;
}

/** Reads an entry. One that lacks a language comes back as a problem. */
export function termOf(entry: TbxEntry): ReadEntry {
  const sections = { zh: sectionsIn(entry, 'zh'), en: sectionsIn(entry, 'en') };
  const otherLanguages = entry.sections.length - sections.zh.length - sections.en.length;
  const forms = { zh: formsOf(sections.zh), en: formsOf(sections.en) };
  const message = missing(entry, forms);
  const problems = [
    ...tooLong(entry),
    ...(message === null ? [] : [{ line: entry.line, message }]),
  ];
  if (message !== null) return { term: null, problems, otherLanguages };
  const term = withDetails(entry, {
    zh: forms.zh.allowed,
    en: forms.en.allowed,
    forbidden: { zh: forms.zh.forbidden, en: forms.en.forbidden },
  });
  return { term, problems, otherLanguages };
}
