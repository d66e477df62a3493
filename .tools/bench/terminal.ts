/** A program on a real pseudo-terminal: a key goes in, bytes come out, processor time is asked for. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn, type IPty } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { hook, median } from './measure.ts';

/** The screen is settled when it has been silent for so long, milliseconds. */
const SILENCE = 100;
/** Pieces of output that are kept from the start. */
const EARLY = 40;

export interface KeyCost {
  /** Processor time of one key, milliseconds. */
  readonly cpu: number;
  /** From the key to the last byte of its answer, milliseconds. */
  readonly wall: number;
  readonly bytes: number;
}

/** What keys of a kind cost: the usual one, and one in twenty. */
export interface KeyCosts {
  readonly usual: KeyCost;
  readonly slow: KeyCost;
}

export interface TerminalOptions {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly state: string;
  readonly columns: number;
  readonly rows: number;
}

function valueAt(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function costOfShare(costs: readonly KeyCost[], share: number): KeyCost {
  return {
    cpu: valueAt(
      costs.map(({ cpu }) => cpu),
      share,
    ),
    wall: valueAt(
      costs.map(({ wall }) => wall),
      share,
    ),
    bytes: valueAt(
      costs.map(({ bytes }) => bytes),
      share,
    ),
  };
}

export class BenchTerminal {
  private readonly pty: IPty;
  private readonly usage: string;
  private bytes = 0;
  private last = 0;
  private asked = 0;
  private readonly screen: xterm.Terminal;
  /** What came first, and when. */
  private readonly early: { readonly bytes: string; readonly after: number }[] = [];

  constructor({ args, cwd, state, columns, rows }: TerminalOptions) {
    this.usage = join(state, 'usage');
    this.screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    const start = performance.now();
    writeFileSync(this.usage, '');
    this.pty = spawn(process.execPath, ['--require', hook, ...args], {
      name: 'xterm-256color',
      cols: columns,
      rows,
      cwd,
      env: {
        ...process.env,
        DUIZHAO_STATE: state,
        DUIZHAO_LANG: 'en',
        DUIZHAO_BENCH_USAGE: this.usage,
        DUIZHAO_BENCH_ASK: '1',
      },
    });
    this.pty.onData((data) => {
      this.bytes += Buffer.byteLength(data);
      this.last = performance.now();
      if (this.early.length < EARLY) this.early.push({ bytes: data, after: this.last - start });
      this.screen.write(data);
    });
  }

  /** Waits until something has been drawn and the screen is silent. */
  async settle(patience = 2000): Promise<void> {
    const start = performance.now();
    while (performance.now() - start < patience) {
      await sleep(10);
      if (this.last > start - 1 && performance.now() - this.last > SILENCE) return;
    }
  }

  /** What keys cost, one after the other. What asking itself costs is taken off. */
  async measure(keys: readonly string[]): Promise<KeyCosts> {
    const idle = median(await this.repeat(9, () => this.costOf(null).then(({ cpu }) => cpu)));
    const costs: KeyCost[] = [];
    for (const key of keys) {
      const { cpu, ...rest } = await this.costOf(key);
      costs.push({ ...rest, cpu: Math.max(0, cpu - idle) });
    }
    return { usual: costOfShare(costs, 0.5), slow: costOfShare(costs, 0.95) };
  }

  /** Presses a key so many times a second, whatever becomes of it, then waits. */
  async repeatKey(key: string, times: number, aSecond: number): Promise<void> {
    const start = performance.now();
    for (let time = 0; time < times; time += 1) {
      await sleep(Math.max(0, start + (time * 1000) / aSecond - performance.now()));
      this.pty.write(key);
    }
    await this.settle();
  }

  /** The screen's rows as text. */
  async rows(): Promise<readonly string[]> {
    await new Promise<void>((resolve) => this.screen.write('', resolve));
    const { active } = this.screen.buffer;
    return Array.from(
      { length: this.screen.rows },
      (_, at) => active.getLine(active.viewportY + at)?.translateToString(true) ?? '',
    );
  }

  /** From the start to the first byte, or to the bytes that hold a text; milliseconds. */
  async firstBytes(text = ''): Promise<number> {
    const deadline = performance.now() + 60_000;
    for (;;) {
      const found = this.early.find(({ bytes }) => bytes.includes(text));
      if (found !== undefined) return found.after;
      if (performance.now() > deadline) throw new Error(`it never wrote "${text}"`);
      await sleep(5);
    }
  }

  /** The most memory it has taken, MB; null where the system does not say. */
  peakMemory(): number | null {
    try {
      const status = readFileSync(`/proc/${this.pty.pid}/status`, 'utf8');
      return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]) / 1024;
    } catch {
      return null;
    }
  }

  async press(key: string): Promise<void> {
    this.pty.write(key);
    await this.settle();
  }

  close(): void {
    this.pty.kill('SIGKILL');
  }

  private async costOf(key: string | null): Promise<KeyCost> {
    const before = await this.ask();
    this.bytes = 0;
    const start = performance.now();
    if (key === null) await sleep(SILENCE);
    else await this.press(key);
    const { bytes, last } = this;
    return { cpu: (await this.ask()) - before, wall: Math.max(0, last - start), bytes };
  }

  private async repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
    const results: T[] = [];
    for (let time = 0; time < times; time += 1) results.push(await work());
    return results;
  }

  /** Processor time up to now, milliseconds. */
  private async ask(): Promise<number> {
    this.asked += 1;
    process.kill(this.pty.pid, 'SIGUSR2');
    for (;;) {
      await sleep(2);
      const lines = readFileSync(this.usage, 'utf8').split('\n');
      if (lines.length > this.asked) return Number(lines[this.asked - 1]) / 1000;
    }
  }
}
