/** The checks' setting for as long as a review is open. */
import { localTime } from '../core/money/local-time.ts';
import type { CheckSetting } from '../checks/setting.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import { openSetting } from './check-setting.ts';

export interface FollowedSetting {
  /** Changes whenever the setting does: the config's words on checks, the term base's text, the day. */
  readonly stamp: () => Promise<string>;
  /** Both throw UserError while a file cannot be read. */
  readonly read: () => Promise<CheckSetting>;
}

export function followedSetting(services: Services, open: OpenWorkspace): FollowedSetting {
  const { workspace } = open;
  const config = async () => (await services.findConfig()) ?? open.config;
  return {
    stamp: async () => {
      const day = localTime().day(services.clock().toISOString());
      return `${day}\n${JSON.stringify((await config()).checks)}\n${await workspace.terms()}`;
    },
    read: async () => (await openSetting(services, { ...open, config: await config() })).setting,
  };
}
