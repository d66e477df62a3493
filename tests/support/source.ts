/** The program's own source as data: files, imports, names of the surroundings, strings. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface SourceFile {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every source file of `src`, sorted by path. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export interface SyntaxNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Visited {
  readonly node: SyntaxNode;
  readonly parent: SyntaxNode | null;
  /** The field of the parent that holds the node. */
  readonly field: string;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function collect(node: SyntaxNode, parent: SyntaxNode | null, field: string, into: Visited[]) {
  into.push({ node, parent, field });
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) collect(child, node, name, into);
    }
  }
}

/** Every node of a file's syntax tree, parents first. */
export function nodesOf({ path, text }: SourceFile): Visited[] {
  const visited: Visited[] = [];
  const lang = path.endsWith('x') ? 'tsx' : 'ts';
  collect(parseAst(text, { lang }) as unknown as SyntaxNode, null, '', visited);
  return visited;
}

/** The value of a string literal, or of a template without values. */
export function stringOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
  return quasis.length === 1 ? (quasis[0]?.value.cooked ?? null) : null;
}

export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** Imported names; `*` for all of the module. */
  readonly names: readonly string[];
}

const STATIC = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration']);

function staticImport(node: SyntaxNode, specifier: string): Import {
  const specifiers = (node['specifiers'] ?? []) as readonly { imported?: { name?: string } }[];
  return {
    specifier,
    typeOnly: node['importKind'] === 'type' || node['exportKind'] === 'type',
    names: specifiers.map(({ imported }) => imported?.name ?? '*'),
  };
}

/** What a node imports: a declaration, a re-export, `import('…')` in code or in a type; or null. */
export function importOf({ node }: Visited): Import | null {
  const specifier = stringOf(node['source']);
  if (specifier === null) return null;
  if (node.type === 'TSImportType') return { specifier, typeOnly: true, names: [] };
  if (node.type === 'ImportExpression') return { specifier, typeOnly: false, names: ['*'] };
  return STATIC.has(node.type) ? staticImport(node, specifier) : null;
}

/** Names that a file declares itself, by import or as a variable. */
export function ownNames(nodes: readonly Visited[]): Set<string> {
  return new Set(
    nodes
      .filter(({ parent, field }) => isDeclaration(parent, field))
      .map(({ node }) => String(node['name'])),
  );
}

function isDeclaration(parent: SyntaxNode | null, field: string): boolean {
  return field === 'local' || (field === 'id' && parent?.type === 'VariableDeclarator');
}

/** Whether an identifier is only the name of a property, a key or a type. */
function isOnlyName(parent: SyntaxNode, field: string): boolean {
  if (field === 'property' || field === 'key') return parent['computed'] === false;
  return parent.type.startsWith('TS') && !parent.type.endsWith('Expression');
}

/** `Date` in `Date.now`, `new Date()` → the whole; a name alone stays itself. */
function inUse(name: string, parent: SyntaxNode, field: string): string {
  if (!/^(?:Date|Math)$/.test(name)) return name;
  const { type, property } = parent;
  if (type === 'NewExpression' && (parent['arguments'] as readonly unknown[]).length === 0) {
    return `new ${name}`;
  }
  return field === 'object' && isNode(property) ? `${name}.${String(property['name'])}` : name;
}

/**
 * What a node names of the surroundings: `console`, `Date.now`, `new Date` (without a value), …; null
 * when it is no identifier that stands for something.
 */
export function surroundingOf({ node, parent, field }: Visited): string | null {
  if (node.type !== 'Identifier' || parent === null || isOnlyName(parent, field)) return null;
  return inUse(String(node['name']), parent, field);
}
