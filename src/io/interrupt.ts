/** Ctrl-C as a signal. */

type OnSignal = (name: 'SIGINT', listener: () => void) => () => void;

/** Listened to from the first time that somebody asks for it. */
export function interruptSignal(onSignal: OnSignal): {
  readonly signal: () => AbortSignal;
  readonly off: () => void;
} {
  const aborter = new AbortController();
  let off: (() => void) | undefined;
  return {
    signal: () => {
      off ??= onSignal('SIGINT', () => {
        aborter.abort();
        // A second Ctrl-C ends the process at once, as anywhere.
        off?.();
      });
      return aborter.signal;
    },
    off: () => off?.(),
  };
}
