/** What a request costs, written down before it is sent, and what became of it. */
import type { Engine, EngineError, EngineTranslation, Books } from '../ports.ts';
import type { Batch } from './batches.ts';
import { nameOfAnswer } from './kept.ts';
import { billableCharacters } from './plan.ts';

/** Keeps the books of one engine in one run. Every method is durable when it resolves. */
export interface Accounts {
  /** Characters that caps leave for requests not yet sent. */
  readonly room: number;
  /** Reserves a request's characters and writes it down. */
  sent(batch: Batch): Promise<string>;
  answered(id: string, batch: Batch, answers: readonly EngineTranslation[]): Promise<void>;
  failed(id: string, batch: Batch, error: EngineError): Promise<void>;
  /** Requests that may have been charged without an answer that could be used. */
  readonly perhapsBilled: { readonly requests: number; readonly characters: number };
}

/** Characters of a request, as far as is known before it is sent. */
export function batchCharacters(batch: Batch): number {
  return billableCharacters(batch.jobs);
}

function total(answers: readonly EngineTranslation[], of: 'billed' | 'tokens'): number {
  return answers.reduce((sum, answer) => sum + (answer[of] ?? 0), 0);
}

interface Setting {
  readonly engine: Engine;
  readonly books: Books;
  /** Name of the invocation. */
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** Characters that caps leave. */
  readonly room: number;
}

/** Accounts of an engine that charges. */
export class PaidAccounts implements Accounts {
  room: number;
  private readonly setting: Setting;
  private readonly open = new Map<string, number>();
  private requests = 0;

  constructor(setting: Setting) {
    this.setting = setting;
    this.room = setting.room;
  }

  get perhapsBilled(): { readonly requests: number; readonly characters: number } {
    const characters = [...this.open.values()].reduce((sum, count) => sum + count, 0);
    return { requests: this.open.size, characters };
  }

  async sent(batch: Batch): Promise<string> {
    const { books, run, now, engine } = this.setting;
    const characters = batchCharacters(batch);
    this.requests += 1;
    const id = `${run}-${engine.id}-${this.requests}`;
    this.room -= characters;
    this.open.set(id, characters);
    await books.ledger.append({
      type: 'sent',
      id,
      at: now(),
      run,
      engine: engine.id,
      slug: batch.slug,
      keys: batch.jobs.map((job) => job.unit.key),
      characters,
    });
    return id;
  }

  /** The answers first: an answer that is paid for and lost would be paid for again. */
  async answered(id: string, batch: Batch, answers: readonly EngineTranslation[]): Promise<void> {
    const { books, now, engine } = this.setting;
    const at = now();
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    const kept = batch.jobs.flatMap((job) => {
      const answer = byId.get(job.unit.key);
      if (answer === undefined) return [];
      const { text, billed, model } = answer;
      const facts = model === undefined ? { text, billed } : { text, billed, model };
      return [{ ...nameOfAnswer(engine, batch, job), ...facts, at }];
    });
    await books.answers.keep(kept);
    const billed = total(answers, 'billed');
    const tokens = total(answers, 'tokens');
    this.room += (this.open.get(id) ?? 0) - billed;
    this.open.delete(id);
    const entry = { type: 'answered', id, at, billed } as const;
    await books.ledger.append(tokens === 0 ? entry : { ...entry, tokens });
  }

  async failed(id: string, batch: Batch, error: EngineError): Promise<void> {
    const { books, now } = this.setting;
    const { failure, perhapsBilled } = error;
    if (!perhapsBilled) {
      this.room += batchCharacters(batch);
      this.open.delete(id);
    }
    await books.ledger.append({ type: 'failed', id, at: now(), failure, perhapsBilled });
  }
}

/** Accounts of an engine that costs nothing. */
export const FREE_ACCOUNTS: Accounts = {
  room: Number.POSITIVE_INFINITY,
  sent: () => Promise.resolve(''),
  answered: () => Promise.resolve(),
  failed: () => Promise.resolve(),
  perhapsBilled: { requests: 0, characters: 0 },
};
