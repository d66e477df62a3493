/** Which segments get a second opinion: risky ones whose draft is a machine's and not this engine's. */
import type { Unit } from '../model.ts';
import type { ArticleState } from '../state.ts';
import { sameText } from '../tags.ts';
import { draftsOf } from './eligible.ts';
import type { Job, Place, Wording } from './plan.ts';
import { sentenceName } from './transfer-tags.ts';

export interface SecondOptions {
  readonly states: readonly ArticleState[];
  /** The engine that is asked. */
  readonly engine: string;
  /** Whether a segment will have a machine's draft when its turn comes. */
  readonly willHaveDraft: (place: Place) => boolean;
  readonly isRisky: (unit: Unit) => boolean;
  readonly wording: (state: ArticleState, unit: Unit) => Wording;
}

function wantsSecond(place: Place, { engine, willHaveDraft, isRisky }: SecondOptions): boolean {
  const { unit } = place;
  if (!['untranslated', 'draft', 'stale'].includes(unit.status)) return false;
  const drafts = draftsOf(unit).filter(({ source }) => sameText(source, unit.segment.text));
  const own = `engine:${engine}`;
  if (drafts.some(({ origin }) => origin === own || origin === 'person' || origin === 'memory'))
    return false;
  const hasDraft = drafts.some(({ origin }) => origin.startsWith('engine:'));
  return (hasDraft || willHaveDraft(place)) && isRisky(unit);
}

/** The sentences to send for a second opinion, each once. */
export function planSecond(options: SecondOptions): Job[] {
  const jobs = new Map<string, Place & Wording & { readonly copies: Place[] }>();
  for (const state of options.states) {
    for (const unit of state.units) {
      const place = { slug: state.article.slug, unit };
      if (state.unreadable.length > 0 || !wantsSecond(place, options)) continue;
      const name = sentenceName(unit.segment.lang, unit.segment.text);
      const job = jobs.get(name);
      if (job !== undefined) job.copies.push(place);
      else jobs.set(name, { ...place, ...options.wording(state, unit), copies: [] });
    }
  }
  return [...jobs.values()];
}
