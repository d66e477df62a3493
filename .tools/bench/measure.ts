/** Runs commands in turn, many times, and compares the medians with those of the first. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hook = join(import.meta.dirname, 'usage.cjs');

export interface Runner {
  readonly name: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
  /** Runs before each measurement, not measured. */
  readonly before?: () => void;
  /** Exit codes that are no failure. */
  readonly codes?: readonly number[];
}

export interface Sample {
  /** Processor time, user and system, milliseconds. */
  readonly cpu: number;
  readonly wall: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export function withFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same for work that takes its time. */
export async function withFolderUntil<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Surroundings {
  readonly cwd: string;
  /** Where journals go. */
  readonly state: string;
}

/** Runs one command. Throws Error when it fails. */
export function measureOnce(runner: Runner, { cwd, state }: Surroundings): Sample {
  runner.before?.();
  const path = join(state, 'usage');
  rmSync(path, { force: true });
  const env = {
    ...process.env,
    DUIZHAO_STATE: state,
    DUIZHAO_BENCH_USAGE: path,
    DUIZHAO_LANG: 'en',
  };
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, ...runner.args], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const wall = performance.now() - start;
  if (!(runner.codes ?? [0]).includes(status ?? -1)) {
    throw new Error(`${runner.name} ended with ${status}: ${stderr}`);
  }
  return { cpu: Number(readFileSync(path, 'utf8')) / 1000, wall };
}

/** Medians by name, measured in turn so that a busy moment of the machine meets all alike. */
export function compare(
  runners: readonly Runner[],
  runs: number,
  surroundings: Surroundings,
): ReadonlyMap<string, Sample> {
  const samples = new Map(runners.map(({ name }) => [name, [] as Sample[]]));
  for (const runner of runners) measureOnce(runner, surroundings);
  for (let run = 0; run < runs; run += 1) {
    for (const runner of runners) {
      samples.get(runner.name)?.push(measureOnce(runner, surroundings));
    }
  }
  return new Map(
    [...samples].map(([name, all]) => [
      name,
      { cpu: median(all.map(({ cpu }) => cpu)), wall: median(all.map(({ wall }) => wall)) },
    ]),
  );
}

/** Prints medians as a table; ratios are to the first. */
export function printTable(title: string, medians: ReadonlyMap<string, Sample>): void {
  const [first] = medians.values();
  const width = Math.max(...[...medians.keys()].map((name) => name.length));
  console.log(`\n${title}`);
  console.log(`${''.padEnd(width)}  ${['cpu ms', 'ratio', 'wall ms', 'ratio'].map(cell).join('')}`);
  for (const [name, { cpu, wall }] of medians) {
    const cells = [
      cpu.toFixed(0),
      ratio(cpu, first?.cpu),
      wall.toFixed(0),
      ratio(wall, first?.wall),
    ];
    console.log(`${name.padEnd(width)}  ${cells.map(cell).join('')}`);
  }
}

function cell(text: string): string {
  return text.padStart(9);
}

function ratio(value: number, base: number | undefined): string {
  return base === undefined || base === 0 ? '-' : `${(value / base).toFixed(2)}x`;
}
