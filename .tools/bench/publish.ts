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

/** Of what is measured more than once, the middle counts. */
const RUNS = 5;

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
  const entries = readdirSync(site, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending)).length;
}

/** What a workspace publishes. */
interface Wanted {
  readonly name: string;
  readonly also: readonly string[];
}

// With an address there are feeds and maps too; with regions there are their pages.
const PAGES: Wanted = { name: 'pages', also: [] };
const ALL: Wanted = { name: 'all but PDF', also: ['docx', 'epub', 'pairs', 'tmx'] };
const PRINTED: Wanted = { name: 'all editions', also: [...ALL.also, 'pdf'] };

function configure(cwd: string, { also }: Wanted): void {
  const publish = { url: 'https://news.example/', variants: ['tw', 'hk'], also };
  writeFileSync(join(cwd, 'duizhao.config.json'), `${JSON.stringify({ publish })}\n`);
}

interface Place {
  readonly folder: string;
  readonly cwd: string;
  readonly attic: Attic;
}

function runnerOf(name: string, before?: () => void): Runner {
  const args = [program, 'publish'];
  return { name, args, ...(before === undefined ? {} : { before }) };
}

function run({ folder, cwd }: Place, runner: Runner, runs = 1): Sample {
  return medianSample(mediansInTurn([{ runner, cwd }], runs, folder));
}

/** Published as if for the first time, and nothing known. */
function coldRun(place: Place): Sample {
  const { cwd, attic } = place;
  return run(
    place,
    runnerOf('cold', () => forget(cwd, attic, '.duizhao')),
  );
}

/** Published as if for the first time: nothing known, and so much as `check` knows. */
function firstRuns(place: Place): { readonly cold: Sample; readonly warm: Runner } {
  const { cwd, attic } = place;
  const cold = coldRun(place);
  run(place, { name: 'check', args: [program, 'check'], codes: [0, 1] });
  const remembered = ['publish', 'publish-whole'].map((name) => `.duizhao/${name}.json`);
  return { cold, warm: runnerOf('warm', () => forget(cwd, attic, ...remembered)) };
}

/** Published again after one article was changed, and after none was. */
function laterRuns(place: Place): { readonly one: Sample; readonly none: Sample } {
  let seed = 7;
  const change = (): void => {
    rewriteArticle(place.cwd, 'letter-0002', SEGMENTS, (seed += 1));
    pause();
  };
  const one = run(place, runnerOf('one changed', change), RUNS);
  return { one, none: run(place, runnerOf('none changed', pause), RUNS) };
}

interface Figures extends ReturnType<typeof laterRuns> {
  readonly cold: Sample;
  /** null: it was not measured. */
  readonly warm: Sample | null;
}

function rowsOf({ name }: Wanted, { cold, warm, one, none }: Figures): [string, Sample][] {
  return [
    ...(warm === null ? [] : [[`${name}: checked before`, warm] as [string, Sample]]),
    [`${name}: nothing known`, cold],
    [`${name}: one article changed`, one],
    [`${name}: nothing changed`, none],
  ];
}

function tellShares({ name }: Wanted, { cold, warm, one, none }: Figures): void {
  const parts = [
    ['one article changed', one],
    ['nothing changed', none],
  ] as const;
  for (const [what, sample] of parts) {
    console.log(`${name}, ${what}: ${percent(sample, cold)} when nothing was known`);
    if (warm === null) continue;
    console.log(`${name}, ${what}: ${percent(sample, warm)} when all is published after a check`);
  }
}

/** PDFs take minutes, whatever else there is: all is published once. */
function printedFigures(place: Place): Figures {
  configure(place.cwd, PRINTED);
  return { cold: coldRun(place), warm: null, ...laterRuns(place) };
}

/**
 * @param count articles of 40 segments, half of them in Chinese
 * @param pdf `pdf`: with PDFs too, which takes a Chromium and some minutes
 */
export function benchPublish(count = '1000', pdf = ''): void {
  withFolder((folder) => {
    const cwd = join(folder, 'workspace');
    const plain = join(folder, 'eleventy');
    const place = { folder, cwd, attic: new Attic(join(folder, 'attic')) };
    const articles = Number(count);
    writeWorkspace(cwd, { articles, segments: SEGMENTS });
    configure(cwd, PAGES);
    const first = firstRuns(place);
    writeEleventy(plain, join(cwd, 'site'));
    // As `forget` does for ours: both write files that are not there yet.
    const before = (): void => place.attic.take(join(plain, 'out'));
    const theirs = { name: 'eleventy', args: [eleventy, '--quiet'], before };
    const pair = [
      { runner: first.warm, cwd },
      { runner: theirs, cwd: plain },
    ];
    const [warm, reference] = mediansInTurn(pair, RUNS, folder) as [Sample, Sample];
    const pages = { ...laterRuns(place), cold: first.cold, warm };
    const site = join(cwd, 'site');
    const [html, markdown] = [countFiles(site, '.html'), countFiles(site, '.md')];
    configure(cwd, ALL);
    const { cold, warm: again } = firstRuns(place);
    const all = { cold, warm: run(place, again, RUNS), ...laterRuns(place) };
    const files = countFiles(site, '');
    const printed = pdf === 'pdf' ? printedFigures(place) : null;
    const plainPages = articles * MARKDOWN;
    printTable(
      `publish: ${articles} articles of ${SEGMENTS} segments; ${plainPages} pages by Eleventy, by duizhao ${html} of HTML and ${markdown} of Markdown; ${ALL.name}: ${files} files`,
      new Map([
        ['Eleventy, plain pages', reference],
        ...rowsOf(PAGES, pages),
        ...rowsOf(ALL, all),
        ...(printed === null ? [] : rowsOf(PRINTED, printed)),
      ]),
    );
    const other = { sample: reference, pages: plainPages };
    console.log(`a page of HTML: ${perPage({ sample: warm, pages: html }, other)}`);
    console.log(
      `a page of HTML or Markdown: ${perPage({ sample: warm, pages: html + markdown }, other)}`,
    );
    tellShares(PAGES, pages);
    tellShares(ALL, all);
    if (printed !== null) tellShares(PRINTED, printed);
  });
}
