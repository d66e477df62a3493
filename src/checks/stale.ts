import { unitFinding, type Check } from './check.ts';

/** A reviewed pair whose source has changed since; a warning where the config tolerates the change. */
export const stale: Check = {
  id: 'stale',
  severity: 'error',
  run: (subject, check) =>
    subject.state.units
      .filter((unit) => unit.status === 'stale')
      .map((unit) => {
        const severity = unit.tolerated === true ? 'warning' : check.severity;
        const values = { before: unit.previousSource ?? '', change: unit.change ?? 'rewrite' };
        return unitFinding({ ...check, severity }, subject, unit, values);
      }),
};
