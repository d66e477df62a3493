/** Replaces words in the targets of the article: what, with what, and a look at it before it is done. */
import type { MessageKey } from '../../../core/messages.ts';
import type { Operation } from '../../../core/operations.ts';
import { planReplace, replaceOperation, type Replacement } from '../../../core/replace.ts';
import { plainText } from '../../../core/tags.ts';
import { laterThan } from '../../later.ts';
import { type Outcome, refuse, say, still } from '../../outcome.ts';
import type { PickRow } from '../../overlay.ts';
import type { ReviewState } from '../../state.ts';
import { commit } from '../saving.ts';
import { typedSoFar } from './deeds.ts';
import { openPick, type PickKind } from './picks.ts';
import { openPrompt, type PromptKind } from './prompts.ts';

/** `/…/` is a regular expression. */
const REGEX = /^\/(.+)\/$/;
/** The row that does it. */
const ALL = 'all';

function requestOf(find: string, replacement: string) {
  const regex = REGEX.exec(find)?.[1];
  const words = { find: regex ?? find, side: 'target', with: replacement } as const;
  return regex === undefined ? words : { ...words, regex: true };
}

function planOf(state: ReviewState, find: string, replacement: string) {
  const { session } = state;
  return session === null
    ? { replacements: [], crossing: 0, emptied: 0 }
    : planReplace([session.article], requestOf(find, replacement));
}

export const REPLACE_FIND: PromptKind = {
  purpose: 'replace-find',
  title: () => ({ key: 'review.prompt.replaceFind' }),
  start: (state) => (state.session === null ? refuse(state, 'review.refuse.noArticle') : ''),
  submit: (state, { text }) => {
    if (text === '') return still(state);
    return still(openPrompt(state, REPLACE_WITH, text));
  },
};

export const REPLACE_WITH: PromptKind = {
  purpose: 'replace-with',
  title: (find) => ({ key: 'review.prompt.replaceWith', values: { find } }),
  start: () => '',
  submit: (state, { text, subject }) => {
    const plan = planOf(state, subject, text);
    if ('problem' in plan) return still(refuse(state, plan.problem, plan.values));
    if (plan.replacements.length === 0) return still(refuse(state, 'review.refuse.notFound'));
    return still(openPick({ ...state, replacing: { find: subject, with: text } }, REPLACE));
  },
};

/** What would be replaced now: the article may have changed since the words were typed. */
function replacementsOf(state: ReviewState): readonly Replacement[] {
  const { replacing } = state;
  if (replacing === null) return [];
  const plan = planOf(state, replacing.find, replacing.with);
  return 'problem' in plan ? [] : plan.replacements;
}

function rowOf({ key, index, after }: Replacement): PickRow {
  return { id: key, text: plainText(after), note: `${index + 1}` };
}

function operationsOf(state: ReviewState, chosen: readonly Replacement[], at: string): Operation[] {
  return chosen.map((replacement) => {
    const record = state.session?.article.records.get(replacement.key);
    return replaceOperation(replacement, { at: laterThan(record, at), by: state.user });
  });
}

function replace(state: ReviewState, chosen: readonly Replacement[], at: string): Outcome {
  const { session } = state;
  if (session === null || chosen.length === 0) return still(state);
  const operations = [...typedSoFar(state, at), ...operationsOf(state, chosen, at)];
  const done: MessageKey = 'review.notice.replaced';
  const told = say({ ...state, replacing: null }, done, { count: chosen.length });
  return commit(told, { ...session, editor: null }, operations, { type: 'stay' });
}

/** The look at it: the first row does all of it, any other one only its segment. */
export const REPLACE: PickKind = {
  purpose: 'replace',
  title: { key: 'review.replace.title' },
  typed: false,
  rows: (state) => {
    const replacements = replacementsOf(state);
    const values = { count: replacements.length };
    return [{ id: ALL, text: { key: 'review.replace.all', values } }, ...replacements.map(rowOf)];
  },
  choose: (state, { row }, at) => {
    const replacements = replacementsOf(state);
    const chosen = row.id === ALL ? replacements : replacements.filter(({ key }) => key === row.id);
    return replace(state, chosen, at);
  },
};
