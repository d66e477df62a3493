import { UserError } from '../core/errors.ts';
import { LANGS, type Lang } from '../core/model.ts';
import { articlePath } from '../core/paths.ts';
import type { ArticleState } from '../core/state.ts';
import { visibleLine } from '../core/safe-text.ts';
import { DROP_REASONS, importArticle } from '../formats/intake/import-article.ts';
import type { DroppedLine, Intake } from '../formats/intake/intake.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import { defineCommand } from './command.ts';
import { importedDrafts } from './imported-drafts.ts';

type Flags = {
  readonly slug?: string;
  readonly keepAll: boolean;
  readonly encoding?: string;
  readonly json: boolean;
};

interface Added {
  readonly intake: Intake;
  readonly state: ArticleState;
  readonly drafts: number;
}

/** Where the sentence does not say which of the files it is about, its name is put before it. */
function aboutFile(error: unknown, path: string): unknown {
  const name = path === '-' ? 'standard input' : path;
  if (!(error instanceof UserError) || error.message.startsWith(name)) return error;
  return new UserError(`${name}: ${error.message}`, error.exitCode);
}

async function readArticle(services: Services, flags: Flags, path: string): Promise<Intake> {
  const bytes = await services.readInput(path);
  const { slug, encoding, keepAll } = flags;
  try {
    return await importArticle(bytes, {
      name: path,
      keepAll,
      today: services.clock().toISOString().slice(0, 10),
      ...(slug === undefined ? {} : { slug }),
      ...(encoding === undefined ? {} : { encoding }),
    });
  } catch (error) {
    throw aboutFile(error, path);
  }
}

/** Reads all files before anything is written: a fault in one of them leaves nothing half done. */
async function readAll(
  services: Services,
  { workspace }: OpenWorkspace,
  flags: Flags,
  paths: readonly string[],
): Promise<Intake[]> {
  const taken = new Set(await workspace.slugs());
  const intakes: Intake[] = [];
  for (const path of paths) {
    const intake = await readArticle(services, flags, path);
    if (taken.has(intake.slug)) {
      throw new UserError(
        `${path}: ${articlePath(intake.slug)} is there already and is not overwritten: choose another name with --slug.`,
      );
    }
    taken.add(intake.slug);
    intakes.push(intake);
  }
  return intakes;
}

async function addOne(
  services: Services,
  { workspace }: OpenWorkspace,
  intake: Intake,
): Promise<Added> {
  await workspace.create(intake.slug, intake.markdown);
  const state = await workspace.open(intake.slug);
  if (intake.pairs.length === 0) return { intake, state, drafts: 0 };
  const stamp = { at: services.clock().toISOString(), by: services.user };
  const operations = importedDrafts(state, intake.pairs, stamp);
  const drafted = operations.length === 0 ? state : await workspace.commit(intake.slug, operations);
  return { intake, state: drafted, drafts: operations.length };
}

function countOf(state: ArticleState, lang: Lang): number {
  return state.units.filter((unit) => unit.key !== '' && unit.segment.lang === lang).length;
}

function droppedLine({ t, lang }: Services, dropped: DroppedLine): string {
  const reason = DROP_REASONS.find((candidate) => candidate.id === dropped.reason)?.[lang];
  const values = { line: dropped.line, text: dropped.text, reason: reason ?? dropped.reason };
  return visibleLine(`  ${t(dropped.line === 0 ? 'add.dropped.piece' : 'add.dropped', values)}`);
}

function describe(services: Services, { intake, state, drafts }: Added): string[] {
  const { t } = services;
  const [zh = 0, en = 0] = LANGS.map((lang) => countOf(state, lang));
  const added = t('add.added', { path: articlePath(intake.slug), zh, en, title: intake.title });
  const { encoding } = intake;
  return [
    visibleLine(added),
    ...(encoding.toLowerCase() === 'utf-8' ? [] : [`  ${t('add.encoding', { encoding })}`]),
    ...(drafts === 0 ? [] : [`  ${t('add.drafts', { count: drafts })}`]),
    ...intake.dropped.map((dropped) => droppedLine(services, dropped)),
  ];
}

function toJson({ intake, state, drafts }: Added): object {
  const { slug, title, encoding, dropped } = intake;
  const segments = { zh: countOf(state, 'zh'), en: countOf(state, 'en') };
  return { slug, path: articlePath(slug), title, encoding, segments, drafts, dropped };
}

export const command = defineCommand<Flags, string[]>({
  parameters: (t) => ({
    flags: {
      slug: { kind: 'parsed', parse: String, brief: t('add.flag.slug'), optional: true },
      keepAll: { kind: 'boolean', brief: t('add.flag.keep-all'), default: false },
      encoding: { kind: 'parsed', parse: String, brief: t('add.flag.encoding'), optional: true },
      json: { kind: 'boolean', brief: t('flag.json'), default: false },
    },
    positional: {
      kind: 'array',
      parameter: { brief: t('add.argument.files'), parse: String, placeholder: 'file' },
      minimum: 1,
    },
  }),
  run: async (services, flags, args) => {
    if (flags.slug !== undefined && args.length > 1) {
      throw new UserError(services.t('add.one-slug'));
    }
    const open = await services.openWorkspace();
    const added: Added[] = [];
    for (const intake of await readAll(services, open, flags, args)) {
      added.push(await addOne(services, open, intake));
    }
    const output = flags.json
      ? JSON.stringify({ added: added.map(toJson) }, null, 2)
      : added.flatMap((one) => describe(services, one)).join('\n');
    return { output: `${output}\n`, exitCode: 0 };
  },
});
