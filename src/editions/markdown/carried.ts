/**
 * Markdown that goes out beside the pages: the text as it stands, by offset, but for comments, and for links
 * and tags that no page carries.
 */
import type { Html, Nodes, Root } from 'mdast';
import { mayHoldOddAddress } from '../../core/addresses.ts';
import { parseMarkdown } from '../../core/markdown/parse.ts';
import { spanOf } from '../../core/markdown/inline.ts';
import type { Span } from '../../core/model.ts';
import { carriedHtml, carriedTags } from './carried-html.ts';
import { fatesIn, type Fate } from './fates.ts';
import { withoutFrontComments } from './front-lines.ts';

interface Edit extends Span {
  readonly text: string;
}

const PHRASING: ReadonlySet<string> = new Set(
  'delete emphasis heading link linkReference paragraph strong tableCell'.split(' '),
);

/** Finds in a tree what has to change. */
class Editor {
  readonly edits: Edit[] = [];
  private readonly fateOf: (node: Nodes) => Fate;

  constructor(root: Root) {
    this.fateOf = fatesIn(root);
    this.visit(root);
  }

  private visit(node: Nodes): void {
    const fate = this.fateOf(node);
    if (fate === 'gone') return this.cut(spanOf(node), '');
    if (!('children' in node)) return;
    if (fate === 'words') this.unwrap(node);
    if (PHRASING.has(node.type)) {
      for (const [tag, text] of carriedTags(node.children)) this.write(tag, text);
    } else this.blocks(node.children);
    for (const child of node.children) this.visit(child);
  }

  private blocks(children: readonly Nodes[]): void {
    for (const [at, child] of children.entries()) {
      if (child.type !== 'html') continue;
      const text = carriedHtml(child.value);
      // An empty comment holds two lists apart.
      const isBetween = children[at - 1]?.type === 'list' && children[at + 1]?.type === 'list';
      this.write(child, text.trim() === '' && isBetween ? '<!-- -->' : text);
    }
  }

  /** Leaves the words of a link. */
  private unwrap(node: Nodes): void {
    const span = spanOf(node);
    const children = 'children' in node ? node.children : [];
    const [first, last] = [children[0], children.at(-1)];
    if (first === undefined || last === undefined) return this.cut(span, '');
    this.cut({ from: span.from, to: spanOf(first).from }, '');
    this.cut({ from: spanOf(last).to, to: span.to }, '');
  }

  private write(node: Html, text: string): void {
    if (text !== node.value) this.cut(spanOf(node), text);
  }

  private cut(span: Span, text: string): void {
    this.edits.push({ ...span, text });
  }
}

/** With what stands before and after it a block that is gone would leave two empty lines. */
function without(text: string, { from, to, text: put }: Edit): Span {
  const isBlock = put === '' && /(?:^|\n)$/.test(text.slice(from - 1, from));
  const rest = isBlock ? /^(?:[ \t]*\n){1,2}/.exec(text.slice(to, to + 1000)) : null;
  return { from, to: to + (rest?.[0].length ?? 0) };
}

const HTML = /<[a-z!?/]/i;

/** A text as it goes out beside the pages. */
export function carried(markdown: string): string {
  const text = withoutFrontComments(markdown);
  if (!HTML.test(text) && !mayHoldOddAddress(text)) return text;
  const { edits } = new Editor(parseMarkdown(text));
  let kept = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const { from, to } = without(text, edit);
    kept += text.slice(at, Math.max(at, from)) + edit.text;
    at = Math.max(at, to);
  }
  return kept + text.slice(at);
}
