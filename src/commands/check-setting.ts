/** The checks as the workspace's config and term base set them. */
import type { CheckSetting, Stage } from '../checks/setting.ts';
import type { Config } from '../config.ts';
import { UserError } from '../core/errors.ts';
import { localTime } from '../core/money/local-time.ts';
import type { Services } from '../services.ts';
import type { Term } from '../terms/model.ts';
import { readTerms } from './read-terms.ts';

/** A setting, and a name that changes with all that it was made of. */
export interface NamedSetting {
  readonly setting: CheckSetting;
  readonly name: string;
}

/** A setting that is put together when there is something to check. */
export interface SettingToOpen {
  readonly name: string;
  readonly open: () => Promise<CheckSetting>;
}

interface SettingRequest {
  readonly config: Config;
  readonly terms: readonly Term[];
  readonly today: string;
  readonly stage: Stage;
}

/** Whether a config says anything that there might not be. */
function isBare(parts: readonly object[]): boolean {
  return parts.every((part) => Object.keys(part).length === 0);
}

/** Throws UserError for checks and options that there are not: only a config that names some takes the checks to know. */
async function refuseProblems({ checks }: Config): Promise<void> {
  const { severity, options, zh, en, stages } = checks;
  const { draft, publish } = stages;
  const levels = [zh, en, draft, publish].map((part) => part.severity);
  if (isBare([severity, options, ...levels])) return;
  const { settingProblems } = await import('../checks/setting-problems.ts');
  const problems = settingProblems(checks);
  if (problems.length > 0) throw new UserError(`The config: ${problems.join('; ')}.`);
}

/**
 * Names a setting.
 * @throws UserError for checks and options that there are not
 */
async function settingFor({ config, terms, today, stage }: SettingRequest): Promise<SettingToOpen> {
  await refuseProblems(config);
  const { checks } = config;
  return {
    name: JSON.stringify([checks, terms, stage, today]),
    open: async () => {
      const { createSetting } = await import('../checks/setting.ts');
      return createSetting({ config: checks, terms, stage, today });
    },
  };
}

type Open = Awaited<ReturnType<Services['openWorkspace']>>;

/** Names the setting of a workspace that is open. Throws UserError as `settingFor` does. */
export async function nameSetting(
  { clock }: Pick<Services, 'clock'>,
  { config, workspace }: Open,
  stage: Stage = 'publish',
): Promise<SettingToOpen> {
  const { terms } = await readTerms(workspace);
  return settingFor({ config, terms, today: localTime().day(clock().toISOString()), stage });
}

/** The setting of a workspace that is open. Throws UserError as `settingFor` does. */
export async function openSetting(
  services: Pick<Services, 'clock'>,
  open: Open,
  stage?: Stage,
): Promise<NamedSetting> {
  const { name, open: make } = await nameSetting(services, open, stage);
  return { name, setting: await make() };
}
