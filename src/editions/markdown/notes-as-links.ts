/** Footnotes for generators that know none: a link to a numbered list at the end, and back. */
import type { FootnoteDefinition, Nodes, Parents, PhrasingContent, Root } from 'mdast';

function html(value: string): PhrasingContent {
  return { type: 'html', value };
}

/** Numbers by the order in which the text refers to them. */
class Notes {
  readonly order: string[] = [];
  readonly defined = new Map<string, FootnoteDefinition>();

  define(node: Nodes): void {
    if (node.type === 'footnoteDefinition') this.defined.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) this.define(child);
  }

  refer(parent: Parents): void {
    parent.children = parent.children
      .filter(({ type }) => type !== 'footnoteDefinition')
      .map((child) =>
        child.type === 'footnoteReference' ? this.link(child.identifier) : child,
      ) as typeof parent.children;
    for (const child of parent.children) if ('children' in child) this.refer(child);
  }

  private link(identifier: string): PhrasingContent {
    const known = this.order.indexOf(identifier);
    const number = (known === -1 ? this.order.push(identifier) : known + 1).toString();
    const id = known === -1 ? ` id="note-ref-${number}"` : '';
    return html(`<sup><a${id} href="#note-${number}">${number}</a></sup>`);
  }
}

/** Changes the tree in place. */
export function notesAsLinks(root: Root): void {
  const notes = new Notes();
  notes.define(root);
  if (notes.defined.size === 0) return;
  notes.refer(root);
  const items = [];
  // Notes may refer to further ones.
  for (let at = 0; at < notes.order.length; at += 1) {
    const definition = notes.defined.get(notes.order[at] ?? '');
    if (definition === undefined) continue;
    notes.refer(definition);
    const anchor = html(`<a id="note-${at + 1}" href="#note-ref-${at + 1}">↑</a>`);
    const space = { type: 'text' as const, value: ' ' };
    const head = { type: 'paragraph' as const, children: [anchor, space] };
    const [first, ...rest] = definition.children;
    const children =
      first?.type === 'paragraph'
        ? [{ ...first, children: [anchor, space, ...first.children] }, ...rest]
        : [head, ...definition.children];
    items.push({ type: 'listItem' as const, spread: false, children });
  }
  if (items.length === 0) return;
  const list = { type: 'list' as const, ordered: true, start: 1, spread: false, children: items };
  root.children.push({ type: 'thematicBreak' }, list);
}
