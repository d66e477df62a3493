import type { Services } from '../services.ts';
import { defineCommand } from './command.ts';

type Flags = {
  readonly json: boolean;
};

const CONFIG = {
  $schema: './node_modules/duizhao/dist/config.schema.json',
  fields: ['title', 'dek', 'description'],
  engine: 'deepl',
};

const WORKFLOW = `name: duizhao
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      # duizhao is one of this repository's devDependencies.
      - run: npm ci
      - run: npx --no duizhao check
`;

/** The files of an empty workspace. */
export function scaffold(): ReadonlyMap<string, string> {
  return new Map([
    ['duizhao.config.json', `${JSON.stringify(CONFIG, null, 2)}\n`],
    ['articles/.gitkeep', ''],
    ['locales/zh/.gitkeep', ''],
    ['locales/en/.gitkeep', ''],
    ['.duizhao/.gitignore', '*\n'],
    ['.github/workflows/duizhao.yml', WORKFLOW],
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

async function make({ cwd, createFiles, git }: Services): Promise<Made> {
  const { written, kept } = await createFiles(cwd, scaffold());
  const attributes = await git.nameMergeDriver(cwd);
  return {
    written: attributes === 'written' ? [...written, ATTRIBUTES] : written,
    kept: attributes === 'kept' ? [...kept, ATTRIBUTES] : kept,
    added: attributes === 'added' ? [ATTRIBUTES] : [],
    mergeDriver: git.defineMergeDriver(cwd),
  };
}

export const command = defineCommand<Flags, []>({
  parameters: (t) => ({
    flags: { json: { kind: 'boolean', brief: t('flag.json'), default: false } },
  }),
  run: async (services, flags) => {
    const { t } = services;
    const made = await make(services);
    if (flags.json) return { output: `${JSON.stringify(made, null, 2)}\n`, exitCode: 0 };
    const lines = [
      ...made.written.map((path) => t('init.written', { path })),
      ...made.added.map((path) => t('init.added', { path })),
      ...made.kept.map((path) => t('init.kept', { path })),
      t(made.mergeDriver ? 'init.driver' : 'init.noRepository'),
      t('init.next'),
    ];
    return { output: `${lines.join('\n')}\n`, exitCode: 0 };
  },
});
