/** `duizhao checks`: what is checked, what a check means, and how good the checks are. */
import { DEFAULT_SETTING } from '../checks/setting.ts';
import { UserError } from '../core/errors.ts';
import type { Services } from '../services.ts';
import { openSetting } from './check-setting.ts';
import { catalogue, catalogueLines } from './checks-list.ts';
import { explain, explanationLines } from './checks-explain.ts';
import { defineCommand, type CommandResult } from './command.ts';
import { parseCount } from './parse-count.ts';

type Flags = {
  readonly explain?: string;
  readonly stats?: string;
  readonly seed?: number;
  readonly sample?: number;
  readonly markdown: boolean;
  readonly json: boolean;
};

/** Those of the workspace that the current folder is in, else the checks as they are by themselves. */
async function settingHere(services: Services) {
  if ((await services.findConfig()) === null) return { setting: DEFAULT_SETTING, terms: [] };
  const { setting } = await openSetting(services, await services.openWorkspace());
  return { setting, terms: setting.matcher.terms };
}

/** A flag that does nothing is a mistake, not a detail. */
function assertFits({ explain, stats, ...flags }: Flags): void {
  if (explain !== undefined && stats !== undefined) {
    throw new UserError('--explain and --stats are two questions: ask one at a time.');
  }
  const stray = (['seed', 'sample', 'markdown'] as const).find((name) => {
    return flags[name] !== undefined && flags[name] !== false;
  });
  if (stats === undefined && stray !== undefined) {
    throw new UserError(`--${stray} does nothing without --stats.`);
  }
  if (flags.markdown && flags.json) {
    throw new UserError('--markdown and --json are two forms: choose one.');
  }
}

function answer(json: boolean, value: unknown, lines: () => readonly string[]): CommandResult {
  const output = json ? JSON.stringify(value, null, 2) : lines().join('\n');
  return { output: `${output}\n`, exitCode: 0 };
}

async function run(services: Services, flags: Flags): Promise<CommandResult> {
  assertFits(flags);
  const { t } = services;
  const { setting, terms } = await settingHere(services);
  const { json, stats: file, seed = 1, sample } = flags;
  if (file !== undefined) {
    const plain = flags.markdown ? 'markdown' : 'text';
    const form = json ? 'json' : plain;
    const { statsOf } = await import('./checks-stats.ts');
    const output = await statsOf(services, { file, seed, sample, setting, terms, form });
    return { output, exitCode: 0 };
  }
  if (flags.explain !== undefined) {
    const explanation = explain(t, flags.explain, setting);
    return answer(json, explanation, () => explanationLines(t, explanation));
  }
  const checks = catalogue(t, setting);
  return answer(json, { checks }, () => catalogueLines(t, checks));
}

export const command = defineCommand<Flags, []>({
  parameters: (t) => ({
    flags: {
      explain: {
        kind: 'parsed',
        parse: String,
        brief: t('checks.flag.explain'),
        placeholder: 'ID',
        optional: true,
      },
      stats: {
        kind: 'parsed',
        parse: String,
        brief: t('checks.flag.stats'),
        placeholder: 'FILE',
        optional: true,
      },
      seed: {
        kind: 'parsed',
        parse: parseCount,
        brief: t('checks.flag.seed'),
        placeholder: 'N',
        optional: true,
      },
      sample: {
        kind: 'parsed',
        parse: parseCount,
        brief: t('checks.flag.sample'),
        placeholder: 'N',
        optional: true,
      },
      markdown: { kind: 'boolean', brief: t('checks.flag.markdown'), default: false },
      json: { kind: 'boolean', brief: t('flag.json'), default: false },
    },
  }),
  run,
});
