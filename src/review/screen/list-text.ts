/** What the list shows of a segment: its number, its status, its texts. */
import type { Lang, Unit } from '../../core/model.ts';
import { countFindings, findingsAt } from '../findings.ts';
import type { Session } from '../state.ts';
import { hasRival, targetText, wantsLook } from '../unit.ts';
import { oneLine } from './one-line.ts';
import { type Part, part, type Style, type View } from './row.ts';
import { signsOf } from './signs.ts';

const QUIET = new Set(['untranslatable', 'omitted']);
const HEADINGS = new Set(['heading', 'field']);

/** A segment's text in a language, as a reader of the article would see it. */
export function listText(unit: Unit, lang: Lang): string {
  const { segment } = unit;
  return oneLine(segment.lang === lang ? segment.text : targetText(unit), segment.tags);
}

/** Headings stand out, what needs no work steps back. */
export function listTextStyle(unit: Unit, session: Session): Style {
  if (QUIET.has(unit.status)) return 'faint';
  const kind = session.article.article.blocks[unit.segment.block]?.kind ?? 'paragraph';
  return HEADINGS.has(kind) ? 'strong' : 'plain';
}

/** Cells of the longest number. */
export function numberWidth(session: Session): number {
  return Math.max(3, String(session.article.units.length).length);
}

/**
 * Beside the status: two texts to choose from, an error that the checks find, a draft that wants a closer
 * look, a warning.
 */
function lookPart({ found }: Session, unit: Unit, view: View): Part {
  const signs = signsOf(view.ascii);
  if (hasRival(unit)) return part(signs.status.conflict, 'conflict');
  const { errors, warnings } = countFindings(findingsAt(found, unit.key));
  if (errors > 0) return part('E', 'error');
  if (wantsLook(unit)) return part(signs.look, 'stale');
  return warnings > 0 ? part('W', 'draft') : part(' ');
}

/** Number and status with its sign, and a gap. */
export function numberParts(session: Session, unit: Unit, view: View): readonly Part[] {
  const signs = signsOf(view.ascii);
  return [
    part(String(unit.index + 1).padStart(numberWidth(session)), 'faint'),
    part(` ${signs.status[unit.status]}`, unit.status),
    lookPart(session, unit, view),
  ];
}
