/** Ways of writing a segment's new text in the article's own Markdown or YAML. */
import type { Article, InlineTag, Segment } from '../model.ts';
import { alignTagged } from './align-tagged.ts';
import { renderField, renderMarkdown } from './render.ts';

/** How many UTF-16 units two texts share at their start; no character is cut in two. */
function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a[count] === b[count]) count += 1;
  return /[\uD800-\uDBFF]/.test(a[count - 1] ?? '') ? count - 1 : count;
}

function sharedEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let count = 0;
  while (count < most && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return /[\uDC00-\uDFFF]/.test(a.at(-count) ?? '') ? count - 1 : count;
}

/** Whether a place of tagged text is in the middle of a tag. */
function isInTag(tagged: string, at: number): boolean {
  const open = tagged.lastIndexOf('<', at - 1);
  return open !== -1 && /^<\/?\d{0,4}\/?$/.test(tagged.slice(open, at));
}

/** Only what differs is written anew, so that line breaks and the author's own ways of writing stay. */
function patched(raw: string, before: string, after: string, tags: readonly InlineTag[]): string[] {
  const offsets = alignTagged(before, raw, tags);
  if (offsets === null) return [];
  const from = sharedStart(before, after);
  const end = sharedEnd(before, after, from);
  const [to, toAfter] = [before.length - end, after.length - end];
  if (isInTag(before, from) || isInTag(before, to) || isInTag(after, toAfter)) return [];
  const inserted = after.slice(from, toAfter);
  return [raw.slice(0, offsets[from]) + inserted + raw.slice(offsets[to])];
}

const QUOTED = /^(["'])(.*)\1$/s;

/** A scalar as it is quoted today, or not at all; the caller finds out whether YAML takes it. */
function patchedField(raw: string, before: string, after: string): string[] {
  const [, quote, inner] = QUOTED.exec(raw) ?? [];
  if (quote === undefined || inner === undefined) return patched(raw, before, after, []);
  return patched(inner, before, after, []).map((text) => quote + text + quote);
}

/**
 * What may stand in the place of a segment so that its text becomes `after`, the closest to what is
 * there first. Whether it does has to be found out by reading the article again.
 * @param after tagged text
 */
export function rewritesOf(article: Article, segment: Segment, after: string): readonly string[] {
  const raw = article.text.slice(segment.span.from, segment.span.to);
  const kind = article.blocks[segment.block]?.kind;
  if (kind === 'field') {
    // A block scalar's range takes its last line break along.
    const end = raw.endsWith('\n') ? '\n' : '';
    return [...patchedField(raw, segment.text, after), renderField(after) + end];
  }
  const whole = renderMarkdown(after, segment.tags, kind);
  return [...patched(raw, segment.text, after, segment.tags), whole];
}
