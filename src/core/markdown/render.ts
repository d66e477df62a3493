/** Writes a segment's tagged text back as Markdown, its markup from the article. */
import type { PhrasingContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Handle } from 'mdast-util-to-markdown';
import type { BlockKind, InlineTag } from '../model.ts';
import { parseTagged, plainText, type TaggedNode } from '../tags.ts';
import { bareLinkSigns, isBareLink } from './write-link.ts';

const extensions = [gfmToMarkdown()];

/** Markdown as it stands. Text beside it is told its first sign: a `!` before a link would make it a picture. */
const raw: Handle & { peek?: Handle } = ({ value }: { readonly value: string }) => value;
raw.peek = ({ value }: { readonly value: string }) => value.charAt(0);

type Piece = { readonly text: string; readonly label: boolean } | { readonly raw: string };

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
  /** Between the brackets of a link or picture. */
  readonly label: boolean;
}

function signsOf(tag: InlineTag, content: string, around: Surroundings): readonly [string, string] {
  const html = HTML_SIGNS[tag.mark.type];
  if (html === undefined) return [tag.open, tag.close];
  const opens = flanks(lastChar(around.before), firstChar(content));
  const closes = flanks(firstChar(around.after), lastChar(content));
  return opens && closes ? [tag.open, tag.close] : html;
}

function textIn(node: TaggedNode | undefined): string {
  return node?.type === 'text' ? node.text : '';
}

function piecesOf(
  nodes: readonly TaggedNode[],
  tags: readonly InlineTag[],
  around: Surroundings,
): Piece[] {
  return nodes.flatMap((node, index): Piece[] => {
    if (node.type === 'text') return [{ text: node.text, label: around.label }];
    const tag = tags[node.number - 1];
    if (node.type === 'void') return tag === undefined ? [] : [{ raw: tag.open + tag.close }];
    const text = textOf(node.children);
    const before = around.before + textOf(nodes.slice(0, index));
    const after = textOf(nodes.slice(index + 1)) + around.after;
    const inside = (open: string): Piece[] =>
      piecesOf(node.children, tags, { before, after, label: around.label || open.endsWith('[') });
    if (tag === undefined) return inside('');
    if (!isBareLink(tag)) {
      const [open, close] = signsOf(tag, text, { ...around, before, after });
      return [{ raw: open }, ...inside(open), { raw: close }];
    }
    const beside = { before: textIn(nodes[index - 1]), after: textIn(nodes[index + 1]) };
    const [open, close, content] = bareLinkSigns(tag, text, beside);
    if (content === 'verbatim') return [{ raw: open + text + close }];
    return [{ raw: open }, ...inside(open), { raw: close }];
  });
}

/** A bracket that stands in a link's or picture's own brackets would end them. */
function nodesOf(piece: Piece): PhrasingContent[] {
  if ('raw' in piece) return [{ type: 'html', value: piece.raw }];
  const texts = piece.label ? piece.text.split(']') : [piece.text];
  return texts.flatMap((value, index): PhrasingContent[] => {
    const text = { type: 'text', value } as const;
    return index === 0 ? [text] : [{ type: 'html', value: '\\]' }, text];
  });
}

/**
 * Letters, figures and marks that are markup nowhere inside a line, but in an address. Most sentences are
 * no more than this, and the serializer looks at every character of a text a hundred times.
 */
const PLAIN = /^[\p{L}\p{M}\p{N} ,:;?%—…“”‘’「」、，。！？；：（）《》·'".-]*$/u;
/** Most of these: they are looked up in no table of all that Unicode has. */
const PLAINEST = /^[A-Za-z0-9\u4e00-\u9fff ,:;?%—…“”‘’「」、，。！？；：（）《》·'".-]*$/;
const ADDRESS = /w\./i;

/** Of these, what begins a line and is not read as a list or a rule. */
const BEGINNING = /^(?:[\p{L}"“‘「《（]|[0-9]+[^.0-9])/u;

function isPlain(text: string): boolean {
  return (PLAINEST.test(text) || PLAIN.test(text)) && !ADDRESS.test(text);
}

/** Whether the serializer would leave a line of these as it is. */
function isPlainLine(pieces: readonly Piece[]): boolean {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return false;
  if ('text' in first ? !BEGINNING.test(first.text) : first.raw === '') return false;
  if ('text' in last && last.text.endsWith(' ')) return false;
  return pieces.every((piece) => 'raw' in piece || isPlain(piece.text));
}

function writtenAs(piece: Piece): string {
  return 'text' in piece ? piece.text : piece.raw;
}

/**
 * Tagged text as Markdown: text escaped where Markdown would read it as markup, tags as the article
 * writes them. A tag that the segment does not have is left out, its content kept.
 * @param kind of the block that it stands in
 */
export function renderMarkdown(
  tagged: string,
  tags: readonly InlineTag[],
  kind?: BlockKind,
): string {
  const nodes: readonly TaggedNode[] = /[<&]/.test(tagged)
    ? parseTagged(tagged)
    : [{ type: 'text', text: tagged }];
  const pieces = piecesOf(nodes, tags, { before: '', after: '', label: kind === 'caption' });
  if (isPlainLine(pieces)) return pieces.map(writtenAs).join('');
  const markdown = toMarkdown(
    { type: 'paragraph', children: pieces.flatMap(nodesOf) },
    { extensions, handlers: { html: raw } },
  ).replace(/\n$/, '');
  // So would a bar end a table's cell.
  return kind === 'table-cell' ? markdown.replace(/(?<!\\)\|/g, '\\|') : markdown;
}

/** Plain text as a double-quoted YAML scalar: JSON's escapes are YAML's. */
export function renderField(tagged: string): string {
  return JSON.stringify(plainText(tagged));
}
