/** How styles look: SGR codes of the 16 colours, or of none. */
import type { Part, Row, Style } from '../review/screen/row.ts';

/** SGR parameters by style; an empty string leaves the text as it is. */
export type Theme = Readonly<Record<Style, string>>;

const COLOURS: Theme = {
  plain: '',
  strong: '1',
  faint: '2',
  error: '1;31',
  tag: '36',
  added: '32',
  removed: '31',
  reviewed: '32',
  changed: '35',
  conflict: '1;31',
  stale: '31',
  draft: '33',
  untranslated: '2',
  omitted: '2',
  untranslatable: '2',
};

/** Without colour: bold, faint and underline only. */
const NO_COLOURS: Theme = {
  ...COLOURS,
  error: '1',
  tag: '2',
  added: '4',
  removed: '2',
  reviewed: '',
  changed: '1',
  conflict: '1',
  stale: '1',
  draft: '',
};

/** The theme for an environment: NO_COLOR (no-color.org) and TERM=dumb mean no colour. */
export function themeFor(environment: Readonly<Record<string, string | undefined>>): Theme {
  const refuses = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
  return refuses ? NO_COLOURS : COLOURS;
}

/** The selected row is one even bar: only weight shows in it. */
function codesOf(style: Style, inverse: boolean, theme: Theme): string {
  if (!inverse) return theme[style];
  return style === 'strong' ? '7;1' : '7';
}

function paintPart({ text, style }: Part, inverse: boolean, theme: Theme): string {
  const codes = codesOf(style, inverse, theme);
  return codes === '' || text === '' ? text : `\u001b[${codes}m${text}\u001b[0m`;
}

/** A row as a string with its styling. */
export function paintRow(row: Row, theme: Theme): string {
  return row.parts.map((part) => paintPart(part, row.inverse === true, theme)).join('');
}
