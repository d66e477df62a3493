/**
 * `translate` against a server that speaks DeepL's API on this machine: how near a whole newsroom's run
 * comes to the time that its requests must take, and whether the estimate is what is billed.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FakeDeepl } from '../../tests/fakes/deepl-server.ts';
import { startFakeDeepl } from '../../tests/fakes/deepl-server.ts';
import { root } from '../run.ts';
import { withFolderUntil } from './measure.ts';
import { writeWorkspace } from './workspace.ts';

const program = join(root, 'dist', 'duizhao.js');
const LATENCY_MS = 100;

interface Report {
  readonly sent: number;
  readonly requests: number;
  readonly characters: number;
  readonly failed: readonly unknown[];
}

interface Ran {
  readonly report: Report;
  readonly wallMs: number;
  /** Resident memory, highest seen, and highest of the second quarter of the run. */
  readonly peakMb: number;
  readonly earlyMb: number;
}

function residentMb(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return (pages * 4096) / 1e6;
  } catch {
    return 0;
  }
}

/** Runs `translate` in a folder; memory is looked at ten times a second where the system shows it. */
function translate(folder: string, fake: FakeDeepl, ...args: readonly string[]): Promise<Ran> {
  const env = {
    ...process.env,
    DUIZHAO_STATE: join(folder, 'state'),
    DEEPL_SERVER_URL: fake.url,
    DEEPL_AUTH_KEY: fake.key,
  };
  const started = performance.now();
  const child = spawn(process.execPath, [program, 'translate', '--json', ...args], {
    cwd: join(folder, 'site'),
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const sizes: number[] = [];
  const timer = setInterval(() => sizes.push(residentMb(child.pid)), 100);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code !== 0) reject(new Error(`translate ended with ${code}: ${output}`));
      const wallMs = performance.now() - started;
      const quarter = Math.ceil(sizes.length / 4);
      const peakMb = Math.max(0, ...sizes);
      const earlyMb = Math.max(0, ...sizes.slice(quarter, 2 * quarter));
      resolve({ report: JSON.parse(output) as Report, wallMs, peakMb, earlyMb });
    });
  });
}

function makeSite(folder: string): string {
  const site = join(folder, 'site');
  mkdirSync(join(site, 'articles'), { recursive: true });
  writeFileSync(join(site, 'duizhao.config.json'), '{}\n');
  return site;
}

async function withFake<T>(work: (fake: FakeDeepl) => Promise<T>): Promise<T> {
  const fake = await startFakeDeepl({ quota: 1e12 });
  try {
    return await work(fake);
  } finally {
    await fake.close();
  }
}

/** Two hundred articles of fifty segments, each request answered after a tenth of a second. */
async function benchThroughput(): Promise<void> {
  await withFolderUntil((folder) =>
    withFake(async (fake) => {
      writeWorkspace(makeSite(folder), { articles: 200, segments: 50, sourceOnly: true });
      fake.latency = LATENCY_MS;
      const { report, wallMs, peakMb, earlyMb } = await translate(folder, fake, '--yes');
      const { sent, requests, failed } = report;
      const idealMs = (requests * LATENCY_MS) / fake.peak;
      console.log(`\ntranslate, 200 articles of 50 segments, ${LATENCY_MS} ms an answer`);
      console.log(
        `  sent ${sent}, failed ${failed.length}, requests ${requests}, at a time ${fake.peak}`,
      );
      console.log(
        `  ${(wallMs / 1000).toFixed(1)} s, ideal ${(idealMs / 1000).toFixed(1)} s: ${(wallMs / idealMs).toFixed(2)}x`,
      );
      console.log(
        `  memory ${earlyMb.toFixed(0)} MB in the second quarter, peak ${peakMb.toFixed(0)} MB`,
      );
    }),
  );
}

function slugOf(name: string): string {
  return basename(name, '.md')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}

async function compareEstimate(name: string, fill: (articles: string) => number): Promise<void> {
  await withFolderUntil((folder) =>
    withFake(async (fake) => {
      const count = fill(join(makeSite(folder), 'articles'));
      const plan = await translate(folder, fake, '--dry-run');
      const done = await translate(folder, fake, '--yes');
      const off = Math.abs(plan.report.characters - fake.usage) / fake.usage;
      console.log(`\nestimate against bill, ${name}: ${count} articles`);
      console.log(
        `  estimated ${plan.report.characters}, reported ${done.report.characters}, billed ${fake.usage}: ${(off * 100).toFixed(3)} % off`,
      );
      console.log(`  requests estimated ${plan.report.requests}, made ${done.report.requests}`);
    }),
  );
}

/** @param folder of Markdown articles to estimate; the sample without it */
export async function benchTranslate(folder?: string): Promise<void> {
  if (folder === undefined) {
    await compareEstimate('the sample, nothing of it translated', (articles) => {
      cpSync(join(root, 'articles'), articles, {
        recursive: true,
        filter: (path) => !path.endsWith('.jsonl'),
      });
      return readdirSync(articles).length;
    });
    await benchThroughput();
    return;
  }
  await compareEstimate(folder, (articles) => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
    for (const name of names) {
      cpSync(join(folder, name), join(articles, `${slugOf(name)}.md`));
    }
    return names.length;
  });
}
