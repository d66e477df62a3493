/** Tagged text taken apart: the text between the tags as one string, and the tags at their offsets. */

export interface LaidText {
  /** Without tags; `&lt;` and `&amp;` stand as they are. */
  readonly text: string;
  /** In reading order. `at` is an offset into `text`, in UTF-16 units. */
  readonly tags: readonly { readonly at: number; readonly tag: string }[];
}

const TAG = /<\/?\d{1,4}\/?>/g;

/** Takes tagged text apart. */
export function layOut(tagged: string): LaidText {
  const tags: { at: number; tag: string }[] = [];
  let removed = 0;
  const text = tagged.replace(TAG, (tag, offset: number) => {
    tags.push({ at: offset - removed, tag });
    removed += tag.length;
    return '';
  });
  return { text, tags };
}

/** Puts the tags back where they stand. */
export function putTogether({ text, tags }: LaidText): string {
  let from = 0;
  const pieces = tags.map(({ at, tag }) => {
    const piece = text.slice(from, at) + tag;
    from = at;
    return piece;
  });
  return pieces.join('') + text.slice(from);
}

/**
 * Replaces what a global expression finds; null leaves it. A tag inside of what is replaced comes to
 * stand behind it, so tags never change their order.
 */
export function replaceIn(
  laid: LaidText,
  pattern: RegExp,
  replacement: (found: RegExpExecArray) => string | null,
): LaidText {
  let text = '';
  let from = 0;
  let next = 0;
  const tags: { at: number; tag: string }[] = [];
  const moveTags = (before: number, by: (at: number) => number): void => {
    for (; next < laid.tags.length; next += 1) {
      const { at, tag } = laid.tags[next] ?? { at: Infinity, tag: '' };
      if (at >= before) return;
      tags.push({ at: by(at), tag });
    }
  };
  for (const found of laid.text.matchAll(pattern)) {
    const put = replacement(found);
    if (put === null || put === found[0]) continue;
    const to = found.index + found[0].length;
    const shift = text.length - from;
    moveTags(found.index + 1, (at) => at + shift);
    text += laid.text.slice(from, found.index) + put;
    from = to;
    const end = text.length;
    moveTags(to, () => end);
  }
  const shift = text.length - from;
  moveTags(Infinity, (at) => at + shift);
  return { text: text + laid.text.slice(from), tags };
}
