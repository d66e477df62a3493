/** `duizhao review`: the side-by-side review in the terminal. */
import type { Services } from '../services.ts';
import { defineCommand, type CommandResult } from './command.ts';
import { followedSetting } from './followed-setting.ts';
import { jobStarter } from './review-jobs.ts';
import { chooseSlugs } from './slugs.ts';
import { command as status } from './status.ts';

type Flags = {
  readonly ascii: boolean;
  readonly mouse: boolean;
  readonly screenReader: boolean;
  readonly json: boolean;
};

/** The articles' progress, for whoever cannot be shown a screen. */
async function progress(services: Services, json: boolean, slug?: string): Promise<CommandResult> {
  const result = await status.run(services, { json }, slug === undefined ? [] : [slug]);
  if (json) return result;
  services.note(services.t('command.review.noTerminal'));
  return { ...result, exitCode: 2 };
}

async function review(services: Services, flags: Flags, [slug]: [string?]): Promise<CommandResult> {
  if (flags.json || !services.isTerminal) return progress(services, flags.json, slug);
  const open = await services.openWorkspace();
  if (slug !== undefined) await chooseSlugs(open.workspace, [slug]);
  const { ascii, mouse, screenReader } = flags;
  const startJob = jobStarter(services, open);
  const how = { ascii, mouse, screenReader };
  return services.openReview(open, {
    slug: slug ?? null,
    ...how,
    startJob,
    setting: followedSetting(services, open),
  });
}

export const command = defineCommand<Flags, [string?]>({
  parameters: (t) => ({
    flags: {
      ascii: { kind: 'boolean', brief: t('command.review.ascii'), default: false },
      mouse: { kind: 'boolean', brief: t('command.review.mouse'), default: false },
      screenReader: {
        kind: 'boolean',
        brief: t('command.review.screenReader'),
        default: false,
      },
      json: { kind: 'boolean', brief: t('command.review.json'), default: false },
    },
    positional: {
      kind: 'tuple',
      parameters: [
        {
          brief: t('command.review.slug'),
          placeholder: 'slug',
          parse: String,
          optional: true,
        },
      ],
    },
  }),
  run: review,
});
