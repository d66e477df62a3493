/** A unit's text as stretches of plain text, each with what the page makes of it. */
import type { InlineTag } from '../../core/model.ts';
import { parseTagged, type TaggedNode } from '../../core/tags.ts';
import type { Side } from '../parts/sides.ts';

export type PreviewMark = 'strong' | 'emphasis' | 'delete' | 'link' | 'code' | 'image' | 'footnote';

export interface PreviewRun {
  readonly text: string;
  /** What it stands in, outermost first. */
  readonly marks: readonly PreviewMark[];
  /** The unit that it belongs to, by its index; null for what is no text of the article's. */
  readonly unit: number | null;
  /** False marks a text that nobody signed off as it stands here. */
  readonly reviewed: boolean;
}

type Marks = readonly PreviewMark[];

interface Piece {
  readonly text: string;
  readonly marks: Marks;
}

/** What stands for an object that has no content of its own; raw HTML shows nothing of itself. */
function objectPiece({ mark }: InlineTag, marks: Marks): Piece[] {
  switch (mark.type) {
    case 'code':
      return [{ text: mark.value, marks: [...marks, 'code'] }];
    case 'image':
      return mark.alt === '' ? [] : [{ text: `[${mark.alt}]`, marks: [...marks, 'image'] }];
    case 'break':
      return [{ text: '\n', marks }];
    case 'footnote':
      return [{ text: `[${mark.id}]`, marks: [...marks, 'footnote'] }];
    default:
      return [];
  }
}

const CONTAINERS = ['strong', 'emphasis', 'delete', 'link'] as const;

function within({ mark }: InlineTag, marks: Marks): Marks {
  const container = CONTAINERS.find((type) => type === mark.type);
  return container === undefined ? marks : [...marks, container];
}

function pieces(nodes: readonly TaggedNode[], tags: readonly InlineTag[], marks: Marks): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    if (node.type === 'text') return [{ text: node.text, marks }];
    const tag = tags[node.number - 1];
    const children = node.type === 'tag' ? node.children : [];
    // A number that the article does not have (an older pair's) leaves its content.
    if (tag === undefined) return pieces(children, tags, marks);
    return [...objectPiece(tag, marks), ...pieces(children, tags, within(tag, marks))];
  });
}

/** One side of a unit as runs. */
export function runsOf({ text, tags, reviewed }: Side, unit: number): PreviewRun[] {
  return pieces(parseTagged(text), tags, []).map((piece) => ({ ...piece, unit, reviewed }));
}

/** Text that is no unit's. */
export function bareRun(text: string): PreviewRun {
  return { text, marks: [], unit: null, reviewed: true };
}
