import type { Spent } from './spent.ts';

export type Cap = keyof Spent;

/** Caps in characters, from the shortest time to the longest. */
export const CAPS: readonly Cap[] = ['run', 'day', 'month'];

/** The config's `budget`: no figure, no cap. */
export type Budget = Readonly<Partial<Record<Cap, number | undefined>>>;

export interface Room {
  /** Characters that may still be spent; Infinity without a cap. */
  readonly characters: number;
  /** The cap that leaves so little: the first of them when several do; null without one. */
  readonly cap: Cap | null;
}

/** Characters left under one cap, never below 0; null where there is no cap. */
export function leftUnder(budget: Budget, spent: Spent, cap: Cap): number | null {
  const limit = budget[cap];
  return limit === undefined ? null : Math.max(0, limit - spent[cap]);
}

/** What may still be spent before the tightest cap is reached. */
export function roomLeft(budget: Budget, spent: Spent): Room {
  let room: Room = { characters: Infinity, cap: null };
  for (const cap of CAPS) {
    const left = leftUnder(budget, spent, cap);
    if (left !== null && left < room.characters) room = { characters: left, cap };
  }
  return room;
}
