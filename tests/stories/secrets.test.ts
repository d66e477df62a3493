/** The engine's key: in no file, no output and no error, whatever happens. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault, FakeDeepl } from '../fakes/deepl-server.ts';
import { startFakeDeepl } from '../fakes/deepl-server.ts';
import { makeCliPlace, type CliPlace } from '../support/cli-program.ts';

const KEY = 'd3adb33f-0000-4000-8000-c0ffee5ec4e7:fx';
const FILES = {
  'articles/ferry.md': '---\ntitle: 渡轮重返海峡\n---\n\nThe first boat left at dawn.\n',
  'locales/terms.csv': 'zh,en\n渡轮,ferry\n',
  'duizhao.config.json': '{ "deepl": { "timeout": 1 } }\n',
};

let fake: FakeDeepl;
beforeEach(async () => {
  fake = await startFakeDeepl({ key: KEY });
});
afterEach(() => fake.close());

/** Everything in the workspace, the state folder and what else the program may have made. */
async function everyByte(place: CliPlace): Promise<string> {
  const base = dirname(place.folder);
  const entries = await readdir(base, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')),
  );
  return texts.join('\n');
}

const FAULTS: readonly (readonly [string, Fault | null])[] = [
  ['all goes well', null],
  ['the key is refused', { type: 'status', status: 403 }],
  ['the server answers the key', { type: 'echo-key' }],
  ['the answer breaks off', { type: 'reset' }],
  ['the answer is no JSON', { type: 'not-json' }],
  ['there is no answer', { type: 'stall' }],
];

describe('the key', () => {
  it.each(FAULTS)('is nowhere when %s', async (_, fault) => {
    const place = await makeCliPlace(FILES);
    const environment = {
      DEEPL_SERVER_URL: fake.url,
      DEEPL_AUTH_KEY: KEY,
      NODE_DEBUG: '',
      DEBUG: '*',
    };
    fake.fail(fault, Number.POSITIVE_INFINITY, '/');
    const said = [];
    for (const args of [
      ['translate', '--dry-run', '--json'],
      ['translate', '--yes'],
      ['translate', '--yes', '--json'],
      ['usage', '--remote'],
      ['usage', '--remote', '--json'],
      ['check', '--json'],
      ['status', '--json'],
    ]) {
      const { stdout, stderr } = await place.run(args, { environment });
      said.push(stdout, stderr);
    }
    const all = `${said.join('\n')}\n${await everyByte(place)}`;
    for (const part of [KEY, KEY.slice(0, 18), encodeURIComponent(KEY), btoa(KEY)]) {
      expect(all).not.toContain(part);
    }
    expect(fake.requests.length).toBeGreaterThan(0);
  });

  it('goes to no server that only the workspace names', async () => {
    const config = JSON.stringify({ deepl: { server: 'https://deepl.attacker.example' } });
    const place = await makeCliPlace({ ...FILES, 'duizhao.config.json': `${config}\n` });
    const { stderr, code } = await place.run(['translate', '--yes'], {
      environment: { DEEPL_AUTH_KEY: KEY },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('deepl.attacker.example');
    expect(stderr).toContain('DEEPL_SERVER_URL');
  });
});
