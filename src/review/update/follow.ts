/** Follows the selected segment, and what is typed for it, into the article as it stands on disk now. */
import { applyOperations } from '../../core/apply.ts';
import type { Unit } from '../../core/model.ts';
import type { Operation } from '../../core/operations.ts';
import type { ArticleState } from '../../core/state.ts';
import type { Editor, Session } from '../state.ts';
import { isEditable, lastSignOff, ownDraft, startingText } from '../unit.ts';
import { openEditor } from './editor.ts';
import { personDraft } from './operations.ts';
import { selectedUnit, withArticle } from './session.ts';

/** The article with operations that are not in its files. */
export function withOperations(
  article: ArticleState,
  operations: readonly Operation[],
  signOffs: number,
): ArticleState {
  return operations.length === 0 ? article : applyOperations(article, operations, signOffs);
}

/** Before any day, yet later than no sign-off at all: a draft as old as that would count as signed. */
const EARLIEST = '0';

function indexOfKey(article: ArticleState, key: string): number {
  return key === '' ? -1 : article.units.findIndex((unit) => unit.key === key);
}

/**
 * A segment that nobody has worked on has no key to be known by: it is matched as if there were a
 * draft for it.
 */
function matched(article: ArticleState, { key, segment }: Unit, signOffs: number): number {
  if (key === '') return -1;
  const draft = personDraft(key, segment.text, '', { at: EARLIEST, by: '' });
  return indexOfKey(applyOperations(article, [draft], signOffs), key);
}

/** The place where a segment was, going by its neighbours that are still there. */
function nearest(before: ArticleState, { index, key }: Unit, after: ArticleState): number {
  const last = after.units.length - 1;
  for (let far = 1; far <= index; far++) {
    const found = indexOfKey(after, before.units[index - far]?.key ?? '');
    if (found !== -1) return Math.min(found + (key === '' ? far : 1), last);
  }
  for (const { key: next } of before.units.slice(index + 1)) {
    const found = indexOfKey(after, next);
    if (found !== -1) return found;
  }
  return Math.min(index, last);
}

export interface Followed {
  readonly session: Session;
  /** What happened to the segment that is being edited. */
  readonly news: 'none' | 'source' | 'signed' | 'replaced' | 'drafted' | 'gone';
  /** The selected segment is gone: another one is selected. */
  readonly isLost: boolean;
}

/** Nothing was typed or signed here, and there is another text to start from now. */
function isReplaced({ own, jotted, base }: Editor, unit: Unit): boolean {
  return !own && jotted === null && startingText(unit) !== base;
}

/** The editor goes on with its text; one in which nothing was typed starts from the new text. */
function goOn(editor: Editor, session: Session, unit: Unit): Session {
  if (!isReplaced(editor, unit)) return { ...session, editor: { ...editor, key: unit.key } };
  const fresh = openEditor(session, unit);
  return fresh.editor === null
    ? fresh
    : { ...fresh, editor: { ...fresh.editor, source: editor.source } };
}

function newsOf(editor: Editor, before: Unit, now: Unit): Followed['news'] {
  if (now.segment.text !== before.segment.text) return 'source';
  const isOther = isReplaced(editor, now);
  if (isSignedSince(before, now)) return isOther ? 'replaced' : 'signed';
  return isOther && ownDraft(now) !== null ? 'drafted' : 'none';
}

function isSignedSince(before: Unit, now: Unit): boolean {
  return (lastSignOff(now)?.at ?? '') > (lastSignOff(before)?.at ?? '');
}

/**
 * The session on the article as it stands now: selection on the same segment or the nearest, filter
 * and scroll kept, caret and text too.
 */
export function follow(session: Session, article: ArticleState, signOffs: number): Followed {
  const before = selectedUnit(session);
  if (before === null) {
    return { session: withArticle(session, article, 0), news: 'none', isLost: true };
  }
  const same = indexOfKey(article, before.key);
  const found = same === -1 ? matched(article, before, signOffs) : same;
  const index = found === -1 ? nearest(session.article, before, article) : found;
  const next = withArticle(session, article, index);
  const isLost = found === -1;
  return next.editor === null
    ? { session: next, news: 'none', isLost }
    : { ...edited(next, before, article.units[found]), isLost };
}

function edited(session: Session, before: Unit, now: Unit | undefined): Omit<Followed, 'isLost'> {
  const { editor } = session;
  if (editor === null || now === undefined || !isEditable(now)) {
    return { session: { ...session, editor: null }, news: 'gone' };
  }
  const news = newsOf(editor, before, now);
  const shown = news === 'source' ? { ...session, diff: 'source' as const } : session;
  return { session: goOn(editor, shown, now), news };
}
