/** `duizhao check`: the gate. Whatever is printed, the exit code is the verdict. */
import { CHECKS } from '../checks/index.ts';
import { sayCheck } from '../checks/catalogue.ts';
import type { Check } from '../checks/check.ts';
import { UserError } from '../core/errors.ts';
import type { Translate } from '../core/messages.ts';
import { verdictOf, type ReportInput, type Rule } from '../reports/report.ts';
import type { Services } from '../services.ts';
import { checkArticles, type Looked } from './check-articles.ts';
import { againstBaseline } from './check-baseline.ts';
import { checkFlags, type CheckFlags } from './check-flags.ts';
import { localeFilesOf } from './check-locale-files.ts';
import { makes, planOutputs, putOut, type OutputPlan } from './check-outputs.ts';
import { selectionOf } from './check-selection.ts';
import { defineCommand, type CommandResult } from './command.ts';
import { slugArguments } from './slugs.ts';

/** What is looked at: a file of pairs, or articles. */
async function look(
  services: Services,
  flags: CheckFlags,
  args: readonly string[],
): Promise<Looked> {
  const { pairs, stage, changed, fix, target } = flags;
  const isWanted = selectionOf(flags);
  if (pairs === undefined) {
    const since = changed === undefined ? {} : { changed };
    return checkArticles(services, { args, stage, fix, isWanted, ...since });
  }
  if (args.length > 0 || changed !== undefined || fix) {
    throw new UserError(
      '--pairs checks a file, not articles: leave slugs, --changed and --fix out.',
    );
  }
  const { checkPairsFile } = await import('./check-pairs.ts');
  const direction = target === undefined ? {} : { target };
  return checkPairsFile(services, { path: pairs, stage, isWanted, ...direction });
}

function rulesOf(t: Translate): ReadonlyMap<string, Rule> {
  const checks: readonly Check[] = CHECKS;
  return new Map(
    checks.map((check) => [check.id, { about: sayCheck(t, check), severity: check.severity }]),
  );
}

/** What only some formats need to know, and costs time. */
async function extras(services: Services, plan: OutputPlan, { root, findings }: Looked) {
  const forges = makes(plan, 'github', 'sarif');
  return {
    prefix: forges ? services.git.prefix(root) : '',
    localeFiles: makes(plan, 'sarif') ? await localeFilesOf(services, root, findings) : new Map(),
    rules: makes(plan, 'sarif') ? rulesOf(services.t) : new Map<string, Rule>(),
  };
}

async function check(
  services: Services,
  flags: CheckFlags,
  args: readonly string[],
): Promise<CommandResult> {
  const plan = planOutputs(flags);
  const looked = await look(services, flags, args);
  const { checked, fixed } = looked;
  const input: ReportInput = {
    t: services.t,
    checked,
    strict: flags.strict,
    version: services.version,
    styled: services.isStyled,
    ...(fixed === undefined ? {} : { fixed }),
    ...(await againstBaseline(services, flags, looked.findings)),
    ...(await extras(services, plan, looked)),
  };
  const output = await putOut(plan, input, services);
  return { output, exitCode: verdictOf(input) === 'clean' ? 0 : 1 };
}

export const command = defineCommand<CheckFlags, string[]>({
  parameters: (t) => ({ flags: checkFlags(t), positional: slugArguments(t) }),
  run: check,
});
