/** Opens the review in the terminal, and leaves the terminal as it was found. */
import { setFlagsFromString } from 'node:v8';
import type { CommandResult } from '../commands/command.ts';
import type { Translate } from '../core/messages.ts';
import { UserError } from '../core/errors.ts';
import type { Workspace } from '../core/ports.ts';
import type { Host } from '../host.ts';
import type { Size } from '../review/event.ts';
import { LookUps, type LookUpParts } from '../review/look-ups.ts';
import { type Program, type Send, startProgram } from '../review/program.ts';
import { begin, type Recovery, update } from '../review/update.ts';
import { Checking } from './checking.ts';
import { backgroundOf, guarded, performWith } from './effects.ts';
import type { OpenWorkspace, ReviewRequest } from '../services.ts';
import { jobsOf } from './jobs.ts';
import { type Keyboard, openKeyboard } from './keyboard.ts';
import { type Painter, startPainter } from './painter.tsx';
import { type OwnTerminal, ownTerminal } from './terminal.ts';
import { followSetting } from './follow-setting.ts';
import { refusesColour, themeFor } from './theme.ts';
import { isAmbiguousWide, widthProbe } from './width-probe.ts';

export interface ReviewDependencies extends OpenWorkspace, ReviewRequest {
  readonly dictionary: LookUpParts['dictionary'];
  readonly t: Translate;
  /** Who signs. */
  readonly user: string;
  readonly clock: () => Date;
  readonly host: Pick<Host, 'stdin' | 'stdout' | 'stderr' | 'environment' | 'onSignal'>;
}

/** Lets keys and the painter have their turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/**
 * New objects get no more room as more of them are made: reading a long article took 80 MB more, and
 * was no faster. V8 looks at it whenever it collects.
 */
const CALM_HEAP = '--semi-space-growth-factor=1';

function sizeOf(stdout: Host['stdout']): Size {
  return { columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 };
}

/**
 * Runs the review until it is quit. Every pair confirmed and every draft is on disk when it resolves,
 * unless the disk did not take it and the person quit nevertheless.
 * @returns nothing to print
 */
export async function openReview(dependencies: ReviewDependencies): Promise<CommandResult> {
  setFlagsFromString(CALM_HEAP);
  const { workspace, config, slug, mouse, t, user, clock, host } = dependencies;
  const checks = await dependencies.setting.read();
  const { stdout, environment } = host;
  const { signOffs } = config;
  const recovery = await recover(workspace);
  const closing = Promise.withResolvers<void>();
  const terminal = ownTerminal(stdout, environment);
  const ends = { quit: closing.resolve, crash: closing.reject };
  const { lookUps, background, checking } = attendants(dependencies, closing.reject);
  const jobs = jobsOf(dependencies.startJob, closing.reject);
  const program = startProgram({
    begin: begin({ user, size: sizeOf(stdout), slug, signOffs, checks, recovery, t, mouse }),
    update,
    perform: performWith({
      workspace,
      terminal,
      background,
      jobs,
      lookUps,
      checking,
      clock,
      ...ends,
    }),
  });
  const send = guarded(program.send, closing.reject);
  // Raw mode comes first: what the terminal answers to the painter's question is not echoed.
  const keyboard = read(dependencies, send);
  const painter = paint(dependencies, program, closing.reject);
  // It ends by itself only when drawing has failed.
  painter.waitUntilExit().then(() => closing.resolve(), closing.reject);
  terminal.attach(keyboard, painter);
  const stopListening = listen(dependencies, { send, terminal, keyboard });
  try {
    await closing.promise;
    await program.settled();
  } finally {
    background.stop();
    checking.stop();
    jobs.stop();
    stopListening();
    keyboard.close();
    painter.unmount();
    await painter.waitUntilExit();
  }
  return { output: '', exitCode: 0 };
}

/** What works beside the keys while the review is open. */
function attendants(
  { workspace, setting, dictionary }: ReviewDependencies,
  crash: (error: unknown) => void,
) {
  const lookUps = new LookUps({ workspace, dictionary, breathe });
  const changed = (): void => lookUps.forgetTerms();
  const background = backgroundOf(workspace, (tell) =>
    followSetting({ ...setting, changed, tell, crash }),
  );
  const checking = new Checking({ breathe, now: () => performance.now(), crash });
  return { lookUps, background, checking };
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

function paint(
  { t, ascii, screenReader, host }: ReviewDependencies,
  program: Program,
  crash: (error: unknown) => void,
): Painter {
  return startPainter({
    program,
    view: { t, ascii, plain: refusesColour(host.environment) },
    theme: themeFor(host.environment),
    stdout: host.stdout as NodeJS.WriteStream,
    stderr: host.stderr as NodeJS.WriteStream,
    screenReader: screenReader || host.environment['INK_SCREEN_READER'] === 'true',
    prologue: widthProbe,
    crash,
  });
}

function read({ clock, mouse, host }: ReviewDependencies, send: Send): Keyboard {
  return openKeyboard({
    stdin: host.stdin,
    stdout: host.stdout,
    clock,
    mouse,
    receive: send,
    locate: (cursor) => {
      if (isAmbiguousWide(cursor)) send({ type: 'terminal', ambiguousWide: true });
    },
    hangUp: () => send({ type: 'terminate', at: clock().toISOString() }),
  });
}

interface Listening {
  readonly send: Send;
  readonly terminal: OwnTerminal;
  readonly keyboard: Keyboard;
}

/** Listens to signals and to the window. @returns the way to stop */
function listen(
  { clock, host: { stdout, onSignal } }: ReviewDependencies,
  { send, terminal, keyboard }: Listening,
): () => void {
  const terminate = (): void => {
    terminal.reclaim();
    send({ type: 'terminate', at: clock().toISOString() });
  };
  const interrupt = (): void => {
    if (!terminal.isLent()) terminate();
  };
  const resize = (): void => send({ type: 'resize', size: sizeOf(stdout) });
  const stops = [
    onSignal('SIGINT', interrupt),
    onSignal('SIGTERM', terminate),
    onSignal('SIGHUP', terminate),
    // A fault that nobody caught must not leave the terminal in raw mode.
    onSignal('exit', keyboard.close),
  ];
  stdout.on('resize', resize);
  return () => {
    stdout.off('resize', resize);
    for (const stop of stops) stop();
  };
}
