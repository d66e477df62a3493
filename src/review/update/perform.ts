/** Carries an action out: the one place where actions meet what they do. */
import type { Action } from '../action.ts';
import { isRunning } from '../job.ts';
import { type Outcome, say, still } from '../outcome.ts';
import { lineOf, type Overlay, type ReviewState } from '../state.ts';
import { openSelected } from './articles.ts';
import { confirm, keepTheirs, takeBack } from './confirm.ts';
import { chooseSplit, merge, openSplit, uncut } from './cutting.ts';
import { copySource, editText, otherCandidate, withoutSelection } from './editor.ts';
import { chooseFilter, move, openFilters, toggleDiff } from './lists.ts';
import { editExternally } from './external.ts';
import { goToFinding } from './findings.ts';
import { fixFinding, fixTypography } from './fixing.ts';
import { openHistory } from './history.ts';
import { insertMatch, openMatches, openTerms } from './inserting.ts';
import { openConcordance, openDictionary } from './looking-up.ts';
import { complete } from './overlays/completing.ts';
import { include } from './overlays/deeds.ts';
import { dismiss } from './overlays/dismiss.ts';
import type { PickPurpose, PromptPurpose } from '../overlay.ts';
import { PICKS, PROMPTS } from './overlays/kinds.ts';
import { editLine, typeLine } from './overlays/line.ts';
import { paletteWith } from './overlays/palette.ts';
import { openNotes } from './overlays/notes.ts';
import { choosePicked, narrowed, openPick, type PickKind } from './overlays/picks.ts';
import { openPrompt, submitPrompt, type PromptKind } from './overlays/prompts.ts';
import { nextPanel, toggleReader } from './panel.ts';
import { redoProject, undoProject } from './undoing.ts';
import { close } from './arrive.ts';
import { sortArticles } from './dashboard.ts';
import { answerJob, cancelJob, chooseAnswer, showJob, startJob, stopForQuit } from './jobs.ts';
import { editFromPreview, nextEdition, openPreview } from './preview.ts';
import { leaveEditor } from './saving.ts';
import { underOf } from './vanished.ts';
import { editingOf } from './session.ts';

type Handler<A> = (state: ReviewState, action: A, at: string) => Outcome;

type Handlers = { readonly [T in Action['type']]: Handler<Extract<Action, { type: T }>> };

function quit(state: ReviewState, at: string): Outcome {
  const [next, stop] = stopForQuit(state);
  const [left, effects] = next.quitRefused ? close(next) : leaveEditor(next, { type: 'quit' }, at);
  return [left, [...stop, ...effects]];
}

/** A job that runs is not stopped by one key. */
function mayQuit({ job, quitAsked, quitRefused, ending }: ReviewState): boolean {
  return !isRunning(job) || quitAsked || quitRefused || ending;
}

function askToQuit(state: ReviewState): Outcome {
  const key = isRunning(state.job) ? 'review.notice.quitJob' : 'review.notice.quit';
  return still(say({ ...state, quitAsked: true }, key));
}

function promptKind(purpose: PromptPurpose): PromptKind {
  const kind = PROMPTS.get(purpose);
  if (kind === undefined) throw new Error(`There is no prompt "${purpose}".`);
  return kind;
}

function pickKind(purpose: PickPurpose): PickKind {
  const kind = purpose === 'palette' ? paletteWith(perform) : PICKS.get(purpose);
  if (kind === undefined) throw new Error(`There is no list "${purpose}".`);
  return kind;
}

/** The overlay after something was typed in its line; a list is narrowed anew. */
function withOverlay(state: ReviewState, overlay: Overlay | null): ReviewState {
  if (overlay === state.overlay) return state;
  if (overlay?.type !== 'pick') return { ...state, overlay };
  return narrowed(state, overlay, pickKind(overlay.purpose));
}

/** Puts typed or pasted text into the line of the overlay. */
export function typeInLine(
  state: ReviewState,
  input: { readonly type: 'text' | 'paste'; readonly text: string },
): ReviewState {
  return withOverlay(state, typeLine(state.overlay, input));
}

function choose(state: ReviewState, at: string): Outcome {
  const { overlay } = state;
  switch (overlay?.type) {
    case 'question':
      return chooseAnswer(state);
    case 'prompt':
      return submitPrompt(state, { overlay, kind: promptKind(overlay.purpose) }, at);
    case 'pick':
      return choosePicked(state, { overlay, kind: pickKind(overlay.purpose) }, at);
    case 'split':
      return chooseSplit(state, at);
    default:
      return chooseFilter(state);
  }
}

const HANDLERS: Handlers = {
  move: (state, { step }) => still(move(state, step)),
  go: (state, { to }, at) => {
    const editing = editingOf(state) !== null;
    return leaveEditor(state, { type: 'go', to, editing }, at);
  },
  'open-article': (state) => openSelected(state),
  edit: (state) => still(editFromPreview(state)),
  text: (state, action, at) => {
    return lineOf(state.overlay) === null
      ? editText(state, action.edit, at)
      : still(withOverlay(state, editLine(state.overlay, action.edit)));
  },
  approve: (state, _, at) => {
    return confirm(state, { type: 'go', to: 'next-open', editing: false }, at);
  },
  confirm: (state, { next }, at) => {
    return confirm(
      state,
      next ? { type: 'go', to: 'next-open', editing: true } : { type: 'stay' },
      at,
    );
  },
  revoke: (state, _, at) => takeBack(state, at),
  prompt: (state, { purpose }) => still(openPrompt(state, promptKind(purpose))),
  palette: (state) => still(openPick(state, pickKind('palette'))),
  concordance: (state, { side }) => openConcordance(state, side),
  dictionary: (state) => openDictionary(state),
  finding: (state, { to }, at) => goToFinding(state, to, at),
  fix: (state, _, at) => fixFinding(state, at),
  dismiss: (state, _, at) => dismiss(state, at),
  'fix-typography': (state, _, at) => fixTypography(state, at),
  'insert-match': (state, { number }, at) => insertMatch(state, number, at),
  matches: (state) => openMatches(state),
  terms: (state) => openTerms(state),
  panel: (state, { to }) => still(nextPanel(state, to)),
  reader: (state) => still(toggleReader(state)),
  history: (state) => openHistory(state),
  notes: (state) => openNotes(state),
  include: (state, _, at) => include(state, at),
  'external-edit': (state) => editExternally(state),
  'undo-project': (state, _, at) => undoProject(state, at),
  'redo-project': (state, _, at) => redoProject(state, at),
  mouse: (state) => {
    const mouse = !state.mouse;
    const notice = mouse ? 'review.notice.mouseOn' : 'review.notice.mouseOff';
    return [say({ ...state, mouse }, notice), [{ type: 'mouse', on: mouse }]];
  },
  'copy-source': (state, _, at) => copySource(state, at),
  'other-candidate': (state, _, at) => otherCandidate(state, at),
  'keep-theirs': (state, _, at) => keepTheirs(state, at),
  leave: (state, _, at) => {
    const dropped = withoutSelection(state);
    return dropped === null ? leaveEditor(state, { type: 'leave' }, at) : still(dropped);
  },
  back: (state, _, at) => leaveEditor(state, { type: 'back' }, at),
  filter: (state) => still(openFilters(state)),
  choose: (state, _, at) => choose(state, at),
  complete: (state) => complete(state),
  merge: (state, _, at) => merge(state, at),
  split: (state, _, at) => still(openSplit(state, at)),
  uncut: (state, _, at) => uncut(state, at),
  close: (state) => {
    if (state.overlay?.type === 'question') return answerJob(state, false);
    return still({ ...state, overlay: underOf(state.overlay) });
  },
  diff: (state) => still(toggleDiff(state)),
  help: (state) => still({ ...state, overlay: { type: 'help', top: 0 } }),
  quit: (state, _, at) => (mayQuit(state) ? quit(state, at) : askToQuit(state)),
  'quit-twice': (state, _, at) => (state.quitAsked ? quit(state, at) : askToQuit(state)),
  job: (state, { job, all }) => startJob(state, job, all),
  'cancel-job': (state) => cancelJob(state),
  'show-job': (state) => still(showJob(state)),
  sort: (state) => still(sortArticles(state)),
  preview: (state, _, at) => openPreview(state, at),
  'preview-edition': (state) => still(nextEdition(state)),
};

/** What an action leads to. */
export function perform(state: ReviewState, action: Action, at: string): Outcome {
  const handler = HANDLERS[action.type] as Handler<Action>;
  return handler(state, action, at);
}
