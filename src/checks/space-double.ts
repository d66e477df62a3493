import type { TextEdit } from '../core/model.ts';
import type { PairCheck } from './check.ts';
import { kindAt } from './marks/characters.ts';
import { lookAt, without, type Fault } from './marks/faults.ts';
import type { SideText } from './marks/side-text.ts';
import { idleSpaces } from './marks/spaces-zh.ts';

const RUN = /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]{2,}/gu;
const ANY = /[^\S\n]{2}/;

/** One ordinary space stays, or none where Chinese has no use for it. */
function edits(text: string, from: number, to: number): TextEdit[] {
  const first = text.charAt(from) === ' ' ? [] : [{ from, to: from + 1, text: ' ' }];
  return [...first, ...without(from + 1, to)];
}

function look(side: SideText): Fault[] {
  const { text, lang, isKept } = side;
  if (!ANY.test(text)) return [];
  const isIdle = idleSpaces(side);
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index: from }) => {
    const to = from + run.length;
    const isEdge = kindAt(text, from - 1) === 'none' || kindAt(text, to) === 'none';
    if (isEdge || isKept(from, to)) return [];
    const mended = lang === 'zh' && isIdle(from, to) ? without(from, to) : edits(text, from, to);
    return [{ from, to, shown: text.slice(from - 1, to + 1), edits: mended }];
  });
}

/** Words are parted by one space. */
export const spaceDouble: PairCheck = {
  id: 'space.double',
  severity: 'warning',
  group: 'punctuation',
  fixes: 'typographic',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '会议', en: 'The  meeting' }],
    valid: [{ zh: '会议', en: 'The meeting' }],
  },
  run: lookAt(['zh', 'en'], look),
};
