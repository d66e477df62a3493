import { LANGS, type Lang, type Span } from '../core/model.ts';
import type { Hit, PairCheck } from './check.ts';

/** With the marks that belong to a number between two of them. */
const WIDE = /[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ]|[．，％](?=[０-９])|(?<=[０-９])％)*/g;
const OFFSET = 0xfee0;

function narrow(text: string): string {
  return text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - OFFSET));
}

function hitsIn(text: string, lang: Lang): Hit[] {
  return [...text.matchAll(WIDE)].map((match) => {
    const span: Span = { from: match.index, to: match.index + match[0].length };
    return {
      side: lang,
      values: { wide: match[0], text: narrow(match[0]) },
      spans: { [lang]: [span] },
      fix: { lang, edits: [{ ...span, text: narrow(match[0]) }] },
    };
  });
}

const ANY_WIDE = /[０-９Ａ-Ｚａ-ｚ]/;

/** Figures and Latin letters are half a character wide in both languages. */
export const numFullwidth: PairCheck = {
  id: 'num.fullwidth',
  severity: 'warning',
  group: 'numbers',
  fixes: 'typographic',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '共有１２３人。', en: 'There were 123 people.' }],
    valid: [{ zh: '共有123人。', en: 'There were 123 people.' }],
  },
  run: (view) =>
    LANGS.flatMap((lang) => (ANY_WIDE.test(view[lang]) ? hitsIn(view[lang], lang) : [])),
};
