/** What becomes of a Markdown text's links: pages carry some, leave the words of others, and some show nothing. */
import type { Definition, Nodes, Root } from 'mdast';
import { isCarried } from '../../core/addresses.ts';
import { nodesOf } from '../../core/markdown/nodes.ts';

export type Fate = 'kept' | 'words' | 'gone';

interface References {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly asked: ReadonlySet<string>;
}

function referencesIn(root: Root): References {
  const definitions = new Map<string, Definition>();
  const asked = new Set<string>();
  for (const node of nodesOf(root)) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    } else if (node.type === 'linkReference' || node.type === 'imageReference') {
      asked.add(node.identifier);
    }
  }
  return { definitions, asked };
}

function urlOf(node: Nodes, { definitions }: References): string {
  if ('url' in node) return node.url;
  return 'identifier' in node ? (definitions.get(node.identifier)?.url ?? '') : '';
}

/** A definition that nothing refers to is a note between editors. */
function isUsed(node: Definition, { definitions, asked }: References): boolean {
  return asked.has(node.identifier) && definitions.get(node.identifier) === node;
}

const USES: ReadonlyMap<Nodes['type'], 'href' | 'src'> = new Map([
  ['definition', 'href'],
  ['link', 'href'],
  ['linkReference', 'href'],
  ['image', 'src'],
  ['imageReference', 'src'],
]);

/** The fate of each node of a tree. */
export function fatesIn(root: Root): (node: Nodes) => Fate {
  const references = referencesIn(root);
  return (node) => {
    const use = USES.get(node.type);
    if (use === undefined) return 'kept';
    if (node.type === 'definition' && !isUsed(node, references)) return 'gone';
    if (isCarried(urlOf(node, references), use)) return 'kept';
    return 'children' in node ? 'words' : 'gone';
  };
}
