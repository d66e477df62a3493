/** Runs a program of node_modules/.bin with this Node, its output shown. */
import { spawn, spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The environment in which `node` is the Node that runs this script. */
export function toolEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const bin = join(root, 'node_modules', '.bin');
  const path = [bin, dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

export interface RunOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a command; true when it ended with 0. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): number {
  const { status } = spawnSync(command, args, {
    cwd: options.cwd ?? root,
    stdio: 'inherit',
    env: toolEnvironment(options.environment),
  });
  return status ?? 1;
}

/** Runs a command beside others: its output is shown at once when it has ended. */
export async function runBeside(command: string, args: readonly string[]): Promise<number> {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: toolEnvironment(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => said.push(part));
  }
  const { promise, resolve } = Promise.withResolvers<number>();
  child.on('error', (error) => {
    said.push(Buffer.from(`${command}: ${error.message}\n`));
    resolve(1);
  });
  child.on('close', (code) => resolve(code ?? 1));
  const code = await promise;
  process.stdout.write(Buffer.concat(said));
  return code;
}
