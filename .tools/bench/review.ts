/** What a key costs in the review of a very long article, against a program that only echoes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../run.ts';
import { BenchTerminal, type KeyCost, type TerminalOptions } from './terminal.ts';
import { writeWorkspace } from './workspace.ts';

const SIZE = { columns: 200, rows: 50 };
const KEYS = 41;

/** Answers every key with a line as wide as the screen: the least that a screen could do. */
const ECHO = `
process.stdin.setRawMode(true);
process.stdin.on('data', (key) => process.stdout.write('\\x1b[H' + String(key).padEnd(199, '.')));
process.stdout.write('ready');
`;

function print(name: string, { cpu, wall, bytes }: KeyCost, base: KeyCost): void {
  const ratio = base.cpu === 0 ? '-' : `${(cpu / base.cpu).toFixed(1)}x`;
  const cells = [cpu.toFixed(2), ratio, wall.toFixed(1), String(bytes)];
  console.log(`${name.padEnd(26)}${cells.map((cell) => cell.padStart(10)).join('')}`);
}

function times(key: string): string[] {
  return Array.from({ length: KEYS }, () => key);
}

async function withTerminal(
  options: Pick<TerminalOptions, 'args' | 'cwd' | 'state'>,
  work: (terminal: BenchTerminal) => Promise<void>,
): Promise<void> {
  const terminal = new BenchTerminal({ ...options, ...SIZE });
  try {
    await terminal.settle(60_000);
    await work(terminal);
  } finally {
    terminal.close();
  }
}

async function measureReview(folder: string, segments: number, base: KeyCost): Promise<void> {
  const cwd = join(folder, String(segments));
  writeWorkspace(cwd, { articles: 1, segments });
  const args = [join(root, 'dist', 'duizhao.js'), 'review', 'letter-0001'];
  await withTerminal({ args, cwd, state: folder }, async (terminal) => {
    const size = segments.toLocaleString('en-US');
    print(`down (${size} segments)`, await terminal.measure(times('\x1b[B')), base);
    // A short article is over before a page down has been measured.
    if (segments > KEYS * SIZE.rows) {
      print(`page down (${size})`, await terminal.measure(times('\x1b[6~')), base);
    }
    await terminal.press('\r');
    print(`typing “a” (${size})`, await terminal.measure(times('a')), base);
    print(`typing “字” (${size})`, await terminal.measure(times('字')), base);
  });
}

async function measureEcho(folder: string): Promise<KeyCost> {
  const echo = join(folder, 'echo.cjs');
  writeFileSync(echo, ECHO);
  let cost: KeyCost = { cpu: 0, wall: 0, bytes: 0 };
  await withTerminal({ args: [echo], cwd: folder, state: folder }, async (terminal) => {
    cost = await terminal.measure(times('a'));
  });
  return cost;
}

export async function benchReview(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'));
  try {
    const base = await measureEcho(folder);
    const heads = ['cpu ms', 'ratio', 'wall ms', 'bytes'].map((head) => head.padStart(10));
    console.log(`\nreview at ${SIZE.columns}x${SIZE.rows}, a key (median of ${KEYS})`);
    console.log(' '.repeat(26) + heads.join(''));
    print('echo of a line', base, base);
    for (const segments of [50, 10_000]) await measureReview(folder, segments, base);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
