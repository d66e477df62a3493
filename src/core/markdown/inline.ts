/** Flattens a block's inline content to plain text that remembers where everything stood. */
import type { Nodes, PhrasingContent } from 'mdast';
import type { InlineMark, Span } from '../model.ts';
import { alignOffsets, type UnitOffsets } from './offsets.ts';

/** Stands in the plain text for an image, code or raw HTML. */
const OBJECT = '\uFFFC';

/** Markup round a stretch of the plain text (`closed`), or one object in it. */
export interface Markup {
  /** Range in the plain text. */
  readonly plain: Span;
  /** Range in the article, its own signs included. */
  readonly span: Span;
  readonly open: string;
  readonly close: string;
  readonly mark: InlineMark;
  readonly object: boolean;
}

export interface FlatInline {
  readonly plain: string;
  /** Where each UTF-16 unit of `plain` stands in the article. */
  readonly offsets: UnitOffsets;
  /** In the order of their start; an outer one before those inside it. */
  readonly markup: readonly Markup[];
}

interface Definition {
  readonly url: string;
  readonly title?: string | null | undefined;
}

export interface InlineContext {
  readonly text: string;
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** A node's range in the article. Nodes that the parser made always have one. */
export function spanOf(node: Nodes): Span {
  return { from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0 };
}

function targetOf(identifier: string, context: InlineContext): Definition {
  return context.definitions.get(identifier) ?? { url: '' };
}

function linkMark(node: PhrasingContent, context: InlineContext): InlineMark | null {
  if (node.type !== 'link' && node.type !== 'linkReference') return null;
  const target = node.type === 'link' ? node : targetOf(node.identifier, context);
  return { type: 'link', url: target.url, title: target.title ?? null };
}

function containerMark(node: PhrasingContent, context: InlineContext): InlineMark | null {
  if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') {
    return { type: node.type };
  }
  return linkMark(node, context);
}

function imageMark(node: PhrasingContent, context: InlineContext): InlineMark | null {
  if (node.type !== 'image' && node.type !== 'imageReference') return null;
  const target = node.type === 'image' ? node : targetOf(node.identifier, context);
  return { type: 'image', url: target.url, title: target.title ?? null, alt: node.alt ?? '' };
}

function objectMark(node: PhrasingContent, context: InlineContext): InlineMark {
  if (node.type === 'inlineCode') return { type: 'code', value: node.value };
  if (node.type === 'break') return { type: 'break' };
  if (node.type === 'footnoteReference') return { type: 'footnote', id: node.identifier };
  const image = imageMark(node, context);
  return image ?? { type: 'html', value: context.text.slice(spanOf(node).from, spanOf(node).to) };
}

class Flattener {
  plain = '';
  readonly offsets: { from: number[]; to: number[] } = { from: [], to: [] };
  readonly markup: Markup[] = [];
  readonly context: InlineContext;

  constructor(context: InlineContext) {
    this.context = context;
  }

  flatten(nodes: readonly PhrasingContent[]): this {
    this.add(nodes);
    return this;
  }

  private add(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) this.addNode(node);
  }

  private addNode(node: PhrasingContent): void {
    const span = spanOf(node);
    if (node.type === 'text') {
      const raw = this.context.text.slice(span.from, span.to);
      const aligned = alignOffsets(node.value, raw, span.from);
      this.plain += node.value;
      for (const from of aligned.from) this.offsets.from.push(from);
      for (const to of aligned.to) this.offsets.to.push(to);
      return;
    }
    const mark = containerMark(node, this.context);
    if (mark !== null && 'children' in node && node.children.length > 0) {
      this.addContainer(node.children, span, mark);
    } else {
      this.addObject(node, span);
    }
  }

  private addContainer(children: readonly PhrasingContent[], span: Span, mark: InlineMark): void {
    const first = spanOf(children[0] as Nodes).from;
    const last = spanOf(children.at(-1) as Nodes).to;
    const from = this.plain.length;
    const place = this.markup.length;
    this.add(children);
    this.markup.splice(place, 0, {
      plain: { from, to: this.plain.length },
      span,
      open: this.context.text.slice(span.from, first),
      close: this.context.text.slice(last, span.to),
      mark,
      object: false,
    });
  }

  private addObject(node: PhrasingContent, span: Span): void {
    const from = this.plain.length;
    // A hard break separates sentences as white space does; other objects are like a word.
    this.plain += node.type === 'break' ? '\n' : OBJECT;
    this.offsets.from.push(span.from);
    this.offsets.to.push(span.to);
    this.markup.push({
      plain: { from, to: from + 1 },
      span,
      open: this.context.text.slice(span.from, span.to),
      close: '',
      mark: objectMark(node, this.context),
      object: true,
    });
  }
}

/** Flattens a block's inline nodes. */
export function flattenInline(
  nodes: readonly PhrasingContent[],
  context: InlineContext,
): FlatInline {
  const { plain, offsets, markup } = new Flattener(context).flatten(nodes);
  return { plain, offsets, markup };
}
