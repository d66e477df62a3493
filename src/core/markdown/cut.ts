/** Cuts a flattened block into segments: tagged text, offsets, tags. */
import { isTranslatable } from '../language.ts';
import type { InlineTag, Lang, Segment, Span } from '../model.ts';
import { escapeTagged, foldSpace } from '../tags.ts';
import type { FlatInline, Markup } from './inline.ts';

type Cut = Omit<Segment, 'block'>;

/** Gives the markup that overlaps a sentence, for sentences in rising order: one pass over all of it. */
function overlapFinder(markup: readonly Markup[]): (sentence: Span) => readonly Markup[] {
  let next = 0;
  let open: Markup[] = [];
  return (sentence) => {
    while ((markup[next]?.plain.from ?? Infinity) < sentence.to) {
      open.push(markup[next] as Markup);
      next += 1;
    }
    open = open.filter(({ plain }) => plain.to > sentence.from);
    return open;
  };
}

/** The sentence's own characters in the article, without markup round them. */
function innerSpan(flat: FlatInline, sentence: Span): Span {
  const from = flat.offsets.from[sentence.from] ?? 0;
  return { from, to: flat.offsets.to[sentence.to - 1] ?? from };
}

/** The sentence's range in the article: markup that starts or ends with it belongs to it. */
function articleSpan(inner: Span, inside: readonly Markup[], others: Neighbours): Span {
  let { from, to } = inner;
  for (const markup of inside) {
    if (markup.plain.from >= others.before) from = Math.min(from, markup.span.from);
    if (markup.plain.to <= others.after) to = Math.max(to, markup.span.to);
  }
  return { from, to };
}

interface Neighbours {
  /** End of the sentence before, in the plain text. */
  readonly before: number;
  /** Start of the sentence after. */
  readonly after: number;
}

/** Tags by the place where they stand: at one place closing ones first, inner before outer. */
function tagsByPlace(sentence: Span, inside: readonly Markup[]): Map<number, string> {
  const places = new Map<number, string>();
  const add = (at: number, tag: string): void => {
    places.set(at, (places.get(at) ?? '') + tag);
  };
  for (const [index, markup] of [...inside.entries()].reverse()) {
    if (!markup.object) add(Math.min(markup.plain.to, sentence.to), `</${index + 1}>`);
  }
  for (const [index, markup] of inside.entries()) {
    const tag = markup.object ? `<${index + 1}/>` : `<${index + 1}>`;
    add(Math.max(markup.plain.from, sentence.from), tag);
  }
  return places;
}

function taggedText(flat: FlatInline, sentence: Span, inside: readonly Markup[]): string {
  const places = tagsByPlace(sentence, inside);
  const objects = new Set(inside.filter((markup) => markup.object).map((m) => m.plain.from));
  const stops = [...new Set([...places.keys(), sentence.from, sentence.to])].sort((a, b) => a - b);
  const pieces = stops.map((at, index) => {
    const from = objects.has(at) ? at + 1 : at;
    const run = flat.plain.slice(from, stops[index + 1] ?? from);
    return (places.get(at) ?? '') + escapeTagged(run);
  });
  return foldSpace(pieces.join('')).trim();
}

function plainSegment(flat: FlatInline, sentence: Span, lang: Lang): Cut {
  const plain = flat.plain.slice(sentence.from, sentence.to);
  return {
    text: foldSpace(escapeTagged(plain)),
    lang,
    span: innerSpan(flat, sentence),
    tags: [],
    untranslatable: !isTranslatable(plain),
  };
}

function tagOf(markup: Markup): InlineTag {
  return { open: markup.open, close: markup.close, mark: markup.mark };
}

/**
 * Makes segments of sentences.
 * @param sentences ranges in `flat.plain`, in order, white space between them only
 * @param langOf language of a sentence
 */
export function cutSegments(
  flat: FlatInline,
  sentences: readonly Span[],
  langOf: (plain: string) => Lang,
): Cut[] {
  const overlapping = overlapFinder(flat.markup);
  return sentences.map((sentence, index) => {
    const plain = flat.plain.slice(sentence.from, sentence.to);
    const lang = langOf(plain);
    const inside = overlapping(sentence);
    if (inside.length === 0) return plainSegment(flat, sentence, lang);
    const others = {
      before: sentences[index - 1]?.to ?? 0,
      after: sentences[index + 1]?.from ?? flat.plain.length,
    };
    return {
      text: taggedText(flat, sentence, inside),
      lang,
      span: articleSpan(innerSpan(flat, sentence), inside, others),
      tags: inside.map(tagOf),
      untranslatable: !isTranslatable(plain),
    };
  });
}
