/** Code as the generator takes it: with its signs defused, or as text where that cannot be. */
import type { Code, InlineCode, Nodes, Parents, PhrasingContent } from 'mdast';

interface CodeStyle {
  readonly code?: (text: string) => string;
  readonly isCode?: (text: string) => boolean;
}

/** The lines of a text with breaks between them. */
function linesOf(text: string): PhrasingContent[] {
  return text
    .split('\n')
    .flatMap((line, at): PhrasingContent[] =>
      at === 0
        ? [{ type: 'text', value: line }]
        : [{ type: 'break' }, { type: 'text', value: line }],
    );
}

function asText(node: InlineCode | Code): Nodes {
  if (node.type === 'inlineCode') return { type: 'text', value: node.value };
  return { type: 'paragraph', children: linesOf(node.value) };
}

function asCode(node: InlineCode | Code, value: string): Nodes {
  if (node.type === 'inlineCode') return { type: 'inlineCode', value };
  // The rest of the line is read as options by some.
  const lang = /^[\w#+.-]+/.exec(node.lang ?? '')?.[0] ?? null;
  return { type: 'code', lang, meta: null, value };
}

function changed(node: Nodes, { code, isCode }: CodeStyle): Nodes {
  if (node.type !== 'inlineCode' && node.type !== 'code') return node;
  if (isCode?.(node.value) === false) return asText(node);
  return asCode(node, code === undefined ? node.value : code(node.value));
}

/** Changes the tree in place. */
export function codeAsText(parent: Parents, style: CodeStyle): void {
  parent.children = parent.children.map((child) => changed(child, style)) as typeof parent.children;
  for (const child of parent.children) if ('children' in child) codeAsText(child, style);
}
