/**
 * What the terminal is asked for, as [on, off] sequences in the order they are turned on.
 * Sources: xterm ctlseqs (bracketed paste, modifyOtherKeys, SGR mouse), kitty keyboard protocol.
 */
const KEYBOARD = [
  ['\u001b[?2004h', '\u001b[?2004l'], // bracketed paste
  ['\u001b[>4;1m', '\u001b[>4;0m'], // modifyOtherKeys, level 1
  ['\u001b[>1u', '\u001b[<u'], // kitty: disambiguate escape codes, and nothing that breaks composition
] as const;

const MOUSE = [
  ['\u001b[?1000h', '\u001b[?1000l'], // presses and the wheel
  ['\u001b[?1006h', '\u001b[?1006l'], // as SGR
] as const;

type Mode = readonly [on: string, off: string];

/** To write when input starts; the mouse is asked for by `mouseOn`. */
export const enterModes: string = on(KEYBOARD);

/** To write on exit, crash and suspension: all of it in reverse, the mouse too. */
export const leaveModes: string = off(MOUSE) + off(KEYBOARD);

export const mouseOn: string = on(MOUSE);

export const mouseOff: string = off(MOUSE);

function on(modes: readonly Mode[]): string {
  return modes.map(([start]) => start).join('');
}

function off(modes: readonly Mode[]): string {
  return modes
    .map(([, end]) => end)
    .toReversed()
    .join('');
}
