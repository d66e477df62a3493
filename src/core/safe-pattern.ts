/**
 * Regular expressions of a person's making, run on much text: what could run for ever is refused before it
 * runs. An expression backtracks at most as often as its repetitions can share a text in different ways;
 * with no repetition inside another that is a polynomial of its length, which is computed here.
 */
import type { MessageKey, MessageValues } from './messages.ts';

export type PatternProblem = 'wrong' | 'long' | 'nested' | 'reference' | 'costly';

export interface SafePattern {
  readonly expression: RegExp;
  /** Steps that it may take on a text of so many UTF-16 units, at worst. */
  cost(units: number): number;
}

export interface RefusedPattern {
  readonly problem: PatternProblem;
  readonly values: MessageValues;
}

const LONGEST = 200;

/** Steps that one text may take at worst: a second or two, which nothing can interrupt. */
export const MOST_STEPS = 1e9;

/** One part of an expression: an escape, a class, a group's sign, a repetition, or any character. */
const PART =
  /\\(?:[1-9]|k<)|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<[^>]*>))?|\)|[*+]\??|\?\??|\{\d+(?:,\d*)?\}\??|\||[^]/gu;

/** What a stretch of an expression may cost: so many open repetitions, so many ways besides. */
interface Weight {
  repetitions: number;
  ways: number;
  /** Something in it may match in more than one way. */
  varies: boolean;
}

function empty(): Weight {
  return { repetitions: 0, ways: 1, varies: false };
}

interface Repetition {
  readonly from: number;
  readonly to: number;
}

const SIGNS: Readonly<Record<string, Repetition>> = {
  '*': { from: 0, to: Infinity },
  '+': { from: 1, to: Infinity },
  '?': { from: 0, to: 1 },
};

function repetitionOf(part: string): Repetition | null {
  const [, from, comma, to] = /^\{(\d+)(,?)(\d*)\}/.exec(part) ?? [];
  if (from === undefined) return SIGNS[part.charAt(0)] ?? null;
  if (comma === '') return { from: Number(from), to: Number(from) };
  return { from: Number(from), to: to === '' ? Infinity : Number(to) };
}

function repeat(inner: Weight, { from, to }: Repetition): Weight | null {
  if (to > 1 && inner.varies) return null;
  if (from === to) return inner;
  const isOpen = to - from > 20;
  const ways = isOpen ? inner.ways : inner.ways * (to - from + 1);
  return { repetitions: inner.repetitions + (isOpen ? 1 : 0), ways, varies: true };
}

function add(to: Weight, weight: Weight): void {
  to.repetitions += weight.repetitions;
  to.ways *= weight.ways;
  to.varies ||= weight.varies;
}

/** Weighs an expression that JavaScript takes. */
class Weighing {
  private readonly open: Weight[] = [];
  private current = empty();
  /** What a repetition would repeat. */
  private last = empty();

  take(part: string): PatternProblem | null {
    if (/^\\(?:[1-9]|k<)/.test(part)) return 'reference';
    const repetition = repetitionOf(part);
    if (repetition !== null) return this.repeat(repetition);
    this.settle();
    if (part.startsWith('(')) {
      this.open.push(this.current);
      this.current = empty();
    } else if (part === ')') {
      this.close();
    } else if (part === '|') {
      this.current.ways += 1;
      this.current.varies = true;
    }
    return null;
  }

  end(): Weight {
    this.settle();
    return this.current;
  }

  private repeat(repetition: Repetition): PatternProblem | null {
    const repeated = repeat(this.last, repetition);
    if (repeated === null) return 'nested';
    this.last = repeated;
    return null;
  }

  private settle(): void {
    add(this.current, this.last);
    this.last = empty();
  }

  private close(): void {
    const group = this.current;
    this.current = this.open.pop() ?? empty();
    this.last = group;
  }
}

function weigh(pattern: string): Weight | PatternProblem {
  const weighing = new Weighing();
  for (const [part] of pattern.matchAll(PART)) {
    const problem = weighing.take(part);
    if (problem !== null) return problem;
  }
  return weighing.end();
}

/** Ways in which `repetitions` can share a text of `units`, from every place where it may start. */
function costOf({ repetitions, ways }: Weight, units: number): number {
  let steps = ways * (units + 1);
  for (let nth = 1; nth <= repetitions; nth += 1) steps *= (units + nth) / nth;
  return steps;
}

function reasonOf(error: SyntaxError): string {
  return error.message.split(': ').at(-1) ?? error.message;
}

/** @param flags besides `g` and `u`, which it always has */
export function safePattern(pattern: string, flags: '' | 'i'): SafePattern | RefusedPattern {
  if (pattern.length > LONGEST) return { problem: 'long', values: { limit: LONGEST } };
  let expression: RegExp;
  try {
    expression = new RegExp(pattern, `gu${flags}`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: 'wrong', values: { reason: reasonOf(error) } };
  }
  const weight = weigh(pattern);
  if (typeof weight === 'string') return { problem: weight, values: {} };
  // Each way goes through what follows.
  const each = Math.max(1, pattern.length / 4);
  return { expression, cost: (units) => each * costOf(weight, units) };
}

/** A literal text as an expression. */
export function literalPattern(text: string, flags: '' | 'i'): SafePattern {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return { expression: new RegExp(escaped, `gu${flags}`), cost: (units) => units + 1 };
}

export function patternMessage(problem: PatternProblem): MessageKey {
  return `pattern.problem.${problem}`;
}
