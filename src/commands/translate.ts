/** `duizhao translate`: drafts what is missing, from memory first, then from the engine. */
import { assertComplete, makeReport, type DraftReport } from '../core/drafting/report.ts';
import { reportLines } from '../core/drafting/report-lines.ts';
import type { Stop } from '../core/drafting/run.ts';
import type { Services } from '../services.ts';
import { defineCommand, type CommandResult, type ExitCode } from './command.ts';
import { capLines, resetLines, type Caps } from './drafting-budget.ts';
import { draftAll, type DraftFlags, type Drafted } from './drafting.ts';
import { slugArguments } from './slugs.ts';

type Flags = DraftFlags & { readonly json: boolean };

const STOP_CODES: Readonly<Record<Stop['why'], ExitCode>> = {
  quota: 4,
  budget: 4,
  auth: 3,
  rate: 3,
  network: 3,
  setup: 3,
  refused: 3,
  interrupted: 3,
};

/** What ended the run early, whichever engine was at work. */
function stopOf({ stopped, second }: DraftReport): Stop | null {
  return stopped ?? second?.stopped ?? null;
}

function exitCodeOf(report: DraftReport): ExitCode {
  const { failed, skipped, dryRun, second } = report;
  const stop = stopOf(report);
  if (stop !== null) return STOP_CODES[stop.why];
  if ((skipped.unreadable ?? 0) > 0) return 2;
  const failures = failed.length + (second === null ? 0 : second.failed.length);
  return failures > 0 && !dryRun ? 3 : 0;
}

function stopText({ why, message }: Stop, caps: Caps, { t }: Services): string[] {
  if (why === 'budget') return capLines(caps, t, 'translate.stop.budget');
  return [t(`translate.stop.${why}`, { message }).trimEnd()];
}

/** What ended the run, and how to go on where that helps. */
async function stopLines(
  stopped: Stop,
  { engine, caps, command }: Pick<Drafted, 'engine' | 'caps'> & { readonly command: string },
  services: Services,
): Promise<string[]> {
  const again = stopped.why !== 'auth' && stopped.why !== 'refused' && stopped.why !== 'setup';
  return [
    ...stopText(stopped, caps, services),
    ...(await resetLines(services, engine, stopped)),
    ...(again ? [services.t('translate.goOn', { command })] : []),
  ];
}

function isIdle({ reused, sent, failed, second }: DraftReport): boolean {
  const { inContext, exact, kept, repeated } = reused;
  const opinions = second === null ? 0 : second.sent + second.kept + second.failed.length;
  return sent + inContext + exact + kept + repeated + failed.length + opinions === 0;
}

function idleLines(report: DraftReport, { t }: Services): string[] {
  if (report.missing !== null) return [t('translate.noEngine', { reason: report.missing })];
  return isIdle(report) && stopOf(report) === null ? [t('translate.nothing')] : [];
}

async function verdict(
  report: DraftReport,
  drafted: Drafted & { readonly command: string },
  services: Services,
): Promise<string[]> {
  const { t } = services;
  const { caps, declined } = drafted;
  const stopped = stopOf(report);
  return [
    ...(declined ? [] : idleLines(report, services)),
    ...(report.dryRun ? [...capLines(caps, t, 'translate.capLine'), t('translate.dryRun')] : []),
    ...(declined ? [t('translate.declined')] : []),
    ...(stopped === null ? [] : await stopLines(stopped, drafted, services)),
  ];
}

/** The command that goes on where this run ended. */
function commandFor(flags: Flags, slugs: readonly string[]): string {
  const { compare, engine } = flags;
  return [
    'duizhao translate',
    ...slugs,
    ...(engine === undefined ? [] : ['--engine', engine]),
    ...(compare === undefined ? [] : ['--compare', compare]),
    ...(flags.redoTerms ? ['--redo-terms'] : []),
    ...(flags.yes ? ['--yes'] : []),
  ].join(' ');
}

async function translate(
  services: Services,
  flags: Flags,
  args: readonly string[],
): Promise<CommandResult> {
  const drafted = await draftAll(services, flags, args);
  assertComplete(drafted.account);
  const prices = drafted.config.pricePerMillion;
  const report = makeReport(drafted.account, prices);
  const exitCode = exitCodeOf(report);
  if (flags.json) return { output: `${JSON.stringify(report, null, 2)}\n`, exitCode };
  const command = commandFor(flags, args);
  const lines = [
    ...reportLines(report, { prices, t: services.t, declined: drafted.declined }),
    ...(await verdict(report, { ...drafted, command }, services)),
  ];
  return { output: `${lines.join('\n')}\n`, exitCode };
}

export const command = defineCommand<Flags, readonly string[]>({
  parameters: (t) => ({
    flags: {
      dryRun: { kind: 'boolean', brief: t('command.translate.dryRun'), default: false },
      yes: { kind: 'boolean', brief: t('command.translate.yes'), default: false },
      engine: {
        kind: 'parsed',
        brief: t('command.translate.engine'),
        parse: String,
        optional: true,
        placeholder: 'engine',
      },
      compare: {
        kind: 'parsed',
        brief: t('command.translate.compare'),
        parse: String,
        optional: true,
        placeholder: 'engine',
      },
      redoTerms: { kind: 'boolean', brief: t('command.translate.redoTerms'), default: false },
      json: { kind: 'boolean', brief: t('flag.json'), default: false },
    },
    positional: slugArguments(t),
  }),
  run: translate,
});
