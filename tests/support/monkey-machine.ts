/** A monkey at the review machine, without a terminal; after each key it is asked whether all is well. */
import type { ArticleState } from '../../src/core/state.ts';
import { createTranslate } from '../../src/interface.ts';
import type { Event, Input } from '../../src/review/event.ts';
import type { View } from '../../src/review/screen/row.ts';
import type { ReviewState } from '../../src/review/state.ts';
import { createDecoder, type Decoder } from '../../src/ui/input/decoder.ts';
import { type Desk, sitDown } from '../review/desk.ts';
import { drawSteps, type Happening, sayStep, shrink, type Step } from './monkey.ts';
import {
  checkCommits,
  checkFocus,
  checkJot,
  checkLines,
  checkPairs,
  checkScreen,
  expectThat,
  Fault,
  targetsIn,
  typedIn,
  unsavedTexts,
} from './monkey-checks.ts';
import { CEDICT, happen, monkeyArticles, TERMS } from './monkey-world.ts';

export interface MachineParts {
  readonly articles: readonly ArticleState[];
  readonly terms: string;
  readonly dictionary: string;
  readonly signOffs: number;
  readonly lang: 'zh' | 'en';
  readonly ascii: boolean;
  /** Keys of one read come without anything being answered between them. */
  readonly burst: boolean;
}

/** A desk for a seed: every language, frame and rule has its turn. */
function machineParts(seed: number): MachineParts {
  const signOffs = seed % 5 === 0 ? 2 : 1;
  return {
    articles: monkeyArticles(signOffs),
    terms: TERMS,
    dictionary: CEDICT,
    signOffs,
    lang: seed % 2 === 0 ? 'zh' : 'en',
    ascii: seed % 3 === 0,
    burst: seed % 4 === 0,
  };
}

/** Keys by which a person throws away what they typed. */
const GIVES_UP: ReadonlySet<string> = new Set(['M-k', 'x']);

function givesUp(event: Event): boolean {
  return event.type === 'key' && GIVES_UP.has(event.name);
}

/** The segment that is typed in. */
function keyOf({ session }: ReviewState): string | undefined {
  return session?.editor?.key;
}

function isStuck({ closed, saving, opening }: ReviewState): boolean {
  return !closed && (saving !== null || opening !== null);
}

class MachineMonkey {
  private readonly parts: MachineParts;
  private readonly view: View;
  private desk: Desk;
  private decoder: Decoder = createDecoder();
  private isFull = false;
  private seconds = 0;
  readonly counts = { keys: 0, signOffs: 0, sessions: 1 };

  constructor(parts: MachineParts, view: View, desk: Desk) {
    this.parts = parts;
    this.view = view;
    this.desk = desk;
  }

  async take(step: Step): Promise<void> {
    if (step.type === 'bytes') await this.keys(step.bytes);
    else if (step.type === 'happening') await this.happening(step.name, step.pick);
    else await this.tell([{ type: 'resize', size: { columns: step.columns, rows: step.rows } }]);
  }

  async end(): Promise<void> {
    this.setFull(false);
    for (let tries = 0; tries < 6 && !this.desk.program.state().closed; tries += 1) {
      await this.tell([{ type: 'key', name: 'C-q', at: this.tick() }]);
    }
    expectThat(this.desk.program.state().closed, 'Ctrl+Q does not end the review');
    this.close();
  }

  private tick = (): string => {
    this.seconds += 1;
    return new Date(Date.UTC(2024, 5, 1, 9, 0, this.seconds)).toISOString();
  };

  private setFull(isFull: boolean): void {
    this.isFull = isFull;
    this.desk.fail(isFull ? 'ENOSPC: the disk is full.' : null);
  }

  private async keys(bytes: Uint8Array): Promise<void> {
    const events = [...this.decoder.feed(bytes), ...this.decoder.flush()];
    const inputs = events.flatMap((event): Input[] => {
      if (event.type === 'cursor') return [];
      const at = this.tick();
      if (event.type !== 'mouse') return [{ ...event, at }];
      return event.action === 'move' ? [] : [{ ...event, action: event.action, at }];
    });
    this.counts.keys += inputs.length;
    if (this.parts.burst) await this.tell(inputs);
    else for (const input of inputs) await this.tell([input]);
  }

  private async happening(name: Happening, pick: number): Promise<void> {
    const state = this.desk.program.state();
    if (name === 'full-disk') this.setFull(!this.isFull);
    const events = happen({ name, pick, desk: this.desk, state, tick: this.tick });
    await this.tell(events);
  }

  private async tell(events: readonly Event[]): Promise<void> {
    if (events.length === 0) return;
    const before = this.desk.program.state();
    if (before.closed) await this.sitDownAgain();
    for (const event of events) this.desk.program.send(event);
    await this.desk.program.settled();
    this.check(before, events);
    if (this.desk.program.state().closed) this.close();
  }

  private check(before: ReviewState, events: readonly Event[]): void {
    const state = this.desk.program.state();
    if (state === before) return;
    expectThat(!isStuck(state), 'keys are held back although nothing is under way');
    // As the painter does: signs that lines are drawn with would be two cells wide.
    const view = state.ambiguousWide ? { ...this.view, ascii: true } : this.view;
    checkScreen(state, view);
    if (this.counts.keys % 8 === 0) checkLines(state, view);
    checkJot(this.desk, state);
    checkFocus(state);
    checkPairs(this.desk, state);
    const [only] = events.length === 1 ? events : [];
    if (only !== undefined && !before.closed) this.checkTyped(before, only);
  }

  /** What was typed before a key is in the editor still, or in the files, or said to be unsaved. */
  private checkTyped(before: ReviewState, event: Event): void {
    const typed = typedIn(before);
    const state = this.desk.program.state();
    const isThere = !state.closed && keyOf(state) === keyOf(before);
    if (typed === null || isThere || givesUp(event)) return;
    const text = typed.text.trim();
    const known = [...targetsIn(this.desk.article(typed.slug)), ...unsavedTexts(state)];
    expectThat(text === '' || known.includes(text), `typed and lost: ${typed.text}`);
  }

  private slugs(): readonly string[] {
    return this.parts.articles.map(({ article }) => article.slug);
  }

  private close(): void {
    expectThat(this.desk.quits() === 1, `it quits ${this.desk.quits()} times`);
    const { commits } = this.desk;
    const articles = this.slugs().map((slug) => this.desk.article(slug));
    checkCommits(articles, commits);
    this.counts.signOffs += commits.filter(({ type }) => type === 'sign-off').length;
  }

  private async sitDownAgain(): Promise<void> {
    const { size } = this.desk.program.state();
    const articles = this.slugs().map((slug) => this.desk.article(slug));
    const { terms, dictionary, signOffs } = this.parts;
    this.desk = await sitDown({ articles, size, terms, dictionary, signOffs });
    this.setFull(false);
    this.decoder = createDecoder();
    this.counts.sessions += 1;
  }
}

export interface MachineRun {
  /** What went wrong, and after which step; null when nothing did. */
  readonly fault: { readonly step: number; readonly what: string } | null;
  readonly counts: MachineMonkey['counts'];
}

/** Lets a monkey loose. Never throws. */
async function runMachine(parts: MachineParts, steps: readonly Step[]): Promise<MachineRun> {
  const { terms, dictionary, signOffs, articles, ascii } = parts;
  const desk = await sitDown({ articles, terms, dictionary, signOffs, slug: 'tide' });
  const monkey = new MachineMonkey(parts, { t: await createTranslate(parts.lang), ascii }, desk);
  let at = 0;
  try {
    for (const step of steps) {
      await monkey.take(step);
      at += 1;
    }
    await monkey.end();
    return { fault: null, counts: monkey.counts };
  } catch (error) {
    const what = error instanceof Fault ? error.message : String((error as Error).stack);
    return { fault: { step: at, what }, counts: monkey.counts };
  }
}

/**
 * Lets the monkey of a seed loose for so many keys.
 * @returns what went wrong, with the fewest steps that lead to it; '' when nothing did
 */
export async function monkeyAtMachine(
  seed: number,
  keys: number,
): Promise<{ readonly fault: string; readonly signOffs: number }> {
  const parts = machineParts(seed);
  const steps = drawSteps(seed, keys);
  const { fault, counts } = await runMachine(parts, steps);
  if (fault === null) return { fault: '', signOffs: counts.signOffs };
  const least = await shrink(steps.slice(0, fault.step + 1), async (fewer) => {
    return (await runMachine(parts, fewer)).fault !== null;
  });
  const { fault: small } = await runMachine(parts, least);
  const said = [`seed ${seed}: ${(small ?? fault).what}`, ...least.map(sayStep)];
  return { fault: said.join('\n'), signOffs: counts.signOffs };
}
