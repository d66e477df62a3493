/** git as the workspace needs it: the merge driver named, defined, and missed where it is not. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  defineMergeDriver,
  driverCommand,
  nameMergeDriver,
  undefinedDriverLine,
} from '../../src/io/git.ts';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

function git(cwd: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=mei', '-c', 'user.email=mei@news.example'];
  execFileSync('git', [...who, ...args], { cwd, stdio: 'ignore' });
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-git-'));
  folders.push(folder);
  return folder;
}

/** A clone with the driver named in a workspace below its top, and what stands beside it. */
async function makeClone() {
  const top = await makeFolder();
  const root = join(top, 'clone', 'news');
  await mkdir(root, { recursive: true });
  git(join(top, 'clone'), 'init', '-q', '.');
  await nameMergeDriver(root);
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', 'Begin');
  return { root, tree: join(top, 'tree') };
}

const PROGRAM = ['/usr/bin/node', '/opt/duizhao/dist/duizhao.js'];

describe('the driver', () => {
  it.each([
    ['by its full path', PROGRAM, `'/usr/bin/node' '/opt/duizhao/dist/duizhao.js'`],
    [
      'whatever stands in the path',
      ['C:\\Program Files\\node.exe', `/home/o'neil/100%/duizhao.js`],
      `'C:/Program Files/node.exe' '/home/o'\\''neil/100%%/duizhao.js'`,
    ],
    [
      'through npx where npx only keeps it for a while',
      ['/usr/bin/node', '/home/mei/.npm/_npx/1a2b/node_modules/.bin/duizhao'],
      'npx --yes duizhao',
    ],
  ])('is called %s', (_how, program, words) => {
    expect(driverCommand(program)).toBe(`${words} merge-driver %O %A %B %P`);
  });

  it('cannot be defined outside of a clone', async () => {
    expect(defineMergeDriver(await makeFolder(), PROGRAM)).toBe(false);
  });
});

describe('a clone', () => {
  it('that does not know the driver is told apart from one that does', async () => {
    const { root } = await makeClone();
    expect(await undefinedDriverLine(root)).toBe(1);
    expect(defineMergeDriver(root, PROGRAM)).toBe(true);
    expect(await undefinedDriverLine(root)).toBeNull();
  });

  it('shares its driver with its other work trees', async () => {
    const { root, tree } = await makeClone();
    git(root, 'worktree', 'add', '-q', tree);
    expect(await undefinedDriverLine(join(tree, 'news'))).toBe(1);
    defineMergeDriver(root, PROGRAM);
    expect(await undefinedDriverLine(join(tree, 'news'))).toBeNull();
  });

  it.each([
    ['names no driver', '*.png binary\n'],
    ['names it in a comment only', '# locales/*/*.json merge=duizhao\n'],
  ])('whose .gitattributes %s is well', async (_what, text) => {
    const { root } = await makeClone();
    await writeFile(join(root, '.gitattributes'), text);
    expect(await undefinedDriverLine(root)).toBeNull();
  });

  it('is well where there is none', async () => {
    const folder = await makeFolder();
    await nameMergeDriver(folder);
    expect(await undefinedDriverLine(folder)).toBeNull();
  });
});
