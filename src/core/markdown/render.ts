/** Writes a segment's tagged text back as Markdown, its markup from the article. */
import type { PhrasingContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { InlineTag } from '../model.ts';
import { parseTagged, plainText, type TaggedNode } from '../tags.ts';

const extensions = [gfmToMarkdown()];

type Piece = { readonly text: string } | { readonly raw: string };

const HTML_SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  strong: ['<strong>', '</strong>'],
  emphasis: ['<em>', '</em>'],
  delete: ['<del>', '</del>'],
};

const SPACE = /^$|\s/;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/**
 * CommonMark's flanking rule knows no scripts without spaces: `**“对照”**的` does not close. Whether
 * a run of markup opens (or, seen from behind, closes) between these two characters.
 */
function flanks(outside: string, inside: string): boolean {
  if (SPACE.test(inside)) return false;
  return !PUNCTUATION.test(inside) || SPACE.test(outside) || PUNCTUATION.test(outside);
}

function firstChar(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 32).replace(' ', text === '' ? '' : ' ');
}

function lastChar(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}

function textOf(nodes: readonly TaggedNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      return node.type === 'tag' ? textOf(node.children) : '\uFFFC';
    })
    .join('');
}

interface Surroundings {
  readonly before: string;
  readonly after: string;
}

function signsOf(tag: InlineTag, content: string, around: Surroundings): readonly [string, string] {
  const html = HTML_SIGNS[tag.mark.type];
  if (html === undefined) return [tag.open, tag.close];
  const opens = flanks(lastChar(around.before), firstChar(content));
  const closes = flanks(firstChar(around.after), lastChar(content));
  return opens && closes ? [tag.open, tag.close] : html;
}

function piecesOf(
  nodes: readonly TaggedNode[],
  tags: readonly InlineTag[],
  around: Surroundings,
): Piece[] {
  return nodes.flatMap((node, index): Piece[] => {
    if (node.type === 'text') return [{ text: node.text }];
    const tag = tags[node.number - 1];
    if (node.type === 'void') return tag === undefined ? [] : [{ raw: tag.open + tag.close }];
    const before = around.before + textOf(nodes.slice(0, index));
    const after = textOf(nodes.slice(index + 1)) + around.after;
    const content = piecesOf(node.children, tags, { before, after });
    if (tag === undefined) return content;
    const [open, close] = signsOf(tag, textOf(node.children), { before, after });
    return [{ raw: open }, ...content, { raw: close }];
  });
}

export interface RenderPlace {
  /** Inside a table's cell a bar has to be escaped. */
  readonly cell: boolean;
}

/**
 * Letters, figures and marks that are markup nowhere in a line, and of those that are at its beginning
 * or in an address none that stands so. Most sentences are no more than this, and the serializer looks
 * at every character of a text a hundred times.
 */
const PLAIN =
  /^[\p{L}“‘「《（][\p{L}\p{M}\p{N} ,;?%—…“”‘’「」、，。！？；：（）《》·'".-]*[\p{L}\p{M}\p{N},;?%—…“”‘’「」、，。！？；：（）《》·'".-]$/u;
const ADDRESS = /www\./i;

function isPlain(tagged: string): boolean {
  return PLAIN.test(tagged) && !ADDRESS.test(tagged);
}

/**
 * Tagged text as Markdown: text escaped where Markdown would read it as markup, tags as the article
 * writes them. A tag that the segment does not have is left out, its content kept.
 */
export function renderMarkdown(
  tagged: string,
  tags: readonly InlineTag[],
  place: RenderPlace = { cell: false },
): string {
  if (isPlain(tagged)) return tagged;
  const pieces = piecesOf(parseTagged(tagged), tags, { before: '', after: '' });
  const children = pieces.map((piece): PhrasingContent =>
    'text' in piece
      ? { type: 'text', value: piece.text }
      : // Raw Markdown goes through the serializer as raw HTML does: untouched.
        { type: 'html', value: piece.raw },
  );
  const markdown = toMarkdown({ type: 'paragraph', children }, { extensions }).replace(/\n$/, '');
  return place.cell ? markdown.replace(/(?<!\\)\|/g, '\\|') : markdown;
}

/** Plain text as a double-quoted YAML scalar: JSON's escapes are YAML's. */
export function renderField(tagged: string): string {
  return JSON.stringify(plainText(tagged));
}
