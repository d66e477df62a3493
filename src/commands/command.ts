/** The shape of a command: what it takes, and a function from services to text and exit code. */
import type { CommandContext, TypedCommandParameters } from '@stricli/core';
import type { MessageKey, Translate } from '../core/messages.ts';
import type { Services } from '../services.ts';

/** 0 clean · 1 findings · 2 usage, config or input · 3 engine or network · 4 budget or quota */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

export interface CommandResult {
  /** What goes to standard output, with its last newline. */
  readonly output: string;
  readonly exitCode: ExitCode;
}

// Flags and arguments as stricli wants them: a command's own types are erased in the registry.
export interface CommandModule<
  Flags extends Readonly<Record<string, unknown>> = Readonly<Record<string, unknown>>,
  Args extends readonly (string | undefined)[] = readonly (string | undefined)[],
> {
  readonly parameters: (t: Translate) => TypedCommandParameters<Flags, Args, CommandContext>;
  readonly run: (services: Services, flags: Flags, args: Args) => Promise<CommandResult>;
}

/** A command as the registry holds it; its module loads when it is called. */
export interface CommandEntry {
  readonly name: string;
  readonly brief: MessageKey;
  readonly load: () => Promise<{ readonly command: CommandModule }>;
  /** `--lang` after the command's name is the command's own, not the interface's. */
  readonly ownLang?: boolean;
}

/** Types a command's flags and arguments against each other, then forgets them for the registry. */
export function defineCommand<
  Flags extends Readonly<Record<string, unknown>>,
  Args extends readonly (string | undefined)[],
>(module: CommandModule<Flags, Args>): CommandModule {
  return module as unknown as CommandModule;
}
