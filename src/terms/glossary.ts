/** The term base as an engine takes it. */
import { createHash } from 'node:crypto';
import type { Lang } from '../core/model.ts';
import { otherLang } from '../core/model.ts';
import type { Glossary } from '../core/ports.ts';
import type { Term } from './model.ts';

export interface LeftOut {
  readonly term: Term;
  /** One sentence. */
  readonly why: string;
}

export interface GlossaryOfTerms {
  readonly glossary: Glossary;
  /** Terms that an engine does not get, or not with every form, in the order of the term base. */
  readonly left: readonly LeftOut[];
}

/** UTF-8; the narrowest limit of a vendor (DeepL). */
const MAX_BYTES = 1024;
const HASH_DIGITS = 16;

const encoder = new TextEncoder();

interface Entry {
  readonly term: Term;
  readonly source: string;
  readonly target: string;
}

/** Preferred forms of all terms, then the variants: a variant never takes a form from a preferred one. */
function entriesFrom(terms: readonly Term[], from: Lang): readonly Entry[] {
  const entriesOf = (term: Term, sources: readonly string[]): readonly Entry[] => {
    const target = term[otherLang(from)][0];
    return target === undefined ? [] : sources.map((source) => ({ term, source, target }));
  };
  return [
    ...terms.flatMap((term) => entriesOf(term, term[from].slice(0, 1))),
    ...terms.flatMap((term) => entriesOf(term, term[from].slice(1))),
  ];
}

function faultOf(form: string): string | null {
  if (form.trim() !== form || form === '') return 'begins or ends with white space, or is empty';
  if (/[\p{Cc}\u2028\u2029]/u.test(form)) return 'holds a control character';
  if (encoder.encode(form).length > MAX_BYTES) return `is longer than ${MAX_BYTES} bytes`;
  return null;
}

function isDated({ from, until }: Term): boolean {
  return from !== undefined || until !== undefined;
}

function targetsBySource(entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const targets = new Map<string, Set<string>>();
  for (const { source, target } of entries) {
    const known = targets.get(source) ?? new Set<string>();
    targets.set(source, known.add(target));
  }
  return targets;
}

/** Dated terms one of whose forms another term renders differently: which holds is not to be known. */
function competing(all: readonly (readonly Entry[])[]): ReadonlyMap<Term, string> {
  return new Map(
    all.flatMap((entries) => {
      const targets = targetsBySource(entries);
      return entries
        .filter(({ term, source }) => isDated(term) && (targets.get(source)?.size ?? 0) > 1)
        .map(({ term, source }) => [term, source] as const);
    }),
  );
}

type Leave = (term: Term, why: string) => void;

/** Valid pairs, each source once, in the order of the sources' code units. */
function pairsOf(entries: readonly Entry[], leave: Leave): readonly (readonly [string, string])[] {
  const pairs = new Map<string, string>();
  for (const { term, source, target } of entries) {
    const wrong = [source, target].find((form) => faultOf(form) !== null);
    const first = pairs.get(source);
    if (wrong !== undefined) leave(term, `"${wrong}" ${faultOf(wrong) ?? ''}.`);
    else if (first === undefined) pairs.set(source, target);
    else if (first !== target) leave(term, `"${source}" has the rendering "${first}" already.`);
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
}

function hashOf(pairs: Omit<Glossary, 'hash'>): string {
  if (pairs.zhEn.length === 0 && pairs.enZh.length === 0) return '';
  const content = JSON.stringify([pairs.zhEn, pairs.enZh]);
  return createHash('sha256').update(content).digest('hex').slice(0, HASH_DIGITS);
}

/**
 * Pairs by direction: every allowed form to the preferred form of the other language. Of two
 * renderings of one source the first counts, preferred forms before variants; a dated term that
 * competes with another rendering is in neither direction, as an engine knows no dates. The order is
 * canonical: the same pairs have the same hash, however the rows of the term base stand.
 */
export function glossaryOf(terms: readonly Term[]): GlossaryOfTerms {
  const left: LeftOut[] = [];
  const leave: Leave = (term, why) => {
    if (!left.some((one) => one.term === term && one.why === why)) left.push({ term, why });
  };
  const rivals = competing([entriesFrom(terms, 'zh'), entriesFrom(terms, 'en')]);
  const open = terms.filter((term) => !rivals.has(term));
  for (const [term, source] of rivals) {
    leave(term, `"${source}" has several renderings, one of them for some time only.`);
  }
  for (const term of terms) {
    if (term.zh.length === 0) leave(term, `"${term.en[0] ?? ''}" has no Chinese form.`);
    if (term.en.length === 0) leave(term, `"${term.zh[0] ?? ''}" has no English form.`);
  }
  const pairs = {
    zhEn: pairsOf(entriesFrom(open, 'zh'), leave),
    enZh: pairsOf(entriesFrom(open, 'en'), leave),
  };
  const order = new Map(terms.map((term, index) => [term, index]));
  left.sort((a, b) => (order.get(a.term) ?? 0) - (order.get(b.term) ?? 0));
  return { glossary: { ...pairs, hash: hashOf(pairs) }, left };
}
