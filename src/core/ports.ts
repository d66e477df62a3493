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
  /** Hash of all that an article's state depends on; the same hash means the same state. */
  fingerprint(slug: string): Promise<string>;
  /** What was remembered under a name, or null. It may be gone at any time. */
  recall(name: string): Promise<unknown>;
  /** Remembers a value that can be made again. Never rejects: a cache that fails is no cache. */
  remember(name: string, value: unknown): Promise<void>;
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
  /** With `tagged`: XML with `<g id="n">…</g>` and `<x id="n"/>`; else plain text, nothing escaped. */
  readonly text: string;
}

/** A term of the term base that stands in a request's texts, in the request's direction. */
export interface TermHint {
  readonly source: string;
  readonly target: string;
  readonly note?: string;
}

/** The term base as an engine takes it: pairs by direction, valid and without doubles. */
export interface Glossary {
  readonly zhEn: readonly (readonly [zh: string, en: string])[];
  readonly enZh: readonly (readonly [en: string, zh: string])[];
  /** Hash of the content: 16 hexadecimal digits; '' for an empty term base. */
  readonly hash: string;
}

/** One request: all texts share languages, context and tag setting. */
export interface EngineRequest {
  readonly texts: readonly EngineText[];
  readonly from: Lang;
  readonly to: Lang;
  readonly tagged: boolean;
  /** Running text in the source language; never billed, never translated. */
  readonly context: string;
}

export interface EngineTranslation {
  readonly id: string;
  readonly text: string;
  /** Characters the engine says it charged: code points of the source. */
  readonly billed: number;
  readonly model?: string;
}

/** A translation engine. `translate` answers every id exactly once or throws `EngineError`. */
export interface Engine {
  readonly id: string;
  readonly limits: { readonly texts: number; readonly bytes: number };
  /** Size in bytes of the request as the engine will send it. */
  size(request: EngineRequest): number;
  translate(request: EngineRequest, signal?: AbortSignal): Promise<readonly EngineTranslation[]>;
}

export type EngineFailure =
  | 'auth' // key refused
  | 'quota' // budget at the vendor used up
  | 'rate' // too many requests, after all attempts
  | 'network' // not reached, or timed out (the request may have been billed)
  | 'too-large' // the request has to be halved
  | 'rejected' // the vendor will not take this request
  | 'answer'; // short, long, empty or doubled answer

/** Why an engine did not answer. `message` is one sentence for a person, never holds a key. */
export class EngineError extends Error {
  readonly failure: EngineFailure;
  constructor(failure: EngineFailure, message: string) {
    super(message);
    this.name = 'EngineError';
    this.failure = failure;
  }
}
