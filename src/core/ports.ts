/**
 * What the commands need of the world, as types. `services.ts` hands them the adapters that fit.
 */
import type { ArticleState } from './state.ts';
import type { Lang } from './model.ts';
import type { Operation } from './operations.ts';

/** The workspace on disk. Every method throws `UserError` for what a user can mend. */
export interface Workspace {
  readonly root: string;
  /** Slugs of all articles, sorted by code unit. */
  slugs(): Promise<readonly string[]>;
  /** An article with its pairs and records, as they stand now; a pending journal is applied first. */
  open(slug: string): Promise<ArticleState>;
  /** Applies operations to the files. They are durable when the promise resolves; all or none. */
  commit(slug: string, operations: readonly Operation[]): Promise<ArticleState>;
  /** Journals an operation that may still change (a draft being typed): survives a kill, cheap. */
  jot(slug: string, operation: Operation): Promise<void>;
  /** Writes a new article. Throws `UserError` when one of that slug exists. */
  create(slug: string, text: string): Promise<void>;
  /** Files that belong to no article: articles whose name is no slug, and others; sorted paths. */
  strangers(): Promise<{
    readonly articles: readonly string[];
    readonly others: readonly string[];
  }>;
  /** Text of `locales/terms.csv`, or null when there is none. */
  terms(): Promise<string | null>;
  /** Rewrites the term base from what it holds at that moment, as one step. */
  editTerms(edit: (text: string | null) => string): Promise<void>;
  /** By slug, in their order, a hash of all that an article's state depends on: the same means the same state. */
  fingerprints(slugs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What was remembered under a name, or null. It may be gone at any time. */
  recall(name: string): Promise<unknown>;
  /** Remembers a value that can be made again. Never rejects: a cache that fails is no cache. */
  remember(name: string, value: unknown): Promise<void>;
  /** The same, as bytes: of what is large and knows itself whether it is whole. */
  recallBytes(name: string): Promise<Uint8Array | null>;
  /** Remembers bytes, one part after the other. Never rejects. */
  rememberBytes(name: string, parts: readonly Uint8Array[]): Promise<void>;
  /** Writes what processes that died had journalled; how many records that changed, by slug. */
  recover(): Promise<ReadonlyMap<string, number>>;
  /**
   * Calls back when files may have changed on disk, by whomever: with the slugs of their articles, or
   * null when it may be any. Gives back the way to stop.
   */
  watch(changed: (slugs: readonly string[] | null) => void): () => void;
  /** To be called when nothing more will be written. */
  close(): Promise<void>;
}

export interface EngineText {
  readonly id: string;
  /** With `tagged`: XML with `<g id="n">…</g>`, `<x id="n"/>` and `<x id="n">kept</x>`; else plain text, nothing escaped. */
  readonly text: string;
}

/** A term of the term base that stands in a request's texts, in the request's direction. */
export interface TermHint {
  readonly source: string;
  readonly target: string;
  readonly note?: string;
}

/** One request: all texts share languages, context and tag setting. */
export interface EngineRequest {
  readonly texts: readonly EngineText[];
  readonly from: Lang;
  readonly to: Lang;
  readonly tagged: boolean;
  /** Running text in the source language; never billed, never translated. */
  readonly context: string;
  /** For engines that take terms with a request; others have them from `prepare`. */
  readonly terms: readonly TermHint[];
}

export interface EngineTranslation {
  readonly id: string;
  readonly text: string;
  /** Characters the engine says it charged: code points of the source. 0 for an engine that is free. */
  readonly billed: number;
  readonly model?: string;
  /** Tokens that the request took, for engines that count them; on its first text only. */
  readonly tokens?: number;
}

/** The term base as an engine takes it: pairs by direction, valid and without doubles. */
export interface Glossary {
  readonly zhEn: readonly (readonly [zh: string, en: string])[];
  readonly enZh: readonly (readonly [en: string, zh: string])[];
  /** Hash of the content: 16 hexadecimal digits; '' for an empty term base. */
  readonly hash: string;
}

/** What a vendor says of an account. */
export interface EngineUsage {
  readonly used: number;
  /** Null: no limit. */
  readonly limit: number | null;
  /** When the count starts anew, ISO 8601, where the vendor says it. */
  readonly resets?: string;
  /** The key's own share, where it has one. */
  readonly key?: { readonly used: number; readonly limit: number | null };
}

/**
 * A translation engine. `translate` is one attempt: it answers every id exactly once or throws
 * `EngineError`; trying again, and when, is the caller's business.
 */
export interface Engine {
  readonly id: string;
  readonly limits: { readonly texts: number; readonly bytes: number };
  /** Nothing it does costs anything: no caps, no ledger. */
  readonly free: boolean;
  /** How it learns of terms: from `prepare`, with each request, or not at all. */
  readonly takesTerms: 'glossary' | 'request' | 'never';
  /** What shapes an answer besides text, context and terms (variant, model, style …), as one stable line without secrets. */
  settings(from: Lang): string;
  /** Size in bytes of the request as the engine will send it. */
  size(request: EngineRequest): number;
  translate(request: EngineRequest, signal?: AbortSignal): Promise<readonly EngineTranslation[]>;
  /** Makes the vendor's glossary equal to the term base. Called once, before the first request of a run. */
  prepare?(glossary: Glossary, signal?: AbortSignal): Promise<void>;
  usage?(signal?: AbortSignal): Promise<EngineUsage>;
}

export type EngineFailure =
  | 'auth' // key refused, or it may not do this
  | 'quota' // budget at the vendor used up
  | 'rate' // too many requests
  | 'network' // not reached, timed out, or down
  | 'too-large' // the request has to be halved
  | 'rejected' // the vendor will not take this request
  | 'setup' // a glossary, style or model that is not there
  | 'answer'; // short, long, empty or doubled answer

export interface EngineErrorFacts {
  /** The vendor asked to wait for so long, in milliseconds. */
  readonly retryAfter?: number;
  /** Whether the request may have been charged although no answer can be used. Default: no. */
  readonly perhapsBilled?: boolean;
  /** Trying the same again later may help. Default: for `rate` and `network`. */
  readonly transient?: boolean;
}

/** Why an engine did not answer. `message` is one sentence for a person, never holds a key. */
export class EngineError extends Error {
  readonly failure: EngineFailure;
  readonly retryAfter: number | null;
  readonly perhapsBilled: boolean;
  readonly transient: boolean;
  constructor(failure: EngineFailure, message: string, facts: EngineErrorFacts = {}) {
    super(message);
    this.name = 'EngineError';
    this.failure = failure;
    this.retryAfter = facts.retryAfter ?? null;
    this.perhapsBilled = facts.perhapsBilled ?? false;
    this.transient = facts.transient ?? (failure === 'rate' || failure === 'network');
  }
}

/** One line of the ledger. `id` ties what became of a request to its sending. */
export type LedgerEntry =
  | {
      readonly type: 'sent';
      readonly id: string;
      /** ISO 8601, UTC. */
      readonly at: string;
      /** Of the invocation. */
      readonly run: string;
      readonly engine: string;
      readonly slug: string;
      readonly keys: readonly string[];
      /** Characters that it will cost as far as is known. */
      readonly characters: number;
    }
  | {
      readonly type: 'answered';
      readonly id: string;
      readonly at: string;
      readonly billed: number;
      readonly tokens?: number;
    }
  | {
      readonly type: 'failed';
      readonly id: string;
      readonly at: string;
      readonly failure: EngineFailure;
      /** Then its characters count as spent. */
      readonly perhapsBilled: boolean;
    };

/** What was paid for, line by line; nothing is ever changed or removed. */
export interface Ledger {
  entries(): Promise<readonly LedgerEntry[]>;
  /** Durable when it resolves. */
  append(entry: LedgerEntry): Promise<void>;
}

/** An engine's answer to one text, as it came. */
export interface KeptAnswer {
  /** Hash of all that shapes it (see drafting/answer-name.ts). */
  readonly name: string;
  /** The same without the context. */
  readonly bare: string;
  readonly text: string;
  readonly billed: number;
  readonly model?: string;
  readonly at: string;
}

/** Answers that were paid for, kept so that they are never paid for again. */
export interface AnswerStore {
  /** Kept answers of these names, with or without context. A damaged line is no answer. */
  find(names: ReadonlySet<string>): Promise<readonly KeptAnswer[]>;
  /** Durable when it resolves. */
  keep(answers: readonly KeptAnswer[]): Promise<void>;
}

/** Money and answers of a workspace. */
export interface Books {
  readonly ledger: Ledger;
  readonly answers: AnswerStore;
  /** Makes this process the only one that drafts here, or says who does. Gone with the process. */
  claim(by: string): Promise<{ release(): Promise<void> } | { readonly heldBy: string }>;
}
