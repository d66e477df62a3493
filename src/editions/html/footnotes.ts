/** Footnotes that no text refers to would vanish from a page: they stay where they stand. */
import type { FootnoteDefinition, Nodes, Root } from 'mdast';

function references(node: Nodes, found: Set<string>): Set<string> {
  if (node.type === 'footnoteReference') found.add(node.identifier.toUpperCase());
  if ('children' in node && node.type !== 'footnoteDefinition') {
    for (const child of node.children) references(child, found);
  }
  return found;
}

function definitions(node: Nodes, found: FootnoteDefinition[]): FootnoteDefinition[] {
  if (node.type === 'footnoteDefinition') found.push(node);
  if ('children' in node) for (const child of node.children) definitions(child, found);
  return found;
}

function reachable(tree: Root, known: ReadonlyMap<string, FootnoteDefinition>): Set<Nodes> {
  const seen = new Set<Nodes>();
  const queue = [...references(tree, new Set())];
  for (const id of queue) {
    const definition = known.get(id);
    if (definition === undefined || seen.has(definition)) continue;
    seen.add(definition);
    for (const child of definition.children) queue.push(...references(child, new Set()));
  }
  return seen;
}

function unwrap(node: Nodes, keep: ReadonlySet<Nodes>): void {
  if (!('children' in node)) return;
  const children = node.children as Nodes[];
  for (const child of children) unwrap(child, keep);
  const next = children.flatMap((child): Nodes[] =>
    child.type === 'footnoteDefinition' && !keep.has(child) ? child.children : [child],
  );
  node.children = next as typeof node.children;
}

/** Turns footnotes without a reference, or defined twice, into ordinary text in their place. */
export function keepFootnotes(tree: Root): void {
  const known = new Map<string, FootnoteDefinition>();
  for (const definition of definitions(tree, [])) {
    const id = definition.identifier.toUpperCase();
    if (!known.has(id)) known.set(id, definition);
  }
  if (known.size > 0) unwrap(tree, reachable(tree, known));
}
