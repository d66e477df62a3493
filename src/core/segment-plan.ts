/** How a text is cut, for somebody who wants to see it before paying: article or plain text. */
import { parseArticle, type ArticleOptions } from './article.ts';
import { sentenceName } from './drafting/transfer-tags.ts';
import { detectLanguage, whyUntranslatable, type Untranslatable } from './language.ts';
import { keptBlocks, type KeptBlock } from './markdown/kept-blocks.ts';
import type { Lang, Span } from './model.ts';
import { placeFinder } from './place.ts';
import { splitSentences } from './sentences/split.ts';
import { parseTagged, plainText, type TaggedNode } from './tags.ts';

export interface PlannedSegment {
  readonly lang: Lang;
  /** 1-based; columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** UTF-16 offsets into the text. */
  readonly from: number;
  readonly to: number;
  /** 1-based; segments of one paragraph, heading, cell share it. */
  readonly block: number;
  /** In an article tagged and with soft breaks folded; in plain text as it stands. */
  readonly text: string;
  /** Why nothing in it is translated, or null. */
  readonly untranslatable: Untranslatable | null;
}

/** A block that is no segment. */
export interface PlannedKept extends Omit<
  PlannedSegment,
  'lang' | 'block' | 'text' | 'untranslatable'
> {
  readonly kind: KeptBlock['kind'];
}

export interface SegmentPlan {
  readonly segments: readonly PlannedSegment[];
  readonly kept: readonly PlannedKept[];
}

interface Raw {
  readonly lang: Lang;
  readonly span: Span;
  readonly block: number;
  readonly text: string;
  readonly plain: string;
}

function placed(
  text: string,
  spans: readonly Span[],
): Pick<PlannedKept, 'line' | 'column' | 'from' | 'to'>[] {
  const find = placeFinder('', text);
  return spans.map(({ from, to }) => {
    const { line, column } = find(from);
    return { line, column, from, to };
  });
}

function finish(text: string, raws: readonly Raw[]): PlannedSegment[] {
  const places = placed(
    text,
    raws.map((raw) => raw.span),
  );
  return raws.flatMap(({ lang, block, text: own, plain }, index) => {
    const place = places[index];
    if (place === undefined) return [];
    return [{ lang, ...place, block, text: own, untranslatable: whyUntranslatable(plain) }];
  });
}

/** Tagged text with U+FFFC in the place of each object. */
function withObjects(nodes: readonly TaggedNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      return node.type === 'tag' ? withObjects(node.children) : '\uFFFC';
    })
    .join('');
}

/**
 * Plans an article.
 * @param text in normal form
 * @throws UserError when its front matter cannot be read
 */
export function planArticle(text: string, options: ArticleOptions): SegmentPlan {
  const { segments } = parseArticle('', text, options);
  const raws = segments.map((segment): Raw => ({
    ...segment,
    block: segment.block + 1,
    plain: withObjects(parseTagged(segment.text)),
  }));
  const kept = keptBlocks(text);
  const places = placed(
    text,
    kept.map((block) => block.span),
  );
  return {
    segments: finish(text, raws),
    kept: places.flatMap((place, index) => {
      const kind = kept[index]?.kind;
      return kind === undefined ? [] : [{ kind, ...place }];
    }),
  };
}

/** Paragraphs are parted by empty lines; single line breaks inside them are soft. */
function paragraphs(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    spans.push({ from, to: gap.index });
    from = gap.index + gap[0].length;
  }
  return [...spans, { from, to: text.length }];
}

/** Plans a text without markup. */
export function planText(
  text: string,
  { lang: forced, segmentation }: ArticleOptions,
): SegmentPlan {
  const langOf = (piece: string, fallback: Lang): Lang =>
    forced ?? detectLanguage(piece) ?? fallback;
  const main = langOf(text.slice(0, 4000), 'zh');
  const raws = paragraphs(text).flatMap(({ from, to }, index): Raw[] => {
    const paragraph = text.slice(from, to);
    const lang = langOf(paragraph, main);
    return splitSentences(paragraph, lang, segmentation).map((sentence) => {
      const plain = paragraph.slice(sentence.from, sentence.to);
      const span = { from: from + sentence.from, to: from + sentence.to };
      return { lang: langOf(plain, lang), span, block: index + 1, text: plain, plain };
    });
  });
  return { segments: finish(text, raws), kept: [] };
}

export interface PlanTotals extends Readonly<Record<Lang, number>> {
  readonly segments: number;
  readonly untranslatable: Readonly<Partial<Record<Untranslatable, number>>>;
  /** Code points that an engine would charge: each distinct sentence once, without its tags. */
  readonly characters: number;
}

/** Counts a plan. `zh` and `en` are the translatable segments. */
export function totalsOf({ segments }: SegmentPlan): PlanTotals {
  const counts: Record<Lang, number> = { zh: 0, en: 0 };
  const untranslatable: Partial<Record<Untranslatable, number>> = {};
  const sentences = new Map<string, string>();
  for (const { lang, text, untranslatable: reason } of segments) {
    if (reason !== null) untranslatable[reason] = (untranslatable[reason] ?? 0) + 1;
    else {
      counts[lang] += 1;
      sentences.set(sentenceName(lang, text), text);
    }
  }
  let characters = 0;
  for (const text of sentences.values()) characters += [...plainText(text)].length;
  return { segments: segments.length, ...counts, untranslatable, characters };
}
