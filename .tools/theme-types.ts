/** What an editor knows of `duizhao/theme` and of JSX in a theme: declarations for the owners of sites. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const NODES = `/** What the page shows. */
export type View = 'zh' | 'en' | 'bilingual';

/** An element, or a text that is one already. JSX makes them. */
export interface ThemeNode {
  readonly type: 'element' | 'text' | 'comment' | 'raw';
}

/** What may stand in an element: nothing, text, elements, and lists of these. */
export type Child = ThemeNode | string | number | boolean | null | undefined | readonly Child[];
`;

const PARTS = `
/** The tool's own parts. */
export declare const parts: Theme;
`;

const JSX = `import type { Child } from './theme.js';

type Value = string | number | boolean | readonly string[] | null | undefined;

export declare namespace JSX {
  type Element = Child;
  interface ElementChildrenAttribute {
    readonly children: unknown;
  }
  interface IntrinsicElements {
    /** Attributes as HTML names them. */
    readonly [name: string]: { readonly [name: string]: Value | Child; readonly children?: Child };
  }
}

export declare function jsx(type: unknown, props: object): Child;
export declare const jsxs: typeof jsx;
export declare function Fragment(props: { readonly children?: Child }): Child;
`;

/** Files by their names in the package's \`dist\`. */
export async function themeTypes(root: string): Promise<ReadonlyMap<string, string>> {
  const source = await readFile(join(root, 'src/editions/theme/parts.ts'), 'utf8');
  const own = source.replace(/^import type .*;\n/gm, '');
  return new Map([
    ['theme.d.ts', `${NODES}\n${own}${PARTS}`],
    ['jsx-runtime.d.ts', JSX],
  ]);
}
