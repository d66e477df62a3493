/** `duizhao publish`: the editions, of articles that may go out. */
import { relative, resolve, sep } from 'node:path';
import type { Config } from '../config.ts';
import type { AlsoName } from '../core/also.ts';
import type { FlavourName } from '../core/flavours.ts';
import { UserError } from '../core/errors.ts';
import type { MessageKey } from '../core/messages.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import { parseAlso, parseFlavour } from './publish-also.ts';
import { siteSetting } from './publish-setting.ts';
import { defineCommand, type CommandResult } from './command.ts';
import { correctionNote, finishIntent } from './publish-record.ts';
import { placeLinks } from './publish-places.ts';
import { isFailure, reportText, toJson } from './publish-report.ts';
import type { RunResult } from './publish-result.ts';
import { runPublish, type RunRequest } from './publish-run.ts';
import { chooseSlugs } from './slugs.ts';

type Flags = {
  readonly drafts: boolean;
  readonly reason?: string;
  readonly correction?: readonly string[];
  readonly clean: boolean;
  /** Besides what the config names. */
  readonly also?: readonly AlsoName[];
  /** Markdown for this generator in the place of the site. */
  readonly format?: FlavourName;
  readonly json: boolean;
  readonly out?: string;
};

/** The folder to write to, absolute. Only `--out` may lead out of the workspace. */
function outputFolder(services: Services, root: string, config: Config, flags: Flags): string {
  if (flags.out !== undefined) return resolve(services.cwd, flags.out);
  // A site and Markdown for a generator never take each other's place.
  const suffix = flags.format === undefined ? '' : `-${flags.format}`;
  const folder = `${config.publish.folder.replace(/[\\/]+$/, '')}${suffix}`;
  const full = resolve(root, folder);
  if (full.startsWith(root.endsWith(sep) ? root : root + sep)) return full;
  throw new UserError(services.t('publish.outside', { folder }));
}

type Fault = readonly [MessageKey, (flags: Flags, args: readonly string[]) => boolean];

/** What is wrong with flags that are good one by one. */
const FAULTS: readonly Fault[] = [
  ['publish.needsReason', ({ drafts, reason = '' }) => drafts && reason.trim() === ''],
  ['publish.needsSlug', ({ correction = [] }, args) => correction.length > 0 && args.length === 0],
  ['publish.noAlso', ({ also, format }) => also !== undefined && format !== undefined],
];

/** What a flag needs beside it, or cannot have there. Throws UserError. */
function checkFlags({ t }: Services, flags: Flags, args: readonly string[]): void {
  const fault = FAULTS.find(([, applies]) => applies(flags, args));
  if (fault !== undefined) throw new UserError(t(fault[0]));
}

async function requestOf(
  services: Services,
  open: OpenWorkspace,
  flags: Flags,
  args: readonly string[],
): Promise<RunRequest> {
  const { config, workspace } = open;
  const { drafts, clean, reason, correction = [], also, format } = flags;
  const wish = { drafts, also: also ?? [], format: format ?? null };
  return {
    wish,
    folder: outputFolder(services, workspace.root, config, flags),
    slugs: await chooseSlugs(workspace, args),
    clean,
    ...(reason === undefined ? {} : { reason: reason.trim() }),
    correction: correctionNote(correction),
    ...(await siteSetting(services, open, wish)),
  };
}

/** Runs while nobody else publishes; what a run that died left is finished first. */
async function alone(
  services: Services,
  open: OpenWorkspace,
  request: RunRequest,
): Promise<RunResult> {
  const press = await services.openPress(open.workspace);
  const claim = await press.claim(services.user);
  if ('heldBy' in claim) throw new UserError(services.t('publish.busy', { by: claim.heldBy }));
  try {
    await finishIntent(press);
    return await runPublish(services, open, press, request);
  } finally {
    await claim.release();
  }
}

async function publish(
  services: Services,
  flags: Flags,
  args: readonly string[],
): Promise<CommandResult> {
  checkFlags(services, flags, args);
  const open = await services.openWorkspace();
  const request = await requestOf(services, open, flags, args);
  const result = await alone(services, open, request);
  const all = await open.workspace.slugs();
  const report = {
    folder: relative(services.cwd, request.folder) || '.',
    drafts: flags.drafts,
    hasAddress: request.options.url !== undefined || flags.format !== undefined,
    unnamed: all.filter((slug) => !request.slugs.includes(slug)),
    result,
    links: await placeLinks(result.broken, open.workspace),
  };
  const output = flags.json ? toJson(report) : await reportText(report, services.t);
  return { output, exitCode: isFailure(report) ? 1 : 0 };
}

export const command = defineCommand<Flags, string[]>({
  parameters: (t) => ({
    flags: {
      drafts: { kind: 'boolean', brief: t('command.publish.drafts'), default: false },
      reason: {
        kind: 'parsed',
        parse: String,
        brief: t('command.publish.reason'),
        placeholder: 'text',
        optional: true,
      },
      correction: {
        kind: 'parsed',
        parse: String,
        brief: t('command.publish.correction'),
        placeholder: 'text',
        variadic: true,
        optional: true,
      },
      clean: { kind: 'boolean', brief: t('command.publish.clean'), default: false },
      out: {
        kind: 'parsed',
        parse: String,
        brief: t('command.publish.out'),
        placeholder: 'folder',
        optional: true,
      },
      also: {
        kind: 'parsed',
        parse: parseAlso,
        brief: t('command.publish.also'),
        placeholder: 'formats',
        optional: true,
      },
      format: {
        kind: 'parsed',
        parse: parseFlavour,
        brief: t('command.publish.format'),
        placeholder: 'generator',
        optional: true,
      },
      json: { kind: 'boolean', brief: t('flag.json'), default: false },
    },
    positional: {
      kind: 'array',
      parameter: { brief: t('command.publish.slug'), parse: String, placeholder: 'slug' },
    },
  }),
  run: publish,
});
