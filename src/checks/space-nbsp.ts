import type { TextEdit } from '../core/model.ts';
import type { PairCheck } from './check.ts';
import { isHanAt, kindAt } from './marks/characters.ts';
import { lookAt, type Fault } from './marks/faults.ts';
import type { SideText } from './marks/side-text.ts';

/** One by itself: at an edge it is `space.trim`, in a row `space.double`. */
const SPACE = /(?<=\S)[\u00a0\u202f\u2007](?=\S)/gu;
const ANY = /[\u00a0\u202f\u2007]/;

function isChinese(text: string, at: number): boolean {
  return isHanAt(text, at) || kindAt(text, at) === 'full';
}

/** Between Chinese nothing, elsewhere an ordinary space. */
function edit({ text, lang }: SideText, from: number): TextEdit {
  const isIdle = lang === 'zh' && (isChinese(text, from - 1) || isChinese(text, from + 1));
  return { from, to: from + 1, text: isIdle ? '' : ' ' };
}

function look(side: SideText): Fault[] {
  const { text, isKept } = side;
  if (!ANY.test(text)) return [];
  return [...text.matchAll(SPACE)]
    .filter(({ index }) => !isKept(index, index + 1))
    .map(({ index: from }) => ({
      from,
      to: from + 1,
      shown: text.slice(from - 1, from + 2),
      edits: [edit(side, from)],
    }));
}

/** Spaces that forbid a line break come from word processors and web pages, and stand where nobody sees them. */
export const spaceNbsp: PairCheck = {
  id: 'space.nbsp',
  severity: 'warning',
  group: 'punctuation',
  fixes: 'typographic',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '会议', en: 'The\u00a0meeting' }],
    valid: [{ zh: '会议', en: 'The meeting' }],
  },
  run: lookAt(['zh', 'en'], look),
};
