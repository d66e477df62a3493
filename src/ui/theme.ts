/**
 * How styles look: SGR codes of the 16 colours, or of none. No background but inverse, and only colours
 * that can be read on black and on white in the usual palettes: neither yellow nor cyan nor blue.
 */
import type { Row, Style } from '../review/screen/row.ts';

/** SGR parameters by style; an empty string leaves the text as it is. */
export type Theme = Readonly<Record<Style, string>>;

const COLOURS: Theme = {
  plain: '',
  strong: '1',
  faint: '2',
  selected: '7',
  term: '4',
  'found-error': '4;31',
  'found-warning': '4;35',
  'found-note': '2;4',
  'found-chosen': '1;4;7',
  error: '1;31',
  tag: '35',
  added: '32',
  removed: '31',
  reviewed: '32',
  changed: '1;35',
  conflict: '1;31',
  stale: '31',
  draft: '35',
  untranslated: '2',
  omitted: '2',
  untranslatable: '2',
  emphasis: '3',
  link: '4',
  code: '35',
};

/** Without colour: bold, underline and inverse; what is faint in colour is plain. */
const NO_COLOURS: Theme = {
  plain: '',
  strong: '1',
  faint: '',
  selected: '7',
  term: '4',
  'found-error': '1;4',
  'found-warning': '4',
  'found-note': '3;4',
  'found-chosen': '1;4;7',
  error: '1;4',
  tag: '',
  added: '4',
  removed: '',
  reviewed: '',
  changed: '1',
  conflict: '1;4',
  stale: '1',
  draft: '',
  untranslated: '',
  omitted: '',
  untranslatable: '',
  emphasis: '3',
  link: '4',
  code: '',
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether an environment refuses colour: NO_COLOR (no-color.org) and TERM=dumb do. */
export function refusesColour(environment: Environment): boolean {
  return (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
}

/** The theme for an environment. */
export function themeFor(environment: Environment): Theme {
  return refusesColour(environment) ? NO_COLOURS : COLOURS;
}

/** The selected row is one even bar: only weight shows in it, and what is selected stands out of it. */
function codesOf(style: Style, inverse: boolean, theme: Theme): string {
  if (!inverse) return theme[style];
  if (style === 'selected') return '1;4';
  return style === 'strong' ? '7;1' : '7';
}

function styled(text: string, codes: string): string {
  return codes === '' || text === '' ? text : `\u001b[${codes}m${text}\u001b[0m`;
}

/** A row as a string with its styling: each style ends with a reset, neighbours of one style are one. */
export function paintRow({ parts, inverse = false }: Row, theme: Theme): string {
  let painted = '';
  let run = '';
  let codes = '';
  for (const { text, style } of parts) {
    const next = codesOf(style, inverse, theme);
    if (next !== codes) {
      painted += styled(run, codes);
      run = '';
      codes = next;
    }
    run += text;
  }
  return painted + styled(run, codes);
}
