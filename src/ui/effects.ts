/** Carries the review's effects out on a workspace and a terminal. */
import { JournalledError, RefusedError, UserError } from '../core/errors.ts';
import type { Workspace } from '../core/ports.ts';
import type { Answer } from '../review/event.ts';
import type { Effect } from '../review/effect.ts';
import type { LookUps } from '../review/look-ups.ts';
import { overviewOf } from '../review/overview.ts';
import { wordAt } from '../review/text/words.ts';
import type { Perform, Send } from '../review/program.ts';
import type { Checking } from './checking.ts';
import type { ExternalEdit } from './external-editor.ts';
import { isJobEffect, type JobEffect, type Jobs } from './jobs.ts';

/** What effects do to the terminal. */
export interface TerminalPart {
  /** Has a text written in the person's editor, and gives it back. Throws UserError. */
  readonly editOutside: (edit: ExternalEdit) => Promise<string>;
  /** Puts a text on the clipboard; false when it is too long. */
  readonly copy: (text: string) => boolean;
  readonly setMouse: (on: boolean) => void;
}

export interface EffectParts {
  readonly workspace: Workspace;
  readonly terminal: TerminalPart;
  readonly lookUps: LookUps;
  readonly checking: Pick<Checking, 'check' | 'count'>;
  readonly clock: () => Date;
  readonly background: Background;
  readonly jobs: Jobs;
  readonly quit: () => void;
  /** A fault of the program, not of the files: it ends the review, the terminal restored. */
  readonly crash: (error: unknown) => void;
}

type ListEffect = Extract<Effect, { type: 'list' }>;

async function list(
  { only, checks }: ListEffect,
  { workspace, checking }: Pick<EffectParts, 'workspace' | 'checking'>,
  send: Send,
): Promise<void> {
  const slugs = await workspace.slugs();
  send({ type: 'listed', slugs });
  for (const slug of slugs) {
    if (only?.includes(slug) === false) continue;
    try {
      const article = await workspace.open(slug);
      send({ type: 'summarised', slug, summary: overviewOf(article, null) });
      checking.count({ type: 'count', article, checks }, send);
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
type Asking = Exclude<Effect, { type: 'watch' | 'wait' } | JobEffect>;

type Of<T extends Asking['type']> = Extract<Asking, { type: T }>;

type Carriers = {
  readonly [T in Asking['type']]: (effect: Of<T>, send: Send) => void | Promise<void>;
};

/** What is done for each effect. */
function carriersOf(parts: EffectParts): Carriers {
  const { workspace, terminal, lookUps, checking, clock, quit } = parts;
  return {
    list: (effect, send) => list(effect, parts, send),
    open: async ({ slug }, send) => {
      send({ type: 'opened', slug, article: await workspace.open(slug) });
    },
    reload: async ({ slug }, send) => {
      send({ type: 'reloaded', slug, article: await workspace.open(slug) });
    },
    commit: async ({ slug, operations }, send) => {
      send({ type: 'saved', slug, article: await workspace.commit(slug, operations) });
    },
    jot: ({ slug, operation }) => workspace.jot(slug, operation),
    'external-edit': async ({ key, ...edit }, send) => {
      const text = await terminal.editOutside(edit);
      send({ type: 'external-edited', key, text, at: clock().toISOString() });
    },
    check: (effect, send) => checking.check(effect, send),
    count: (effect, send) => checking.count(effect, send),
    look: async ({ article, keys }, send) => {
      const { slug } = article.article;
      for (const aids of await lookUps.aids(article, keys)) send({ type: 'looked', slug, aids });
    },
    concordance: async ({ query, side }, send) => {
      send({ type: 'found', query, hits: await lookUps.concordance({ query, side }) });
    },
    define: async ({ text, offset }, send) => {
      const entries = await lookUps.define(text, offset);
      send({ type: 'defined', word: wordAt(text, offset), entries });
    },
    copy: ({ text }, send) => {
      if (!terminal.copy(text)) send({ type: 'copy-refused' });
    },
    mouse: ({ on }) => terminal.setMouse(on),
    quit,
  };
}

type Failures = {
  readonly [T in Asking['type']]?: (effect: Of<T>, reason: string, error: unknown) => Answer;
};

/** What each answers when it has failed. */
const FAILURES: Failures = {
  list: (_, reason) => ({ type: 'list-failed', reason }),
  open: ({ slug }, reason) => ({ type: 'open-failed', slug, reason }),
  reload: ({ slug }, reason) => ({ type: 'reload-failed', slug, reason }),
  commit: ({ slug }, reason, error) => {
    const journalled = error instanceof JournalledError;
    const refused = error instanceof RefusedError;
    return { type: 'save-failed', slug, reason, journalled, refused };
  },
  jot: ({ slug, operation }, reason) => ({ type: 'jot-failed', slug, operation, reason }),
  'external-edit': (_, reason) => ({ type: 'external-failed', reason }),
};

function sayFailure(effect: Asking, error: unknown, send: Send): void {
  type Fail = (effect: Asking, reason: string, error: unknown) => Answer;
  const fail = FAILURES[effect.type] as Fail | undefined;
  const reason = reasonOf(error);
  if (fail !== undefined) send(fail(effect, reason, error));
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
export function backgroundOf(
  workspace: Workspace,
  followSetting: (send: Send) => () => void,
): Background {
  const stops: (() => void)[] = [];
  return {
    watch: (send) => {
      stops.push(workspace.watch((slugs) => send({ type: 'changed-on-disk', slugs })));
      stops.push(followSetting(send));
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
  const carriers = carriersOf(parts);
  const { background, jobs, crash } = parts;
  return (effect, send) => {
    // Nothing waits for these, and so quitting does not either.
    if (effect.type === 'watch' || effect.type === 'wait') {
      return background[effect.type](guarded(send, crash));
    }
    return isJobEffect(effect) ? jobs.perform(effect, send) : asked(effect, send);
  };

  async function asked(effect: Asking, send: Send): Promise<void> {
    const carry = carriers[effect.type] as (effect: Asking, send: Send) => void | Promise<void>;
    try {
      await carry(effect, send);
    } catch (error) {
      try {
        sayFailure(effect, error, send);
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
