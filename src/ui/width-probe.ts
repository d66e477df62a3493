/**
 * Asks the terminal how wide it draws ambiguous-width characters (UAX #11): a dash is written, then the
 * terminal is asked where its cursor is (DECXCPR). A terminal that does not answer costs nothing.
 */
const HOME = '\u001b[H';
const ERASE = '\u001b[2K';

/** To write where a frame is painted over it right after. */
export const widthProbe: string = `${HOME}—\u001b[?6n${HOME}${ERASE}`;

/** Whether the cursor has gone two cells. */
export function isAmbiguousWide(cursor: { readonly x: number; readonly y: number }): boolean {
  return cursor.y === 0 && cursor.x === 2;
}
