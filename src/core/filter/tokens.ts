/** Cuts a filter's text into its parts. */
import type { Span } from '../model.ts';

/** A part: `-name:value`, `word`, `/expression/`, `"some words"`. Places are offsets in the text. */
export interface Token extends Span {
  readonly negated: boolean;
  /** In lower case; '' for words. */
  readonly name: string;
  readonly value: string;
  /** Where the value stands, its quotation marks included. */
  readonly valueFrom: number;
  readonly form: 'plain' | 'quoted' | 'expression';
}

/** An opening quotation mark without its partner. */
export interface OpenQuote {
  readonly openQuote: number;
}

/** What closes what opens. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['「', '」'],
]);

const NAMED = /([A-Za-z]+)[:：]/y;
const BARE = /\S+/y;
const EXPRESSION = /\/((?:\\.|[^/\\])+)\/(?=\s|$)/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

type Value = Pick<Token, 'value' | 'form' | 'to'>;

function readValue(text: string, at: number): Value | OpenQuote {
  const close = QUOTES.get(text[at] ?? '');
  if (close !== undefined) {
    const to = text.indexOf(close, at + 1);
    if (to === -1) return { openQuote: at };
    return { value: text.slice(at + 1, to), form: 'quoted', to: to + 1 };
  }
  const expression = matchAt(EXPRESSION, text, at);
  if (expression !== null) {
    return { value: expression[1] ?? '', form: 'expression', to: at + expression[0].length };
  }
  const [value = ''] = matchAt(BARE, text, at) ?? [];
  return { value, form: 'plain', to: at + value.length };
}

/** A sign that stands before something. */
const NEGATION = /[-－](?=\S)/y;

function readToken(text: string, from: number): Token | OpenQuote {
  const negated = matchAt(NEGATION, text, from) !== null;
  const start = from + Number(negated);
  const [whole = '', name = ''] = matchAt(NAMED, text, start) ?? [];
  const valueFrom = start + whole.length;
  const value = readValue(text, valueFrom);
  if ('openQuote' in value) return value;
  return { from, negated, name: name.toLowerCase(), valueFrom, ...value };
}

/** The parts in their order, or where a quotation mark is open. */
export function tokensOf(text: string): readonly Token[] | OpenQuote {
  const tokens: Token[] = [];
  const space = /\s*/y;
  for (let at = 0; ;) {
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
    if (at >= text.length) return tokens;
    const token = readToken(text, at);
    if ('openQuote' in token) return token;
    tokens.push(token);
    at = token.to;
  }
}
