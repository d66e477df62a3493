import { findingName } from '../core/finding-name.ts';
import { sayFinding } from '../core/say-finding.ts';
import { countSeverities, dismissedIn, verdictOf, type Report } from './report.ts';

/**
 * One object: `{ verdict, strict, articles | pairs, counts, dismissed, baseline, fixed, findings }`, the
 * verdict `clean`, `findings` or `nothing` (nothing was looked at); a finding's fields as in the README.
 */
export const json: Report = {
  id: 'json',
  extensions: ['json'],
  render: (input) => {
    const { t, findings, checked, strict, baseline, fixed } = input;
    const listed = findings.map((finding) => {
      const { values: _, ...rest } = finding;
      return { ...rest, message: sayFinding(t, finding), fingerprint: findingName(finding) };
    });
    const object = {
      verdict: verdictOf(input),
      strict,
      [checked.what]: checked.count,
      counts: countSeverities(findings),
      dismissed: dismissedIn(findings).length,
      ...(baseline === undefined ? {} : { baseline }),
      ...(fixed === undefined ? {} : { fixed }),
      findings: listed,
    };
    return `${JSON.stringify(object, null, 2)}\n`;
  },
};
