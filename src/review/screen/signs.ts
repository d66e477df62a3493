/** The signs of the screen, and their ASCII forms. */
import type { Severity, Status } from '../../core/model.ts';

export interface Signs {
  readonly status: Readonly<Record<Status, string>>;
  /** Behind the sign of a status: a machine's draft that wants a closer look. */
  readonly look: string;
  readonly severity: Readonly<Record<Severity, string>>;
  /** A text from memory that differs in what must not be got wrong. */
  readonly danger: string;
  /** What is settled or used, and what is not. */
  readonly yes: string;
  readonly no: string;
  /** From one text to another. */
  readonly arrow: string;
  /** Between the tabs of the panel. */
  readonly dot: string;
  readonly horizontal: string;
  readonly vertical: string;
  /** Between the two sides of a place in a text. */
  readonly place: string;
  readonly cross: string;
  readonly full: string;
  readonly empty: string;
}

const UNICODE: Signs = {
  status: {
    reviewed: '✓',
    changed: '?',
    conflict: '≠',
    stale: '!',
    draft: '~',
    untranslated: '·',
    omitted: '–',
    untranslatable: '=',
  },
  look: '*',
  severity: { error: '✗', warning: '!', note: '·' },
  danger: '!!',
  yes: '✓',
  no: '·',
  arrow: '→',
  dot: '·',
  horizontal: '─',
  vertical: '│',
  place: '┃',
  cross: '┼',
  full: '█',
  empty: '░',
};

const ASCII: Signs = {
  status: { ...UNICODE.status, reviewed: 'v', conflict: '#', untranslated: '.', omitted: '-' },
  look: '*',
  severity: { error: 'x', warning: '!', note: '-' },
  danger: '!!',
  yes: 'v',
  no: '-',
  arrow: '>',
  dot: '|',
  horizontal: '-',
  vertical: '|',
  place: '|',
  cross: '+',
  full: '#',
  empty: '.',
};

/** Every sign, in ASCII or not. */
export function signsOf(ascii: boolean): Signs {
  return ascii ? ASCII : UNICODE;
}
