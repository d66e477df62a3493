/** Writes a tree as Markdown that other programs read as the same text. */
import type { PhrasingContent, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Handle, type Options, type Unsafe } from 'mdast-util-to-markdown';

export interface WriteStyle {
  /** What the generator would read as signs, besides braces and `<`. */
  readonly unsafe: readonly Unsafe[];
  /** How a text stands in code. */
  readonly code?: (text: string) => string;
}

/** Signs of templates and components: no generator leaves both alone. */
const EVERYWHERE: readonly Unsafe[] = [{ character: '{' }, { character: '}' }, { character: '<' }];

/** As character references: a backslash before it would leave the sign itself for a template to see. */
const ENCODED = ['{', '}', '<', ':'];

const text: Handle = (node: { readonly value: string }, _parent, state, info) =>
  state.safe(node.value, { ...info, encode: ENCODED });

/** Blocks of a root as Markdown. */
export function writeMarkdown(root: Root, style: WriteStyle): string {
  const options: Options = {
    extensions: [gfmToMarkdown()],
    unsafe: [...EVERYWHERE, ...style.unsafe],
    handlers: { text },
    // `<https://…>` is a component to some.
    resourceLink: true,
    bullet: '-',
    rule: '-',
  };
  return toMarkdown(root, options);
}

/** A line of text as Markdown. */
export function markdownOf(children: readonly PhrasingContent[], style: WriteStyle): string {
  const paragraph = { type: 'paragraph' as const, children: [...children] };
  return writeMarkdown({ type: 'root', children: [paragraph] }, style).replace(/\n$/, '');
}
