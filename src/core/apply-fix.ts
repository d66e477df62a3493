import type { Fix } from './model.ts';

/** A text with a fix made. The edits are those of this very text. */
export function applyFix(text: string, { edits }: Fix): string {
  return edits.reduceRight(
    (rest, { from, to, text: put }) => rest.slice(0, from) + put + rest.slice(to),
    text,
  );
}
