import { sayFinding } from '../core/say-finding.ts';
import { countSeverities, verdictOf, type Report } from './report.ts';

/**
 * One object: `{ verdict, articles, counts, findings }`, the verdict `clean`, `findings` or `nothing`
 * (no article was looked at); a finding's fields as in the README.
 */
export const json: Report = {
  id: 'json',
  render: ({ t, findings, articles }) => {
    const listed = findings.map((finding) => {
      const { values: _, ...rest } = finding;
      return { ...rest, message: sayFinding(t, finding) };
    });
    const verdict = verdictOf({ findings, articles });
    const counts = countSeverities(findings);
    return `${JSON.stringify({ verdict, articles, counts, findings: listed }, null, 2)}\n`;
  },
};
