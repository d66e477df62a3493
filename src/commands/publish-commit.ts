/** Puts a new site in place, and records what went out with it. */
import type { Press, RecordLine } from '../core/press.ts';
import type { PressResult } from './publish-job.ts';
import type { PublishMemory } from './publish-memory.ts';
import type { KnownHistories } from './publish-record.ts';

export interface Outcome {
  /** The site's, absolute. */
  readonly folder: string;
  /** What is to be recorded. */
  readonly lines: readonly RecordLine[];
  /** As they will be with these lines. */
  readonly histories: KnownHistories;
}

/** The records' marks after the lines were written. */
function marked(histories: KnownHistories, marks: ReadonlyMap<string, string>): KnownHistories {
  const known = [...histories].flatMap(([slug, history]) => {
    const mark = marks.get(slug) ?? history.mark;
    if (mark === history.mark && mark !== null) return [[slug, history] as const];
    return mark === null ? [] : [[slug, { ...history, mark }] as const];
  });
  return new Map(known);
}

/**
 * Intent, site, record: whatever instant a crash picks, the next run finishes it or nothing happened.
 * @throws UserError when something cannot be written; the old site stands then
 */
export async function commitSite(
  press: Press,
  { staged, manifest, memory }: PressResult,
  { folder, lines, histories }: Outcome,
): Promise<Pick<PublishMemory, 'stamps' | 'histories'>> {
  if (staged === null) {
    return { stamps: memory.stamps, histories: marked(histories, await press.append(lines)) };
  }
  try {
    if (lines.length > 0) {
      await press.intend({ folder, site: staged.hashOf(manifest), lines });
    }
    const stamps = await staged.commit(manifest);
    const marks = await press.append(lines);
    if (lines.length > 0) press.settle();
    return { stamps, histories: marked(histories, marks) };
  } catch (error) {
    staged.abort();
    throw error;
  }
}
