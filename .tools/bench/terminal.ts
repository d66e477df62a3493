/** A program on a real pseudo-terminal: a key goes in, bytes come out, processor time is asked for. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn, type IPty } from '@lydell/node-pty';
import { hook, median } from './measure.ts';

/** The screen is settled when it has been silent for so long, milliseconds. */
const SILENCE = 100;

export interface KeyCost {
  /** Processor time of one key, milliseconds. */
  readonly cpu: number;
  /** From the key to the last byte of its answer, milliseconds. */
  readonly wall: number;
  readonly bytes: number;
}

export interface TerminalOptions {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly state: string;
  readonly columns: number;
  readonly rows: number;
}

export class BenchTerminal {
  private readonly pty: IPty;
  private readonly usage: string;
  private bytes = 0;
  private last = 0;
  private asked = 0;

  constructor({ args, cwd, state, columns, rows }: TerminalOptions) {
    this.usage = join(state, 'usage');
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

  /** What a key costs, as medians over the given ones. What asking itself costs is taken off. */
  async measure(keys: readonly string[]): Promise<KeyCost> {
    const idle = median(await this.repeat(9, () => this.costOf(null).then(({ cpu }) => cpu)));
    const costs: KeyCost[] = [];
    for (const key of keys) costs.push(await this.costOf(key));
    return {
      cpu: Math.max(0, median(costs.map(({ cpu }) => cpu)) - idle),
      wall: median(costs.map(({ wall }) => wall)),
      bytes: median(costs.map(({ bytes }) => bytes)),
    };
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
