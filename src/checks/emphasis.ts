import type { Nodes, Text } from 'mdast';
import { clipText } from '../core/clip-text.ts';
import { spanOf } from '../core/markdown/inline.ts';
import { holdsInline, nodesOf } from '../core/markdown/nodes.ts';
import { readMarkdown } from '../core/markdown/parse.ts';
import type { Span } from '../core/model.ts';
import { articlePath } from '../core/paths.ts';
import { placeFinder } from '../core/place.ts';
import type { ArticleCheck } from './check.ts';

/** Signs of emphasis, as the article has them, that were read as text. */
interface Run extends Span {
  readonly signs: string;
}

/** Not where a backslash says that they are meant as text, and no rule or blank to be filled in. */
const RUN = /(?<![\\*_])(?:\*{1,3}|_{2,3})(?![*_])/g;
const HAN = /\p{Script=Han}/u;
/** Nobody emphasises from a closing mark on, or up to an opening one: such signs are a masked name, a note's mark. */
const NO_START = /^[\s\p{Pe}\p{Pf}、，。；：！？,.;:!?]/u;
const NO_END = /[\s\p{Ps}\p{Pi}]$/u;
const LONGEST_SHOWN = 20;

function textsIn(block: Nodes): Text[] {
  return [...nodesOf(block)].filter((node) => node.type === 'text');
}

function runsIn(block: Nodes, text: string): Run[] {
  return textsIn(block).flatMap((node) => {
    const { from, to } = spanOf(node);
    return [...text.slice(from, to).matchAll(RUN)].map(({ 0: signs, index }) => ({
      signs,
      from: from + index,
      to: from + index + signs.length,
    }));
  });
}

function isMeant(words: string): boolean {
  return HAN.test(words) && !NO_START.test(words) && !NO_END.test(words);
}

interface Missed extends Run {
  readonly words: string;
}

/** What two runs of the same signs stand round. */
function missedIn(runs: readonly Run[], text: string): Missed[] {
  const missed: Missed[] = [];
  let opening: Run | null = null;
  for (const run of runs) {
    const words = opening?.signs === run.signs ? text.slice(opening.to, run.from) : '';
    if (opening !== null && isMeant(words)) {
      missed.push({ ...opening, words });
      opening = null;
    } else opening = run;
  }
  return missed;
}

/** Blocks of inline content, in reading order. */
function blocksOf(text: string): Nodes[] {
  return [...nodesOf(readMarkdown(text), holdsInline)].filter(holdsInline);
}

/**
 * Signs of emphasis that pages show as signs. Markdown (CommonMark's flanking rule) reads none where a mark
 * stands inside of them and a Han character outside.
 */
export const emphasis: ArticleCheck = {
  id: 'emphasis',
  severity: 'warning',
  scope: 'article',
  group: 'markup',
  run: ({ state }, check) => {
    const { slug, text } = state.article;
    if (!/\*|__/.test(text)) return [];
    const place = placeFinder(articlePath(slug), text);
    return blocksOf(text)
      .flatMap((block) => missedIn(runsIn(block, text), text))
      .map(({ from, signs, words }) => ({
        check: check.id,
        severity: check.severity,
        slug,
        place: place(from),
        values: { signs, words: clipText(words.replace(/\s+/g, ' '), LONGEST_SHOWN) },
      }));
  },
};
