/**
 * Cuts the text of one block into sentences.
 *
 * One scan from the start of each sentence to its end: brackets and quotations that have to stay
 * whole are passed over, at every run of terminators the rules decide. A decision never looks at
 * what stands before its own sentence, so a sentence that is split again yields itself.
 */
import type { Lang, Span } from '../model.ts';
import { isBoundary } from './boundaries.ts';
import {
  INNER_MARKS,
  isOneOf,
  isSpace,
  PAIRS,
  skipSpace,
  TERMINATORS,
  trimEnd,
} from './characters.ts';
import { breakLength, compileRules, isUnbreakable, type CustomRules } from './custom.ts';
import { ENGLISH } from './en.ts';
import type { Grammar, SentenceRules } from './grammar.ts';
import { readLabels, readListItem, startsNextItem, type ListItem } from './lists.ts';
import { closingOffset } from './pairs.ts';
import { isWhole, readQuotation, type Quotation } from './quotations.ts';
import { pastClosers, readStop, type Stop } from './stops.ts';
import { CHINESE } from './zh.ts';

export type { SentenceRules } from './grammar.ts';

const GRAMMARS: Readonly<Record<Lang, Grammar>> = { zh: CHINESE, en: ENGLISH };
/** Deeper nesting than this is no prose; further marks are then plain characters. */
const DEPTH = 16;

interface Scan {
  readonly text: string;
  readonly grammar: Grammar;
  readonly rules: CustomRules;
  /** Where the current sentence starts. */
  start: number;
  item: ListItem | null;
  /** The quotations that are open, outermost first. */
  open: Quotation[];
  /** The end of a bracket or quotation that stays whole, while the scan is at its last mark. */
  held: { readonly close: number; readonly quotation?: Quotation } | null;
}

/**
 * Splits the plain text of one block into sentences: UTF-16 spans without outer white space, in
 * order, with nothing but white space between them. U+FFFC stands for an inline object and counts
 * as a letter. `rules` adds to the built-in facts.
 */
export function splitSentences(text: string, lang: Lang, rules: SentenceRules = {}): Span[] {
  return readLabels(text, GRAMMARS[lang].label) ?? scanText(text, lang, compileRules(rules));
}

function scanText(text: string, lang: Lang, rules: CustomRules): Span[] {
  const scan: Scan = {
    text,
    grammar: GRAMMARS[lang],
    rules,
    start: skipSpace(text, 0),
    item: null,
    open: [],
    held: null,
  };
  const spans: Span[] = [];
  while (scan.start < text.length) {
    const end = endOfSentence(scan);
    spans.push({ from: scan.start, to: trimEnd(text, scan.start, end) });
    scan.start = skipSpace(text, end);
  }
  return spans;
}

function endOfSentence(scan: Scan): number {
  const { text, start } = scan;
  scan.item = readListItem(text, start);
  scan.held = null;
  const byline = endOfByline(scan);
  return byline === -1 ? scanSentence(scan, scan.item?.textFrom ?? start) : byline;
}

function scanSentence(scan: Scan, from: number): number {
  const { text } = scan;
  let at = pastPlain(scan, from);
  while (at < text.length && !isNextItem(scan, at)) {
    const literal = breakLength(text, at, scan.rules);
    if (literal > 0) return pastClosers(text, at + literal, closers(scan));
    const stop = stopAt(scan, at);
    if (stop !== null && ends(scan, stop)) return stop.to;
    at = pastPlain(scan, stop === null ? enter(scan, at) : stop.to);
  }
  return at;
}

/** Letters, digits and spaces: they end nothing, open nothing and close nothing. */
const PLAIN = /[\p{L}\p{N} ]+/uy;

/** Over a run of plain characters at once, where nothing has to be looked for inside it. */
function pastPlain({ text, item, rules }: Scan, at: number): number {
  if (item !== null || rules.breakAfter.length > 0) return at;
  PLAIN.lastIndex = at;
  return PLAIN.test(text) ? PLAIN.lastIndex : at;
}

function stopAt(scan: Scan, at: number): Stop | null {
  if (!isOneOf(TERMINATORS, scan.text.charAt(at))) return null;
  return readStop(scan.text, at, closers(scan));
}

function isNextItem({ text, item }: Scan, at: number): boolean {
  return item !== null && at > 0 && isSpace(text.charAt(at - 1)) && startsNextItem(text, at, item);
}

function closers({ open, held }: Scan): Set<number> {
  const offsets = new Set(open.map((quotation) => quotation.close));
  if (held !== null) offsets.add(held.close);
  return offsets;
}

/** Takes one character, or enters or passes over what it opens; returns where the scan goes on. */
function enter(scan: Scan, at: number): number {
  const { text, grammar, start } = scan;
  if (!PAIRS.has(text.charAt(at))) return at + 1;
  scan.open = scan.open.filter((quotation) => quotation.close > at);
  if (scan.open.some((quotation) => quotation.close === at)) return at + 1;
  const close = closingOffset(text, at, start);
  if (close === -1) return at + 1;
  if (PAIRS.get(text.charAt(at))?.kind !== 'quotation') return enterBracket(scan, at, close);
  const opening = { text, start, at, close, grammar };
  const quotation = readQuotation(opening);
  if (isWhole(opening, quotation)) return hold(scan, at, { close, quotation });
  if (scan.open.length < DEPTH) scan.open.push(quotation);
  return at + 1;
}

/** Brackets that open a sentence and hold whole ones are cut like other text. */
function enterBracket(scan: Scan, at: number, close: number): number {
  const { text, start } = scan;
  const isTitle = PAIRS.get(text.charAt(at))?.kind === 'title';
  const before = text.charAt(trimEnd(text, at, close) - 1);
  if (!isTitle && at === start && isOneOf(TERMINATORS, before)) return at + 1;
  return hold(scan, at, { close });
}

/** Goes to the marks just before the closing one, so that the stop there is read with it. */
function hold(scan: Scan, at: number, held: NonNullable<Scan['held']>): number {
  let last = held.close;
  while (last > at + 1 && isOneOf(TERMINATORS, scan.text.charAt(last - 1))) last -= 1;
  if (last === held.close) return held.close + 1;
  scan.held = held;
  return last;
}

/** `（记者 李明）` at the start of a sentence is one of its own. -1 when there is none. */
function endOfByline({ text, start, grammar }: Scan): number {
  if (!isOneOf('（(【', text.charAt(start))) return -1;
  const close = closingOffset(text, start, start);
  if (close === -1 || !grammar.byline.test(text.slice(start + 1, close))) return -1;
  const next = text.charAt(skipSpace(text, close + 1));
  return isOneOf(TERMINATORS + INNER_MARKS, next) ? -1 : close + 1;
}

function ends(scan: Scan, stop: Stop): boolean {
  const { text, start, grammar, rules, held } = scan;
  if (isUnbreakable({ text, start, from: stop.from, to: stop.to }, rules)) return false;
  const { abbreviations } = rules;
  const closesHeld = held !== null && held.close >= stop.from && held.close < stop.to;
  const quotation = closesHeld
    ? held.quotation
    : scan.open.find(({ close }) => close >= stop.from && close < stop.to);
  const insideBracket = closesHeld && held.quotation === undefined;
  return isBoundary({ text, start, stop, grammar, abbreviations, insideBracket, quotation });
}
