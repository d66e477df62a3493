import type { Check } from './check.ts';

/** What the readers of locale and review files could not read; each finding names its own rule. */
export const files: Check = {
  id: 'files',
  severity: 'error',
  run: ({ state }) => state.problems,
};
