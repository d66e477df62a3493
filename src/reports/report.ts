/** The shape of a report: findings → text. Pure; the exit code comes from `verdictOf`. */
import type { BaselineEntry } from '../core/baseline.ts';
import { isBlocking } from '../core/blocking.ts';
import type { Translate } from '../core/messages.ts';
import type { Finding, Lang, Severity } from '../core/model.ts';

/** What was looked at. */
export interface Checked {
  readonly what: 'articles' | 'pairs';
  readonly count: number;
  /** Of the articles, or the name of the file of pairs. */
  readonly slugs: readonly string[];
  /** Nothing to look at proves nothing, unless only what has changed was asked for. */
  readonly mayBeNone: boolean;
  /** Only what has changed since this commit was looked at, of so many. */
  readonly since?: string;
  readonly of?: number;
}

/** A target that `--fix` has mended. */
export interface FixedText {
  readonly slug: string;
  readonly key: string;
  readonly check: string;
  readonly lang: Lang;
  readonly before: string;
  readonly after: string;
  /** Signed again, or left as a draft that somebody has to approve. */
  readonly signed: boolean;
}

/** What a check is about, for formats that list their rules. */
export interface Rule {
  readonly about: string;
  readonly severity: Severity;
}

export interface ReportInput {
  readonly t: Translate;
  /** What counts, and what somebody has dismissed; what the baseline knows is not among them. */
  readonly findings: readonly Finding[];
  readonly checked: Checked;
  /** Warnings shut the gate too. */
  readonly strict: boolean;
  readonly baseline?: { readonly known: number; readonly gone: readonly BaselineEntry[] };
  readonly fixed?: readonly FixedText[];
  readonly version: string;
  /** By the id of the check. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** From the repository's top to the workspace: `` or `newsroom/`. */
  readonly prefix: string;
  /** Text of locale files, by path, as far as they are needed to place fixes. */
  readonly localeFiles: ReadonlyMap<string, string>;
  /** The terminal underlines. */
  readonly styled: boolean;
}

export interface Report {
  readonly id: string;
  /** Endings of files that hold such a report, the usual one first. */
  readonly extensions: readonly string[];
  readonly render: (input: ReportInput) => string;
}

export type Counts = Readonly<Record<Severity, number>>;

export function countSeverities(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity, dismissed } of findings)
    if (dismissed === undefined) counts[severity] += 1;
  return counts;
}

/** `nothing`: nothing was looked at, which proves nothing. */
export type Verdict = 'clean' | 'findings' | 'nothing';

/** Any error shuts the gate; only `clean` opens it. */
export function verdictOf({
  findings,
  checked,
  strict,
}: Pick<ReportInput, 'findings' | 'checked' | 'strict'>): Verdict {
  if (findings.some((finding) => isBlocking(finding, strict))) return 'findings';
  return checked.count === 0 && !checked.mayBeNone ? 'nothing' : 'clean';
}

export function dismissedIn(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ dismissed }) => dismissed !== undefined);
}

export function openIn(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ dismissed }) => dismissed === undefined);
}
