/** The ledger's lines, put together by request. */
import type { LedgerEntry } from '../ports.ts';

type Sent = Extract<LedgerEntry, { type: 'sent' }>;
type Answered = Extract<LedgerEntry, { type: 'answered' }>;

/** How a request came out, as far as its money goes. */
export type Outcome =
  | 'answered'
  | 'free' // failed, and certainly not charged
  | 'perhaps-billed' // failed, and may have been charged
  | 'unanswered'; // nobody knows: a kill, or it is under way

/** One attempt at one request. */
export interface LedgerRequest {
  readonly id: string;
  readonly outcome: Outcome;
  /** When it was sent, ISO 8601, UTC; that is the time its characters count for. */
  readonly at: string;
  /** Its sending; null when only the answer can be read. */
  readonly sent: Sent | null;
  /** Characters that count as spent. */
  readonly characters: number;
  readonly tokens: number;
}

interface Lines {
  sent: Sent | null;
  answered: Answered | null;
  failed: 'free' | 'perhaps-billed' | null;
  /** Of the earliest line. */
  at: string;
}

// Lines may be repeated, and come in any order: of two of a kind the dearer one counts.

function dearerSent(a: Sent | null, b: Sent): Sent {
  return a !== null && a.characters >= b.characters ? a : b;
}

function dearerAnswer(a: Answered | null, b: Answered): Answered {
  return a !== null && a.billed >= b.billed ? a : b;
}

function addLine(lines: Lines, entry: LedgerEntry): void {
  if (entry.at < lines.at) lines.at = entry.at;
  if (entry.type === 'sent') lines.sent = dearerSent(lines.sent, entry);
  else if (entry.type === 'answered') lines.answered = dearerAnswer(lines.answered, entry);
  else if (entry.perhapsBilled) lines.failed = 'perhaps-billed';
  else lines.failed ??= 'free';
}

function outcomeOf({ answered, failed }: Lines): Outcome {
  if (answered !== null) return 'answered';
  return failed ?? 'unanswered';
}

function charactersOf({ sent, answered }: Lines, outcome: Outcome): number {
  if (outcome === 'answered') return answered?.billed ?? 0;
  return outcome === 'free' ? 0 : (sent?.characters ?? 0);
}

function requestOf(id: string, lines: Lines): LedgerRequest {
  const { sent, answered } = lines;
  const outcome = outcomeOf(lines);
  return {
    id,
    outcome,
    at: sent?.at ?? lines.at,
    sent,
    characters: charactersOf(lines, outcome),
    tokens: answered?.tokens ?? 0,
  };
}

/** All requests of a ledger, in the order in which their first lines come. */
export function requestsOf(entries: readonly LedgerEntry[]): LedgerRequest[] {
  const byId = new Map<string, Lines>();
  for (const entry of entries) {
    const lines = byId.get(entry.id) ?? { sent: null, answered: null, failed: null, at: entry.at };
    byId.set(entry.id, lines);
    addLine(lines, entry);
  }
  return [...byId].map(([id, lines]) => requestOf(id, lines));
}
