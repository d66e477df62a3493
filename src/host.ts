/** The process as the rest of the program sees it. Only `cli.ts` makes one of the real process. */
import type { Readable, Writable } from 'node:stream';
import type { Processes } from './io/lock.ts';

export interface Terminal {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

export interface Host {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdin: Readable & Terminal & { setRawMode?: (raw: boolean) => unknown };
  readonly stdout: Writable & Terminal;
  readonly stderr: Writable & Terminal;
  readonly processes: Processes;
  /** The words that start this program: node and the script, by their full paths. */
  readonly program: readonly string[];
  /** `exit` is the process's last moment, however it ends; only what is synchronous happens then. */
  readonly onSignal: (
    name: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'exit',
    run: () => void,
  ) => () => void;
  readonly version: string;
}
