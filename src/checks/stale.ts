import type { ArticleCheck } from './check.ts';
import { unitFinding } from './unit-check.ts';

/** A reviewed pair whose source has changed since; a warning where the config tolerates the change. */
export const stale: ArticleCheck = {
  id: 'stale',
  severity: 'error',
  scope: 'article',
  group: 'state',
  run: () => [],
  ofUnit: (unit, subject, check) => {
    if (unit.status !== 'stale') return [];
    const severity = unit.tolerated === true ? 'warning' : check.severity;
    const values = { before: unit.previousSource ?? '', change: unit.change ?? 'rewrite' };
    return [unitFinding({ ...check, severity }, subject, unit, values)];
  },
};
