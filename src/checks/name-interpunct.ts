import type { Span } from '../core/model.ts';
import { isNameCharacter } from '../terms/suggesting/name-sounds.ts';
import type { PairCheck } from './check.ts';

/** What stands between two Han characters in the place of `·`, or beside it. */
const DOT = /(\p{Script=Han})(\s?[・•．.‧∙⋅･]\s?|\s·\s?|·\s)(?=(\p{Script=Han}{1,2}))/gu;

/** Two characters of a spelling before the dot, so that a numbered point is none. */
function isInName(text: string, at: number, behind: string): boolean {
  return [...text.slice(Math.max(0, at - 1), at + 1), ...behind].every(isNameCharacter);
}

const ANY_DOT = /[・•．.‧∙⋅･]|\s·|·\s/;

function dotsIn(text: string): readonly Span[] {
  if (!ANY_DOT.test(text)) return [];
  return [...text.matchAll(DOT)].flatMap(({ index, 1: sign = '', 2: dot = '', 3: behind = '' }) => {
    const from = index + sign.length;
    return isInName(text, index, behind) ? [{ from, to: from + dot.length }] : [];
  });
}

/** Foreign names are divided by U+00B7 without spaces. */
export const nameInterpunct: PairCheck = {
  id: 'name.interpunct',
  severity: 'warning',
  group: 'names',
  scope: 'pair',
  fixes: 'typographic',
  examples: {
    invalid: [
      { zh: '唐纳德.特朗普发表讲话。', en: 'Donald Trump gave a speech.' },
      { zh: '唐纳德•特朗普发表讲话。', en: 'Donald Trump gave a speech.' },
    ],
    valid: [{ zh: '唐纳德·特朗普发表讲话。', en: 'Donald Trump gave a speech.' }],
  },
  run: ({ zh }) => {
    const spans = dotsIn(zh);
    if (spans.length === 0) return [];
    const dots = spans.map(({ from, to }) => zh.slice(from, to).trim());
    const edits = spans.map((span) => ({ ...span, text: '·' }));
    const values = { dots: [...new Set(dots)].join(' ') };
    return [{ side: 'zh', values, spans: { zh: spans }, fix: { lang: 'zh', edits } }];
  },
};
