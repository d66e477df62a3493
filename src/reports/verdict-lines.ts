/** The verdict in words, and what else a reader has to know to believe it. */
import { visibleLine } from '../core/safe-text.ts';
import { countSeverities, dismissedIn, openIn, verdictOf, type ReportInput } from './report.ts';

/** `GREEN: …` or `RED: …`. */
export function verdictLine(input: ReportInput): string {
  const { t, checked, findings } = input;
  const { what, count } = checked;
  const verdict = verdictOf(input);
  if (verdict === 'nothing') return t(what === 'pairs' ? 'check.noPairs' : 'check.nothing');
  const said = t(what === 'pairs' ? 'report.pairs' : 'report.articles', { count });
  const key = verdict === 'clean' ? 'report.green' : 'report.red';
  return t(key, { ...countSeverities(findings), checked: said });
}

/** Why it is red though there is no error. */
function strictLine(input: ReportInput): string[] {
  const isStrict = verdictOf(input) === 'findings' && countSeverities(input.findings).error === 0;
  return isStrict ? [input.t('report.strict')] : [];
}

function baselineLines({ t, baseline }: ReportInput): string[] {
  if (baseline === undefined) return [];
  const { known, gone } = baseline;
  const entries = gone.map(({ slug, key = '', check }) => `  ${slug} ${key} ${check}`);
  const head = gone.length === 0 ? [] : [t('report.gone', { number: gone.length })];
  return [t('report.known', { number: known }), ...head, ...entries].map(visibleLine);
}

function expiredLines({ t, findings }: ReportInput): string[] {
  return openIn(findings).flatMap(({ slug, key = '', check, expired }) => {
    if (expired === undefined) return [];
    const { by, reason, until = '' } = expired;
    return [visibleLine(t('report.expired', { slug, key, check, by, reason, until }))];
  });
}

/** Lines on what is not listed: dismissed, expired, known, gone. */
export function besideLines(input: ReportInput): string[] {
  const dismissed = dismissedIn(input.findings).length;
  const { since, count, of = count } = input.checked;
  const scope = { since: since ?? '', number: count, of };
  return [
    ...(since === undefined ? [] : [visibleLine(input.t('report.since', scope))]),
    ...(dismissed === 0 ? [] : [input.t('report.dismissed', { number: dismissed })]),
    ...expiredLines(input),
    ...baselineLines(input),
    ...strictLine(input),
  ];
}
