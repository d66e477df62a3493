/** The panel's matches from memory: nearest first, numbered for the keys that insert them. */
import { shortTime } from '../../../core/short-time.ts';
import type { MessageKey } from '../../../core/messages.ts';
import type { Unit } from '../../../core/model.ts';
import { visible, visibleLine } from '../../../core/safe-text.ts';
import type { Aids } from '../../aids.ts';
import { fit } from '../../text/fit.ts';
import { changeRuns, changesBetween } from '../diffs.ts';
import {
  type Lines,
  padded,
  type Part,
  part,
  partsWidth,
  taggedRuns,
  type View,
  wrapRuns,
} from '../row.ts';
import { signsOf } from '../signs.ts';
import { type Entry, entryOf } from './entry.ts';

type Match = Aids['matches'][number];

/** As many as there are keys for. */
const MOST = 9;
/** Cells of number and score. */
const MARGIN = 9;
/** From this width on, where a match is from has a column of its own. */
const WITH_ORIGIN = 100;
const ORIGIN_CELLS = 38;

/** In what a match differs that must not be got wrong: sign and words. */
function dangerParts({ danger }: Match, { t, ascii }: View): readonly Part[] {
  if (danger.length === 0) return [];
  const names = [...new Set(danger.map(({ kind }) => kind))].map((kind) =>
    t(`review.panel.danger.${kind}` as MessageKey),
  );
  const kinds = names.join(t('review.panel.gap'));
  return [
    part(`${signsOf(ascii).danger} ${t('review.panel.dangers', { kinds })}`, 'error'),
    part('  '),
  ];
}

function originOf({ from, by, at }: Match): string {
  const who = by === undefined ? '' : `${visibleLine(by)}, `;
  const [article = from] = from.split('/');
  return `${visibleLine(article)}  ${who}${shortTime(at).slice(0, 10)}`;
}

/** What today's source has that the match's has not, and the other way round. */
function changeLines({ source }: Match, { segment }: Unit, width: number): Lines {
  if (source === segment.text) return [];
  return wrapRuns(changeRuns(changesBetween(source, segment.text, segment.lang)), width);
}

function withOrigin(entry: Entry, match: Match, width: number): Entry {
  const room = width - ORIGIN_CELLS;
  const parts = padded(entry.first, room);
  if (partsWidth(parts) > room) return entry;
  return {
    ...entry,
    first: [...parts, part(fit(originOf(match), ORIGIN_CELLS).trimEnd(), 'faint')],
  };
}

function entryFor(match: Match, number: number, unit: Unit, { width, view }: MatchBox): Entry {
  const isWide = width >= WITH_ORIGIN;
  const room = width - MARGIN - 1 - (isWide ? ORIGIN_CELLS + 1 : 0);
  const score = `${match.score}%`.padStart(4);
  const prefix = [
    part(` ${number}`, 'strong'),
    part(` ${score}  `, match.score >= 100 ? 'reviewed' : 'plain'),
  ];
  const target = [...dangerParts(match, view), ...taggedRuns(visible(match.target))];
  const entry = entryOf(prefix, MARGIN, [
    ...wrapRuns(target, room),
    ...changeLines(match, unit, width - MARGIN - 1),
    ...(isWide ? [] : [[part(fit(originOf(match), room).trimEnd(), 'faint')]]),
  ]);
  return isWide ? withOrigin(entry, match, width) : entry;
}

export interface MatchBox {
  readonly width: number;
  readonly view: View;
}

/** An entry for each match: its target, then the difference of the sources, then where it is from. */
export function memoryEntries(
  matches: readonly Match[],
  unit: Unit,
  box: MatchBox,
): readonly Entry[] {
  return matches.slice(0, MOST).map((match, index) => entryFor(match, index + 1, unit, box));
}
