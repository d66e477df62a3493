import type { PairCheck } from './check.ts';
import { lookAt, without, type Fault } from './marks/faults.ts';
import type { SideText } from './marks/side-text.ts';
import { idleSpaces } from './marks/spaces-zh.ts';

/** A single space: more of them are `space.double`. */
const SPACE = /(?<![\s\u00a0])[ \t\u2000-\u200a\u202f\u205f\u3000](?![\s\u00a0])/gu;

function look(side: SideText): Fault[] {
  const { text } = side;
  const isIdle = idleSpaces(side);
  return [...text.matchAll(SPACE)]
    .filter(({ index }) => isIdle(index, index + 1))
    .map(({ index: from }) => ({
      from,
      to: from + 1,
      shown: text.slice(Math.max(0, from - 1), from + 2),
      edits: without(from, from + 1),
    }));
}

/** Chinese has no space between its characters, nor around its marks; lines of names have. */
export const punctSpaceZh: PairCheck = {
  id: 'punct.space.zh',
  severity: 'note',
  group: 'punctuation',
  fixes: 'typographic',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '你好 ，世界', en: 'Hello, world' }],
    valid: [{ zh: '（记者 王伟 编辑 李娜）', en: '(Reporter: Wang Wei; editor: Li Na)' }],
  },
  run: lookAt(['zh'], (side) => (/\s/.test(side.text) ? look(side) : [])),
};
