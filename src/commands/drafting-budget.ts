/** What a run may cost: caps, the estimate before it, and the question whether to go on. */
import { batchCharacters } from '../core/drafting/accounts.ts';
import type { Batch } from '../core/drafting/batches.ts';
import type { Stop } from '../core/drafting/run.ts';
import { UserError } from '../core/errors.ts';
import { amount, grouped } from '../core/money/figures.ts';
import { localTime } from '../core/money/local-time.ts';
import { roomLeft, type Budget, type Room } from '../core/money/room.ts';
import { spent } from '../core/money/spent.ts';
import type { Engine, Ledger } from '../core/ports.ts';
import type { Services } from '../services.ts';

/** The caps, as they stand for one invocation. */
export interface Caps extends Room {
  readonly budget: Budget;
}

/** What the caps leave for the invocation `run`. */
export async function capsFor(
  { clock }: Pick<Services, 'clock'>,
  ledger: Ledger,
  { budget, run }: { readonly budget: Budget; readonly run: string },
): Promise<Caps> {
  const local = localTime();
  const facts = { now: clock().toISOString(), run, local };
  return { budget, ...roomLeft(budget, spent(await ledger.entries(), facts)) };
}

export function charactersOf(batches: readonly Batch[]): number {
  return batches.reduce((sum, batch) => sum + batchCharacters(batch), 0);
}

type CapMessage = 'translate.capLine' | 'translate.stop.budget';

/** The tightest cap in words; nothing where there is none. */
export function capLines({ cap, budget, characters }: Caps, t: Services['t'], key: CapMessage) {
  if (cap === null) return [];
  const limit = grouped(budget[cap] ?? 0);
  return [t(key, { cap: t(`translate.cap.${cap}`), limit, left: grouped(characters) })];
}

/** What the vendor says is left; its word comes late, so it is told and never relied on. */
async function quotaLines(services: Services, engine: Engine): Promise<string[]> {
  const usage = await engine.usage?.(services.signal).catch(() => undefined);
  if (usage === undefined || usage.limit === null) return [];
  const { used, limit, resets = '–' } = usage;
  const left = grouped(Math.max(0, limit - used));
  const figures = {
    engine: engine.id,
    left,
    limit: grouped(limit),
    resets: localTime().day(resets) || '–',
  };
  return [services.t('translate.quota', figures)];
}

/** What will be charged. */
export interface Estimate {
  readonly characters: number;
  /** Of a million characters. */
  readonly price: number | undefined;
  readonly caps: Caps;
}

/**
 * Asks whether to send what will be charged.
 * @throws UserError where nobody can be asked
 */
export async function agree(
  services: Services,
  engine: Engine,
  { characters, price, caps }: Estimate,
): Promise<boolean> {
  const { t, note, isTerminal } = services;
  const figures = { engine: engine.id, characters: grouped(characters) };
  if (!isTerminal) throw new UserError(t('translate.needYes', figures));
  const lines = [
    ...(await quotaLines(services, engine)),
    ...capLines(caps, t, 'translate.capLine'),
  ];
  for (const line of lines) note(line);
  if (price === undefined) return services.ask(t('translate.ask', figures));
  const cost = amount((characters * price) / 1_000_000);
  return services.ask(t('translate.askCost', { ...figures, cost }));
}

/** The quota's reset date, where the vendor tells it: asked for only when the quota is used up. */
export async function resetLines(
  services: Services,
  engine: Engine | null,
  stop: Stop | null,
): Promise<string[]> {
  if (engine === null || stop?.why !== 'quota') return [];
  return quotaLines(services, engine);
}
