import type { Translate } from '../core/messages.ts';
import type { Services } from '../services.ts';
import { defineCommand } from './command.ts';
import { CI_KINDS, ciFiles, type CiKind } from './init-ci.ts';

type Flags = {
  readonly json: boolean;
  readonly ci: readonly CiKind[];
};

function parseCi(word: string): CiKind {
  const kind = CI_KINDS.find((candidate) => candidate === word);
  if (kind !== undefined) return kind;
  throw new Error(`expected one of ${CI_KINDS.join(', ')}`);
}

const CONFIG = {
  $schema: './node_modules/duizhao/dist/config.schema.json',
  fields: ['title', 'dek', 'description'],
  engine: 'deepl',
};

/** The files of an empty workspace. */
function scaffold(ci: readonly CiKind[]): ReadonlyMap<string, string> {
  return new Map([
    ['duizhao.config.json', `${JSON.stringify(CONFIG, null, 2)}\n`],
    ['articles/.gitkeep', ''],
    ['locales/zh/.gitkeep', ''],
    ['locales/en/.gitkeep', ''],
    ['.duizhao/.gitignore', '*\n'],
    ...ciFiles(ci),
  ]);
}

interface Made {
  readonly written: readonly string[];
  readonly kept: readonly string[];
  /** Files that something was added to. */
  readonly added: readonly string[];
  /** Whether git knows the merge driver now; false outside of a repository. */
  readonly mergeDriver: boolean;
}

const ATTRIBUTES = '.gitattributes';

async function make({ cwd, createFiles, git }: Services, ci: readonly CiKind[]): Promise<Made> {
  const { written, kept } = await createFiles(cwd, scaffold(ci));
  const attributes = await git.nameMergeDriver(cwd);
  return {
    written: attributes === 'written' ? [...written, ATTRIBUTES] : written,
    kept: attributes === 'kept' ? [...kept, ATTRIBUTES] : kept,
    added: attributes === 'added' ? [ATTRIBUTES] : [],
    mergeDriver: git.defineMergeDriver(cwd),
  };
}

/** What is left to be done by hand. */
function hints({ kept }: Made, ci: readonly CiKind[], t: Translate): string[] {
  const path = '.gitlab-ci.yml';
  return [
    ...(ci.includes('gitlab') && kept.includes(path) ? [t('init.gitlab', { path })] : []),
    ...(ci.includes('pre-commit') ? [t('init.hook')] : []),
  ];
}

export const command = defineCommand<Flags, []>({
  parameters: (t) => ({
    flags: {
      ci: {
        kind: 'parsed',
        parse: parseCi,
        brief: t('init.flag.ci'),
        placeholder: CI_KINDS.join('|'),
        variadic: ',',
        default: ['github'],
      },
      json: { kind: 'boolean', brief: t('flag.json'), default: false },
    },
  }),
  run: async (services, flags) => {
    const { t } = services;
    const made = await make(services, flags.ci);
    if (flags.json) return { output: `${JSON.stringify(made, null, 2)}\n`, exitCode: 0 };
    const lines = [
      ...made.written.map((path) => t('init.written', { path })),
      ...made.added.map((path) => t('init.added', { path })),
      ...made.kept.map((path) => t('init.kept', { path })),
      t(made.mergeDriver ? 'init.driver' : 'init.noRepository'),
      ...hints(made, flags.ci, t),
      t('init.next'),
    ];
    return { output: `${lines.join('\n')}\n`, exitCode: 0 };
  },
});
