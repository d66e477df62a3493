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
}

export interface Cell {
  readonly x: number;
  readonly y: number;
}

export interface StoryTerminal {
  /** Sends what a keyboard would: text as it is, keys as their bytes. */
  readonly send: (bytes: string) => void;
  readonly rows: () => readonly string[];
  readonly cursor: () => Cell;
  /** Everything that was written, escape sequences included. */
  readonly written: () => string;
  /** Waits until the screen is as wanted. */
  readonly until: (wanted: (rows: readonly string[]) => boolean) => Promise<readonly string[]>;
  /** Waits until a text stands on the screen. */
  readonly shows: (text: string) => Promise<readonly string[]>;
  readonly resize: (columns: number, rows: number) => void;
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
  keepTheirs: '\u001b[18~',
  otherText: '\u001b[19~',
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

/** Starts `duizhao` in a place. */
export function openTerminal(place: Place, options: TerminalOptions = {}): StoryTerminal {
  const { columns = 80, rows = 24, args = [], environment = {} } = options;
  if (!existsSync(program)) throw new Error('dist/duizhao.js is missing: run `npm run build`.');
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const child = pty.spawn(process.execPath, [program, ...args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: place.folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: place.folder,
      DUIZHAO_STATE: place.state,
      DUIZHAO_USER: 'mei',
      DUIZHAO_LANG: 'en',
      TERM: 'xterm-256color',
      ...environment,
    },
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
    send: (bytes) => child.write(bytes),
    rows: rowsNow,
    cursor: () => ({ x: screen.buffer.active.cursorX, y: screen.buffer.active.cursorY }),
    written: () => written,
    until,
    shows: (text) => until((lines) => lines.some((line) => line.includes(text))),
    resize: (newColumns, newRows) => {
      screen.resize(newColumns, newRows);
      child.resize(newColumns, newRows);
    },
    kill: (signal) => child.kill(signal),
    ended: ended.promise,
  };
}
