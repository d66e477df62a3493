/** `duizhao publish`: the editions, of articles that may go out. */
import { relative, resolve, sep } from 'node:path';
import { checkArticle } from '../checks/check-article.ts';
import type { CheckSetting } from '../checks/setting.ts';
import type { Config } from '../config.ts';
import type { AlsoName } from '../core/also.ts';
import { UserError } from '../core/errors.ts';
import type { Workspace } from '../core/ports.ts';
import { isBlocking } from '../core/blocking.ts';
import { articlePath } from '../core/paths.ts';
import type { ArticleState } from '../core/state.ts';
import { editionOptions, type Edition, type EditionOptions } from '../editions/edition.ts';
import { renderEditions } from '../editions/index.ts';
import { isHeld, readiness } from '../editions/parts/readiness.ts';
import type { Services, WriteReport } from '../services.ts';
import { alsoEditions, parseAlso } from './publish-also.ts';
import { openSetting } from './check-setting.ts';
import { defineCommand, type CommandResult } from './command.ts';
import {
  reportText,
  toJson,
  type PublishedArticle,
  type PublishReport,
  type Refusal,
} from './publish-report.ts';
import { chooseSlugs } from './slugs.ts';

type Flags = {
  readonly drafts: boolean;
  readonly json: boolean;
  readonly out?: string;
  /** Besides what the config names. */
  readonly also?: readonly AlsoName[];
};

/** The folder to write to, absolute. Only `--out` may lead out of the workspace. */
function outputFolder(services: Services, root: string, config: Config, flags: Flags): string {
  if (flags.out !== undefined) return resolve(services.cwd, flags.out);
  const { folder } = config.publish;
  const full = resolve(root, folder);
  if (full.startsWith(root.endsWith(sep) ? root : root + sep)) return full;
  throw new UserError(services.t('publish.outside', { folder }));
}

/**
 * Why an article may not go out; null when it may. Open units are let out by flag; errors never, and
 * neither are units of which nobody knows which of two texts holds.
 */
function refusal(state: ArticleState, drafts: boolean, setting: CheckSetting): Refusal | null {
  const { open } = readiness(state);
  const keys = new Set(open.map((unit) => unit.key));
  const article = articlePath(state.article.slug);
  // An open unit says itself why; what is wrong in a file is wrong whoever it belongs to.
  const findings = checkArticle(state, setting).filter(
    (finding) =>
      isBlocking(finding) && !(finding.place.file === article && keys.has(finding.key ?? '')),
  );
  const units = drafts ? open.filter(({ status }) => status === 'conflict') : open;
  if (units.length === 0 && findings.length === 0) return null;
  return { slug: state.article.slug, units, findings };
}

function published(state: ArticleState): PublishedArticle {
  return { slug: state.article.slug, unreviewed: readiness(state).open.length };
}

async function openAll(workspace: Workspace, slugs: readonly string[]): Promise<ArticleState[]> {
  const states: ArticleState[] = [];
  for (const slug of slugs) states.push(await workspace.open(slug));
  return states;
}

async function write(
  services: Services,
  folder: string,
  states: readonly ArticleState[],
  site: { readonly options: EditionOptions; readonly also: readonly Edition[] },
): Promise<WriteReport> {
  if (states.length === 0) return { written: [], unchanged: [] };
  return services.replaceFolder(folder, renderEditions(states, site.options, site.also));
}

async function publish(
  services: Services,
  flags: Flags,
  args: readonly string[],
): Promise<CommandResult> {
  const open = await services.openWorkspace();
  const { config, workspace } = open;
  const { setting } = await openSetting(services, open);
  const folder = outputFolder(services, workspace.root, config, flags);
  const slugs = await chooseSlugs(workspace, args);
  const states = await openAll(workspace, slugs);
  const ready = states.filter((state) => !isHeld(state));
  const refused = ready.flatMap((state) => refusal(state, flags.drafts, setting) ?? []);
  // An empty site would take the place of the one that stands.
  const going = refused.length > 0 ? [] : ready;
  const report: PublishReport = {
    folder: relative(services.cwd, folder) || '.',
    drafts: flags.drafts,
    published: going.map(published),
    refused,
    held: states.filter(isHeld).map((state) => state.article.slug),
    unnamed: (await workspace.slugs()).filter((slug) => !slugs.includes(slug)),
    files: await write(services, folder, going, {
      options: editionOptions(config, flags.drafts),
      also: await alsoEditions(config, flags.also),
    }),
  };
  const output = flags.json ? toJson(report) : reportText(report, services.t);
  return { output, exitCode: going.length === 0 ? 1 : 0 };
}

export const command = defineCommand<Flags, string[]>({
  parameters: (t) => ({
    flags: {
      drafts: { kind: 'boolean', brief: t('command.publish.drafts'), default: false },
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
      json: { kind: 'boolean', brief: t('flag.json'), default: false },
    },
    positional: {
      kind: 'array',
      parameter: { brief: t('command.publish.slug'), parse: String, placeholder: 'slug' },
    },
  }),
  run: publish,
});
