import type { PairCheck, PairView } from './check.ts';
import { lengthOf } from './language/length.ts';
import { sentencesOf } from './language/sentence-counts.ts';

/** Marks inside a sentence that another language puts a full stop for. */
const EN_JOINTS = /[;；]|[:：](?=\s)|\s[–—-]{1,2}\s|—/gu;

function joints(text: string, marks: RegExp): number {
  return text.match(marks)?.length ?? 0;
}

/** English says a Chinese sentence in several, at its commas: that is one too many only with the length. */
const RATHER_LONG = 1;

function differs(view: PairView): boolean {
  const { zh, en } = sentencesOf(view);
  if (en.length < zh.length) return en.length + joints(view.en, EN_JOINTS) < zh.length;
  if (en.length === zh.length) return false;
  const room = zh.length + joints(view.zh, /[，；：,;:]|——/gu);
  return room < en.length || lengthOf(view).odd > RATHER_LONG;
}

/** The sides have a different number of sentences, and no other mark stands for the full stop. */
export const sentCount: PairCheck = {
  id: 'sent.count',
  severity: 'note',
  group: 'language',
  scope: 'pair',
  examples: {
    invalid: [
      {
        zh: '双方签署了协议。会议周五结束。',
        en: 'The two sides signed an agreement.',
      },
    ],
    valid: [
      {
        zh: '双方就此交换了意见；双方同意加强合作。',
        en: 'The two sides exchanged views on this. They agreed to strengthen cooperation.',
      },
    ],
  },
  run: (view) => {
    if (!differs(view)) return [];
    const { zh, en } = sentencesOf(view);
    return [{ values: { zh: zh.length, en: en.length } }];
  },
};
