/** `duizhao usage`: what was spent, by the ledger; only `--remote` uses the network. */
import type { Config } from '../config.ts';
import { localTime } from '../core/money/local-time.ts';
import { usageReport } from '../core/money/usage-report.ts';
import { EngineError, type Engine } from '../core/ports.ts';
import type { Services } from '../services.ts';
import { defineCommand, type CommandResult, type ExitCode } from './command.ts';
import { usageLines, type Remote } from './usage-lines.ts';

type Flags = { readonly remote: boolean; readonly json: boolean; readonly month?: string };

interface Asked {
  readonly remote: Remote | null;
  readonly exitCode: ExitCode;
}

function parseMonth(word: string): string {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(word)) throw new Error('expected a month like 2026-11');
  return word;
}

async function askEngine(engine: Engine, signal: AbortSignal): Promise<Asked> {
  const { id } = engine;
  try {
    const usage = await engine.usage?.(signal);
    const remote = usage === undefined ? { engine: id, uncounted: true as const } : usage;
    return { remote: { ...remote, engine: id }, exitCode: 0 };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const exitCode = error.failure === 'quota' ? 4 : 3;
    return { remote: { engine: id, error: error.message }, exitCode };
  }
}

async function ask(services: Services, config: Config): Promise<Asked> {
  const opened = await services.openEngine(config);
  if ('missing' in opened) {
    return { remote: { engine: null, error: opened.missing }, exitCode: 2 };
  }
  return askEngine(opened, services.signal);
}

async function usage(services: Services, flags: Flags): Promise<CommandResult> {
  const { config, workspace } = await services.openWorkspace();
  const books = await services.openBooks(workspace);
  const local = localTime();
  const report = usageReport(await books.ledger.entries(), {
    now: services.clock().toISOString(),
    month: flags.month,
    local,
    budget: config.budget,
    prices: config.pricePerMillion,
  });
  const asked: Asked = flags.remote ? await ask(services, config) : { remote: null, exitCode: 0 };
  const { remote, exitCode } = asked;
  const output = flags.json
    ? JSON.stringify({ ...report, remote }, null, 2)
    : usageLines(report, remote, { t: services.t, local }).join('\n');
  return { output: `${output}\n`, exitCode };
}

export const command = defineCommand<Flags, []>({
  parameters: (t) => ({
    flags: {
      remote: { kind: 'boolean', brief: t('usage.flag.remote'), default: false },
      month: {
        kind: 'parsed',
        parse: parseMonth,
        brief: t('usage.flag.month'),
        placeholder: 'YYYY-MM',
        optional: true,
      },
      json: { kind: 'boolean', brief: t('flag.json'), default: false },
    },
  }),
  run: usage,
});
