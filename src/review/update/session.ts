/** The open article: what its list shows, and which segment is selected. */
import type { Unit } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import type { Neighbour } from '../action.ts';
import { matchesFilter, type SegmentFilter } from '../../core/segment-filter.ts';
import { DEFAULT_SETTING, type CheckSetting } from '../../checks/setting.ts';
import { findingsAt, followed, nothingFound } from '../findings.ts';
import type { Editor, Filter, Query, ReviewState, Session } from '../state.ts';
import { countStatuses, isOpen } from '../summary.ts';
import { hasRival, isEditable, targetText, waitsFor } from '../unit.ts';

/** Whether a filter lets a segment through. */
export function matches(filter: Filter, unit: Unit): boolean {
  if (filter === 'all') return true;
  return filter === 'open' ? isOpen(unit.status) || hasRival(unit) : unit.status === filter;
}

/** Whether a segment fits the query too. */
type Fits = (unit: Unit) => boolean;

const ALL: Fits = () => true;

interface Narrowing {
  readonly filter: Filter;
  readonly fits: Fits;
}

function shownUnits(
  units: readonly Unit[],
  { filter, fits }: Narrowing,
  selected: number,
): number[] {
  return units.flatMap((unit, index) =>
    index === selected || (matches(filter, unit) && fits(unit)) ? [index] : [],
  );
}

function fitsQuery({ query, article, user, signOffs, found }: Session): Fits {
  if (query === null) return ALL;
  return (unit) =>
    matchesFilter(query.filter, {
      unit,
      article,
      findings: findingsAt(found, unit.key),
      user,
      signOffs,
      target: targetText(unit),
    });
}

function narrowingOf(session: Session): Narrowing {
  return { filter: session.filter, fits: fitsQuery(session) };
}

/** The unit under the list's cursor, or null in an article without segments. */
export function selectedUnit(session: Session): Unit | null {
  const index = session.shown[session.cursor.selected];
  return index === undefined ? null : (session.article.units[index] ?? null);
}

/** The open article with its selected segment. */
export interface Focus {
  readonly session: Session;
  readonly unit: Unit;
}

/** What keys of the review act on, or null when nothing is selected. */
export function focusOf({ session }: ReviewState): Focus | null {
  const unit = session === null ? null : selectedUnit(session);
  return session === null || unit === null ? null : { session, unit };
}

/** The same with the editor, or null when nothing is being edited. */
export function editingOf(state: ReviewState): (Focus & { readonly editor: Editor }) | null {
  const focus = focusOf(state);
  const editor = focus?.session.editor ?? null;
  return focus === null || editor === null ? null : { ...focus, editor };
}

/** Puts the cursor on a unit; the list drops the last one if the filter does not hold it. */
export function select(session: Session, index: number): Session {
  const isWhole = session.filter === 'all' && session.query === null;
  const shown = isWhole
    ? session.shown
    : shownUnits(session.article.units, narrowingOf(session), index);
  const selected = Math.max(0, shown.indexOf(index));
  return { ...session, shown, cursor: { ...session.cursor, selected } };
}

/** Opens an article at the first segment that waits for this person. */
export function openSession(
  slug: string,
  article: ArticleState,
  {
    user,
    signOffs = 1,
    checks = DEFAULT_SETTING,
  }: {
    readonly user: string;
    readonly signOffs?: number;
    readonly checks?: CheckSetting;
  },
): Session {
  const first = article.units.findIndex((unit) => waitsFor(unit, user));
  const shown = article.units.map((_, index) => index);
  return {
    slug,
    article,
    counts: countStatuses(article.units),
    user,
    signOffs,
    checks,
    found: nothingFound(article, checks),
    checking: null,
    chosen: { key: '', at: 0 },
    filter: 'all',
    query: null,
    shown,
    cursor: { selected: Math.max(0, first), top: 0 },
    editor: null,
    diff: 'source',
    panel: 'memory',
    reader: false,
    aids: new Map(),
    asked: new Set(),
  };
}

/**
 * Takes the article as it stands now, with the selection on a unit; its line stays where it is on the
 * screen.
 */
export function withArticle(session: Session, article: ArticleState, index: number): Session {
  const found = followed(session.found, article, session.checks);
  const shown = shownUnits(article.units, narrowingOf({ ...session, article, found }), index);
  const selected = Math.max(0, shown.indexOf(index));
  const { cursor } = session;
  const top = Math.max(0, cursor.top + selected - cursor.selected);
  return {
    ...session,
    article,
    found,
    counts: countStatuses(article.units),
    shown,
    cursor: { selected, top },
  };
}

/** Shows the segments of a filter; null when there are none. */
export function withFilter(session: Session, filter: Filter): Session | null {
  return narrowed({ ...session, filter });
}

/** Shows the segments of a query, or (null) all that the filter shows; null when there are none. */
export function withQuery(session: Session, query: Query | null): Session | null {
  return narrowed({ ...session, query });
}

/** Whether a query asks for what the checks say. */
export function asksForFindings(query: Query | null): boolean {
  return query?.filter.clauses.some(isAboutFindings) ?? false;
}

const ABOUT_FINDINGS: ReadonlySet<string> = new Set(['finding', 'error', 'warning', 'dismissed']);

function isAboutFindings({ name, values }: SegmentFilter['clauses'][number]): boolean {
  if (name === 'finding') return true;
  return name === 'has' && values.some((value) => ABOUT_FINDINGS.has(value));
}

/**
 * The list once more is known of findings, if it depends on them. A selection that does not fit goes to
 * the first segment that does, unless there is none.
 */
export function renarrowed(session: Session): Session {
  if (!asksForFindings(session.query)) return session;
  const here = session.shown[session.cursor.selected] ?? 0;
  if (session.shown.length === 1) return narrowed(session) ?? session;
  return withArticle(session, session.article, here);
}

function narrowed(session: Session): Session | null {
  const { units } = session.article;
  const here = session.shown[session.cursor.selected] ?? 0;
  const narrowing = narrowingOf(session);
  const fits = (unit: Unit): boolean => matches(narrowing.filter, unit) && narrowing.fits(unit);
  const after = units.findIndex((unit, index) => index >= here && fits(unit));
  const index = after === -1 ? units.findLastIndex(fits) : after;
  if (index === -1) return null;
  const shown = shownUnits(units, narrowing, index);
  return { ...session, shown, cursor: { selected: shown.indexOf(index), top: 0 } };
}

interface Found {
  /** Index into `shown`. */
  readonly selected: number;
  readonly wrapped: boolean;
}

/** Which way a neighbour lies, and whether the search goes on at the other end. */
const WAYS: Readonly<Record<Neighbour, { readonly step: 1 | -1; readonly round: boolean }>> = {
  previous: { step: -1, round: false },
  next: { step: 1, round: false },
  'previous-open': { step: -1, round: true },
  'next-open': { step: 1, round: true },
};

/** The neighbour that a person means, or null; the open ones are looked for all the way round. */
export function findNeighbour(session: Session, to: Neighbour, user: string): Found | null {
  const { shown, article, cursor } = session;
  const { step, round } = WAYS[to];
  const fits = (selected: number): boolean => {
    const unit = article.units[shown[selected] ?? -1];
    if (unit === undefined) return false;
    return round ? waitsFor(unit, user) : isEditable(unit);
  };
  const ahead = step === 1 ? shown.length - 1 - cursor.selected : cursor.selected;
  const reach = round ? shown.length - 1 : ahead;
  for (let far = 1; far <= reach; far++) {
    const selected = (cursor.selected + step * far + shown.length) % shown.length;
    if (fits(selected)) return { selected, wrapped: far > ahead };
  }
  return null;
}

/** Replaces the session, in a state that has one. */
export function withSession(state: ReviewState, session: Session): ReviewState {
  return { ...state, session };
}
