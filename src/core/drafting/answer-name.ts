/**
 * Under which name an answer is kept. Two requests with the same name would get the same answer, so the
 * second is not paid for. What shapes an answer: the engine with its settings, the direction, the text as
 * it is sent, the terms that stand in it, and the context. Of the term base only the terms in this text
 * count: another entry changes no answer here.
 */
import { createHash } from 'node:crypto';
import type { Lang } from '../model.ts';
import type { TermHint } from '../ports.ts';

/** Raised when what is kept can no longer be understood. */
const SCHEMA = '1';

export interface AnswerFacts {
  readonly engine: string;
  /** `Engine.settings` of this direction. */
  readonly settings: string;
  readonly from: Lang;
  readonly tagged: boolean;
  /** As sent. */
  readonly text: string;
  readonly terms: readonly TermHint[];
  readonly context: string;
}

export interface AnswerName {
  readonly name: string;
  /** The same without the context. */
  readonly bare: string;
}

function hash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
}

export function answerName(facts: AnswerFacts): AnswerName {
  const { engine, settings, from, tagged, text, terms, context } = facts;
  const shape = settingsName({ settings, terms });
  const parts = [SCHEMA, engine, shape, from, tagged, text.normalize('NFC')];
  return { name: hash([...parts, context]), bare: hash(parts) };
}

/** A short name of what shapes a draft besides its text and context; stored with the draft. */
export function settingsName({ settings, terms }: Pick<AnswerFacts, 'settings' | 'terms'>): string {
  const pairs = terms.map(({ source, target }) => [source, target]);
  return hash([SCHEMA, settings, pairs]).slice(0, 12);
}
