/** Asks what memory, term base and checks know of the selected segment, and of the next ones in advance. */
import type { Aids } from '../aids.ts';
import type { Effect } from '../effect.ts';
import type { ReviewState, Session } from '../state.ts';

/** Segments after the selected one that are looked up in advance. */
const AHEAD = 2;

function keysAhead({ shown, cursor, article }: Session): string[] {
  const near = shown.slice(cursor.selected, cursor.selected + 1 + AHEAD);
  return near.flatMap((index) => {
    const key = article.units[index]?.key ?? '';
    return key === '' ? [] : [key];
  });
}

/** What has to be asked now; nothing is asked twice. */
export function lookAhead(state: ReviewState): readonly [ReviewState, readonly Effect[]] {
  const { session } = state;
  if (session === null || state.closed) return [state, []];
  const keys = keysAhead(session).filter(
    (key) => !session.aids.has(key) && !session.asked.has(key),
  );
  if (keys.length === 0) return [state, []];
  const asked = new Set([...session.asked, ...keys]);
  const next = { ...state, session: { ...session, asked } };
  return [next, [{ type: 'look', article: session.article, keys }]];
}

/** The answer for a segment. It comes too late for another article. */
export function looked(state: ReviewState, slug: string, aids: Aids): ReviewState {
  const { session } = state;
  if (session?.slug !== slug) return state;
  return { ...state, session: { ...session, aids: new Map(session.aids).set(aids.key, aids) } };
}

/** Forgets what was known of segments that have changed: they are looked up when they are selected. */
export function forgetAids(session: Session, keys: Iterable<string>): Session {
  const aids = new Map(session.aids);
  const asked = new Set(session.asked);
  for (const key of keys) {
    aids.delete(key);
    asked.delete(key);
  }
  return { ...session, aids, asked };
}

/** What is known of the selected segment, or null while it is not known yet. */
export function aidsOf(session: Session): Aids | null {
  const index = session.shown[session.cursor.selected];
  const key = index === undefined ? undefined : session.article.units[index]?.key;
  return key === undefined ? null : (session.aids.get(key) ?? null);
}
