/** Finds and replaces in tagged text without touching a tag or a placeholder. */
import type { Span } from '../model.ts';
import { escapeTagged } from '../tags.ts';

const TAG = /<\/?\d{1,4}\/?>/y;
const ESCAPE = /&(lt|amp);/y;
/** What other programs fill in: i18next's and printf's forms, and a name in braces. */
const PLACEHOLDER = /\{\{[^{}]*\}\}|\$t\([^()]*\)|\{[\w.]+\}|%(?:\d+\$)?[sdif]/g;

/** A tagged text as the text that a reader sees, which knows where everything stood. */
interface Seen {
  readonly plain: string;
  /** Where each UTF-16 unit of `plain` starts in the tagged text, and where the text ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Places of `plain` where a tag stands. */
  readonly tags: readonly number[];
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function seen(tagged: string): Seen {
  const [starts, ends, tags]: [number[], number[], number[]] = [[], [], []];
  let plain = '';
  for (let at = 0; at < tagged.length;) {
    const tag = matchAt(TAG, tagged, at);
    if (tag !== null) {
      tags.push(plain.length);
      at += tag[0].length;
      continue;
    }
    const escape = matchAt(ESCAPE, tagged, at);
    const length = escape === null ? 1 : escape[0].length;
    const character = escape?.[1] === 'lt' ? '<' : '&';
    plain += escape === null ? (tagged[at] ?? '') : character;
    starts.push(at);
    at += length;
    ends.push(at);
  }
  return { plain, starts, ends, tags };
}

/** A place that is found, and what comes there; in UTF-16 units of the text that a reader sees. */
export interface Hit extends Span {
  readonly text: string;
}

export interface ReplacedText {
  readonly after: string;
  /** Where the replaced stretches stand in `before`, and where the new ones stand in `after`; tagged texts. */
  readonly spans: readonly Span[];
  readonly spansAfter: readonly Span[];
  /** Hits that reach over a tag or into a placeholder: left as they are. */
  readonly crossing: number;
}

function isFree({ from, to }: Span, { plain, tags }: Seen): boolean {
  if (tags.some((at) => at > from && at < to)) return false;
  return [...plain.matchAll(PLACEHOLDER)].every(
    (found) => to <= found.index || from >= found.index + found[0].length,
  );
}

/** @param find the hits in the text that a reader sees, rising */
export function replaceIn(tagged: string, find: (plain: string) => readonly Hit[]): ReplacedText {
  const view = seen(tagged);
  const hits = find(view.plain);
  const free = hits.filter((hit) => isFree(hit, view));
  const [spans, spansAfter]: [Span[], Span[]] = [[], []];
  let after = '';
  let at = 0;
  for (const { from, to, text } of free) {
    const span = { from: view.starts[from] ?? 0, to: view.ends[to - 1] ?? 0 };
    after += tagged.slice(at, span.from);
    const start = after.length;
    after += escapeTagged(text);
    spans.push(span);
    spansAfter.push({ from: start, to: after.length });
    at = span.to;
  }
  return {
    after: after + tagged.slice(at),
    spans,
    spansAfter,
    crossing: hits.length - free.length,
  };
}
