import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './support/longest-first.ts';

/**
 * Tests of pure code, which keeps nothing: their files share what they load, which took most of their time.
 * Those of the pages in a browser are not among them, since they set their own time limits, nor the one that
 * puts a module in the place of another.
 */
const PURE = [
  ...['checks', 'core', 'dictionary', 'formats', 'memory', 'reports', 'review', 'terms'].map(
    (folder) => `tests/${folder}/**/*.test.ts`,
  ),
  'tests/editions/!(browser|on-paper|page-pictures).test.ts',
  'tests/editions/*/**/!(whole).test.ts',
];

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than the gate's machine has cores: some wait for a screen, a clock or an answer.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    env: { TZ: 'UTC' },
    setupFiles: ['tests/support/draws.ts'],
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: [...configDefaults.exclude, ...PURE],
        },
      },
    ],
  },
});
