/** Runs of the built program in a process that stays for all tests of a file (`warm-program.ts`). */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { root } from './source.ts';
import type { WarmResult, WarmRun } from './warm-program.ts';

type Ended = Omit<WarmResult, 'id' | 'code'> & { readonly code: number | null };

class WarmProgram {
  private readonly waiting = new Map<number, (ended: Ended) => void>();
  private readonly child: ChildProcess;
  private said = '';
  private count = 0;
  private readonly closed = Promise.withResolvers<void>();
  hasEnded = false;

  constructor() {
    const program = join(root, 'tests/support/warm-program.ts');
    this.child = fork(program, [root], {
      // A run says what its environment is.
      env: { PATH: process.env['PATH'] ?? '' },
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child.on('message', ({ id, ...ended }: WarmResult) => {
      this.waiting.get(id)?.(ended);
      this.waiting.delete(id);
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    this.child.on('close', (code) => {
      this.hasEnded = true;
      for (const resolve of this.waiting.values()) resolve({ stdout: '', stderr: this.said, code });
      this.closed.resolve();
    });
  }

  run(request: Omit<WarmRun, 'id'>): Promise<Ended> {
    const { promise, resolve } = Promise.withResolvers<Ended>();
    const id = (this.count += 1);
    this.waiting.set(id, resolve);
    this.child.send({ id, ...request } satisfies WarmRun);
    return promise;
  }

  end(): Promise<void> {
    this.child.kill();
    return this.closed.promise;
  }
}

let program: WarmProgram | null = null;

afterAll(async () => {
  await program?.end();
  program = null;
});

/** What a run of the program says, and its exit code. One that a fault has ended is started anew. */
export function runWarm(request: Omit<WarmRun, 'id'>): Promise<Ended> {
  if (program === null || program.hasEnded) program = new WarmProgram();
  return program.run(request);
}
