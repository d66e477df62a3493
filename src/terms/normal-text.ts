/** A text in NFC that still knows where each of its characters stood. */

export interface NormalText {
  readonly text: string;
  /** Offset in the text as it was given, for an offset in `text` (both UTF-16). */
  origin(offset: number): number;
}

const itself = (offset: number): number => offset;

/** A character with what is combined with it: what NFC puts together. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

export function normalText(text: string): NormalText {
  if (text.normalize('NFC') === text) return { text, origin: itself };
  const origins: number[] = [];
  let normal = '';
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const composed = cluster.normalize('NFC');
    for (let unit = 0; unit < composed.length; unit += 1) origins.push(index);
    normal += composed;
  }
  return { text: normal, origin: (offset) => origins[offset] ?? text.length };
}
