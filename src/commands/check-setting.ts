/** The checks as the workspace's config and term base set them. */
import { settingProblems } from '../checks/setting-problems.ts';
import { createSetting, type CheckSetting, type Stage } from '../checks/setting.ts';
import type { Config } from '../config.ts';
import { UserError } from '../core/errors.ts';
import { localTime } from '../core/money/local-time.ts';
import type { Services } from '../services.ts';
import type { Term } from '../terms/model.ts';
import { readTerms } from './drafting-terms.ts';

/** A setting, and a name that changes with all that it was made of. */
export interface NamedSetting {
  readonly setting: CheckSetting;
  readonly name: string;
}

interface SettingRequest {
  readonly config: Config;
  readonly terms: readonly Term[];
  readonly today: string;
  readonly stage?: Stage;
}

/**
 * Puts a setting together.
 * @throws UserError for checks and options that there are not
 */
function settingFor({ config, terms, today, stage = 'publish' }: SettingRequest): NamedSetting {
  const problems = settingProblems(config.checks);
  if (problems.length > 0) throw new UserError(`The config: ${problems.join('; ')}.`);
  const setting = createSetting({ config: config.checks, terms, stage, today });
  return { setting, name: JSON.stringify([config.checks, terms, stage, today]) };
}

/** The setting of a workspace that is open. Throws UserError as `settingFor` does. */
export async function openSetting(
  { clock }: Pick<Services, 'clock'>,
  { config, workspace }: Awaited<ReturnType<Services['openWorkspace']>>,
  stage: Stage = 'publish',
): Promise<NamedSetting> {
  const { terms } = await readTerms(workspace);
  return settingFor({ config, terms, today: localTime().day(clock().toISOString()), stage });
}
