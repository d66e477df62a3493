/** What a command loads: the gate and the status never pay for the screen, the engine or the reader. */
import { isBuiltin } from 'node:module';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/commands/index.ts';
import { builtProgram, type Built } from './support/built.ts';

type Output = Metafile['outputs'][string];

const SCREEN = ['ink', 'react', 'react-reconciler', 'yoga-layout'];
const ENGINE = ['deepl-node'];
/** What only those who ask for it by `--also` need. */
const ALSO = ['fflate'];
const READER = ['@mozilla/readability', 'linkedom', 'pinyin-pro'];

let built: Built;

beforeAll(async () => {
  built = await builtProgram();
});

afterAll(() => built.remove());

function outputOf(entryPoint: string): string {
  const found = Object.entries(built.metafile.outputs).find(
    ([, output]) => output.entryPoint === entryPoint,
  );
  if (found === undefined) throw new Error(`${entryPoint} is no entry of the bundle`);
  return found[0];
}

/** The files that load with these, without a further `import()`. */
function loadedWith(entries: readonly string[]): Output[] {
  const { outputs } = built.metafile;
  const loaded = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (loaded.has(path)) continue;
    loaded.add(path);
    const imports = outputs[path]?.imports ?? [];
    waiting.push(
      ...imports
        .filter(({ kind, external }) => kind === 'import-statement' && external !== true)
        .map((found) => found.path),
    );
  }
  return [...loaded].flatMap((path) => outputs[path] ?? []);
}

function packagesIn(loaded: readonly Output[]): Set<string> {
  const names = loaded
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return new Set(names);
}

/** What `duizhao <name>` loads before it has decided to load more. */
function loadedBy(name: string): Output[] {
  return loadedWith([
    outputOf('src/cli.ts'),
    outputOf('src/main.ts'),
    outputOf('src/io/find-workspace.ts'),
    outputOf('locales/zh/duizhao.json'),
    outputOf(`src/commands/${name}.ts`),
  ]);
}

it('loads one small file for --version', () => {
  const loaded = loadedWith([outputOf('src/cli.ts')]);
  expect(loaded).toHaveLength(1);
  expect(loaded[0]?.bytes).toBeLessThan(4096);
});

describe.each(COMMANDS)('$name', ({ name }) => {
  it('starts without the screen, the engine and the reader of web pages', () => {
    const packages = packagesIn(loadedBy(name));
    const heavy = [...SCREEN, ...ENGINE, ...READER, ...ALSO];
    expect(heavy.filter((each) => packages.has(each))).toEqual([]);
  });
});

it('needs no package that a user would have to install', () => {
  const foreign = Object.values(built.metafile.outputs)
    .flatMap((output) => output.imports)
    // A `require` that is left was written to fail: code of others asks whether something is there.
    .filter(({ kind }) => kind !== 'require-call')
    .filter(({ external, path }) => external === true && !isBuiltin(path))
    .map(({ path }) => path);
  expect(foreign).toEqual([]);
});

it.each(['check', 'status', 'init'])('%s leads to them by no further load of its own', (name) => {
  const own = loadedWith([outputOf(`src/commands/${name}.ts`)]);
  const later = own.flatMap((output) =>
    output.imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path),
  );
  const packages = packagesIn(loadedWith(later));
  expect([...SCREEN, ...ENGINE, ...READER].filter((each) => packages.has(each))).toEqual([]);
});

it('finds what it guards against where it belongs', () => {
  const inReview = packagesIn(loadedWith([outputOf('src/ui/open-review.tsx')]));
  expect(SCREEN.filter((name) => !inReview.has(name))).toEqual([]);
  const inEngine = packagesIn(loadedWith([outputOf('src/engines/deepl.ts')]));
  expect(ENGINE.filter((name) => !inEngine.has(name))).toEqual([]);
  const inBooks = packagesIn(loadedWith([outputOf('src/editions/also/epub.ts')]));
  expect(ALSO.filter((name) => !inBooks.has(name))).toEqual([]);
});
