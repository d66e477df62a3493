/**
 * The review as a function: the state and what happens give the next state and what the world is
 * asked for. It never waits, reads no clock, and knows no terminal.
 */
import type { CheckSetting } from '../checks/setting.ts';
import type { Translate } from '../core/messages.ts';
import type { Answer, Event, Input } from './event.ts';
import { type Outcome, refuse, say, still } from './outcome.ts';
import { settled } from './screen/scroll.ts';
import { type ReviewState, initialState } from './state.ts';
import { counted, listed, openArticle, openFailed, opened, summarised } from './update/articles.ts';
import { checkAhead, checked, withSetting } from './update/checking.ts';
import { seekOn } from './update/findings.ts';
import { handleInput, handleWaiting } from './update/input.ts';
import { jobAsks, jobEnded, jobNoted, jobProgressed, withQuestion } from './update/jobs.ts';
import { correctionRefused } from './update/refused.ts';
import { changedOnDisk, reloadAgain, reloaded, reloadFailed } from './update/reload.ts';
import { measuring } from './text/width.ts';
import { externallyEdited } from './update/external.ts';
import { lookAhead, looked } from './update/looking.ts';
import { defined, found, withConcordance } from './update/looking-up.ts';
import { saveFailed, saved } from './update/saving.ts';
import { notWritten, retry } from './update/unsaved.ts';
import type { Size } from './event.ts';

type Handlers = {
  readonly [T in Answer['type']]: (
    state: ReviewState,
    answer: Extract<Answer, { type: T }>,
  ) => Outcome;
};

const ANSWERS: Handlers = {
  resize: (state, { size }) => still({ ...state, size }),
  listed: (state, { slugs }) => still(listed(state, slugs)),
  summarised: (state, { slug, summary }) => still(summarised(state, slug, summary)),
  opened: (state, { slug, article }) => opened(state, slug, article),
  unreadable: (state, { slug, reason }) => still(summarised(state, slug, { reason })),
  'open-failed': (state, { slug, reason }) => openFailed(state, slug, reason),
  'list-failed': (state, { reason }) => {
    const empty = listed(state, []);
    return still(refuse(empty, 'review.notice.listFailed', { reason }));
  },
  saved: (state, { slug, article }) => saved(state, slug, article),
  'save-failed': (state, { slug, refused, ...failure }) => {
    return refused
      ? correctionRefused(state, slug, failure.reason)
      : saveFailed(state, slug, failure);
  },
  'jot-failed': (state, { slug, operation, reason }) => {
    const [next, effects] = notWritten(state, slug, [operation], {
      reason,
      journalled: false,
    });
    if (state.failure === reason) return [next, effects];
    return [refuse(next, 'review.notice.jotFailed', { reason }), effects];
  },
  checked: (state, answer) => seekOn(checked(state, answer)),
  counted: (state, { slug, findings }) => still(counted(state, slug, findings)),
  setting: (state, { checks }) => still(withSetting(state, checks)),
  'changed-on-disk': (state, { slugs }) => changedOnDisk(state, slugs),
  reloaded: (state, { slug, article }) => reloaded(state, slug, article),
  'reload-failed': (state, { slug, reason }) => reloadFailed(state, slug, reason),
  looked: (state, { slug, aids }) => still(looked(state, slug, aids)),
  found: (state, { query, hits }) => still(found(state, query, hits)),
  defined: (state, { word, entries }) => still(defined(state, word, entries)),
  terminal: (state, { ambiguousWide }) => {
    if (!ambiguousWide) return still(state);
    return still(say({ ...state, ambiguousWide }, 'review.notice.ambiguousWide'));
  },
  'external-edited': (state, { at, ...edited }) => externallyEdited(state, edited, at),
  'external-failed': (state, { reason }) => {
    return still(refuse(state, 'review.notice.externalFailed', { reason }));
  },
  'copy-refused': (state) => still(refuse(state, 'review.notice.copyRefused')),
  retry: (state) => retry(state),
  'job-progress': (state, { text, done, total }) => {
    return still(jobProgressed(state, { text, done, total }));
  },
  'job-note': (state, { text }) => still(jobNoted(state, text)),
  'job-question': (state, { text }) => still(jobAsks(state, text)),
  'job-done': (state, { exitCode, lines }) => still(jobEnded(state, { exitCode, lines })),
  'job-failed': (state, { reason }) => {
    return still(jobEnded(state, { exitCode: null, lines: [reason] }));
  },
  terminate: (state, { at }) => {
    const quit: Input = { type: 'key', name: 'C-q', at };
    return handleInput({ ...state, ending: true }, quit);
  },
};

function answered(state: ReviewState, answer: Answer): Outcome {
  const handler = ANSWERS[answer.type] as (state: ReviewState, answer: Answer) => Outcome;
  const [next, effects] = reloadAgain(handler(state, answer));
  const [after, more] = handleWaiting(next);
  return [after, [...effects, ...more]];
}

function isInput(event: Event): event is Input {
  const { type } = event;
  return type === 'key' || type === 'text' || type === 'paste' || type === 'mouse';
}

function updated(state: ReviewState, event: Event): Outcome {
  if (state.closed) return still(state);
  const [next, effects] = isInput(event) ? handleInput(state, event) : answered(state, event);
  if (next === state) return [state, effects];
  const [looking, looks] = lookAhead(settled(withQuestion(next)));
  const [checking, checks] = checkAhead(looking);
  const [asking, asks] = withConcordance(checking);
  return [asking, [...effects, ...looks, ...checks, ...asks]];
}

/** The next state and the effects of an event. */
export function update(state: ReviewState, event: Event): Outcome {
  return measuring(state.ambiguousWide, () => updated(state, event));
}

/** How a review is asked for. */
export interface Request {
  readonly user: string;
  readonly size: Size;
  /** The article to open; null opens the list. */
  readonly slug: string | null;
  /** How many people have to sign. */
  readonly signOffs?: number;
  /** How texts are checked. */
  readonly checks?: CheckSetting;
  /** Says a sentence of the interface. */
  readonly t?: Translate;
  /** The mouse is reported from the start. */
  readonly mouse?: boolean;
  /** What earlier processes left in their journals when they died. */
  readonly recovery?: Recovery;
}

export interface Recovery {
  /** How many segments came back, by slug. */
  readonly recovered: ReadonlyMap<string, number>;
  /** Why it could not be written; it is shown all the same, and written with the next save. */
  readonly failure: string | null;
}

function withRecovery(state: ReviewState, { recovered, failure }: Recovery): ReviewState {
  if (failure !== null) return refuse(state, 'review.notice.recoverFailed', { reason: failure });
  const count = [...recovered.values()].reduce((sum, segments) => sum + segments, 0);
  if (count === 0) return state;
  return say(state, 'review.notice.recovered', { count, slugs: [...recovered.keys()].join(', ') });
}

/** How a review begins: with the list of articles, or with one article. */
export function begin(request: Request): Outcome {
  const { user, size, slug, signOffs = 1, recovery, t, mouse = false, checks } = request;
  const plain = { ...initialState(user, size, signOffs), mouse };
  const initial = checks === undefined ? plain : { ...plain, checks };
  const empty = t === undefined ? initial : { ...initial, t };
  const state = recovery === undefined ? empty : withRecovery(empty, recovery);
  const [next, effects] =
    slug === null
      ? ([state, [{ type: 'list', checks: state.checks }]] as const)
      : openArticle(state, slug);
  return [next, [{ type: 'watch' }, ...effects]];
}
