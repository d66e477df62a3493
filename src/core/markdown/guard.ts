/**
 * Refuses Markdown that was made to bring a parser down, before it is parsed: front matter without end,
 * containers and inline markup nested without end, and signs that a parser matches in quadratic time.
 * What it lets pass is parsed in time; what it refuses nobody writes.
 */
import { UserError } from '../errors.ts';
import { MAX_FRONT_MATTER, MAX_INDENTATION, MAX_INLINE_STEPS, MAX_NESTING } from '../limits.ts';
import { placeAt } from '../place.ts';
import { unclosedHtml } from './unclosed-html.ts';

const CONTAINER = String.raw`[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))`;
const DEEP_LINE = new RegExp(`^(?:${CONTAINER}){${MAX_NESTING + 1}}`, 'm');
/** A tab is four columns. */
const DEEP_ITEM = new RegExp(
  String.raw`^(?: {0,3}\t| {4}){${MAX_INDENTATION / 4}}[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]`,
  'm',
);
/** A paragraph ends at an empty line; the signs that open and close. */
const SIGN = /\n[ \t]*\n|!?\[|\]|[*_~]+/g;
/** Texts with fewer signs than this are within every limit. */
const FEW_SIGNS = MAX_NESTING;

function refuse(text: string, at: number, file: string | null, what: string): never {
  const { line } = placeAt('', text, at);
  throw new UserError(`${file === null ? `line ${line}` : `${file}:${line}`}: ${what}.`);
}

/** Signs of one paragraph that wait for their partner. */
class Paragraph {
  /** Signs so far, closed ones too. */
  count = 0;
  steps = 0;
  private readonly open: { readonly sign: string; readonly count: number; depth: number }[] = [];

  /** Takes a sign; returns how deep what it closed is nested. */
  take(sign: string, mayOpen: boolean, mayClose: boolean): number {
    this.count += 1;
    // Every pair that is found is cut out of the list of signs.
    this.steps += this.count / 100;
    const depth = mayClose ? this.close(sign) : null;
    if (depth === null && mayOpen) this.open.push({ sign, count: this.count, depth: 0 });
    return depth ?? 0;
  }

  private close(sign: string): number | null {
    const at = this.open.findLastIndex((entry) => entry.sign === sign);
    const opener = this.open[at];
    this.steps += this.count - (opener?.count ?? 0);
    if (opener === undefined) return null;
    const depth = 1 + this.open.splice(at).reduce((most, entry) => Math.max(most, entry.depth), 0);
    const outer = this.open.at(-1);
    if (outer !== undefined) outer.depth = Math.max(outer.depth, depth);
    return depth;
  }
}

interface Sign {
  readonly kind: string;
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
}

function readSign(text: string, found: RegExpExecArray): Sign {
  const [run] = found;
  if (run.endsWith('[')) return { kind: ']', mayOpen: true, mayClose: false };
  if (run === ']') return { kind: ']', mayOpen: false, mayClose: true };
  const mayOpen = /\S/.test(text.charAt(found.index + run.length));
  return { kind: run.charAt(0), mayOpen, mayClose: /\S/.test(text.charAt(found.index - 1)) };
}

function guardInline(text: string, file: string | null): void {
  let paragraph = new Paragraph();
  for (const found of text.matchAll(SIGN)) {
    if (found[0].startsWith('\n')) {
      if (paragraph.count > 0) paragraph = new Paragraph();
      continue;
    }
    const { kind, mayOpen, mayClose } = readSign(text, found);
    const depth = paragraph.take(kind, mayOpen, mayClose);
    if (depth > MAX_NESTING) {
      refuse(text, found.index, file, `markup is nested more than ${MAX_NESTING} levels deep`);
    }
    if (paragraph.steps > MAX_INLINE_STEPS) {
      refuse(text, found.index, file, 'the paragraph holds too many markup signs; break it up');
    }
  }
}

function hasManySigns(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(/[[\]*_~]/g)) if (++count > FEW_SIGNS) return true;
  return false;
}

function guardFrontMatter(text: string, file: string | null): void {
  if (!text.startsWith('---\n')) return;
  const fence = /^---[ \t]*$/gm;
  fence.lastIndex = 4;
  const end = fence.exec(text)?.index ?? 0;
  if (end > MAX_FRONT_MATTER) {
    refuse(text, 0, file, `the front matter is longer than ${MAX_FRONT_MATTER} characters`);
  }
}

/**
 * @param file how the text is called in messages, if it is a file
 * @throws UserError with the line of what is too much
 */
export function guardMarkdown(text: string, file: string | null): void {
  guardFrontMatter(text, file);
  const deep = text.search(DEEP_LINE);
  const indented = deep === -1 ? text.search(DEEP_ITEM) : deep;
  if (indented !== -1) {
    refuse(text, indented, file, `quotes or lists are nested more than ${MAX_NESTING} levels deep`);
  }
  if (hasManySigns(text)) guardInline(text, file);
  const unclosed = unclosedHtml(text);
  if (unclosed !== null) {
    refuse(text, unclosed, file, 'the paragraph opens too many comments that it does not close');
  }
}
