import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG, parseConfig } from '../../src/config.ts';
import type { EngineSetting } from '../../src/engines/index.ts';
import { ENGINES, openEngine } from '../../src/engines/index.ts';

function setting(env: EngineSetting['env'], config: object = {}): EngineSetting {
  return { env, config: parseConfig(config, 'config'), version: '1.2.3' };
}

it('has a file named after every engine', () => {
  const files = readdirSync(new URL('../../src/engines', import.meta.url));
  expect(ENGINES.map(({ id }) => `${id}.ts`).filter((file) => !files.includes(file))).toEqual([]);
});

it.each(ENGINES)('opens the engine "$id" under its own name', async ({ id, key }) => {
  const env = key === undefined ? {} : { [key.name]: ' a-key\n' };
  const opened = await openEngine(id, setting(env));
  expect(opened).toMatchObject({ id });
});

it.each(ENGINES)('knows "$id" in the config', ({ id }) => {
  expect(parseConfig({ engine: id }, 'config').engine).toBe(id);
});

describe('openEngine', () => {
  const LOCAL = { openai: { server: 'http://127.0.0.1:11434/v1' } };

  it.each([
    ['openai', {}, LOCAL],
    ['libretranslate', {}, {}],
    ['libretranslate', { LIBRETRANSLATE_API_KEY: '  ' }, {}],
    ['pseudo', {}, {}],
  ])('opens %s without a key (%o)', async (id, env, config) => {
    expect(await openEngine(id, setting(env, config))).toHaveProperty('translate');
  });

  it.each([
    ['deepl', {}, 'DEEPL_AUTH_KEY'],
    ['deepl', { DEEPL_AUTH_KEY: '  ' }, 'DEEPL_AUTH_KEY'],
    ['openai', {}, 'OPENAI_API_KEY'],
    ['openai', { OPENAI_API_KEY: '' }, 'OPENAI_API_KEY'],
    ['openai', { OPENAI_API_KEY: 'sk-one\nsk-two' }, 'OPENAI_API_KEY'],
    ['libretranslate', { LIBRETRANSLATE_API_KEY: '密钥' }, 'LIBRETRANSLATE_API_KEY'],
  ])('says in one sentence what is missing (%s, %o)', async (id, env, name) => {
    const opened = await openEngine(id, setting(env));
    expect(opened).toEqual({ missing: expect.stringMatching(/^[^\n]*\.$/) });
    expect(opened).toEqual({ missing: expect.stringContaining(name) });
    expect(JSON.stringify(opened)).not.toMatch(/sk-|密钥/);
  });

  it.each([
    ['none', /deepl, openai, libretranslate or pseudo/],
    ['deepel', /did you mean "deepl"/],
    ['babelfish-translator', /one of deepl/],
    ['constructor', /one of deepl/],
  ])('knows no engine "%s"', async (id, sentence) => {
    const opened = await openEngine(id, setting({}));
    expect(opened).toEqual({ missing: expect.stringMatching(sentence) });
  });

  it('refuses an address that holds a password', async () => {
    const server = 'http://desk:secret@127.0.0.1:5000';
    const opening = openEngine('libretranslate', setting({}, { libretranslate: { server } }));
    await expect(opening).rejects.toThrow('"libretranslate.server"');
    await expect(opening).rejects.not.toThrow('secret');
  });

  it('asks for no key of OpenAI where the server is another', () => {
    const entry = ENGINES.find(({ id }) => id === 'openai');
    const needed = (server: string) =>
      entry?.key?.needed({ ...DEFAULT_CONFIG, openai: { ...DEFAULT_CONFIG.openai, server } });
    expect(needed('https://api.openai.com/v1')).toBe(true);
    expect(needed('https://api.openai.com.example/v1')).toBe(false);
  });
});
