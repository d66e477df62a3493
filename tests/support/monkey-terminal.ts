/** A monkey at the built program in a real terminal. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildState } from '../../src/core/load.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { countStatuses, progressOf } from '../../src/review/summary.ts';
import {
  KEY,
  makePlace,
  openTerminal,
  type Place,
  type StoryTerminal,
} from '../stories/terminal.ts';
import { drawSteps, type Step } from './monkey.ts';
import { ARTICLE_FILES, CEDICT, TERMS } from './monkey-world.ts';

const SLUGS = ['tide', 'old', 'river'] as const;
const CONFIG = { signOffs: 1 };

function textOf({ folder }: Place, path: string): string | null {
  try {
    return readFileSync(join(folder, path), 'utf8');
  } catch {
    return null;
  }
}

/** An article as its files have it. */
function onDisk(place: Place, slug: string): ArticleState {
  const files = {
    slug,
    article: textOf(place, `articles/${slug}.md`) ?? '',
    zh: textOf(place, `locales/zh/${slug}.json`),
    en: textOf(place, `locales/en/${slug}.json`),
    review: textOf(place, `articles/${slug}.review.jsonl`),
  };
  return buildState(files, CONFIG);
}

/** Files of the workspace that do not parse. */
function unreadableIn(place: Place): readonly string[] {
  const folders = ['articles', 'locales/zh', 'locales/en'];
  const paths = folders.flatMap((folder) => {
    const whole = join(place.folder, folder);
    return statSync(whole, { throwIfNoEntry: false }) === undefined
      ? []
      : readdirSync(whole).map((name) => `${folder}/${name}`);
  });
  return paths.flatMap((path) => {
    try {
      const text = textOf(place, path) ?? '';
      if (path.endsWith('.json')) JSON.parse(text);
      if (path.endsWith('.jsonl'))
        text
          .split('\n')
          .filter(Boolean)
          .forEach((line) => JSON.parse(line));
      return [];
    } catch (error) {
      return [`${path}: ${String(error)}`];
    }
  });
}

interface SavedPair {
  readonly slug: string;
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}

function approvedIn(state: ArticleState): readonly SavedPair[] {
  return state.units.flatMap(({ key, status, pair }) =>
    status === 'reviewed' && pair !== undefined ? [{ slug: state.article.slug, key, ...pair }] : [],
  );
}

/** Pairs that no sign-off in the files tells of: nothing ever takes one out. */
function lostIn(place: Place, pairs: readonly SavedPair[]): readonly string[] {
  const states = new Map(SLUGS.map((slug) => [slug as string, onDisk(place, slug)]));
  return pairs.flatMap(({ slug, key, zh, en }) => {
    const signoffs = states.get(slug)?.records.get(key)?.signoffs ?? [];
    const isThere = signoffs.some((entry) => entry.zh === zh && entry.en === en);
    return isThere ? [] : [`lost in ${slug}: ${zh} / ${en}`];
  });
}

const HEADER = /(tide|old|river).*?(\d+)% (\d+)\/(\d+) /;

/** Whether the review has the keyboard: it has asked for its keys, and not given that back. */
function isReading(terminal: StoryTerminal): boolean {
  const written = terminal.written();
  return written.lastIndexOf('\u001b[>1u') > written.lastIndexOf('\u001b[<u');
}

/** How long screen and files may differ when nothing is typed. */
const PATIENCE_MS = 5000;

interface Compared {
  readonly shown: string;
  readonly held: string;
  readonly state: ArticleState;
}

/** What the header calls done, and what the files hold; null where there is no such header. */
function compared(terminal: StoryTerminal, place: Place): Compared | null {
  const [header = ''] = terminal.rows();
  const [, slug = '', , shown, total] = HEADER.exec(header) ?? [];
  if (slug === '') return null;
  const state = onDisk(place, slug);
  const progress = progressOf(countStatuses(state.units));
  return { shown: `${shown}/${total}`, held: `${progress.done}/${progress.total}`, state };
}

class TerminalMonkey {
  private readonly place: Place;
  private terminal: StoryTerminal | null = null;
  private size = { columns: 100, rows: 30 };
  private code: number | null = null;
  readonly saved = new Map<string, SavedPair>();
  readonly faults: string[] = [];
  sessions = 0;
  looks = 0;

  constructor(place: Place) {
    this.place = place;
  }

  async take(step: Step): Promise<void> {
    if (step.type === 'happening') return this.happening(step.pick);
    const terminal = await this.atWork();
    if (step.type === 'resize') {
      this.size = { columns: step.columns, rows: step.rows };
      return terminal.resize(step.columns, step.rows);
    }
    terminal.send(step.bytes);
    const mayQuit = /[\u0003\u0011qｑ]/.test(Buffer.from(step.bytes).toString());
    return mayQuit ? this.quiet(terminal) : undefined;
  }

  /** Quits, whatever is open. */
  async end(): Promise<void> {
    const terminal = this.terminal;
    if (terminal === null) return;
    for (let tries = 0; tries < 200 && this.code === null; tries += 1) {
      if (tries % 20 === 0) terminal.send(KEY.quit);
      await sleep(25);
    }
    if (this.code === null) {
      this.faults.push(`it does not quit:\n${terminal.rows().join('\n')}`);
      terminal.kill('SIGKILL');
      await terminal.ended;
      this.terminal = null;
      return;
    }
    this.ended(terminal, 0);
  }

  private ended(terminal: StoryTerminal, expected: number): void {
    if (this.code !== expected) {
      this.faults.push(`it ended with ${this.code}: ${terminal.written().slice(-1500)}`);
    }
    const left = terminal.unrestored();
    if (left.length > 0) this.faults.push(`not restored: ${left.join(', ')}`);
    this.faults.push(...unreadableIn(this.place), ...lostIn(this.place, [...this.saved.values()]));
    this.terminal = null;
  }

  /** The terminal, once the program reads its keys. */
  private async atWork(): Promise<StoryTerminal> {
    const terminal = this.terminal ?? this.start();
    for (let waited = 0; this.code === null && !isReading(terminal); waited += 5) {
      if (waited > 20_000) {
        this.faults.push(`it stopped reading keys:\n${terminal.rows().join('\n')}`);
        return terminal;
      }
      await sleep(5);
    }
    if (this.code === null) return terminal;
    this.ended(terminal, 0);
    return this.atWork();
  }

  private start(): StoryTerminal {
    this.code = null;
    this.sessions += 1;
    const environment = {
      VISUAL: 'true',
      DUIZHAO_CEDICT: join(this.place.folder, 'words.u8'),
      DUIZHAO_LANG: this.sessions % 2 === 0 ? 'zh' : 'en',
    };
    const args = this.sessions % 3 === 0 ? [] : ['review', 'tide'];
    const terminal = openTerminal(this.place, { ...this.size, args, environment, checked: true });
    this.terminal = terminal;
    void terminal.ended.then((code) => {
      if (this.terminal === terminal) this.code = code;
    });
    return terminal;
  }

  private async quiet(terminal: StoryTerminal): Promise<void> {
    for (let before = -1; before !== terminal.written().length;) {
      before = terminal.written().length;
      await sleep(60);
    }
  }

  /** Now and then the screen is looked at, or the process is told to end. */
  private async happening(pick: number): Promise<void> {
    const terminal = await this.atWork();
    await this.quiet(terminal);
    if (this.code !== null) return;
    await this.look(terminal);
    if (pick % 20 !== 0 || !isReading(terminal)) return;
    terminal.kill(pick % 40 === 0 ? 'SIGTERM' : 'SIGHUP');
    await terminal.ended;
    this.ended(terminal, 0);
  }

  /** What the header calls done is what the files hold. */
  private async look(terminal: StoryTerminal): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    let seen = compared(terminal, this.place);
    // Nothing is typed meanwhile, so both come to rest.
    while (seen !== null && seen.shown !== seen.held && performance.now() < deadline) {
      await sleep(20);
      seen = compared(terminal, this.place);
    }
    if (seen === null) return;
    const { shown, held, state } = seen;
    if (shown !== held) {
      const units = state.units.map(({ index, status }) => `${index + 1} ${status}`).join(', ');
      this.faults.push(
        `${shown} done, in the files ${held}: ${units}\n${terminal.rows().join('\n')}`,
      );
      return;
    }
    this.looks += 1;
    for (const pair of approvedIn(state)) this.saved.set(JSON.stringify(pair), pair);
  }
}

export interface TerminalRun {
  readonly faults: readonly string[];
  /** Times the program was started. */
  readonly sessions: number;
  /** Times the screen was compared with the files. */
  readonly looks: number;
  /** Different pairs that the screen had called saved. */
  readonly pairs: number;
}

/** Lets a monkey loose at the program for so many keys. */
export async function runTerminal(seed: number, keys: number): Promise<TerminalRun> {
  const place = await makePlace({
    ...ARTICLE_FILES,
    'locales/terms.csv': TERMS,
    'words.u8': CEDICT,
  });
  const monkey = new TerminalMonkey(place);
  try {
    for (const step of drawSteps(seed, keys)) {
      if (monkey.faults.length > 0) break;
      await monkey.take(step);
    }
    await monkey.end();
  } finally {
    await place.remove();
  }
  const { faults, sessions, looks, saved } = monkey;
  return { faults, sessions, looks, pairs: saved.size };
}
