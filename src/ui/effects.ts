/** Carries the review's effects out on a workspace. */
import { UserError } from '../core/errors.ts';
import type { Workspace } from '../core/ports.ts';
import { summarize } from '../core/summary.ts';
import type { Effect } from '../review/effect.ts';
import type { Perform, Send } from '../review/program.ts';

export interface EffectParts {
  readonly workspace: Workspace;
  readonly background: Background;
  readonly quit: () => void;
  /** A fault of the program, not of the files: it ends the review, the terminal restored. */
  readonly crash: (error: unknown) => void;
}

type ListEffect = Extract<Effect, { type: 'list' }>;

async function list({ only }: ListEffect, workspace: Workspace, send: Send): Promise<void> {
  const slugs = await workspace.slugs();
  send({ type: 'listed', slugs });
  for (const slug of slugs) {
    if (only?.includes(slug) === false) continue;
    try {
      send({ type: 'summarised', slug, summary: summarize(await workspace.open(slug)) });
    } catch (error) {
      send({ type: 'unreadable', slug, reason: reasonOf(error) });
    }
  }
}

/** The sentence of an error that a user can mend; anything else is a bug and goes on. */
function reasonOf(error: unknown): string {
  if (error instanceof UserError) return error.message;
  throw error;
}

/** Those that ask for an answer now; the others go on in the background. */
type Asking = Exclude<Effect, { type: 'watch' | 'wait' }>;

type Carry = (effect: Asking, send: Send) => Promise<void>;

function carrier({ workspace, quit }: EffectParts): Carry {
  return async (effect, send) => {
    switch (effect.type) {
      case 'list':
        await list(effect, workspace, send);
        break;
      case 'open': {
        const { slug } = effect;
        send({ type: 'opened', slug, article: await workspace.open(slug) });
        break;
      }
      case 'reload': {
        const { slug } = effect;
        send({ type: 'reloaded', slug, article: await workspace.open(slug) });
        break;
      }
      case 'commit': {
        const { slug, operations } = effect;
        send({ type: 'saved', slug, article: await workspace.commit(slug, operations) });
        break;
      }
      case 'jot':
        await workspace.jot(effect.slug, effect.operation);
        break;
      case 'quit':
        quit();
        break;
    }
  };
}

function sayFailure(effect: Asking, reason: string, send: Send): void {
  switch (effect.type) {
    case 'list':
      send({ type: 'list-failed', reason });
      break;
    case 'open':
      send({ type: 'open-failed', slug: effect.slug, reason });
      break;
    case 'reload':
      send({ type: 'reload-failed', slug: effect.slug, reason });
      break;
    case 'commit':
      send({ type: 'save-failed', slug: effect.slug, reason });
      break;
    case 'jot':
      send({ type: 'jot-failed', slug: effect.slug, operation: effect.operation, reason });
      break;
    case 'quit':
      break;
  }
}

/** How long a write that failed waits until it is tried again. */
const RETRY_MS = 3000;

/** What goes on while the review is open, and ends with it. */
export interface Background {
  readonly watch: (send: Send) => void;
  readonly wait: (send: Send) => void;
  readonly stop: () => void;
}

/** The background of a review on this workspace. A bug in it is one of the program. */
export function backgroundOf(workspace: Workspace): Background {
  const stops: (() => void)[] = [];
  return {
    watch: (send) => {
      stops.push(workspace.watch((slugs) => send({ type: 'changed-on-disk', slugs })));
    },
    wait: (send) => {
      const timer = setTimeout(() => send({ type: 'retry' }), RETRY_MS);
      stops.push(() => clearTimeout(timer));
    },
    stop: () => {
      for (const stop of stops.splice(0)) stop();
    },
  };
}

/** Effects → answers. It never rejects: failures are answers, bugs end the review. */
export function performWith(parts: EffectParts): Perform {
  const carry = carrier(parts);
  const { background, crash } = parts;
  return (effect, send) => {
    // Nothing waits for these, and so quitting does not either.
    if (effect.type === 'watch' || effect.type === 'wait') {
      return background[effect.type](guarded(send, crash));
    }
    return asked(effect, send);
  };

  async function asked(effect: Asking, send: Send): Promise<void> {
    try {
      await carry(effect, send);
    } catch (error) {
      try {
        sayFailure(effect, reasonOf(error), send);
      } catch (bug) {
        crash(bug);
      }
    }
  }
}

/** Sends, and hands on what the program cannot cope with. */
export function guarded(send: Send, fail: (error: unknown) => void): Send {
  return (event) => {
    try {
      send(event);
    } catch (error) {
      fail(error);
    }
  };
}
