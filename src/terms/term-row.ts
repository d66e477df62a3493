/** One row of the term base's file as a term, and a term as a row. */
import { marks, visibleLine } from '../core/safe-text.ts';
import { PARTS_OF_SPEECH, type PartOfSpeech, type Term } from './model.ts';

/** In the order in which they are written. */
export const COLUMNS = [
  'zh',
  'en',
  'zhVariants',
  'enVariants',
  'zhForbidden',
  'enForbidden',
  'keep',
  'pos',
  'note',
  'from',
  'until',
  'case',
  'zhTW',
  'zhHK',
] as const;

/** Columns that are written only where a term uses them. */
export const RARE_COLUMNS: readonly Column[] = ['zhTW', 'zhHK'];

export type Column = (typeof COLUMNS)[number];
export type Row = Readonly<Record<Column, string>>;

/** What a cell that takes one of a few words may hold besides nothing. */
const CHOICES: readonly (readonly [Column, readonly string[]])[] = [
  ['keep', ['yes']],
  ['pos', PARTS_OF_SPEECH],
  ['case', ['sensitive']],
];

const LONGEST_QUOTED = 60;

/** A text of the file, fit to stand in a sentence. */
export function quoted(text: string): string {
  const shown = [...visibleLine(text)];
  const cut = shown.length > LONGEST_QUOTED ? [...shown.slice(0, LONGEST_QUOTED), '…'] : shown;
  return `"${cut.join('')}"`;
}

function tidyForm(form: string): string {
  return form.replace(/\s+/gu, ' ').trim().normalize('NFC');
}

function tidyNote(note: string): string {
  return note.replace(/\r\n?/g, '\n').trim().normalize('NFC');
}

/** Forms of cells, in order, each once. */
function formsOf(...cells: readonly string[]): readonly string[] {
  const forms = cells.flatMap((cell) => cell.split('|')).map(tidyForm);
  return [...new Set(forms.filter((form) => form !== ''))];
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return days[month - 1] ?? 0;
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return day >= 1 && day <= daysOf(year, month);
}

function wrongCharacter(row: Row): string | null {
  for (const column of COLUMNS) {
    const [mark] = marks(row[column]);
    const code =
      column !== 'note' && /[\n\u2028\u2029]/.test(row[column]) ? 'a line break' : mark?.code;
    if (code !== undefined)
      return `the cell "${column}" holds ${code}, which nobody sees; take it out`;
  }
  return null;
}

function wrongChoice(row: Row): string | null {
  for (const [column, words] of CHOICES) {
    const cell = row[column].trim();
    if (cell !== '' && !words.includes(cell)) {
      return `the cell "${column}" holds ${quoted(cell)}; write ${words.join(', ')} or nothing`;
    }
  }
  return null;
}

function wrongDates(row: Row): string | null {
  const from = row.from.trim();
  const until = row.until.trim();
  const wrong = [from, until].find((day) => day !== '' && !isDay(day));
  if (wrong !== undefined) return `${quoted(wrong)} is no date; write it as YYYY-MM-DD`;
  if (from === '' || until === '' || from <= until) return null;
  return `"from" (${from}) is later than "until" (${until}); turn them round`;
}

const NO_FORM = 'there is neither a Chinese nor an English form; write both, or remove the row';
const HAN = /\p{Script=Han}/u;

function lacksSide({ zh: [zh], en: [en = ''] }: Term): string | null {
  if (zh !== undefined && en !== '') return null;
  const [there, lost] = zh === undefined ? [en, 'a Chinese'] : [zh, 'an English'];
  return `${quoted(there)} is without ${lost} form; write it, or "yes" under "keep" if it stays as it is`;
}

function isSwapped({ zh: [zh = ''], en: [en = ''] }: Term): boolean {
  return zh !== '' && !HAN.test(zh) && HAN.test(en);
}

/** A side that is not there, or both in the wrong column. */
function wrongSides(term: Term): string | null {
  const { zh, en, forbidden, keep } = term;
  if (zh.length + en.length === 0) return NO_FORM;
  if (keep) return null;
  if (isSwapped(term)) {
    return `${quoted(zh[0] ?? '')} stands as the Chinese form and ${quoted(en[0] ?? '')} as the English one; turn them round`;
  }
  // A row that forbids something needs no second side.
  return forbidden.zh.length + forbidden.en.length > 0 ? null : lacksSide(term);
}

function wrongForms(term: Term): string | null {
  const { zh, en, forbidden, keep } = term;
  const side = wrongSides(term);
  if (side !== null) return side;
  const both = [
    ...zh.filter((form) => forbidden.zh.includes(form)),
    ...en.filter((form) => forbidden.en.includes(form)),
  ];
  if (both[0] !== undefined)
    return `${quoted(both[0])} is allowed and forbidden; take one of them out`;
  if (!keep || zh[0] === en[0]) return null;
  return `a term to keep reads the same in both languages, not ${quoted(zh[0] ?? '')} and ${quoted(en[0] ?? '')}; write one form, or empty "keep"`;
}

/** Forms of both languages; of a term that is kept, one side stands for both. */
function sidesOf(row: Row, keep: boolean): Pick<Term, 'zh' | 'en'> {
  const zh = formsOf(row.zh, row.zhVariants);
  const en = formsOf(row.en, row.enVariants);
  if (!keep) return { zh, en };
  return { zh: zh.length === 0 ? en : zh, en: en.length === 0 ? zh : en };
}

function asPartOfSpeech(cell: string): PartOfSpeech | undefined {
  return PARTS_OF_SPEECH.find((pos) => pos === cell);
}

/** Properties that have a value. */
function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined | ''> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as { [K in keyof T]?: Exclude<T[K], undefined | ''> };
}

function regionalOf({ zhTW, zhHK }: Row): Pick<Term, 'regional'> {
  const regional = present({ tw: tidyForm(zhTW), hk: tidyForm(zhHK) });
  return Object.keys(regional).length === 0 ? {} : { regional };
}

/** The term of a row, or what is wrong with it: a clause without capital and full stop. */
export function termOfRow(row: Row, line: number): Term | string {
  const wrong = wrongCharacter(row) ?? wrongChoice(row) ?? wrongDates(row);
  if (wrong !== null) return wrong;
  const keep = row.keep.trim() === 'yes';
  const term: Term = {
    ...sidesOf(row, keep),
    forbidden: { zh: formsOf(row.zhForbidden), en: formsOf(row.enForbidden) },
    keep,
    ...present({
      pos: asPartOfSpeech(row.pos.trim()),
      note: tidyNote(row.note),
      from: row.from.trim(),
      until: row.until.trim(),
    }),
    caseSensitive: row.case.trim() === 'sensitive',
    ...regionalOf(row),
    line,
  };
  return wrongForms(term) ?? term;
}

/** The cells of a term, in the order of `COLUMNS`. */
export function cellsOf(term: Term): readonly string[] {
  const [zh = '', ...zhVariants] = formsOf(...term.zh);
  const [en = '', ...enVariants] = formsOf(...term.en);
  const { pos = '', note = '', from = '', until = '' } = term;
  const lists = [
    zhVariants,
    enVariants,
    formsOf(...term.forbidden.zh),
    formsOf(...term.forbidden.en),
  ];
  const row = [zh, en, ...lists.map((forms) => forms.join('|')), yes(term.keep, 'yes')];
  const rest = [yes(term.caseSensitive, 'sensitive'), ...regionalCells(term)];
  return [...row, pos, tidyNote(note), from, until, ...rest];
}

function regionalCells({ regional }: Term): readonly string[] {
  const { tw = '', hk = '' } = regional ?? {};
  return [tidyForm(tw), tidyForm(hk)];
}

function yes(holds: boolean, word: string): string {
  return holds ? word : '';
}
