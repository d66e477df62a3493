/** An article's text → blocks and segments. */
import type { Root } from 'mdast';
import type { ChangePolicy } from './change/policy.ts';
import { applyCuts, type Cut } from './cuts.ts';
import { detectLanguage, isTranslatable } from './language.ts';
import { rawBlocks, type RawBlock } from './markdown/blocks.ts';
import { cutSegments } from './markdown/cut.ts';
import { readFrontMatter, type FieldText, type ReadFrontMatter } from './markdown/front-matter.ts';
import { flattenInline, spanOf, type InlineContext } from './markdown/inline.ts';
import { readMarkdown } from './markdown/parse.ts';
import { articlePath } from './paths.ts';
import type { Article, Block, BlockKind, Lang, Segment, Span } from './model.ts';
import { splitSentences, type SentenceRules } from './sentences/split.ts';
import { escapeTagged, foldSpace } from './tags.ts';

export interface ArticleOptions {
  /** What changes of the source mean for approved pairs. */
  readonly changes?: ChangePolicy;
  /** A reviewer's own merges and splits. */
  readonly cuts?: readonly Cut[];
  /** Translatable front-matter fields. */
  readonly fields?: readonly string[];
  /** Rules for cutting sentences, beyond the built-in ones. */
  readonly segmentation?: SentenceRules;
  /** The language of every text; without it each text tells. */
  readonly lang?: Lang;
  /** How the article is called in messages, where it is none of a workspace. */
  readonly file?: string;
}

const DEFAULT_FIELDS = ['title', 'dek', 'description'];

/** Blocks that are one segment however many sentences they hold. */
const WHOLE: ReadonlySet<BlockKind> = new Set(['heading', 'table-cell', 'caption', 'field']);

function wholeSpan(plain: string): Span[] {
  const from = plain.length - plain.trimStart().length;
  const to = plain.trimEnd().length;
  return to > from ? [{ from, to }] : [];
}

function definitionsOf(root: Root): InlineContext['definitions'] {
  const definitions = new Map<string, { url: string; title?: string | null | undefined }>();
  for (const node of root.children) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
  }
  return definitions;
}

class Builder {
  readonly blocks: Block[] = [];
  readonly segments: Segment[] = [];
  readonly context: InlineContext;
  readonly options: ArticleOptions;

  constructor(context: InlineContext, options: ArticleOptions) {
    this.context = context;
    this.options = options;
  }

  private langOf(text: string, fallback: Lang): Lang {
    return this.options.lang ?? detectLanguage(text) ?? fallback;
  }

  addField(field: FieldText, fallback: Lang): void {
    const text = foldSpace(escapeTagged(field.value)).trim();
    const lang = this.langOf(field.value, fallback);
    const from = this.segments.length;
    this.segments.push({
      text,
      lang,
      span: field.span,
      block: this.blocks.length,
      tags: [],
      untranslatable: !isTranslatable(field.value),
    });
    this.blocks.push({
      kind: 'field',
      field: field.field,
      depth: 0,
      span: field.span,
      segments: { from, to: from + 1 },
    });
  }

  addBlock(raw: RawBlock, fallback: Lang): void {
    const flat = flattenInline(raw.content, this.context);
    const lang = this.langOf(flat.plain, fallback);
    const sentences = WHOLE.has(raw.kind)
      ? wholeSpan(flat.plain)
      : applyCuts(
          flat.plain,
          splitSentences(flat.plain, lang, this.options.segmentation),
          this.options.cuts ?? [],
        );
    const from = this.segments.length;
    for (const cut of cutSegments(flat, sentences, (plain) => this.langOf(plain, lang))) {
      this.segments.push({ ...cut, block: this.blocks.length });
    }
    if (this.segments.length === from) return;
    this.blocks.push({
      kind: raw.kind,
      depth: raw.depth,
      span: raw.span,
      segments: { from, to: this.segments.length },
    });
  }
}

function frontMatterOf(
  text: string,
  root: Root,
  { fields: names = DEFAULT_FIELDS }: ArticleOptions,
  file: string,
): ReadFrontMatter {
  const first = root.children[0];
  if (first?.type !== 'yaml') return { front: {}, fields: [] };
  return readFrontMatter(first.value, text.indexOf('\n', spanOf(first).from) + 1, names, file);
}

/**
 * Parses an article.
 * @param text as stored: NFC, LF, no byte order mark
 * @throws UserError with file and line when the front matter cannot be read
 */
export function parseArticle(slug: string, text: string, options: ArticleOptions = {}): Article {
  const file = options.file ?? articlePath(slug);
  const root = readMarkdown(text, file);
  const { front, fields } = frontMatterOf(text, root, options, file);
  const first = root.children[0];
  const bodyFrom = first?.type === 'yaml' ? spanOf(first).to : 0;
  const builder = new Builder({ text, definitions: definitionsOf(root) }, options);
  const fallback = detectLanguage(text.slice(bodyFrom, bodyFrom + 4000)) ?? 'zh';
  for (const field of fields) builder.addField(field, fallback);
  for (const raw of rawBlocks(text, root)) builder.addBlock(raw, fallback);
  const { cuts: _, ...asked } = options;
  return {
    slug,
    options: asked,
    text,
    front,
    bodyFrom,
    blocks: builder.blocks,
    segments: builder.segments,
  };
}
