/** What surrounds lists and texts: header, headings, notice, footer. */
import type { Mode } from '../action.ts';
import { shortKeyName } from '../key-names.ts';
import { bindingsOf } from '../keymap.ts';
import { STATUSES } from '../../core/model.ts';
import { safeMessage } from './messages.ts';
import type { Notice } from '../state.ts';
import type { Counts } from '../summary.ts';
import {
  type Part,
  type Row,
  type View,
  clipped,
  padded,
  part,
  partsWidth,
  row,
  wrapRuns,
} from './row.ts';
import { signsOf } from './signs.ts';

/** A bar of `width` cells; it is full only when everything is done. */
export function bar(done: number, total: number, width: number, ascii: boolean): string {
  const signs = signsOf(ascii);
  const share = total === 0 ? 0 : Math.floor((done / total) * width);
  return signs.full.repeat(share) + signs.empty.repeat(width - share);
}

/** Rounded down, so that 100% is said only when everything is done. */
export function percent(done: number, total: number): string {
  return total === 0 ? '' : `${Math.floor((done / total) * 100)}%`;
}

/** Counts by status, with their signs; statuses without segments are left out. */
export function countParts(counts: Counts, ascii: boolean): readonly Part[] {
  const { status: signs } = signsOf(ascii);
  return STATUSES.filter((status) => counts[status] > 0).flatMap((status, index) => [
    part(index === 0 ? '' : ' '),
    part(`${signs[status]}${counts[status]}`, status),
  ]);
}

/** A line with something at its right end; the left side is cut to make room. */
export function spread(left: readonly Part[], right: readonly Part[], columns: number): Row {
  const room = columns - partsWidth(right);
  return row(...padded(clipped(left, room), room), ...right);
}

/** A horizontal line with a title in it. */
export function heading(title: readonly Part[], width: number, view: View): readonly Part[] {
  const { horizontal } = signsOf(view.ascii);
  const shown = clipped(title, width - 4);
  const rest = Math.max(0, width - 3 - partsWidth(shown));
  return [part(`${horizontal} `, 'faint'), ...shown, part(` ${horizontal.repeat(rest)}`, 'faint')];
}

const NOTICE_ROWS = 3;

/** What the last key led to, as one line or, when it is long, a few; an empty line without any. */
export function noticeRows(notice: Notice | null, columns: number, view: View): readonly Row[] {
  if (notice === null) return [row()];
  const style = notice.tone === 'error' ? 'error' : 'plain';
  return wrapRuns([part(safeMessage(view.t, notice), style)], columns - 2)
    .slice(0, NOTICE_ROWS)
    .map((parts) => row(part(' '), ...parts));
}

/** The keys of a mode, the most useful ones first, as many as fit; help and quit always. */
export function footerRow(mode: Mode, columns: number, view: View): Row {
  const entries = bindingsOf(mode)
    .filter((binding) => binding.footer !== undefined)
    .sort((a, b) => (a.footer ?? 0) - (b.footer ?? 0))
    .map((binding) => ({
      isFixed: (binding.footer ?? 0) >= 98,
      parts: [
        part(` ${shortKeyName(binding.keys[0] ?? '')}`, 'strong'),
        part(` ${view.t(binding.label)} `, 'faint'),
      ],
    }));
  const fixed = entries.filter(({ isFixed }) => isFixed).flatMap(({ parts }) => parts);
  let room = columns - partsWidth(fixed);
  const shown: Part[] = [];
  for (const { parts } of entries.filter(({ isFixed }) => !isFixed)) {
    const cells = partsWidth(parts);
    if (cells > room) break;
    room -= cells;
    shown.push(...parts);
  }
  return row(...clipped([...shown, ...fixed], columns));
}
