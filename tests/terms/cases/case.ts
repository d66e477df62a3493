/**
 * Cases of term matching, as a table.
 *
 * Terms: `a|b` forms of a term, `!c` a forbidden one, ` / ` between terms; then ` @noun`, ` @case`,
 * ` @keep`, ` @2020-01-01..2021-01-01` (either may be missing). Expected: what is found as it stands
 * in the text, ` + ` between, forbidden ones with `!`; empty for nothing.
 */
import { PARTS_OF_SPEECH, type PartOfSpeech, type Term } from '../../../src/terms/model.ts';
import type { Lang } from '../../../src/core/model.ts';

export type Row = readonly [terms: string, text: string, expected: string, date?: string];
export type Table = Readonly<Record<string, readonly Row[]>>;

export interface Case {
  readonly group: string;
  readonly lang: Lang;
  readonly spec: string;
  readonly terms: readonly Term[];
  readonly text: string;
  readonly expected: readonly string[];
  readonly date: string | undefined;
}

function isPartOfSpeech(text: string): text is PartOfSpeech {
  return PARTS_OF_SPEECH.some((pos) => pos === text);
}

function windowOf(flags: readonly string[]): Pick<Term, 'from' | 'until'> {
  const [from, until] = flags.find((flag) => flag.includes('..'))?.split('..') ?? [];
  return { ...(from ? { from } : {}), ...(until ? { until } : {}) };
}

/** The same forms in both languages: a case looks at one of them. */
function termOf(spec: string): Term {
  const [forms = '', ...flags] = spec.split(' @');
  const all = forms.split('|');
  const own = all.filter((form) => !form.startsWith('!'));
  const wrong = all.filter((form) => form.startsWith('!')).map((form) => form.slice(1));
  const pos = flags.find(isPartOfSpeech);
  return {
    zh: own,
    en: own,
    forbidden: { zh: wrong, en: wrong },
    keep: flags.includes('keep'),
    ...(pos === undefined ? {} : { pos }),
    ...windowOf(flags),
    caseSensitive: flags.includes('case'),
    line: 0,
  };
}

export function termsOf(spec: string): readonly Term[] {
  return spec.split(' / ').map(termOf);
}

export function casesOf(table: Table, lang: Lang): readonly Case[] {
  return Object.entries(table).flatMap(([group, rows]) =>
    rows.map(([spec, text, expected, date]) => ({
      group,
      lang,
      spec,
      terms: termsOf(spec),
      text,
      expected: expected === '' ? [] : expected.split(' + '),
      date,
    })),
  );
}
