/**
 * A review on a real terminal, killed at a random instant and started again: whatever the screen had
 * called saved has to be in the files, once.
 */
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  KEY,
  makePlace,
  openTerminal,
  type Place,
  type StoryTerminal,
} from '../stories/terminal.ts';
import { seeded } from './seeded.ts';

const SLUG = 'night-train';

/** Source and target; the sources' order is that of the article. */
const PAIRS = [
  ['夜班列车晚点四十分钟', 'The night train is forty minutes late'],
  ['The platform was full by ten.', '十点钟，站台上就挤满了人。'],
  ['A vendor sold out of tea.', '一个小贩的茶卖光了。'],
  ['Nobody knew why it had stopped.', '没有人知道它为什么停下。'],
  ['The guard read the notice twice.', '乘务员把通知念了两遍。'],
  ['Two students slept on their bags.', '两个学生枕着行李睡着了。'],
  ['At eleven the lights came on.', '十一点，灯亮了。'],
  ['The train left without a sound.', '列车悄无声息地开走了。'],
] as const;

const ARTICLE = `---\ntitle: ${PAIRS[0][0]}\n---\n\n${PAIRS.slice(1)
  .map(([source]) => source)
  .join('\n\n')}\n`;

export interface KillOptions {
  readonly runs: number;
  readonly seed: number;
  /** Where workspaces and journals go; the system's temporary folder unless told otherwise. */
  readonly parent?: string;
  /** Whether the file system under `parent` fills up during each run. */
  readonly fill?: boolean;
  readonly progress?: (run: number) => void;
}

export interface KillReport {
  readonly runs: number;
  /** Pairs that a screen had called saved before its process was killed. */
  readonly confirmed: number;
  /** Runs that were killed in the middle of their work. */
  readonly cut: number;
  /** Runs in which the disk did not take everything at some time. */
  readonly refused: number;
  readonly unreadable: readonly string[];
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

interface Seen {
  /** Pairs called saved so far. */
  saved: number;
  refused: boolean;
}

/** Notes what the header says: so many are done, and they are on disk. */
function note(seen: Seen, rows: readonly string[]): void {
  const header = rows[0] ?? '';
  if (header.includes('NOT SAVED')) {
    seen.refused = true;
    return;
  }
  const done = Number(/ (\d+)\/\d+ /.exec(header)?.[1] ?? 0);
  seen.saved = Math.max(seen.saved, done);
}

/** Types and confirms one segment after the other, with pauses, until it is killed. */
async function review(terminal: StoryTerminal, draw: () => number, seen: Seen): Promise<void> {
  terminal.send(KEY.enter);
  for (const [, target] of PAIRS) {
    const half = Math.floor(draw() * target.length);
    terminal.send(target.slice(0, half));
    if (draw() < 0.5) await sleep(draw() * 30);
    terminal.send(target.slice(half));
    if (draw() < 0.5) await sleep(draw() * 30);
    terminal.send(KEY.enter);
    if (draw() < 0.3) await sleep(draw() * 60);
    note(seen, terminal.rows());
  }
}

const FILLER = 'filler';

/** Leaves so many bytes free, in whole pages. */
function fillUp(parent: string, free: number): void {
  const path = join(parent, FILLER);
  let size = 0;
  const page = Buffer.alloc(4096);
  try {
    for (;;) {
      writeFileSync(path, page, { flag: 'a' });
      size += page.length;
    }
  } catch {
    truncateSync(path, Math.max(0, size - free));
  }
}

function makeRoom(parent: string): void {
  rmSync(join(parent, FILLER), { force: true });
}

function filesOf({ folder }: Place): readonly (readonly [string, string])[] {
  const paths = [
    `articles/${SLUG}.review.jsonl`,
    `locales/zh/${SLUG}.json`,
    `locales/en/${SLUG}.json`,
  ];
  return paths
    .filter((path) => existsSync(join(folder, path)))
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
}

function unreadableIn(place: Place): string[] {
  const faults: string[] = [];
  for (const [path, text] of filesOf(place)) {
    try {
      const parts = path.endsWith('.jsonl')
        ? text.split('\n').filter((line) => line !== '')
        : [text];
      for (const part of parts) JSON.parse(part);
    } catch (error) {
      faults.push(`${path}: ${String(error)}`);
    }
  }
  return faults;
}

function keysIn(text: string): string[] {
  return [...text.matchAll(/^ {2}"([a-z][a-z0-9]*)":/gm)].map((found) => found[1] ?? '');
}

function lostIn(place: Place, saved: number): string[] {
  const files = new Map(filesOf(place));
  const read = (lang: string): string[] =>
    Object.values(JSON.parse(files.get(`locales/${lang}/${SLUG}.json`) ?? '{}') as object);
  const texts = new Set([...read('zh'), ...read('en')]);
  return PAIRS.slice(0, saved)
    .filter((pair) => pair.some((text) => !texts.has(text)))
    .map(([source]) => source);
}

interface Line {
  readonly key: string;
  readonly signoffs?: readonly { readonly at: string }[];
}

function doubledIn(place: Place): string[] {
  const twice: string[] = [];
  for (const [path, text] of filesOf(place)) {
    const isReview = path.endsWith('.jsonl');
    const lines = isReview
      ? text
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as Line)
      : [];
    const keys = isReview ? lines.map(({ key }) => key) : keysIn(text);
    if (new Set(keys).size !== keys.length) twice.push(`${path}: a key`);
    for (const { key, signoffs = [] } of lines) {
      if (signoffs.length > 1) twice.push(`${path}: ${signoffs.length} sign-offs of ${key}`);
    }
  }
  return twice;
}

const OPTIONS = { args: ['review', SLUG], columns: 120, rows: 30 };

/** About how long a whole review takes here, in milliseconds; measured by the first run. */
let whole = 600;

async function killOne(place: Place, draw: () => number, options: KillOptions): Promise<Seen> {
  const { parent = '', fill = false } = options;
  const seen: Seen = { saved: 0, refused: false };
  const terminal = openTerminal(place, OPTIONS);
  await terminal.shows('Segments');
  const started = performance.now();
  const killing = sleep(draw() * whole * 1.1).then(() => terminal.kill('SIGKILL'));
  const filling = fill
    ? sleep(draw() * whole * 0.4).then(() => fillUp(parent, Math.floor(draw() * 3) * 4096))
    : null;
  await Promise.race([review(terminal, draw, seen), terminal.ended]);
  await Promise.race([finished(terminal), terminal.ended]);
  if (seen.saved === PAIRS.length) whole = Math.max(300, performance.now() - started);
  await Promise.all([killing, filling]);
  await terminal.ended;
  note(seen, terminal.rows());
  return seen;
}

function finished(terminal: StoryTerminal): Promise<unknown> {
  const all = ` ${PAIRS.length}/${PAIRS.length} `;
  return terminal.until(([header = '']) => header.includes(all)).catch(() => undefined);
}

/** Starts again, waits until everything is there, and quits. */
async function startAgain(place: Place): Promise<void> {
  const terminal = openTerminal(place, OPTIONS);
  await terminal.shows('Segments');
  terminal.send(KEY.quit);
  await terminal.ended;
}

function leftIn({ state }: Place): boolean {
  if (!existsSync(state)) return false;
  return readdirSync(state, { recursive: true }).some((name) => String(name).includes('journal-'));
}

/** Kills so many reviews, and tells what that did to their files. */
export async function killReviews(options: KillOptions): Promise<KillReport> {
  const draw = seeded(options.seed);
  const unreadable: string[] = [];
  const lost: string[] = [];
  const doubled: string[] = [];
  let [confirmed, cut, refused] = [0, 0, 0];
  for (let run = 0; run < options.runs; run++) {
    const place = await makePlace({ [`articles/${SLUG}.md`]: ARTICLE }, options.parent);
    const name = (fault: string): string => `run ${run}: ${fault}`;
    try {
      const seen = await killOne(place, draw, options);
      if (options.parent !== undefined) makeRoom(options.parent);
      unreadable.push(...unreadableIn(place).map(name));
      await startAgain(place);
      unreadable.push(...unreadableIn(place).map(name));
      lost.push(...lostIn(place, seen.saved).map(name));
      doubled.push(...doubledIn(place).map(name));
      if (leftIn(place)) lost.push(name('a journal that was not recovered'));
      confirmed += seen.saved;
      if (seen.saved < PAIRS.length) cut += 1;
      if (seen.refused) refused += 1;
    } finally {
      await place.remove();
    }
    options.progress?.(run + 1);
  }
  return { runs: options.runs, confirmed, cut, refused, unreadable, lost, doubled };
}
