/** Commits: what is asked of the disk, and what follows when it has answered. */
import type { Unit } from '../../core/model.ts';
import type { Operation, SignOffOperation } from '../../core/operations.ts';
import type { ArticleState } from '../../core/state.ts';
import { type Outcome, refuse, say, still } from '../outcome.ts';
import type { After, Notice, ReviewState, Saving, Session } from '../state.ts';
import { lastSignOff } from '../unit.ts';
import { arrive, close } from './arrive.ts';
import { summarisedNow } from './articles.ts';
import { follow, withOperations } from './follow.ts';
import { draftOf } from './operations.ts';
import { forgetAids } from './looking.ts';
import { takeIn } from './reload.ts';
import { tellBothTyped } from './both-typed.ts';
import { editingOf, selectedUnit, withSession } from './session.ts';
import { remembered } from './done.ts';
import { countUnsaved, type Failure, notWritten, send, sendUnsaved, unsavedOf } from './unsaved.ts';
import { vanished } from './vanished.ts';

/** Asks for operations to be put on disk; keys wait until that is answered. */
export function commit(
  state: ReviewState,
  session: Session,
  operations: readonly Operation[],
  after: After,
): Outcome {
  return send({ ...state, session }, session.slug, operations, after);
}

/** Leaves what is being typed: first its draft goes to disk, if there is anything to keep. */
export function leaveEditor(state: ReviewState, after: After, at: string): Outcome {
  const editing = editingOf(state);
  if (editing === null) return arrive(state, after);
  const { session, unit, editor } = editing;
  if (editor.jotted === null && editor.buffer.text === editor.base) return arrive(state, after);
  return commit(state, session, [draftOf(editor, unit, { at, by: state.user })], after);
}

/** Goes to a unit of this session; what is being typed is kept first, and typing goes on there. */
export function goToUnit(state: ReviewState, session: Session, index: number, at: string): Outcome {
  const editing = session.editor !== null;
  return leaveEditor(withSession(state, session), { type: 'select', index, editing }, at);
}

/** The commit is on disk. */
export function saved(state: ReviewState, slug: string, article: ArticleState): Outcome {
  const { saving } = state;
  if (saving === null || saving.slug !== slug) return still(state);
  const unsaved = state.unsaved.filter(({ operation }) => !saving.sent.includes(operation));
  const next: ReviewState = {
    ...state,
    saving: null,
    saved: true,
    unsaved,
    failure: unsaved.length === 0 ? null : state.failure,
    quitRefused: false,
  };
  if (saving.after.type === 'retry') return retried(next, saving, article);
  return goOn(next, saving, article);
}

/** What could not be written before is written now; nobody waited for it. */
function retried(state: ReviewState, { slug, sent }: Saving, article: ArticleState): Outcome {
  const isShown = state.session?.slug === slug;
  const [next, effects] =
    isShown && state.session !== null
      ? takeIn(state, state.session, article)
      : summarisedNow(state, article, null);
  const isLost = sent.some(
    (operation) => operation.type === 'sign-off' && !isIn(article, operation),
  );
  const told = isLost
    ? refuse(next, 'review.notice.conflictLater')
    : say(next, 'review.notice.savedAgain');
  const more = next.saving === null ? sendUnsaved(next, { type: 'retry' }) : null;
  return more === null ? [told, effects] : [more[0], [...effects, ...more[1]]];
}

/** What a commit leads to, once the article is as it says: on disk, or in memory for now. */
function goOn(state: ReviewState, saving: Saving, article: ArticleState): Outcome {
  const { session } = state;
  if (session === null || session.slug !== saving.slug) return arrive(state, saving.after);
  const keys = saving.sent.map(({ key }) => key);
  const followed = follow(session, article, state.signOffs);
  const updated = forgetAids(rebased(followed.session, saving.operations), keys);
  const isTyping = session.editor !== null;
  const group = { slug: saving.slug, operations: saving.operations, before: session.article };
  const done = state.replay === 'undo' ? state.done : remembered(state.done, group, isTyping);
  // Whatever else is done makes what was taken back a thing of the past.
  const undone = done === state.done || state.replay !== 'none' ? state.undone : [];
  const next = { ...withSession(state, updated), done, undone, replay: 'none' as const };
  const isGone = followed.news === 'gone' && saving.after.type !== 'quit';
  if (isGone) return still(vanished(next, session));
  return tellBothTyped(afterwards(next, updated, saving), session);
}

/** What the operations themselves lead to. */
function afterwards(state: ReviewState, session: Session, { operations, after }: Saving): Outcome {
  const signed = operations.find((operation) => operation.type === 'sign-off');
  if (signed !== undefined) return afterSignOff(state, session, signed, after);
  const revoked = operations.find((operation) => operation.type === 'revoke');
  if (revoked === undefined) return arrive(state, after);
  return arrive(say(state, 'review.notice.revoked'), after);
}

/** Whether a sign-off stands, and has not become a draft beside somebody else's. */
function isIn(article: ArticleState, { key, at, by }: SignOffOperation): boolean {
  const record = article.records.get(key);
  return record?.signoffs.some((entry) => entry.at === at && entry.by === by) === true;
}

function afterSignOff(
  state: ReviewState,
  session: Session,
  signed: SignOffOperation,
  after: After,
): Outcome {
  const unit = session.article.units.find(({ key }) => key === signed.key);
  if (unit === undefined || !isIn(session.article, signed)) {
    return still(clashed(state, session, unit ?? null));
  }
  const signing = withSession(state, withSeen(session, signed.at));
  return arrive({ ...signing, notice: afterNotice(unit, after) }, after);
}

function withSeen(session: Session, seen: string | null): Session {
  const { editor } = session;
  return editor === null ? session : { ...session, editor: { ...editor, seen } };
}

/** Somebody else has signed meanwhile: both texts are shown, and the next key chooses. */
function clashed(state: ReviewState, session: Session, unit: Unit | null): ReviewState {
  const signOff = unit === null ? null : lastSignOff(unit);
  const next = withSession(state, withSeen(session, signOff?.at ?? null));
  return refuse(next, 'review.notice.conflict', { by: signOff?.by ?? '' });
}

function afterNotice(unit: Unit, after: After): Notice | null {
  if (unit.status !== 'reviewed') return { tone: 'info', key: 'review.notice.second' };
  return after.type === 'stay' ? { tone: 'info', key: 'review.notice.confirmed' } : null;
}

/** What is on disk is the editor's text now. */
function rebased(session: Session, operations: readonly Operation[]): Session {
  const { editor } = session;
  if (editor === null) return session;
  const unit = selectedUnit(session);
  if (unit === null || unit.key !== editor.key) return { ...session, editor: null };
  const own = editor.own || operations.some((operation) => isText(operation, editor.key));
  return { ...session, editor: { ...editor, base: editor.buffer.text, jotted: null, own } };
}

function isText({ type, key }: Operation, edited: string): boolean {
  return key === edited && (type === 'sign-off' || type === 'draft');
}

/** The commit did not reach the disk: it goes on in memory, and is tried again. */
export function saveFailed(state: ReviewState, slug: string, failure: Failure): Outcome {
  const { saving } = state;
  const { reason } = failure;
  if (saving === null || saving.slug !== slug) return still(state);
  const isNews = state.failure !== reason;
  const [kept, effects] = notWritten({ ...state, saving: null }, slug, saving.operations, failure);
  if (state.ending) return close(kept);
  if (saving.after.type === 'retry') return [kept, effects];
  const [next, more] = inMemory(kept, saving);
  const isQuit = saving.after.type === 'quit';
  const all = [...effects, ...more];
  if (isQuit) return [next, all];
  return [
    isNews || claimsMore(next) ? refuse(next, 'review.notice.failed', { reason }) : next,
    all,
  ];
}

/** "Confirmed." beside "not saved" would be two answers. */
function claimsMore({ notice }: ReviewState): boolean {
  return notice?.tone === 'info';
}

/** The session with what the disk did not take; quitting is held up once, the rest goes on. */
function inMemory(state: ReviewState, saving: Saving): Outcome {
  const { session } = state;
  const isQuit = saving.after.type === 'quit';
  const after: After = isQuit ? { type: 'stay' } : saving.after;
  const article =
    session?.slug === saving.slug
      ? withOperations(session.article, unsavedOf(state, saving.slug), state.signOffs)
      : null;
  const [next, effects] =
    article === null ? still(state) : goOn(state, { ...saving, after }, article);
  if (!isQuit) return [next, effects];
  const refused = { ...next, waiting: [], quitRefused: true };
  const values = { count: countUnsaved(refused), reason: refused.failure ?? '' };
  const isKept = refused.unsaved.every(({ journalled }) => journalled);
  const key = isKept ? 'review.notice.quitKept' : 'review.notice.quitFailed';
  return [refuse(refused, key, values), effects];
}
