/**
 * The built program in a process that stays: a run costs what the program does, not the start of Node and the
 * loading of the code. `cli-program.ts` starts it and sends it runs; a fault that nobody catches ends it, as
 * it would end the program.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { Metafile } from 'esbuild';
import type { Host } from '../../src/host.ts';

export interface WarmRun {
  readonly id: number;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: string | Uint8Array;
}

export interface WarmResult {
  readonly id: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

const [, , root = ''] = process.argv;
const { outputs } = JSON.parse(readFileSync(join(root, 'dist/meta.json'), 'utf8')) as Metafile;
const chunk =
  Object.keys(outputs).find((path) => outputs[path]?.entryPoint === 'src/main.ts') ?? '';
const { main } = (await import(pathToFileURL(join(root, chunk)).href)) as {
  main: (host: Host) => Promise<number>;
};
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Host;

/** Keeps what is written to it. */
function sink(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(part: Buffer, _encoding, done) {
      chunks.push(part);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function answer({ id, args, cwd, environment, input }: WarmRun): Promise<WarmResult> {
  const [stdout, stderr] = [sink(), sink()];
  const lastMoments = new Set<() => void>();
  const code = await main({
    argv: args,
    environment,
    cwd,
    stdin: Readable.from(input.length === 0 ? [] : [Buffer.from(input as string)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    processes: { pid: process.pid, isAlive },
    program: [process.execPath, join(root, 'dist/duizhao.js')],
    onSignal: (name, run) => {
      if (name === 'exit') lastMoments.add(run);
      return () => lastMoments.delete(run);
    },
    version,
  });
  for (const run of lastMoments) run();
  return { id, stdout: stdout.text(), stderr: stderr.text(), code };
}

// As in the program, what nobody catches ends the process.
process.on('message', (run: WarmRun) => {
  void answer(run).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());
