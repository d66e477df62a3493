/** A function whose making takes a while: it is made when somebody is about to call it. */
export interface Later<Args extends readonly unknown[], Result> {
  /** Makes it, once. */
  readonly ready: () => Promise<void>;
  /** Throws before it is ready. */
  readonly call: (...args: Args) => Result;
}

/** Makes a function when it is asked for. */
export function later<Args extends readonly unknown[], Result>(
  make: () => Promise<(...args: Args) => Result>,
): Later<Args, Result> {
  let made: Promise<(...args: Args) => Result> | null = null;
  let own: ((...args: Args) => Result) | null = null;
  return {
    ready: async () => {
      made ??= make();
      own = await made;
    },
    call: (...args) => {
      if (own === null) throw new Error('It is called before it is ready.');
      return own(...args);
    },
  };
}
