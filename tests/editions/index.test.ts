import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../src/editions/index.ts';

const FOLDER = new URL('../../src/editions/', import.meta.url);

describe('the editions', () => {
  it('are all listed: a file with an `edition` needs its line in index.ts', async () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
    const ids: string[] = [];
    for (const file of files) {
      const module: Record<string, unknown> = await import(new URL(file, FOLDER).href);
      const edition = module['edition'] as { readonly id: string } | undefined;
      if (edition !== undefined) ids.push(edition.id);
    }
    expect(EDITIONS.map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(ids.length).toBeGreaterThan(3);
  });
});
