import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config.ts';
import { ENGINES } from '../../src/engines/index.ts';

it('lists every file of the folder once', () => {
  const files = readdirSync(new URL('../../src/engines', import.meta.url))
    .filter((file) => file !== 'index.ts')
    .map((file) => file.replace(/\.ts$/, ''));
  expect(ENGINES.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
});

it.each(ENGINES)('opens the engine "$id" under its own name', async ({ id, load }) => {
  const { open } = await load();
  expect(open('key', { env: {}, config: DEFAULT_CONFIG, version: '1' }).id).toBe(id);
});
