/** The signs of the screen, and their ASCII forms. */
import type { Status } from '../../core/model.ts';

export interface Signs {
  readonly status: Readonly<Record<Status, string>>;
  /** Behind the sign of a status: a machine's draft that wants a closer look. */
  readonly look: string;
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
