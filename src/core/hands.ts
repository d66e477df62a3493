/** Other threads that do a part of a command's work. What goes there and comes back is plain data. */

/** Work of one kind, with what all its tasks have in common. */
export interface Job {
  readonly kind: 'publish';
  readonly order: unknown;
}

export interface Hand {
  /** Does a task after those it was given before. Rejects with what the work threw: a `UserError` as such. */
  do(task: unknown): Promise<unknown>;
}

export interface Hands {
  readonly all: readonly Hand[];
  /** Stops them, whatever they are at. */
  close(): Promise<void>;
}

/**
 * Takes on as many as the machine has room for beside this thread.
 * @param job asked for only when there are hands to do it
 * @param tasks how many there are about: for few, or on a machine with one processor, the answer is null
 */
export type OpenHands = (job: () => Job, tasks: number) => Hands | null;
