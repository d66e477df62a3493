import type { PairCheck } from './check.ts';
import { lookAt, without, type Fault } from './marks/faults.ts';
import type { SideText } from './marks/side-text.ts';

function look({ text }: SideText): Fault[] {
  const start = text.length - text.trimStart().length;
  if (start === text.length) return [];
  const end = text.trimEnd().length;
  const faults: Fault[] = [];
  if (start > 0)
    faults.push({ from: 0, to: start, shown: text.slice(0, start + 1), edits: without(0, start) });
  if (end < text.length) {
    faults.push({
      from: end,
      to: text.length,
      shown: text.slice(end - 1),
      edits: without(end, text.length),
    });
  }
  return faults;
}

/** No white space at the start or the end of a text. */
export const spaceTrim: PairCheck = {
  id: 'space.trim',
  severity: 'warning',
  group: 'punctuation',
  fixes: 'typographic',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '会议', en: 'The meeting ' }],
    valid: [{ zh: '会议', en: 'The meeting' }],
  },
  run: lookAt(['zh', 'en'], look),
};
