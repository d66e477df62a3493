/** Where the term base's words stand in a source. */
import type { Span, Unit } from '../../core/model.ts';
import type { Session } from '../state.ts';

/** Places in order, without those that begin inside an earlier one. */
function apart(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (span.from >= (kept.at(-1)?.to ?? 0) && span.to > span.from) kept.push(span);
  }
  return kept;
}

const TOKEN = /<\/?\d{1,4}\/?>|&(?:lt|amp);|[^]/gu;

/** Where the characters of a text stand in it, by their offsets without tags and escapes. */
function placesOf(text: string): readonly number[] {
  const places: number[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token.length > 2 && token.startsWith('<')) continue;
    const units = token.startsWith('&') ? 1 : token.length;
    for (let unit = 0; unit < units; unit++) places.push(index + unit);
  }
  return places;
}

/** A span of the plain text in the tagged one, tags at its ends left out. */
function tagged({ from, to }: Span, places: readonly number[]): Span {
  const last = places[to - 1];
  return { from: places[from] ?? 0, to: last === undefined ? 0 : last + 1 };
}

/** The places of a segment's source that the term base has a word for. */
export function termSpans({ aids }: Session, { key, segment }: Unit): readonly Span[] {
  const known = aids.get(key);
  if (known === undefined || known.terms.length === 0 || known.source !== segment.text) return [];
  const places = placesOf(segment.text);
  return apart(known.terms.map(({ spanInSource }) => tagged(spanInSource, places)));
}
