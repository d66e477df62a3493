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

/** A letter or character of the forms, with what may follow it. */
interface Step {
  readonly next: Map<number, Step>;
  form?: string;
  entries?: readonly Entry[];
}

function stepsOf(lang: Lang): Step {
  const start: Step = { next: new Map() };
  for (const [form, entries] of INDEX[lang]) {
    let step = start;
    for (let at = 0; at < form.length; at += 1) {
      const code = form.charCodeAt(at);
      const next = step.next.get(code) ?? { next: new Map() };
      step.next.set(code, next);
      step = next;
    }
    Object.assign(step, { form, entries });
  }
  return start;
}

const STEPS: Readonly<Record<Lang, Step>> = { zh: stepsOf('zh'), en: stepsOf('en') };

type Form = Required<Step>;

function isForm(step: Step): step is Form {
  return step.form !== undefined;
}

/** The stems that an English word begins with, in small letters, the shortest first. */
function stemsIn(word: string): readonly Form[] {
  let step = STEPS.en.next.get(word.charCodeAt(0));
  if (step === undefined) return NONE;
  const found: Form[] = [];
  for (let to = 1; step !== undefined; to += 1) {
    if (isForm(step)) found.push(step);
    step = step.next.get(word.charCodeAt(to));
  }
  return found;
}

const NONE: readonly Form[] = [];

/** What the longest form that begins at a place is of. */
function entriesAt(text: string, at: number, lang: Lang): readonly Entry[] | undefined {
  let entries: readonly Entry[] | undefined;
  let step = STEPS[lang].next.get(text.charCodeAt(at));
  for (let to = at + 1; step !== undefined; to += 1) {
    entries = step.entries ?? entries;
    step = step.next.get(text.charCodeAt(to));
  }
  return entries;
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

function chineseMatches(zh: string): readonly Match[] {
  const found: Match[] = [];
  let until = 0;
  for (let at = 0; at < zh.length; at += 1) {
    const entries = at < until ? undefined : entriesAt(zh, at, 'zh');
    if (entries === undefined) continue;
    found.push({ at, entries });
    const form = entries[0]?.zh.find((one) => zh.startsWith(one, at)) ?? '';
    until = at + Math.max(1, form.length);
  }
  return found;
}

/** Short words are none that a stem could begin. */
const WORD = /[A-Za-zÀ-ſ]{3,}/g;

function englishMatches(en: string): readonly Match[] {
  const found: Match[] = [];
  for (const { index: at, 0: word } of en.matchAll(WORD)) {
    const entries = entriesAt(word.toLowerCase(), 0, 'en');
    if (entries !== undefined) found.push({ at, entries });
  }
  return found;
}

function countIn(zh: string, form: string): number {
  let count = 0;
  for (let at = zh.indexOf(form); at !== -1; at = zh.indexOf(form, at + form.length)) count += 1;
  return count;
}

const WORD_OR_SHORT = /[A-Za-zÀ-ſ]+/g;

/** How often each stem of the lexicon begins a word of an English text. */
function stemsOf(en: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of en.matchAll(WORD_OR_SHORT)) {
    for (const { form } of stemsIn(word.toLowerCase())) {
      counts.set(form, (counts.get(form) ?? 0) + 1);
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
