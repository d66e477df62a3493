/** Ways of writing a number that a language does not have, each with the way it has. */
import type { Lang } from '../../core/model.ts';
import type { Hit } from '../check.ts';

export interface Form {
  /** Global. */
  readonly found: RegExp;
  /** How it should be written; null leaves it. */
  readonly write: (match: RegExpExecArray) => string | null;
}

/** One hit for each place that is written in one of the forms. */
export function hitsOf(text: string, lang: Lang, forms: readonly Form[]): Hit[] {
  return forms.flatMap(({ found, write }) =>
    [...text.matchAll(found)].flatMap((match): Hit[] => {
      const right = write(match);
      if (right === null || right === match[0]) return [];
      const span = { from: match.index, to: match.index + match[0].length };
      return [
        {
          side: lang,
          values: { said: match[0], text: right },
          spans: { [lang]: [span] },
          fix: { lang, edits: [{ ...span, text: right }] },
        },
      ];
    }),
  );
}

/** 1234567.5 → 1,234,567.5 */
export function grouped(figures: string): string {
  const [whole = '', rest] = figures.split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return rest === undefined ? groups : `${groups}.${rest}`;
}
