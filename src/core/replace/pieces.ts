/** Finds and replaces in tagged text without touching a tag or a placeholder. */
import type { Span } from '../model.ts';
import { escapeTagged } from '../tags.ts';

const TAG = /<\/?\d{1,4}\/?>/y;
const ESCAPE = /&(lt|amp);/y;
const TAGS = new RegExp(TAG.source, 'g');
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

/** Whether two tagged texts have the same tags in the same order, paired or not. */
export function hasSameTags(one: string, other: string): boolean {
  const tags = [one, other].map((text) => (text.match(TAGS) ?? []).join(''));
  return tags[0] === tags[1];
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

/** A stretch of plain text without a tag inside: the hits in it, rising. */
interface Run extends Span {
  readonly hits: readonly Hit[];
}

/** The runs between tags in which something is replaced. */
function touchedRuns({ plain, tags }: Seen, hits: readonly Hit[]): readonly Run[] {
  const borders = [0, ...tags, plain.length];
  return borders.slice(1).flatMap((to, index) => {
    const from = borders[index] ?? 0;
    const inside = hits.filter((hit) => hit.from >= from && hit.to <= to);
    return inside.length === 0 ? [] : [{ from, to, hits: inside }];
  });
}

/**
 * A run with its hits replaced, as tagged text. It is escaped as a whole: what is put in must not make a tag
 * with what stands beside it.
 */
function rewritten(plain: string, run: Run): { text: string; places: readonly Span[] } {
  const puts: Span[] = [];
  let [text, at] = ['', run.from];
  for (const hit of run.hits) {
    text += plain.slice(at, hit.from);
    puts.push({ from: text.length, to: text.length + hit.text.length });
    text += hit.text;
    at = hit.to;
  }
  const escaped = escapeTagged(text + plain.slice(at, run.to));
  const { starts } = seen(escaped);
  const place = (of: number) => starts[of] ?? escaped.length;
  return {
    text: escaped,
    places: puts.map(({ from, to }) => ({ from: place(from), to: place(to) })),
  };
}

/** @param find the hits in the text that a reader sees, rising */
export function replaceIn(tagged: string, find: (plain: string) => readonly Hit[]): ReplacedText {
  const view = seen(tagged);
  const hits = find(view.plain);
  const free = hits.filter((hit) => isFree(hit, view));
  const spansAfter: Span[] = [];
  let [after, at] = ['', 0];
  for (const run of touchedRuns(view, free)) {
    const { text, places } = rewritten(view.plain, run);
    after += tagged.slice(at, view.starts[run.from]);
    const base = after.length;
    spansAfter.push(...places.map(({ from, to }) => ({ from: base + from, to: base + to })));
    after += text;
    at = view.ends[run.to - 1] ?? at;
  }
  return {
    after: after + tagged.slice(at),
    spans: free.map(({ from, to }) => ({
      from: view.starts[from] ?? 0,
      to: view.ends[to - 1] ?? 0,
    })),
    spansAfter,
    crossing: hits.length - free.length,
  };
}
