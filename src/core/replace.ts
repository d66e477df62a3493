/**
 * Replaces a text in the targets of many segments. It plans only: the plan is its own preview, and what it
 * leads to are drafts, which a person approves. It never signs.
 */
import type { MessageKey, MessageValues } from './messages.ts';
import { otherLang, type Lang, type Span, type Unit } from './model.ts';
import type { Operation } from './operations.ts';
import { hasSameTags, replaceIn, type Hit } from './replace/pieces.ts';
import { literalPattern, MOST_STEPS, patternMessage, safePattern } from './safe-pattern.ts';
import type { SafePattern } from './safe-pattern.ts';
import type { ArticleState } from './state.ts';
import { compareTags } from './tags.ts';
import { targetAtHand } from './target-at-hand.ts';

export interface ReplaceRequest {
  readonly find: string;
  /** `find` is a regular expression, and `$1`, `$<name>`, `$&` in `with` stand for what it found. */
  readonly regex?: boolean;
  readonly matchCase?: boolean;
  /** No letter or digit of the same word before or after; Chinese knows no such border. */
  readonly wholeWord?: boolean;
  /** `target`: whatever the target is; else only targets in that language. Sources are never touched. */
  readonly side: 'target' | Lang;
  readonly with: string;
  /** Asked between segments: whether it has taken too long. */
  readonly expired?: () => boolean;
}

/** One segment's new target. */
export interface Replacement {
  readonly slug: string;
  readonly key: string;
  /** Position in reading order, from 0. */
  readonly index: number;
  /** Tagged texts. */
  readonly before: string;
  readonly after: string;
  /** The replaced stretches in `before`, and what took their place in `after`. */
  readonly spans: readonly Span[];
  readonly spansAfter: readonly Span[];
  /** Today's source: what the draft is made for. */
  readonly source: string;
}

export interface ReplacePlan {
  readonly replacements: readonly Replacement[];
  /** Places that are left alone: they reach over a tag or into a placeholder, or a tag would not survive. */
  readonly crossing: number;
  /** Segments left alone, because nothing would be left of them, or of what a tag holds. */
  readonly emptied: number;
}

export interface ReplaceProblem {
  readonly problem: MessageKey;
  readonly values: MessageValues;
}

function isReplaceable({ key, status, segment }: Unit, side: ReplaceRequest['side']): boolean {
  if (key === '' || status === 'omitted' || status === 'conflict') return false;
  return side === 'target' || side === otherLang(segment.lang);
}

const LETTER = /[\p{L}\p{N}_]/u;
const HAN = /\p{Script=Han}/u;

function isInWord(a: string, b: string): boolean {
  return [a, b].every((character) => LETTER.test(character) && !HAN.test(character));
}

/** The character that ends, or starts, at a place; '' at the ends. */
function characterBefore(text: string, at: number): string {
  return Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
}

function characterAfter(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 32) : '';
}

function isWhole(text: string, { from, to }: Span): boolean {
  const starts = isInWord(characterBefore(text, from), characterAfter(text, from));
  return !starts && !isInWord(characterBefore(text, to), characterAfter(text, to));
}

const REFERENCE = /\$(?:\$|&|(\d{1,2})|<([^>]*)>)/g;

function expanded(template: string, found: RegExpExecArray): string {
  return template.replace(REFERENCE, (sign, number?: string, name?: string) => {
    if (sign === '$$') return '$';
    if (number !== undefined) return found[Number(number)] ?? '';
    return name === undefined ? found[0] : (found.groups?.[name] ?? '');
  });
}

/** A reference of the replacement to a group that the expression has not, or null. */
function unknownGroup({ expression }: SafePattern, request: ReplaceRequest): string | null {
  if (request.regex !== true) return null;
  // An expression that may match nothing at all tells its groups.
  const groups = new RegExp(`${expression.source}|`, 'u').exec('');
  const references = [...request.with.matchAll(REFERENCE)];
  const unknown = references.find(([, number, name]) => {
    if (name !== undefined) return !(groups?.groups !== undefined && name in groups.groups);
    return number !== undefined && Number(number) >= (groups?.length ?? 1);
  });
  return unknown?.[0] ?? null;
}

function hitsOf(plain: string, { expression }: SafePattern, request: ReplaceRequest): Hit[] {
  return [...plain.matchAll(expression)].flatMap((found) => {
    const span = { from: found.index, to: found.index + found[0].length };
    if (span.from === span.to) return [];
    if (request.wholeWord === true && !isWhole(plain, span)) return [];
    return [
      { ...span, text: request.regex === true ? expanded(request.with, found) : request.with },
    ];
  });
}

function patternOf(request: ReplaceRequest): SafePattern | ReplaceProblem {
  if (request.find === '') return { problem: 'replace.problem.empty', values: {} };
  const flags = request.matchCase === true ? '' : 'i';
  const find = request.find.normalize('NFC');
  if (request.regex !== true) return literalPattern(find, flags);
  const pattern = safePattern(find, flags);
  if ('expression' in pattern) return pattern;
  return { problem: patternMessage(pattern.problem), values: pattern.values };
}

interface Subject {
  readonly slug: string;
  readonly unit: Unit;
  readonly before: string;
}

function subjectsOf(
  states: readonly ArticleState[],
  side: ReplaceRequest['side'],
): readonly Subject[] {
  return states.flatMap(({ article, units }) =>
    units
      .filter((unit) => isReplaceable(unit, side))
      .map((unit) => ({ slug: article.slug, unit, before: targetAtHand(unit) }))
      .filter(({ before }) => before !== ''),
  );
}

const COSTLY: ReplaceProblem = { problem: patternMessage('costly'), values: {} };

/** Nothing would be left of it, or of what a tag holds. */
function isEmptied(before: string, after: string): boolean {
  return after.trim() === '' || (compareTags(before, after)?.emptied ?? []).length > 0;
}

/** Every segment whose target would change, in reading order, article by article; or what is wrong. */
export function planReplace(
  states: readonly ArticleState[],
  request: ReplaceRequest,
): ReplacePlan | ReplaceProblem {
  const pattern = patternOf(request);
  if ('problem' in pattern) return pattern;
  const group = unknownGroup(pattern, request);
  if (group !== null) return { problem: 'replace.problem.group', values: { group } };
  const subjects = subjectsOf(states, request.side);
  if (subjects.some(({ before }) => pattern.cost(before.length) > MOST_STEPS)) return COSTLY;
  let [crossing, emptied] = [0, 0];
  let late = false;
  const replacements = subjects.flatMap(({ slug, unit, before }): Replacement[] => {
    late ||= request.expired?.() === true;
    if (late) return [];
    const replaced = replaceIn(before, (plain) => hitsOf(plain, pattern, request));
    crossing += replaced.crossing;
    const { spans, spansAfter } = replaced;
    const after = replaced.after.normalize('NFC');
    if (after === before) return [];
    // A combining mark at the start of a text is one character with the sign that ends a tag.
    if (!hasSameTags(before, after)) {
      crossing += spans.length;
      return [];
    }
    if (isEmptied(before, after)) {
      emptied += 1;
      return [];
    }
    const { key, index, segment } = unit;
    return [{ slug, key, index, before, after, spans, spansAfter, source: segment.text }];
  });
  return late ? COSTLY : { replacements, crossing, emptied };
}

/** The draft that a replacement leads to. `at` is later than all that the segment has seen. */
export function replaceOperation(
  { key, source, after }: Replacement,
  { at, by }: { readonly at: string; readonly by: string },
): Operation {
  const text = after.trim();
  return { type: 'draft', key, at, by, draft: { origin: 'person', source, text, at, by } };
}
