/** Who may import whom, and who may touch the world: the direction in which the data goes. */
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  importOf,
  nodesOf,
  ownNames,
  sourceFiles,
  surroundingOf,
  type Import,
  type SourceFile,
  type Visited,
} from './support/source.ts';

interface Rule {
  /** Folders and files of src that code may be imported from. */
  readonly from: readonly string[];
  /** Those whose types may be imported besides. */
  readonly types?: readonly string[];
}

const PURE: Readonly<Record<string, Rule>> = {
  // The interface's strings are known to core as names only.
  core: { from: [], types: ['../locales'] },
  memory: { from: ['core'] },
  terms: { from: ['core'] },
  dictionary: { from: ['core'] },
  checks: { from: ['core', 'terms'] },
  formats: { from: ['core'], types: ['terms'] },
  editions: { from: ['core'] },
  reports: { from: ['core'] },
  review: { from: ['core', 'checks', 'dictionary', 'editions', 'memory', 'terms'] },
};

const RULES: Readonly<Record<string, Rule>> = {
  ...PURE,
  commands: { from: Object.keys(PURE), types: ['services.ts', 'config.ts'] },
  engines: { from: ['core'], types: ['config.ts'] },
  io: { from: ['core', 'config.ts'] },
  ui: { from: ['core', 'review'], types: ['checks', 'commands', 'host.ts', 'services.ts'] },
  'config.ts': { from: ['core'] },
  'host.ts': { from: [], types: ['io'] },
  'interface.ts': { from: ['core', '../locales'] },
  'services.ts': {
    from: ['core', 'config.ts', 'engines', 'io', 'ui'],
    types: ['checks', 'commands', 'host.ts'],
  },
  'main.ts': {
    from: ['commands', 'core', 'interface.ts', 'services.ts', 'io/find-workspace.ts'],
    types: ['host.ts'],
  },
  'hand.ts': {
    from: ['commands', 'core', 'interface.ts', 'services.ts'],
    types: ['host.ts', 'io'],
  },
  'cli.ts': { from: ['main.ts', 'hand.ts'], types: ['host.ts'] },
};

/** Names of the surroundings, and what to use in their place. */
const WORLD: Readonly<Record<string, string>> = {
  console: 'return text to the caller',
  fetch: 'let an engine do it',
  'Date.now': 'take the time as a value (services.clock)',
  'new Date': 'take the time as a value (services.clock)',
  'Math.random': 'derive it from the text',
};

/** The folder below src, or the file itself where it stands in src. */
function homeOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function nameOf(specifier: string, file: SourceFile): string {
  return posix.relative('src', posix.join(posix.dirname(file.path), specifier));
}

function isWithin(name: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) => name === entry || name.startsWith(`${entry}/`));
}

function isHash({ specifier, names }: Import): boolean {
  return specifier === 'node:crypto' && names.every((name) => name === 'createHash');
}

function judgePackage(found: Import, home: string): string | null {
  const { specifier } = found;
  if (/^(?:react|ink|react-reconciler)(?:$|\/)/.test(specifier)) {
    return home === 'ui' ? null : 'only ui draws: say what to show as rows in review/screen';
  }
  if (specifier === 'node:process' && home !== 'cli.ts') {
    return 'only cli.ts touches `process`: take it from the Host';
  }
  if (!(home in PURE) || !specifier.startsWith('node:') || isHash(found)) return null;
  return 'a pure folder sees no disk and no clock: let the caller hand in the value';
}

function judgeImport(found: Import, file: SourceFile): string | null {
  const home = homeOf(file.path);
  if (!found.specifier.startsWith('.')) return judgePackage(found, home);
  const rule = RULES[home];
  if (rule === undefined) return `src/${home} has no rule: add it to tests/architecture.test.ts`;
  const allowed = [home, ...rule.from, ...(found.typeOnly ? (rule.types ?? []) : [])];
  const name = nameOf(found.specifier, file);
  if (isWithin(name, allowed)) return null;
  const kind = found.typeOnly ? 'types of' : 'code of';
  return `${home} may import ${kind} ${allowed.join(', ')}: move what is shared to core, or let services.ts hand it in`;
}

function judgeName(name: string, home: string): string | null {
  if (name === 'process') {
    return home === 'cli.ts' ? null : '`process`: only cli.ts touches it, take it from the Host';
  }
  if (name === 'globalThis') return '`globalThis`: import or hand in what is needed';
  const guarded = home in PURE || home === 'commands';
  return guarded && Object.hasOwn(WORLD, name) ? `\`${name}\`: ${WORLD[name]}` : null;
}

function judgeNode(visited: Visited, file: SourceFile, own: ReadonlySet<string>): string | null {
  const { type } = visited.node;
  if (type === 'ExportDefaultDeclaration') return 'a default export: give it a name';
  if (type === 'TSAnyKeyword') return 'an `any`: say what it is, or `unknown`';
  const name = surroundingOf(visited);
  return name === null || own.has(name) ? null : judgeName(name, homeOf(file.path));
}

/** Every breach of the rules in a file, each with the file's name and what to do instead. */
function breachesOf(file: SourceFile): string[] {
  const nodes = nodesOf(file);
  const own = ownNames(nodes);
  const breaches = nodes.flatMap((visited) => {
    const found = importOf(visited);
    const fault = found === null ? judgeNode(visited, file, own) : judgeImport(found, file);
    if (fault === null) return [];
    return [`${file.path}: ${found === null ? '' : `imports '${found.specifier}': `}${fault}`];
  });
  if (/\/utils\.tsx?$/.test(file.path)) breaches.push(`${file.path}: name it after what it does`);
  return breaches;
}

it('keeps every file of src within the rules', () => {
  expect(sourceFiles().flatMap(breachesOf)).toEqual([]);
});

describe('the rules catch', () => {
  it.each([
    ['the disk in core', 'src/core/keys.ts', "import { readFile } from 'node:fs'", "'node:fs'"],
    ['the disk, lazily', 'src/checks/a.ts', "const fs = await import('node:fs')", "'node:fs'"],
    [
      'chance from node:crypto',
      'src/core/a.ts',
      "import { randomUUID } from 'node:crypto'",
      'crypto',
    ],
    ['all of node:crypto', 'src/core/a.ts', "import * as crypto from 'node:crypto'", 'crypto'],
    ['react in review', 'src/review/a.ts', "import { useState } from 'react'", "'react'"],
    ['a type from ink in core', 'src/core/a.ts', "import type { Key } from 'ink'", "'ink'"],
    ['core on a command', 'src/core/a.ts', "import { x } from '../commands/add.ts'", 'add.ts'],
    ['an import type', 'src/core/a.ts', "let x: import('../config.ts').Config", 'config.ts'],
    ['a re-export', 'src/memory/a.ts', "export * from '../checks/index.ts'", '../checks'],
    ['memory on checks', 'src/memory/a.ts', "import { x } from '../checks/index.ts'", '../checks'],
    ['ui on io', 'src/ui/a.tsx', "import { x } from '../io/git.ts'", '../io/git.ts'],
    ['io on engines', 'src/io/a.ts', "import type { X } from '../engines/index.ts'", '../engines'],
    ['code of services', 'src/commands/a.ts', "import { x } from '../services.ts'", 'services.ts'],
    ['an adapter in main', 'src/main.ts', "import { x } from './engines/index.ts'", './engines'],
    ['a folder without a rule', 'src/new/a.ts', "import { x } from '../core/keys.ts'", 'no rule'],
    ['process', 'src/io/a.ts', 'export const x = process.env', '`process`'],
    ['process by import', 'src/io/a.ts', "import process from 'node:process'", 'node:process'],
    ['process by globalThis', 'src/io/a.ts', 'export const x = globalThis.process', 'globalThis'],
    ['console', 'src/core/a.ts', "console.log('x')", '`console`'],
    ['the clock', 'src/core/a.ts', 'export const x = () => Date.now()', '`Date.now`'],
    ['a date of now', 'src/commands/a.ts', 'export const x = new Date()', '`new Date`'],
    ['chance', 'src/review/a.ts', 'export const x = [Math.random()]', '`Math.random`'],
    ['the net', 'src/editions/a.ts', "await fetch('x')", '`fetch`'],
    ['a default export', 'src/ui/a.ts', 'export default 1', 'default export'],
    ['any', 'src/ui/a.ts', 'export let x: any', '`any`'],
    ['a drawer for everything', 'src/core/utils.ts', '', 'utils.ts'],
  ])('%s', (_what, path, text, fault) => {
    const breaches = breachesOf({ path, text });
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toContain(`${path}: `);
    expect(breaches[0]).toContain(fault);
  });

  it.each([
    ['a hash in core', 'src/core/a.ts', "import { createHash } from 'node:crypto'"],
    ['types of the services', 'src/commands/a.ts', "import type { X } from '../services.ts'"],
    [
      'words of the world as names',
      'src/core/a.ts',
      'export const x = { process: 1, fetch: 2 }.fetch',
    ],
    [
      'reading a date that was given',
      'src/core/a.ts',
      'export const x = (d: Date) => Date.parse(String(d))',
    ],
  ])('but not %s', (_what, path, text) => {
    expect(breachesOf({ path, text })).toEqual([]);
  });
});
