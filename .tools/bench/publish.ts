/** `publish` of a whole newsroom's articles, beside Eleventy rendering the same Markdown to plain pages. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../run.ts';
import {
  measureOnce,
  median,
  printTable,
  withFolder,
  type Runner,
  type Sample,
} from './measure.ts';
import { rewriteArticle, writeWorkspace } from './workspace.ts';

const program = join(root, 'dist', 'duizhao.js');
const eleventy = fileURLToPath(new URL('../cmd.cjs', import.meta.resolve('@11ty/eleventy')));

const SEGMENTS = 40;

/** Files of Markdown an article: as many pages as Eleventy makes. */
const MARKDOWN = 3;

const CONFIG = `export default function (config) {
  config.setUseGitIgnore(false);
  return {
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    dir: { input: 'in', output: 'out', includes: '../layouts' },
  };
}
`;

const LAYOUT =
  '<!doctype html>\n<html><head><meta charset="utf-8"><title>x</title></head><body>{{ content }}</body></html>\n';

/** A project of Eleventy's with the Markdown that was published. */
function writeEleventy(folder: string, site: string): void {
  mkdirSync(join(folder, 'in'), { recursive: true });
  mkdirSync(join(folder, 'layouts'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(folder, 'eleventy.config.js'), CONFIG);
  writeFileSync(join(folder, 'layouts', 'page.liquid'), LAYOUT);
  writeFileSync(join(folder, 'in', 'in.json'), '{ "layout": "page.liquid" }\n');
  for (const view of ['zh', 'en', 'duizhao']) {
    cpSync(join(site, view), join(folder, 'in', view), {
      recursive: true,
      filter: (path) => !path.endsWith('.html'),
    });
  }
}

function removeRecords(cwd: string): void {
  const articles = join(cwd, 'articles');
  for (const name of readdirSync(articles)) {
    if (name.endsWith('.published.jsonl')) rmSync(join(articles, name));
  }
}

/** Out of the way, not deleted: some file systems make files slowly right after many were deleted. */
class Attic {
  private readonly folder: string;
  private count = 0;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  take(path: string): void {
    if (!existsSync(path)) return;
    this.count += 1;
    renameSync(path, join(this.folder, String(this.count)));
  }
}

/** Nobody publishes twice within seconds, and what is younger than these cannot be told by its times. */
const PAUSE = 3000;

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}

/** As if nothing had been published; with further names nothing is remembered either. */
function forget(cwd: string, attic: Attic, ...names: readonly string[]): void {
  for (const name of ['site', '.duizhao/spare', ...names]) attic.take(join(cwd, name));
  removeRecords(cwd);
}

interface Timed {
  readonly runner: Runner;
  readonly cwd: string;
}

function medianSample(samples: readonly Sample[]): Sample {
  return {
    cpu: median(samples.map(({ cpu }) => cpu)),
    wall: median(samples.map(({ wall }) => wall)),
  };
}

/** Medians of several, run in turn: a machine has slow minutes, and they are to meet all of them. */
function mediansInTurn(timed: readonly Timed[], runs: number, state: string): readonly Sample[] {
  const rounds = Array.from({ length: runs }, () =>
    timed.map(({ runner, cwd }) => measureOnce(runner, { cwd, state })),
  );
  return timed.map((_, at) => medianSample(rounds.flatMap((round) => round[at] ?? [])));
}

function percent(part: Sample, whole: Sample): string {
  const share = (a: number, b: number): string => `${((a / b) * 100).toFixed(1)} %`;
  return `${share(part.wall, whole.wall)} of wall and ${share(part.cpu, whole.cpu)} of processor time`;
}

interface Made {
  readonly sample: Sample;
  readonly pages: number;
}

/** Of a page: wall time, processor time, and both as multiples of the other's. */
function perPage(own: Made, other: Made): string {
  const figures = (['wall', 'cpu'] as const).map((clock) => {
    const of = ({ sample, pages }: Made): number => sample[clock] / pages;
    const name = clock === 'wall' ? 'wall' : 'processor';
    return `${name} ${of(own).toFixed(2)} ms, ${of(other).toFixed(2)} ms by Eleventy, ${(of(own) / of(other)).toFixed(2)}x`;
  });
  return figures.join('; ');
}

function countFiles(site: string, ending: string): number {
  const names = readdirSync(site, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(ending)).length;
}

/** @param count articles of 40 segments, half of them in Chinese */
export function benchPublish(count = '1000'): void {
  withFolder((folder) => {
    const cwd = join(folder, 'workspace');
    const plain = join(folder, 'eleventy');
    const articles = Number(count);
    const attic = new Attic(join(folder, 'attic'));
    writeWorkspace(cwd, { articles, segments: SEGMENTS });
    // With an address there are feeds and maps too; with regions there are all editions.
    const config = { publish: { url: 'https://news.example/', variants: ['tw', 'hk'] } };
    writeFileSync(join(cwd, 'duizhao.config.json'), `${JSON.stringify(config)}\n`);
    const publish = (name: string, before?: () => void): Runner => ({
      name,
      args: [program, 'publish'],
      ...(before === undefined ? {} : { before }),
    });
    let seed = 7;
    const change = (): void => {
      rewriteArticle(cwd, 'letter-0002', SEGMENTS, (seed += 1));
      pause();
    };
    const run = (runner: Runner, runs = 1): Sample =>
      medianSample(mediansInTurn([{ runner, cwd }], runs, folder));
    const cold = run(publish('cold', () => forget(cwd, attic, '.duizhao')));
    run({ name: 'check', args: [program, 'check'], codes: [0, 1] });
    writeEleventy(plain, join(cwd, 'site'));
    // As `forget` does for ours: both write files that are not there yet.
    const before = (): void => attic.take(join(plain, 'out'));
    const ours = publish('warm', () => forget(cwd, attic, '.duizhao/publish.json'));
    const theirs = { name: 'eleventy', args: [eleventy, '--quiet'], before };
    const pair = [
      { runner: ours, cwd },
      { runner: theirs, cwd: plain },
    ];
    const [warm, reference] = mediansInTurn(pair, 5, folder) as [Sample, Sample];
    const one = run(publish('one changed', change), 5);
    const none = run(publish('none changed', pause), 5);
    const clean = run({ name: 'clean', args: [program, 'publish', '--clean'] });
    const medians = new Map([
      ['Eleventy, plain pages', reference],
      ['duizhao publish, checked before', warm],
      ['duizhao publish, nothing known', cold],
      ['duizhao publish --clean', clean],
      ['one article changed', one],
      ['nothing changed', none],
    ]);
    const site = join(cwd, 'site');
    const [html, markdown] = [countFiles(site, '.html'), countFiles(site, '.md')];
    const plainPages = articles * MARKDOWN;
    printTable(
      `publish: ${articles} articles of ${SEGMENTS} segments; ${plainPages} pages by Eleventy, by duizhao ${html} of HTML and ${markdown} of Markdown`,
      medians,
    );
    const other = { sample: reference, pages: plainPages };
    console.log(`a page of HTML: ${perPage({ sample: warm, pages: html }, other)}`);
    console.log(
      `a page of HTML or Markdown: ${perPage({ sample: warm, pages: html + markdown }, other)}`,
    );
    for (const [name, sample] of [
      ['one article changed', one],
      ['nothing changed', none],
    ] as const) {
      console.log(`${name}: ${percent(sample, warm)} when all is published after a check`);
      console.log(`${name}: ${percent(sample, cold)} when nothing was known`);
    }
  });
}
