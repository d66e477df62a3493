/** Words of one side that have an equivalent of their own, and whether it stands on the other side. */
import type { Lang } from '../../core/model.ts';
import { EVERYDAY_WORDS } from './lexicon-everyday.ts';
import { NEWS_WORDS } from './lexicon-news.ts';

interface Entry {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const ENTRIES: readonly Entry[] = `${NEWS_WORDS}\n${EVERYDAY_WORDS}`
  .split(/[;\n]/)
  .map((entry) => entry.trim())
  .filter((entry) => entry !== '')
  .map((line) => {
    const [zh = '', en = ''] = line.split(' = ');
    return { zh: zh.split(' '), en: en.split(' ') };
  });

function indexOf(lang: Lang): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const entry of ENTRIES) {
    for (const form of entry[lang]) index.set(form, [...(index.get(form) ?? []), entry]);
  }
  return index;
}

const INDEX: Readonly<Record<Lang, ReadonlyMap<string, readonly Entry[]>>> = {
  zh: indexOf('zh'),
  en: indexOf('en'),
};

function lengthsOf(lang: Lang): readonly number[] {
  return [...INDEX[lang].keys()].map(({ length }) => length);
}

const LONGEST_ZH = Math.max(...lengthsOf('zh'));
/** Forms are looked up by so many first letters. */
const KEY: Readonly<Record<Lang, number>> = {
  zh: Math.min(...lengthsOf('zh')),
  en: Math.min(...lengthsOf('en')),
};

/** How long the forms are that begin alike, the longest first. */
function lengthsByKey(lang: Lang): ReadonlyMap<string, readonly number[]> {
  const groups = Map.groupBy(INDEX[lang].keys(), (form) => form.slice(0, KEY[lang]));
  return new Map(
    [...groups].map(([key, forms]) => {
      const lengths = new Set(forms.map(({ length }) => length));
      return [key, [...lengths].sort((a, b) => b - a)];
    }),
  );
}

const LENGTHS: Readonly<Record<Lang, ReadonlyMap<string, readonly number[]>>> = {
  zh: lengthsByKey('zh'),
  en: lengthsByKey('en'),
};

function formLengths(text: string, lang: Lang): readonly number[] {
  return LENGTHS[lang].get(text.slice(0, KEY[lang])) ?? [];
}

/** A word that is looked for on the other side. */
export interface Anchor {
  readonly at: number;
  /** Of those that say the same on this side, the share that the other side may have: 0 to 1. */
  readonly found: number;
}

interface Match {
  readonly at: number;
  readonly entries: readonly Entry[];
}

const ZH_BEGINNING = new RegExp(
  `[${[...new Set([...INDEX.zh.keys()].map((form) => form.charAt(0)))].join('')}]`,
  'g',
);

function entriesAt(text: string, lang: Lang): readonly Entry[] | undefined {
  for (const length of formLengths(text, lang)) {
    const entries = length > text.length ? undefined : INDEX[lang].get(text.slice(0, length));
    if (entries !== undefined) return entries;
  }
  return undefined;
}

function chineseMatches(zh: string): readonly Match[] {
  const found: Match[] = [];
  let until = 0;
  for (const { index: at } of zh.matchAll(ZH_BEGINNING)) {
    const entries = at < until ? undefined : entriesAt(zh.slice(at, at + LONGEST_ZH), 'zh');
    if (entries === undefined) continue;
    found.push({ at, entries });
    const form = entries[0]?.zh.find((one) => zh.startsWith(one, at)) ?? '';
    until = at + Math.max(1, form.length);
  }
  return found;
}

/** Short stems begin too many words. */
const LEAST_STEM = 3;

function englishMatches(en: string): readonly Match[] {
  return [...en.matchAll(/[A-Za-zÀ-ſ]+/g)].flatMap(({ index: at, 0: word }) => {
    const entries = word.length < LEAST_STEM ? undefined : entriesAt(word.toLowerCase(), 'en');
    return entries === undefined ? [] : [{ at, entries }];
  });
}

function countIn(zh: string, form: string): number {
  let count = 0;
  for (let at = zh.indexOf(form); at !== -1; at = zh.indexOf(form, at + form.length)) count += 1;
  return count;
}

/** How often each stem of the lexicon begins a word of an English text. */
function stemsOf(en: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of en.matchAll(/[A-Za-zÀ-ſ]+/g)) {
    const lower = word.toLowerCase();
    for (const length of formLengths(lower, 'en')) {
      const stem = lower.slice(0, length);
      if (length <= lower.length) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
  return counts;
}

/** The anchors of a side, in its order. */
export function anchorsOf(
  { zh, en }: { readonly zh: string; readonly en: string },
  lang: Lang,
): readonly Anchor[] {
  const matches = lang === 'zh' ? chineseMatches(zh) : englishMatches(en);
  const own = new Map<Entry, number>();
  for (const { entries } of matches) {
    for (const entry of entries) own.set(entry, (own.get(entry) ?? 0) + 1);
  }
  const stems = lang === 'zh' ? stemsOf(en) : null;
  const other = (entry: Entry): number =>
    stems === null
      ? Math.max(0, ...entry.zh.map((form) => countIn(zh, form)))
      : entry.en.reduce((sum, stem) => sum + (stems.get(stem) ?? 0), 0);
  return matches.map(({ at, entries }) => {
    const shares = entries.map((entry) => Math.min(1, other(entry) / (own.get(entry) ?? 1)));
    return { at, found: Math.max(...shares) };
  });
}
