import { htmlTag, shownTags } from '../core/inline-html.ts';
import type { InlineTag, Unit } from '../core/model.ts';
import { targetAtHand } from '../core/target-at-hand.ts';
import { parseTagged, type TaggedNode } from '../core/tags.ts';
import { unitCheck } from './unit-check.ts';

/** Opening tags of a text that pages leave out; one that closes nothing was nothing. */
function leftOut(nodes: readonly TaggedNode[], tags: readonly InlineTag[]): string[] {
  const row = nodes.map((node): string | null => {
    const mark = node.type === 'text' ? undefined : tags[node.number - 1]?.mark;
    return mark?.type === 'html' ? mark.value : null;
  });
  const shown = shownTags(row);
  return nodes.flatMap((node, index) => {
    const raw = row[index] ?? null;
    const own = raw === null || shown.has(index) || htmlTag(raw)?.closing !== false ? [] : [raw];
    return node.type === 'tag' ? [...own, ...leftOut(node.children, tags)] : own;
  });
}

function lost({ segment, ...unit }: Unit): readonly string[] {
  const texts = [segment.text, targetAtHand({ segment, ...unit })];
  return texts.flatMap((text) => leftOut(parseTagged(text), segment.tags));
}

/** Raw tags inside a sentence that pages do not show: they have no partner there, or are of no use to readers. */
export const inlineHtml = unitCheck(
  { id: 'inline-html', severity: 'warning', group: 'markup' },
  (unit) => {
    if (!unit.segment.tags.some(({ mark }) => mark.type === 'html')) return null;
    const tags = [...new Set(lost(unit))];
    return tags.length === 0 ? null : { tags: tags.join(' ') };
  },
);
