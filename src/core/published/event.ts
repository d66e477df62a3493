/**
 * `articles/<slug>.published.jsonl`: what went out of an article, one event a line, oldest first. Lines
 * are only ever added.
 */
import * as v from 'valibot';
import type { Lang } from '../model.ts';

/** What a pair's key showed a reader, by language; null: left out of that edition. Tagged text. */
export type ShownTexts = Readonly<Record<Lang, string | null>>;

/** A word to the readers about a change or a withdrawal, in the languages that it was given in. */
export type CorrectionNote = Readonly<Partial<Record<Lang, string>>>;

/** What a person let out that would not have gone out by itself, and why. */
export interface Override {
  /** Names of the flags. */
  readonly flags: readonly string[];
  readonly reason: string;
}

interface Deed {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The day that it was then where it was done, `YYYY-MM-DD`: pages show it, whoever builds them. */
  readonly day: string;
  readonly by: string;
}

export interface PublicationEvent extends Deed {
  readonly event: 'published';
  readonly editions: readonly string[];
  /** Name of all that went out in a language; it changes with any text of it. */
  readonly hash: Readonly<Record<Lang, string>>;
  /** Texts that were not there as they are, by key; null: the key is gone. */
  readonly texts: Readonly<Record<string, ShownTexts | null>>;
  readonly correction?: CorrectionNote;
  readonly override?: Override;
  /** Segments that went out marked as unreviewed. */
  readonly unreviewed?: number;
}

export interface WithdrawalEvent extends Deed {
  readonly event: 'withdrawn';
  /** For the record alone. */
  readonly reason?: string;
  /** What readers are told. An event after the withdrawal says it anew. */
  readonly note?: CorrectionNote;
}

export type PublishedEvent = PublicationEvent | WithdrawalEvent;

const deed = {
  at: v.pipe(v.string(), v.isoTimestamp()),
  day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  by: v.string(),
};
const text = v.nullable(v.string());
const note = v.object({ zh: v.exactOptional(v.string()), en: v.exactOptional(v.string()) });

const eventSchema = v.variant('event', [
  v.object({
    ...deed,
    event: v.literal('published'),
    editions: v.array(v.string()),
    hash: v.object({ zh: v.string(), en: v.string() }),
    texts: v.record(v.string(), v.nullable(v.object({ zh: text, en: text }))),
    correction: v.exactOptional(note),
    override: v.exactOptional(v.object({ flags: v.array(v.string()), reason: v.string() })),
    unreviewed: v.exactOptional(v.number()),
  }),
  v.object({
    ...deed,
    event: v.literal('withdrawn'),
    reason: v.exactOptional(v.string()),
    note: v.exactOptional(note),
  }),
]);

/** The event that a line holds; null for one that cannot be read. */
export function readEvent(line: string): PublishedEvent | null {
  try {
    const result = v.safeParse(eventSchema, JSON.parse(line));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

export interface ReadRecord {
  /** In the order of the file. */
  readonly events: readonly PublishedEvent[];
  /** Lines that cannot be read, 1-based: they stay as they are. */
  readonly broken: readonly number[];
}

/** Reads a record; a file that is not there is an empty one. */
export function readRecord(text: string): ReadRecord {
  const events: PublishedEvent[] = [];
  const broken: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const event = readEvent(line);
    if (event === null) broken.push(index + 1);
    else events.push(event);
  }
  return { events, broken };
}

/** An event as a line, without its line feed; fields and keys come in the order they are handed in. */
export function serializeEvent(event: PublishedEvent): string {
  return JSON.stringify(event);
}
