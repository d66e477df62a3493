/** The shape of a report: findings → text. Pure; the exit code comes from `verdictOf`. */
import { isBlocking } from '../core/blocking.ts';
import type { Translate } from '../core/messages.ts';
import type { Finding, Severity } from '../core/model.ts';

export interface ReportInput {
  readonly t: Translate;
  readonly findings: readonly Finding[];
  /** How many articles were looked at. */
  readonly articles: number;
}

export interface Report {
  readonly id: string;
  readonly render: (input: ReportInput) => string;
}

export type Counts = Readonly<Record<Severity, number>>;

export function countSeverities(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity, dismissed } of findings)
    if (dismissed === undefined) counts[severity] += 1;
  return counts;
}

/** `nothing`: no article was looked at, which proves nothing. */
export type Verdict = 'clean' | 'findings' | 'nothing';

/** Any error shuts the gate; only `clean` opens it. */
export function verdictOf({ findings, articles }: Omit<ReportInput, 't'>): Verdict {
  if (articles === 0) return 'nothing';
  return findings.some(isBlocking) ? 'findings' : 'clean';
}
