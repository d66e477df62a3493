/** A run's progress as one line of text. */
import stringWidth from 'string-width';
import type { Translate } from '../messages.ts';
import { amount, grouped } from '../money/figures.ts';
import { visibleLine } from '../safe-text.ts';

export interface Progress {
  /** Segments with an outcome, and all of them. */
  readonly done: number;
  readonly total: number;
  /** Characters billed so far. */
  readonly characters: number;
  /** What they cost; null without a price. */
  readonly cost: number | null;
  readonly elapsedMs: number;
  /** What is worked on: an article's slug. May be empty. */
  readonly label: string;
}

const GAP = '  ';
const BAR = { least: 8, most: 30 } as const;
const LONGEST_LABEL = 24;

/** Before that a guess at the time left would jump about. */
const SURE_AFTER = { milliseconds: 3000, segments: 3, share: 0.02 } as const;

function shareOf({ done, total }: Progress): number {
  if (!(total > 0)) return 0;
  return Math.min(1, Math.max(0, done / total));
}

/** Seconds until the end at the pace so far, or null when that is nobody's guess yet. */
function secondsLeft(progress: Progress): number | null {
  const { done, total, elapsedMs } = progress;
  const share = shareOf(progress);
  const isSure =
    elapsedMs >= SURE_AFTER.milliseconds &&
    done >= SURE_AFTER.segments &&
    share >= SURE_AFTER.share;
  if (!isSure || share >= 1) return null;
  return (elapsedMs / done) * ((total - done) / 1000);
}

function timePart(progress: Progress, t: Translate): string {
  const seconds = secondsLeft(progress);
  if (seconds === null) return '';
  // In steps of five seconds, for nobody wants to see a second more and one less in turns.
  if (seconds <= 55)
    return t('progress.seconds', { seconds: Math.max(5, Math.ceil(seconds / 5) * 5) });
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return t('progress.minutes', { minutes });
  return t('progress.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** ASCII: other bars are two cells wide in some terminals and one in others. */
function bar(progress: Progress, width: number): string {
  const filled = Math.floor(shareOf(progress) * (width - 2));
  return `[${'#'.repeat(filled)}${'-'.repeat(width - 2 - filled)}]`;
}

function shortLabel(label: string): string {
  const safe = visibleLine(label);
  if (stringWidth(safe) <= LONGEST_LABEL) return safe;
  let short = '';
  for (const character of safe) {
    if (stringWidth(`${short}${character}…`) > LONGEST_LABEL) break;
    short += character;
  }
  return `${short}…`;
}

/** Everything that may stand behind the bar, and in which order it goes when there is no room. */
function setsOfParts(progress: Progress, t: Translate): string[][] {
  const counts = `${progress.done}/${progress.total}`;
  const characters = t('progress.characters', { characters: grouped(progress.characters) });
  const cost = progress.cost === null ? '' : t('progress.cost', { cost: amount(progress.cost) });
  const time = timePart(progress, t);
  const sets = [
    [counts, characters, cost, time, shortLabel(progress.label)],
    [counts, characters, cost, time],
    [counts, cost, time],
    [counts, time],
    [counts],
  ];
  return sets.map((parts) => parts.filter((part) => part !== ''));
}

/**
 * One line, at most so many cells wide (20 or more; CJK characters take two), without escapes or line
 * breaks. What does not fit goes: the label, the characters, the money, the time left.
 */
export function progressLine(progress: Progress, width: number, t: Translate): string {
  for (const parts of setsOfParts(progress, t)) {
    const rest = parts.join(GAP);
    const room = width - stringWidth(rest) - GAP.length;
    if (room >= BAR.least) return `${bar(progress, Math.min(room, BAR.most))}${GAP}${rest}`;
  }
  const counts = `${progress.done}/${progress.total}`;
  return counts.length <= width ? counts : `${Math.floor(shareOf(progress) * 100)} %`;
}
