/** The built tool on a real pseudo-terminal, its screen read back from a terminal emulator. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const program = join(root, 'dist', 'duizhao.js');

/** A workspace of one's own, with a place for its journal. */
export interface Place {
  readonly folder: string;
  readonly state: string;
  /** A file of the workspace as text; empty when there is none. */
  readonly read: (path: string) => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** Makes a workspace that holds these files, in the system's folder for them or another one. */
export async function makePlace(
  files: Readonly<Record<string, string>>,
  parent = tmpdir(),
): Promise<Place> {
  const base = await mkdtemp(join(parent, 'duizhao-story-'));
  const folder = join(base, 'workspace');
  for (const [path, text] of Object.entries({ 'duizhao.config.json': '{}\n', ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return {
    folder,
    state: join(base, 'state'),
    read: (path) => readFile(join(folder, path), 'utf8').catch(() => ''),
    remove: () => rm(base, { recursive: true, force: true }),
  };
}

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The terminal's settings are told before and after; the keys of its own (Ctrl+C, …) are off. */
  readonly checked?: boolean;
}

export interface Cell {
  readonly x: number;
  readonly y: number;
}

export interface StoryTerminal {
  /** Sends what a keyboard would: text as it is, keys as their bytes. */
  readonly send: (bytes: string | Uint8Array) => void;
  readonly rows: () => readonly string[];
  readonly cursor: () => Cell;
  /** Everything that was written, escape sequences included. */
  readonly written: () => string;
  /** Waits until the screen is as wanted. */
  readonly until: (wanted: (rows: readonly string[]) => boolean) => Promise<readonly string[]>;
  /** Waits until a text stands on the screen. */
  readonly shows: (text: string) => Promise<readonly string[]>;
  readonly resize: (columns: number, rows: number) => void;
  /** What is not as it was before the program began; asked once it has ended, of a checked one. */
  readonly unrestored: () => readonly string[];
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM' | 'SIGHUP') => void;
  /** The exit code, once the program has ended. */
  readonly ended: Promise<number>;
}

export const KEY = {
  enter: '\r',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  keepTheirs: '\u001bk',
  otherText: '\u001bo',
  quit: '\u0011',
  confirmStay: '\u0013',
  filter: '\u001b[20~',
  help: '\u001bOP',
} as const;

/** A paste as a terminal brackets it: line breaks arrive as CR. */
export function pasted(text: string): string {
  return `\u001b[200~${text.replaceAll('\n', '\r')}\u001b[201~`;
}

const DEADLINE_MS = 20_000;
const QUIET_MS = 30;

/** Runs a command, and tells the settings of its terminal before and after; signals wait for its end. */
const CHECKED = `trap : TERM HUP
stty -isig
tell() { printf 'stty=%s=\\n' "$(stty -g)"; }
tell
"$@"
code=$?
tell
exit $code`;

/** What the terminal may be asked for, and how that is taken back. */
const MODES: Readonly<Record<string, readonly [on: string, off: string]>> = {
  'alternate screen': ['\u001b[?1049h', '\u001b[?1049l'],
  'hidden cursor': ['\u001b[?25l', '\u001b[?25h'],
  'bracketed paste': ['\u001b[?2004h', '\u001b[?2004l'],
  'modified keys': ['\u001b[>4;1m', '\u001b[>4;0m'],
  'kitty keyboard': ['\u001b[>1u', '\u001b[<u'],
  mouse: ['\u001b[?1000h', '\u001b[?1000l'],
  'mouse as SGR': ['\u001b[?1006h', '\u001b[?1006l'],
  'no wrapping': ['\u001b[?7l', '\u001b[?7h'],
  'synchronized output': ['\u001b[?2026h', '\u001b[?2026l'],
};

function unrestoredIn(written: string): readonly string[] {
  const left = Object.entries(MODES).flatMap(([name, [on, off]]) =>
    written.lastIndexOf(on) > written.lastIndexOf(off) ? [name] : [],
  );
  const [before, after] = [...written.matchAll(/stty=([0-9a-f:]+)=/g)].map((found) => found[1]);
  return before === undefined || before !== after ? [...left, `stty ${before} → ${after}`] : left;
}

/** A process that is gone takes no signal. */
function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function environmentOf(place: Place, own: Readonly<Record<string, string>>) {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: place.folder,
    DUIZHAO_STATE: place.state,
    DUIZHAO_USER: 'mei',
    DUIZHAO_LANG: 'en',
    TERM: 'xterm-256color',
    ...own,
  };
}

function commandOf(args: readonly string[], checked: boolean): [string, ...string[]] {
  const { execPath } = process;
  if (!checked) return [execPath, program, ...args];
  return ['/bin/sh', '-c', CHECKED, 'sh', execPath, program, ...args];
}

/** Starts `duizhao` in a place. */
export function openTerminal(place: Place, options: TerminalOptions = {}): StoryTerminal {
  const { columns = 80, rows = 24, args = [], environment = {}, checked = false } = options;
  if (!existsSync(program)) throw new Error('dist/duizhao.js is missing: run `npm run build`.');
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const [file, ...words] = commandOf(args, checked);
  const child = pty.spawn(file, words, {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: place.folder,
    env: environmentOf(place, environment),
  });
  let written = '';
  const changed = new Set<() => void>();
  child.onData((bytes) => {
    written += bytes;
    screen.write(bytes, () => {
      for (const listener of changed) listener();
    });
  });
  const ended = Promise.withResolvers<number>();
  child.onExit(({ exitCode }) => ended.resolve(exitCode));

  const rowsNow = (): readonly string[] => {
    const buffer = screen.buffer.active;
    return Array.from(
      { length: screen.rows },
      (_, at) => buffer.getLine(buffer.viewportY + at)?.translateToString(true) ?? '',
    );
  };

  /** Waits until the screen has not changed for a moment: a frame may come in several pieces. */
  async function quiet(): Promise<void> {
    for (let before = -1; before !== written.length;) {
      before = written.length;
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    }
  }

  async function change(deadline: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(
      () => reject(new Error(`The screen did not come to be:\n${rowsNow().join('\n')}`)),
      Math.max(0, deadline - performance.now()),
    );
    changed.add(resolve);
    try {
      await promise;
    } finally {
      changed.delete(resolve);
      clearTimeout(timer);
    }
  }

  async function until(wanted: (rows: readonly string[]) => boolean): Promise<readonly string[]> {
    const deadline = performance.now() + DEADLINE_MS;
    for (;;) {
      while (!wanted(rowsNow())) await change(deadline);
      await quiet();
      if (wanted(rowsNow())) return rowsNow();
    }
  }

  return {
    // Its types know text only; bytes go through as they are.
    send: (bytes) => child.write(bytes as string),
    rows: rowsNow,
    cursor: () => ({ x: screen.buffer.active.cursorX, y: screen.buffer.active.cursorY }),
    written: () => written,
    until,
    shows: (text) => until((lines) => lines.some((line) => line.includes(text))),
    resize: (newColumns, newRows) => {
      screen.resize(newColumns, newRows);
      child.resize(newColumns, newRows);
    },
    unrestored: () => unrestoredIn(written),
    // The shell of a checked one stays: the signal is for its whole group.
    kill: (signal) => signalTo(checked ? -child.pid : child.pid, signal),
    ended: ended.promise,
  };
}
