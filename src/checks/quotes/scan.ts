/**
 * Quotations of a plain text. Marks are read as they are meant where they are turned the wrong way round;
 * apostrophes, feet and inches, 'n' and '90s are no marks.
 */
import type { Lang, Span } from '../../core/model.ts';

export interface Quotation extends Span {
  /** What stands between the marks. */
  readonly inner: Span;
  /** 0: it stands in no other. */
  readonly level: number;
  /** Its marks; null where it began before the text, or goes on behind it. */
  readonly opener: string | null;
  readonly closer: string | null;
}

const MARK = /[“”„"＂「」『』‘’'＇`]/gu;
const ANY_MARK = /[“”„"＂「」『』‘’'＇`]/u;
const CLOSER: Readonly<Record<string, string>> = { '「': '」', '『': '』' };

type Kind = 'double' | 'single' | 'corner' | 'white';

const KINDS: Readonly<Record<string, Kind>> = {
  '“': 'double',
  '”': 'double',
  '„': 'double',
  '"': 'double',
  '＂': 'double',
  '「': 'corner',
  '」': 'corner',
  '『': 'white',
  '』': 'white',
};

interface Open {
  readonly kind: Kind;
  readonly at: number;
}

interface Scan {
  readonly text: string;
  readonly lang: Lang;
  readonly open: Open[];
  readonly found: Quotation[];
}

const WORD = /[\p{L}\p{M}\p{N}]/u;
const LATIN = /[\p{Script=Latin}\p{M}\p{N}]/u;
const DIGIT = /\p{N}/u;
const BLANK = /^[\s\u200b]?$/u;
const BEFORE_OPENING = /^(?:|[\s(（[【—–\-:：，,、;；/“"‘「『《])$/u;
const BEHIND_CLOSING = /^(?:|[\s)）\]】—–\-:：，,、。.;；!！?？/”"’」』》…])$/u;

function around({ text }: Scan, at: number): readonly [string, string] {
  return [text.charAt(at - 1), text.charAt(at + 1)];
}

function isOpen({ open }: Scan, kind: Kind): boolean {
  return open.some((one) => one.kind === kind);
}

function begin({ open }: Scan, kind: Kind, at: number): void {
  open.push({ kind, at });
}

/** Closes the innermost quotation of a kind; one that was never opened began before the text. */
function end({ text, open, found }: Scan, kind: Kind, at: number): void {
  const index = open.findLastIndex((one) => one.kind === kind);
  const from = index === -1 ? 0 : (open[index]?.at ?? 0);
  if (index !== -1) open.splice(index);
  const level = index === -1 ? 0 : index;
  const opener = index === -1 ? null : text.charAt(from);
  const inner = { from: index === -1 ? 0 : from + 1, to: at };
  found.push({ from, to: at + 1, inner, level, opener, closer: text.charAt(at) });
}

/** 6'2", 15" */
function isMeasure(scan: Scan, at: number): boolean {
  const [before, after] = around(scan, at);
  return DIGIT.test(before) && !isOpen(scan, 'double') && !WORD.test(after);
}

/** the workers" complaints: an apostrophe that some program took for a mark. */
function isMeantAsApostrophe(scan: Scan, at: number): boolean {
  if (isOpen(scan, 'double') || scan.lang === 'zh') return false;
  return /s" \p{L}/u.test(scan.text.slice(at - 1, at + 3));
}

/** A straight mark, or one that may be turned the wrong way round: the place decides. */
function opensByPlace(scan: Scan, at: number): boolean {
  const [before, after] = around(scan, at);
  const isBehind = BLANK.test(after) && !BLANK.test(before);
  if (after === '' || isBehind) return false;
  if (!isOpen(scan, 'double')) return !BEHIND_CLOSING.test(after) || BEFORE_OPENING.test(before);
  // “He said "yes"”: a second one opens inside only where it cannot close.
  return /\s/u.test(before) && WORD.test(after) && scan.lang === 'en';
}

/** “ closes what ” has opened, and where it can do nothing else. */
function closesBackwards(scan: Scan, at: number): boolean {
  const known = scan.open.findLast(({ kind }) => kind === 'double');
  if (known === undefined) return false;
  if (scan.text.charAt(known.at) === '”') return true;
  const [before, after] = around(scan, at);
  return BEHIND_CLOSING.test(after) && !BEFORE_OPENING.test(before);
}

const TURNED = /^[^“”]{1,80}“/u;

/** ”so“: both are turned the wrong way round. */
function opensBackwards(scan: Scan, at: number): boolean {
  const [before, after] = around(scan, at);
  if (isOpen(scan, 'double') || !WORD.test(after) || /[，。！？…,.!?]/u.test(before)) return false;
  return TURNED.test(scan.text.slice(at + 1, at + 83));
}

function opensDouble(scan: Scan, at: number): boolean {
  const mark = scan.text.charAt(at);
  if (mark === '“' || mark === '„') return !closesBackwards(scan, at);
  return mark === '”' ? opensBackwards(scan, at) : opensByPlace(scan, at);
}

function readDouble(scan: Scan, at: number): void {
  const isStraight = scan.text.charAt(at) === '"';
  if (isStraight && (isMeasure(scan, at) || isMeantAsApostrophe(scan, at))) return;
  if (opensDouble(scan, at)) begin(scan, 'double', at);
  else end(scan, 'double', at);
}

/** What begins with an apostrophe: 'n', '90s, 'em. */
const ELISION =
  /^['‘’＇](?:n['’]|\d{2}s?\b|em\b|tis\b|twas\b|til\b|till\b|cause\b|bout\b|round\b|s\b|re\b|ve\b|ll\b|d\b)/iu;

function opensSingle(scan: Scan, at: number): boolean {
  const [before, after] = around(scan, at);
  const mark = scan.text.charAt(at);
  if (ELISION.test(scan.text.slice(at, at + 8))) return false;
  if (BLANK.test(after) || BEHIND_CLOSING.test(after)) return mark === '‘';
  if (mark === '‘') return !LATIN.test(before);
  return BEFORE_OPENING.test(before) || (scan.lang === 'zh' && !LATIN.test(before));
}

/** No quotation in single marks is longer. */
const LONGEST = 600;

/** Whether a single mark may close: no apostrophe inside a word, none before one. */
function closesAt(text: string, at: number): boolean {
  if (!/['’＇]/u.test(text.charAt(at))) return false;
  return !LATIN.test(text.charAt(at + 1)) && !BLANK.test(text.charAt(at - 1));
}

/** The end of a quotation in single marks, or -1: what is behind a word's s may be a genitive. */
function closingSingle({ text }: Scan, at: number): number {
  let genitive = -1;
  for (let to = at + 2; to < Math.min(text.length, at + LONGEST); to += 1) {
    if (text.charAt(to) === '‘' && !WORD.test(text.charAt(to - 1))) return genitive;
    if (!closesAt(text, to)) continue;
    if (!/s/iu.test(text.charAt(to - 1))) return to;
    if (genitive === -1) genitive = to;
  }
  return genitive;
}

function readSingle(scan: Scan, at: number): void {
  const { text, open } = scan;
  const known = open.findLast(({ kind }) => kind === 'single');
  if (known !== undefined) {
    if (closingSingle(scan, known.at) === at) end(scan, 'single', at);
    return;
  }
  if (text.charAt(at) === '`') return;
  if (opensSingle(scan, at)) {
    if (closingSingle(scan, at) !== -1 || goesOn(scan, at)) begin(scan, 'single', at);
  } else if (comesFromBefore(scan, at)) end(scan, 'single', at);
}

/** He said: 'We … with the end in the next sentence. */
function goesOn({ text, open }: Scan, at: number): boolean {
  return open.length === 0 && /(?:^|[:：,]\s?)$/u.test(text.slice(Math.max(0, at - 2), at));
}

/** … to us.' with the beginning in the sentence before. */
function comesFromBefore({ text, open, found }: Scan, at: number): boolean {
  if (open.length > 0 || found.length > 0) return false;
  return /[.,!?。，！？]/u.test(text.charAt(at - 1)) && BLANK.test(text.charAt(at + 1));
}

function read(scan: Scan, at: number): void {
  const mark = scan.text.charAt(at);
  const kind = KINDS[mark];
  if (kind === undefined) readSingle(scan, at);
  else if (kind === 'double') readDouble(scan, at);
  else if (CLOSER[mark] !== undefined) begin(scan, kind, at);
  else end(scan, kind, at);
}

/** All quotations of a plain text, outer ones and those inside them, in the order in which they begin. */
export function quotationsIn(text: string, lang: Lang): readonly Quotation[] {
  if (!ANY_MARK.test(text)) return [];
  const scan: Scan = { text, lang, open: [], found: [] };
  for (const { index } of text.matchAll(MARK)) read(scan, index);
  for (const [level, { kind, at }] of scan.open.entries()) {
    if (kind === 'single' && level > 0) continue;
    const inner = { from: at + 1, to: text.length };
    const opener = text.charAt(at);
    scan.found.push({ from: at, to: text.length, inner, level, opener, closer: null });
  }
  return scan.found.sort((a, b) => a.from - b.from || b.to - a.to);
}
