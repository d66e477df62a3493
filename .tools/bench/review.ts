/** What a key costs in the review of a very long article, and what it takes to open one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../run.ts';
import { median } from './measure.ts';
import { BenchTerminal, type KeyCosts, type TerminalOptions } from './terminal.ts';
import { writeWorkspace } from './workspace.ts';

const SIZE = { columns: 200, rows: 50 };
const KEYS = 31;
/** Milliseconds. */
const WARM_UP = 4000;
const STARTS = 5;
const BURST = { keys: 90, aSecond: 30 };
const DOWN = '\u001b[B';
const UP = '\u001b[A';
const PAGE_DOWN = '\u001b[6~';
/** Twelve rows down and up again stay within the window. */
const WITHIN = 12;

const program = join(root, 'dist', 'duizhao.js');

function cell(value: number | null, digits = 0): string {
  return (value === null ? '-' : value.toFixed(digits)).padStart(10);
}

function head(title: string, names: readonly string[]): void {
  console.log(`\n${title}`);
  console.log(' '.repeat(34) + names.map((name) => name.padStart(10)).join(''));
}

function printKeys(name: string, { usual, slow }: KeyCosts): void {
  const cpu = cell(usual.cpu, 2) + cell(slow.cpu, 2);
  const wall = cell(usual.wall, 1) + cell(slow.wall, 1);
  console.log(`${name.padEnd(34)}${cpu}${wall}${cell(usual.bytes)}${cell(slow.bytes)}`);
}

function times(count: number, key: string): string[] {
  return Array.from({ length: count }, () => key);
}

async function withTerminal<Result>(
  options: Pick<TerminalOptions, 'args' | 'cwd' | 'state'>,
  work: (terminal: BenchTerminal) => Promise<Result>,
): Promise<Result> {
  const terminal = new BenchTerminal({ ...options, ...SIZE });
  try {
    return await work(terminal);
  } finally {
    terminal.close();
  }
}

interface Place {
  readonly folder: string;
  readonly segments: number;
}

/** How the review of the one article in a place is run. */
function reviewIn({ folder, segments }: Place): Pick<TerminalOptions, 'args' | 'cwd' | 'state'> {
  const cwd = join(folder, String(segments));
  return { args: [program, 'review', 'letter-0001'], cwd, state: folder };
}

/** From the start to the first frame, and to the one with the article in it; milliseconds. */
async function timeToOpen(place: Place): Promise<{ frame: number; article: number }> {
  return withTerminal(reviewIn(place), async (terminal) => ({
    frame: await terminal.firstBytes('\u001b[?7l'),
    article: await terminal.firstBytes('Segments'),
  }));
}

async function timeOfNode({ folder }: Place): Promise<number> {
  const args = ['-e', 'process.stdout.write("here"); setInterval(() => {}, 1e9)'];
  return withTerminal({ args, cwd: folder, state: folder }, (terminal) => terminal.firstBytes());
}

async function measureStart(place: Place): Promise<void> {
  const node: number[] = [];
  const opened: { frame: number; article: number }[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    node.push(await timeOfNode(place));
    opened.push(await timeToOpen(place));
  }
  head(`from the start, wall ms (median of ${STARTS})`, ['ms', 'ratio']);
  const base = median(node);
  const line = (name: string, ms: number): void =>
    console.log(`${name.padEnd(34)}${cell(ms)}${cell(ms / base, 1)}`);
  line('bare node, first byte', base);
  line('first frame', median(opened.map(({ frame }) => frame)));
  const size = place.segments.toLocaleString('en-US');
  line(`article shown (${size} segments)`, median(opened.map(({ article }) => article)));
}

/** The number of the segment that the list's cursor is on. */
async function selectedIn(terminal: BenchTerminal): Promise<string> {
  const row = (await terminal.rows()).find((line) => line.startsWith('>'));
  return /^>\s*(\d+)/.exec(row ?? '')?.[1] ?? '?';
}

/** Where the cursor is after the burst, once it stays there. */
async function endOfBurst(terminal: BenchTerminal): Promise<string> {
  await terminal.repeatKey(DOWN, BURST.keys, BURST.aSecond);
  let before = '';
  for (;;) {
    const row = await selectedIn(terminal);
    if (row === before) return row;
    before = row;
    await sleep(1000);
  }
}

async function measureKeys(place: Place): Promise<readonly string[]> {
  const size = place.segments.toLocaleString('en-US');
  return withTerminal(reviewIn(place), async (terminal) => {
    await terminal.firstBytes('Segments');
    // What is read when the first segment is shown is none of a key's.
    await sleep(WARM_UP);
    const memory = terminal.peakMemory();
    const ended = await endOfBurst(terminal);
    await terminal.press('\u001b[H');
    const within = [...times(WITHIN, DOWN), ...times(WITHIN, UP)];
    printKeys(`moving by a row (${size})`, await terminal.measure(within));
    await terminal.press(PAGE_DOWN);
    printKeys(`scrolling by a row (${size})`, await terminal.measure(times(KEYS, DOWN)));
    printKeys(`scrolling by a page (${size})`, await terminal.measure(times(KEYS, PAGE_DOWN)));
    await terminal.press('\r');
    printKeys(`typing “a” (${size})`, await terminal.measure(times(KEYS, 'a')));
    printKeys(`typing “字” (${size})`, await terminal.measure(times(KEYS, '字')));
    const peak = terminal.peakMemory();
    return [
      `${size} segments: ${BURST.keys} times down at ${BURST.aSecond} a second ends on row ${ended} of ${BURST.keys + 1}`,
      `${size} segments: peak memory ${cell(peak).trim()} MB (${cell(memory).trim()} when it was open)`,
    ];
  });
}

export async function benchReview(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'));
  try {
    const usual: Place = { folder, segments: 10_000 };
    const places = [usual, { folder, segments: 100_000 }];
    for (const { segments } of places) {
      writeWorkspace(join(folder, String(segments)), { articles: 1, segments });
    }
    await measureStart(usual);
    const names = ['cpu p50', 'p95', 'wall p50', 'p95', 'bytes p50', 'p95'];
    head(`review at ${SIZE.columns}x${SIZE.rows}, a key (processor and wall ms)`, names);
    const notes: string[] = [];
    for (const place of places) notes.push(...(await measureKeys(place)));
    console.log(`\n${notes.join('\n')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
