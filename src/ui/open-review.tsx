/** Opens the review in the terminal, and leaves the terminal as it was found. */
import type { CommandResult } from '../commands/command.ts';
import type { Translate } from '../core/messages.ts';
import { UserError } from '../core/errors.ts';
import type { Workspace } from '../core/ports.ts';
import type { Host } from '../host.ts';
import type { Size } from '../review/event.ts';
import { startProgram } from '../review/program.ts';
import { begin, type Recovery, update } from '../review/update.ts';
import { backgroundOf, guarded, performWith } from './effects.ts';
import type { OpenWorkspace } from '../services.ts';
import { openKeyboard } from './keyboard.ts';
import { startPainter } from './painter.tsx';
import { themeFor } from './theme.ts';

export interface ReviewDependencies extends OpenWorkspace {
  /** The article to open; null opens the list. */
  readonly slug: string | null;
  readonly ascii: boolean;
  readonly t: Translate;
  /** Who signs. */
  readonly user: string;
  readonly clock: () => Date;
  readonly host: Pick<Host, 'stdin' | 'stdout' | 'stderr' | 'environment' | 'onSignal'>;
}

function sizeOf(stdout: Host['stdout']): Size {
  return { columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 };
}

/**
 * Runs the review until it is quit. Every pair confirmed and every draft is on disk when it resolves,
 * unless the disk did not take it and the person quit nevertheless.
 * @returns nothing to print
 */
export async function openReview(dependencies: ReviewDependencies): Promise<CommandResult> {
  const { workspace, config, slug, ascii, t, user, clock, host } = dependencies;
  const { stdout } = host;
  const { signOffs } = config;
  const recovery = await recover(workspace);
  const background = backgroundOf(workspace);
  const closing = Promise.withResolvers<void>();
  const program = startProgram({
    begin: begin({ user, size: sizeOf(stdout), slug, signOffs, recovery }),
    update,
    perform: performWith({ workspace, background, quit: closing.resolve, crash: closing.reject }),
  });
  const send = guarded(program.send, closing.reject);
  const terminate = () => send({ type: 'terminate', at: clock().toISOString() });
  const resize = () => send({ type: 'resize', size: sizeOf(stdout) });
  const painter = startPainter({
    program,
    view: { t, ascii },
    theme: themeFor(host.environment),
    stdout: stdout as NodeJS.WriteStream,
    stderr: host.stderr as NodeJS.WriteStream,
  });
  // It ends by itself only when drawing has failed.
  painter.waitUntilExit().then(() => closing.resolve(), closing.reject);
  const closeKeyboard = openKeyboard({
    stdin: host.stdin,
    stdout,
    clock,
    receive: send,
    hangUp: terminate,
  });
  const stopSignals = [
    ...(['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((name) => host.onSignal(name, terminate)),
    // A fault that nobody caught must not leave the terminal in raw mode.
    host.onSignal('exit', closeKeyboard),
  ];
  stdout.on('resize', resize);
  try {
    await closing.promise;
    await program.settled();
  } finally {
    background.stop();
    stdout.off('resize', resize);
    for (const stop of stopSignals) stop();
    closeKeyboard();
    painter.unmount();
    await painter.waitUntilExit();
  }
  return { output: '', exitCode: 0 };
}

/** Writes what processes that died had journalled. A disk that does not take it keeps nobody out. */
async function recover(workspace: Workspace): Promise<Recovery> {
  try {
    return { recovered: await workspace.recover(), failure: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { recovered: new Map(), failure: error.message };
  }
}
