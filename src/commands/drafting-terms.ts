/** The term base as drafting uses it, what is wrong with it, and drafts that it has left behind. */
import { articleDay } from '../core/article-day.ts';
import { settingsName } from '../core/drafting/answer-name.ts';
import { draftsOf } from '../core/drafting/eligible.ts';
import type { TermHint, Engine, Glossary, Workspace } from '../core/ports.ts';
import { UserError } from '../core/errors.ts';
import type { Draft, Unit } from '../core/model.ts';
import { TERMS_PATH } from '../core/paths.ts';
import { visibleLine } from '../core/safe-text.ts';
import type { ArticleState } from '../core/state.ts';
import { plainText, sameText } from '../core/tags.ts';
import type { Services } from '../services.ts';
import { glossaryOf, type LeftOut } from '../terms/glossary.ts';
import { missingTerms } from '../terms/hints.ts';
import { createMatcher } from '../terms/matcher.ts';
import type { TermMatcher } from '../terms/model.ts';
import { readTerms } from './read-terms.ts';

export interface Terms {
  readonly matcher: TermMatcher;
  readonly glossary: Glossary;
  /** What of the file cannot be read: sentences that begin with its name. */
  readonly problems: readonly string[];
}

function leftLine({ term, why }: LeftOut, t: Services['t']): string {
  const name = [term.zh[0], term.en[0]].filter((form) => form !== undefined).join(' = ');
  const place = `${TERMS_PATH}:${term.line}`;
  return visibleLine(t('translate.termLeft', { term: name, place, why }));
}

export async function openTerms({ t, note }: Services, workspace: Workspace): Promise<Terms> {
  const { terms, problems } = await readTerms(workspace);
  const { glossary, left } = glossaryOf(terms);
  for (const one of left) note(leftLine(one, t));
  const messages = problems.map(({ message }) => visibleLine(message));
  return { matcher: createMatcher(terms), glossary, problems: messages };
}

/**
 * Tells what of the term base cannot be read.
 * @param isCharged something is about to be paid for: drafts that lack terms would be paid for again
 * @throws UserError then
 */
export function heedProblems(
  { t, note }: Pick<Services, 't' | 'note'>,
  { problems }: Terms,
  isCharged: boolean,
): void {
  if (isCharged && problems.length > 0) {
    const count = problems.length;
    throw new UserError([t('translate.termProblems', { count }), ...problems].join('\n'));
  }
  for (const problem of problems) note(problem);
}

/** The machine's draft of today's source that stands, where no person has written beside it. */
function machineDraft(unit: Unit): Draft | null {
  const { draft, segment } = unit;
  const isMachine = draft?.origin.startsWith('engine:') === true && draft.engine?.second !== true;
  if (!isMachine || !sameText(draft.source, segment.text)) return null;
  return draftsOf(unit).some(({ origin }) => origin === 'person') ? null : draft;
}

/** What the engine would be told today. */
export interface Today {
  readonly engine: Engine | null;
  readonly terms: (state: ArticleState, unit: Unit) => readonly TermHint[];
}

/**
 * Whether a segment's draft is a machine's, lacks a term, and was made with other terms than the engine
 * would be told today: asking again may help.
 */
export function leftBehind(
  matcher: TermMatcher,
  { engine, terms }: Today,
): (state: ArticleState, unit: Unit) => boolean {
  const isOfToday = (state: ArticleState, unit: Unit, draft: Draft): boolean => {
    if (engine === null) return false;
    if (draft.origin !== `engine:${engine.id}`) return engine.takesTerms === 'never';
    const settings = engine.settings(unit.segment.lang);
    return draft.engine?.settings === settingsName({ settings, terms: terms(state, unit) });
  };
  return (state, unit) => {
    const draft = machineDraft(unit);
    if (draft === null) return false;
    const facts = { from: unit.segment.lang, date: articleDay(state) };
    const [source, target] = [plainText(unit.segment.text), plainText(draft.text)];
    const missed = missingTerms(matcher, source, target, facts);
    return missed.length > 0 && !isOfToday(state, unit, draft);
  };
}
