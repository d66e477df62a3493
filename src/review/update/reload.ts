/** Files that change on disk while the review is open. */
import type { Unit } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import type { Effect } from '../effect.ts';
import { type Outcome, refuse, say, still } from '../outcome.ts';
import type { ReviewState, Session } from '../state.ts';
import { lastSignOff, ownDraft } from '../unit.ts';
import { tellBothTyped } from './both-typed.ts';
import { follow, type Followed, withOperations } from './follow.ts';
import { followedLine } from './overlays/prompts.ts';
import { selectedUnit } from './session.ts';
import { send, unsavedOf } from './unsaved.ts';
import { vanished } from './vanished.ts';

type Slugs = readonly string[] | null;

function listAgain(state: ReviewState, slugs: Slugs): Outcome {
  const { checks } = state;
  const list: Effect =
    slugs === null ? { type: 'list', checks } : { type: 'list', checks, only: slugs };
  return [state, state.articles.lines === null ? [] : [list]];
}

/** Reads what is shown again, as far as it may have changed. */
export function changedOnDisk(state: ReviewState, slugs: Slugs): Outcome {
  const { session, articles } = state;
  if (session === null) return listAgain(state, slugs);
  const isOpen = slugs?.includes(session.slug) ?? true;
  const isOther = slugs?.some((slug) => slug !== session.slug) ?? true;
  const next = isOther ? { ...state, articles: { ...articles, outdated: true } } : state;
  return isOpen ? askReload(next, session) : still(next);
}

function askReload(state: ReviewState, { slug }: Session): Outcome {
  const isBusy = state.saving !== null || state.reload !== 'none';
  if (isBusy) return still({ ...state, reload: 'again' });
  return [{ ...state, reload: 'asked' }, [{ type: 'reload', slug }]];
}

/** Asks again for an article that changed while it was read or written. */
export function reloadAgain([state, effects]: Outcome): Outcome {
  const { session, saving, reload, closed } = state;
  if (reload !== 'again' || saving !== null || closed) return [state, effects];
  const [next, more] =
    session === null
      ? still({ ...state, reload: 'none' })
      : askReload({ ...state, reload: 'none' }, session);
  return [next, [...effects, ...more]];
}

/** The article as it stands on disk. One that was read while something was written is out of date. */
export function reloaded(state: ReviewState, slug: string, fromDisk: ArticleState): Outcome {
  const { session, reload } = state;
  if (reload === 'again') return still(state);
  const next: ReviewState = { ...state, reload: 'none' };
  if (session === null || session.slug !== slug) return still(next);
  return takeIn(next, session, fromDisk);
}

/** The article cannot be read any more: what is in memory stays. */
export function reloadFailed(state: ReviewState, slug: string, reason: string): Outcome {
  const next: ReviewState = { ...state, reload: state.reload === 'again' ? 'again' : 'none' };
  if (state.session?.slug !== slug) return still(next);
  return still(refuse(next, 'review.notice.reloadFailed', { reason }));
}

/** What was typed, when the segment under the caret would else not be found again. */
function typedFor({ editor }: Session, article: ArticleState) {
  if (editor === null || editor.jotted === null) return [];
  return article.units.some(({ key }) => key === editor.key) ? [] : [editor.jotted];
}

/** Puts the article in the place of the one that is shown. */
export function takeIn(state: ReviewState, session: Session, fromDisk: ArticleState): Outcome {
  const saved = withOperations(fromDisk, unsavedOf(state, session.slug), state.signOffs);
  const article = withOperations(saved, typedFor(session, saved), state.signOffs);
  const isBack = state.notice?.key === 'review.notice.reloadFailed';
  const readable: ReviewState = isBack ? { ...state, notice: null } : state;
  if (article === session.article) return still(readable);
  const followed = follow(session, article, state.signOffs);
  const { session: next, news } = followed;
  const overlay = followedLine(readable.overlay, followed);
  const taken: ReviewState = { ...readable, session: next, overlay };
  if (news === 'gone') return keepTyped(taken, session);
  return tellBothTyped(still(told(taken, next, news)), session);
}

/** Says what happened to the segment that is being edited. */
function told(state: ReviewState, session: Session, news: Followed['news']): ReviewState {
  if (news === 'source') return say(state, 'review.notice.sourceChanged');
  const unit = selectedUnit(session);
  const author = unit === null ? null : authorOf(unit, news);
  if (author === null) return state;
  const by = author.by ?? '';
  if (news === 'signed') return refuse(state, 'review.notice.signedMeanwhile', { by });
  const said = news === 'drafted' ? 'review.notice.draftReplaced' : 'review.notice.replaced';
  return say(state, said, { by });
}

/** Whose text the news is about. */
function authorOf(unit: Unit, news: Followed['news']) {
  if (news === 'none') return null;
  return news === 'drafted' ? ownDraft(unit) : lastSignOff(unit);
}

/** The segment is gone: what was typed for it goes to the review file, under the key that it had. */
function keepTyped(state: ReviewState, session: Session): Outcome {
  const typed = session.editor?.jotted ?? null;
  const held = vanished(state, session);
  return typed === null ? still(held) : send(held, session.slug, [typed], { type: 'stay' });
}
