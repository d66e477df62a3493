/** Every command, check, engine, edition and report is in its folder's array, and has its words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sayCheck } from '../src/checks/catalogue.ts';
import { CHECKS } from '../src/checks/index.ts';
import { COMMANDS } from '../src/commands/index.ts';
import { ALSO_EDITIONS } from '../src/editions/also/index.ts';
import { FLAVOUR_EDITIONS } from '../src/editions/flavours/index.ts';
import { EDITIONS } from '../src/editions/index.ts';
import { ENGINES } from '../src/engines/index.ts';
import { REPORTS } from '../src/reports/index.ts';
import { nodesOf, root, sourceFiles, stringOf } from './support/source.ts';

type Module = Readonly<Record<string, unknown>>;

function has(value: unknown, ...fields: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && fields.every((field) => field in value);
}

interface Registry {
  readonly folder: string;
  /** What the array holds: the entries themselves, or what they load. */
  readonly listed: () => Promise<readonly unknown[]>;
  /** Entries of a module: exports of the registry's shape. */
  readonly entriesOf: (module: Module) => readonly unknown[];
  readonly ids: readonly string[];
}

const REGISTRIES: readonly Registry[] = [
  {
    folder: 'commands',
    listed: () => Promise.all(COMMANDS.map(async (entry) => (await entry.load()).command)),
    entriesOf: (module) => Object.values(module).filter((it) => has(it, 'parameters', 'run')),
    ids: COMMANDS.map(({ name }) => name),
  },
  {
    folder: 'checks',
    listed: async () => CHECKS,
    entriesOf: (module) => Object.values(module).filter((it) => has(it, 'id', 'severity', 'run')),
    ids: CHECKS.map(({ id }) => id),
  },
  {
    folder: 'engines',
    listed: () => Promise.all(ENGINES.map(async (entry) => (await entry.load()).open)),
    entriesOf: (module) => ('open' in module ? [module['open']] : []),
    ids: ENGINES.map(({ id }) => id),
  },
  {
    folder: 'editions',
    listed: async () => EDITIONS,
    entriesOf: (module) =>
      Object.values(module).filter((it) => has(it, 'id', 'ofArticle') || has(it, 'id', 'ofSite')),
    ids: EDITIONS.map(({ id }) => id),
  },
  {
    folder: 'editions/also',
    listed: () => Promise.all(ALSO_EDITIONS.map(async (entry) => (await entry.load()).edition)),
    entriesOf: (module) => Object.values(module).filter((it) => has(it, 'id', 'ofArticle')),
    ids: ALSO_EDITIONS.map(({ id }) => id),
  },
  {
    folder: 'editions/flavours',
    listed: () => Promise.all(FLAVOUR_EDITIONS.map(async (entry) => (await entry.load()).edition)),
    entriesOf: (module) => Object.values(module).filter((it) => has(it, 'id', 'ofArticle')),
    ids: FLAVOUR_EDITIONS.map(({ id }) => id),
  },
  {
    folder: 'reports',
    listed: async () => REPORTS,
    entriesOf: (module) => Object.values(module).filter((it) => has(it, 'id', 'render')),
    ids: REPORTS.map(({ id }) => id),
  },
];

describe.each(REGISTRIES)('$folder', ({ folder, listed, entriesOf, ids }) => {
  const path = join(root, 'src', folder);
  const files = readdirSync(path).filter((name) => /^(?!index\.)[\w-]+\.tsx?$/.test(name));

  it('lists every entry that a file of the folder defines', async () => {
    const known = new Set(await listed());
    const forgotten: string[] = [];
    let defined = 0;
    for (const file of files) {
      const entries = entriesOf((await import(join(path, file))) as Module);
      defined += entries.length;
      if (entries.some((entry) => !known.has(entry))) {
        forgotten.push(`src/${folder}/${file}: add it to src/${folder}/index.ts`);
      }
    }
    expect(forgotten).toEqual([]);
    expect(defined).toBe(known.size);
  });

  it('gives every entry an id of its own', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(['zh', 'en'])('the words in %s', (lang) => {
  const strings = JSON.parse(
    readFileSync(join(root, 'locales', lang, 'duizhao.json'), 'utf8'),
  ) as Readonly<Record<string, string>>;

  it.each(COMMANDS)('say what `$name` does', ({ brief }) => {
    expect(strings[brief]).toBeTruthy();
  });

  it.each(CHECKS.filter(({ id }) => id !== 'files'))('say what check "$id" found', ({ id }) => {
    expect(strings[`check.${id}`]).toBeTruthy();
  });

  it.each(CHECKS)('say what check "$id" is about', (check) => {
    expect(sayCheck((key) => strings[key] ?? '', check)).toBeTruthy();
  });

  // The check "files" hands on what the readers found: each of those names its own message.
  const read = sourceFiles()
    .filter(({ path }) => /^src\/core\/[\w-]+-file\.ts$/.test(path))
    .flatMap(nodesOf)
    .flatMap(({ node }) => stringOf(node) ?? [])
    .filter((text) => /^(?:locale|review)-[a-z]+$/.test(text));

  it.each([...new Set(read)])('say what "%s" means', (id) => {
    expect(strings[`check.${id}`]).toBeTruthy();
  });

  it('cover the faults that readers report', () => {
    expect(new Set(read).size).toBeGreaterThan(5);
  });
});
