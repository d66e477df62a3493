import type { LedgerEntry } from '../ports.ts';
import type { LocalTime } from './local-time.ts';
import { requestsOf, type LedgerRequest } from './requests.ts';

export interface UsageFigures {
  readonly requests: number;
  /** Characters charged, those perhaps billed among them. */
  readonly characters: number;
  /** How many of the characters are not certain: no answer came. */
  readonly perhapsBilled: number;
  readonly tokens: number;
  /** At the config's price; null without one. */
  readonly cost: number | null;
}

export interface EngineUsageRow {
  /** The engine's id; `?` for answers whose sending cannot be read. */
  readonly engine: string;
  readonly today: UsageFigures;
  readonly month: UsageFigures;
  readonly all: UsageFigures;
}

export interface UsageOptions {
  /** `2026-11-23`. */
  readonly today: string;
  /** `2026-11`. */
  readonly month: string;
  readonly local: LocalTime;
  /** Price of a million characters, by engine. */
  readonly prices: Readonly<Record<string, number | undefined>>;
}

function figures(requests: readonly LedgerRequest[], price: number | undefined): UsageFigures {
  let [characters, unsure, tokens] = [0, 0, 0];
  for (const request of requests) {
    characters += request.characters;
    tokens += request.tokens;
    if (request.outcome !== 'answered') unsure += request.characters;
  }
  const cost = price === undefined ? null : (characters * price) / 1_000_000;
  return { requests: requests.length, characters, perhapsBilled: unsure, tokens, cost };
}

/** What each engine took: today, in a month, in all; engines by name. */
export function usageTable(
  entries: readonly LedgerEntry[],
  { today, month, local, prices }: UsageOptions,
): EngineUsageRow[] {
  const byEngine = Map.groupBy(requestsOf(entries), ({ sent }) => sent?.engine ?? '?');
  return [...byEngine]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([engine, requests]) => {
      const dated = requests.map((request) => ({ request, day: local.day(request.at) }));
      const of = (within: (day: string) => boolean): UsageFigures => {
        const chosen = dated.filter(({ day }) => within(day)).map(({ request }) => request);
        return figures(chosen, Object.hasOwn(prices, engine) ? prices[engine] : undefined);
      };
      return {
        engine,
        today: of((day) => day === today),
        month: of((day) => day.startsWith(month)),
        all: of(() => true),
      };
    });
}
