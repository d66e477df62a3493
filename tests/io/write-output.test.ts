import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { writeOutput } from '../../src/io/write-output.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'duizhao-output-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('writes into a folder that is there', async () => {
  await writeOutput(join(root, 'terms.csv'), 'zh,en\n', 'terms.csv');
  expect(readFileSync(join(root, 'terms.csv'), 'utf8')).toBe('zh,en\n');
});

it('makes no folder: its name may be mistyped', async () => {
  const failed = writeOutput(join(root, 'exprot/terms.csv'), 'zh,en\n', 'exprot/terms.csv');
  await expect(failed).rejects.toThrow(UserError);
  await expect(failed).rejects.toThrow(/^exprot\/terms\.csv cannot be written: make its folder/);
  expect(existsSync(join(root, 'exprot'))).toBe(false);
});
