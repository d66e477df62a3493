/** Puts texts in the place of an article's segments, by offset: all else of the article stays as it is. */
import { LANGS, type Article, type Lang, type Segment, type Span } from '../model.ts';
import { renderField, renderMarkdown } from './render.ts';

/** What stands in a segment's place. */
export interface Replacement {
  /** Tagged text; null keeps the article's own, an empty one leaves the segment out. */
  readonly text: string | null;
  /** Its language: decides the space between sentences. */
  readonly lang: Lang;
}

/** Languages whose sentences follow one another without a space. */
const UNSPACED: ReadonlySet<Lang> = new Set(LANGS.filter((lang) => lang === 'zh'));

function render(article: Article, segment: Segment, replacement: Replacement): string {
  if (replacement.text === null) return article.text.slice(segment.span.from, segment.span.to);
  if (replacement.text === '') return '';
  const kind = article.blocks[segment.block]?.kind;
  if (kind !== 'field') return renderMarkdown(replacement.text, segment.tags, kind);
  const raw = article.text.slice(segment.span.from, segment.span.to);
  // A block scalar's range takes its last line break along.
  return renderField(replacement.text) + (raw.endsWith('\n') ? '\n' : '');
}

/** More than white space, or a break that the author wants: two spaces at a line's end. */
const WANTED = /\S| {2,}\n/;

/** White space between two sentences of a block, as the languages of both want it. */
function gapBetween(raw: string, before: Replacement, after: Replacement): string {
  const asWritten = before.text === null && after.text === null;
  if (asWritten || WANTED.test(raw)) return raw;
  if ([before.text, after.text].includes('')) return '';
  return UNSPACED.has(before.lang) && UNSPACED.has(after.lang) ? '' : ' ';
}

/** A block of which nothing is left goes with its whole lines, so that no empty bullet stays. */
function wholeLines(article: Article, span: Span): Span {
  const from = article.text.lastIndexOf('\n', span.from - 1) + 1;
  const end = article.text.indexOf('\n', span.to);
  return { from: Math.max(from, article.bodyFrom), to: end === -1 ? article.text.length : end };
}

interface Patch extends Span {
  readonly text: string;
}

const REMOVABLE = new Set(['heading', 'paragraph', 'list-item', 'caption']);

function blockPatches(
  article: Article,
  index: number,
  replace: (segment: Segment, index: number) => Replacement,
): Patch[] {
  const block = article.blocks[index];
  if (block === undefined) return [];
  const segments = article.segments.slice(block.segments.from, block.segments.to);
  const replacements = segments.map((segment, at) => replace(segment, block.segments.from + at));
  const gone = replacements.every((replacement) => replacement.text === '');
  if (gone && REMOVABLE.has(block.kind)) return [{ ...wholeLines(article, block.span), text: '' }];
  return segments.flatMap((segment, at): Patch[] => {
    const replacement = replacements[at] as Replacement;
    const patches: Patch[] = [{ ...segment.span, text: render(article, segment, replacement) }];
    const next = segments[at + 1];
    const nextReplacement = replacements[at + 1];
    if (next !== undefined && nextReplacement !== undefined) {
      const gap = { from: segment.span.to, to: next.span.from };
      const raw = article.text.slice(gap.from, gap.to);
      patches.push({ ...gap, text: gapBetween(raw, replacement, nextReplacement) });
    }
    return patches;
  });
}

/** The article's text with every segment replaced. `replace` is asked once a segment, in order. */
export function spliceArticle(
  article: Article,
  replace: (segment: Segment, index: number) => Replacement,
): string {
  const patches = article.blocks.flatMap((_, index) => blockPatches(article, index, replace));
  // Front-matter fields come in the order of the config, not of the file.
  patches.sort((a, b) => a.from - b.from || a.to - b.to);
  let text = '';
  let at = 0;
  for (const patch of patches) {
    text += article.text.slice(at, patch.from) + patch.text;
    at = patch.to;
  }
  return text + article.text.slice(at);
}
