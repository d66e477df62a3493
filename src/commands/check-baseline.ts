/** `check --baseline`, `--write-baseline`: only what is new counts. */
import { compareBaseline, readBaseline, serializeBaseline } from '../core/baseline.ts';
import type { Finding } from '../core/model.ts';
import type { ReportInput } from '../reports/report.ts';
import type { Services } from '../services.ts';

export type BaselineFlags = {
  readonly baseline?: string;
  readonly writeBaseline?: string;
};

/**
 * The findings that count. What is written is known from then on.
 * @throws UserError when a baseline cannot be read or written
 */
export async function againstBaseline(
  services: Pick<Services, 'readInput' | 'writeFile'>,
  { baseline, writeBaseline }: BaselineFlags,
  findings: readonly Finding[],
): Promise<Pick<ReportInput, 'findings' | 'baseline'>> {
  const decoder = new TextDecoder();
  const before =
    baseline === undefined
      ? null
      : readBaseline(decoder.decode(await services.readInput(baseline)), baseline);
  const written = writeBaseline === undefined ? null : serializeBaseline(findings);
  if (written !== null) await services.writeFile(writeBaseline ?? '', written);
  const entries = before ?? (written === null ? null : readBaseline(written, ''));
  if (entries === null) return { findings };
  const { fresh, known, gone } = compareBaseline(findings, entries);
  return { findings: fresh, baseline: { known: known.length, gone } };
}
