/** Says of a finding that it is none, and why; the same key takes that back. */
import { pairName } from '../../../core/pair-name.ts';
import type { Finding } from '../../../core/model.ts';
import { sayFinding } from '../../../core/say-finding.ts';
import { chosenFinding, listedFindings } from '../../chosen-finding.ts';
import { laterThan } from '../../later.ts';
import type { Message } from '../../message.ts';
import { type Outcome, refuse, say, still } from '../../outcome.ts';
import type { ReviewState } from '../../state.ts';
import { commit } from '../saving.ts';
import { type Focus, focusOf } from '../session.ts';
import { typedSoFar } from './deeds.ts';
import { openPrompt, type PromptKind } from './prompts.ts';

/** A day at the end of a reason: `… until 2031-05-01`, `……至 2031-05-01`. */
const UNTIL = /(?:^|[\s，,；;（(])(?:until|till|直到|截至|至|到)\s*(\d{4}-\d{2}-\d{2})[）)。.]?$/iu;

interface Reason {
  readonly reason: string;
  readonly until?: string;
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** A typed line as its reason and, where it ends with one, its last day; null for a day that there is not. */
export function reasonIn(line: string): Reason | null {
  const text = line.trim();
  const found = UNTIL.exec(text);
  const until = found?.[1];
  if (found === null || until === undefined) return { reason: text };
  return isDay(until) ? { reason: text.slice(0, found.index).trim(), until } : null;
}

/** Name of the texts that a finding is about; null where it is not about a pair. */
function textsOf({ zh, en }: Finding): string | null {
  return zh === undefined || en === undefined ? null : pairName({ zh, en });
}

function stampFor({ unit }: Focus, state: ReviewState, at: string) {
  return { key: unit.key, at: laterThan(unit.record, at), by: state.user };
}

/** Why a line cannot be taken; null where it can. */
function objection(typed: Reason | null, today: string): Message | null {
  if (typed === null) return { key: 'review.refuse.noSuchDay' };
  if (typed.reason === '') return { key: 'review.refuse.noDismissReason' };
  const { until } = typed;
  if (until === undefined || until >= today) return null;
  return { key: 'review.refuse.dayIsPast', values: { day: until } };
}

export const DISMISS: PromptKind = {
  purpose: 'dismiss',
  holds: 'source',
  title: () => ({ key: 'review.prompt.dismiss' }),
  start: () => '',
  submit: (state, { text, subject: check }, at) => {
    const focus = focusOf(state);
    const finding = focus === null ? undefined : findingOf(focus, check);
    const texts = finding === undefined ? null : textsOf(finding);
    if (focus === null || texts === null) return still(refuse(state, 'review.refuse.noDismiss'));
    const typed = reasonIn(text);
    const problem = objection(typed, state.checks.today);
    if (problem !== null) return still(refuse(state, problem.key, problem.values));
    const said = { check, texts, reason: '', ...typed };
    const operation = { type: 'dismiss', ...stampFor(focus, state, at), ...said } as const;
    const told = say(state, 'review.notice.dismissed');
    const operations = [...typedSoFar(state, at), operation];
    return commit(told, focus.session, operations, { type: 'stay' });
  },
};

function findingOf({ session, unit }: Focus, check: string): Finding | undefined {
  return listedFindings(session, unit).find((finding) => finding.check === check);
}

/** Asks why the chosen finding is none, or takes back that it was said to be. */
export function dismiss(state: ReviewState, at: string): Outcome {
  const focus = focusOf(state);
  const finding = focus === null ? undefined : chosenFinding(focus.session, focus.unit);
  if (focus === null || finding === undefined) {
    return still(refuse(state, 'review.refuse.noFinding'));
  }
  const texts = textsOf(finding);
  if (texts === null) return still(refuse(state, 'review.refuse.noDismiss'));
  const { check } = finding;
  if (finding.dismissed === undefined) return still(asked(state, finding));
  const stamp = stampFor(focus, state, at);
  const operation = { type: 'undismiss', ...stamp, check, texts } as const;
  const told = say(state, 'review.notice.undismissed');
  return commit(told, focus.session, [...typedSoFar(state, at), operation], { type: 'stay' });
}

/** The line, under what it is about. */
function asked(state: ReviewState, finding: Finding): ReviewState {
  const { session } = state;
  const shown =
    session === null ? state : { ...state, session: { ...session, panel: 'findings' as const } };
  const opened = openPrompt(shown, DISMISS, finding.check);
  if (opened.overlay?.type !== 'prompt') return opened;
  const values = { finding: sayFinding(state.t, finding) };
  const title = { key: 'review.prompt.dismiss', values } as const;
  return { ...opened, overlay: { ...opened.overlay, title } };
}
