import type { MessageKey } from '../core/messages.ts';
import type { Finding } from '../core/model.ts';
import { sayFinding } from '../core/say-finding.ts';
import { visibleLine } from '../core/safe-text.ts';
import {
  countSeverities,
  verdictOf,
  type Report,
  type ReportInput,
  type Verdict,
} from './report.ts';

const VERDICTS: Readonly<Record<Verdict, MessageKey>> = {
  clean: 'report.green',
  findings: 'report.red',
  nothing: 'check.nothing',
};

function lines(finding: Finding, t: ReportInput['t']): string[] {
  const { file, line, column } = finding.place;
  const message = sayFinding(t, finding);
  const severity = t(`severity.${finding.severity}`);
  const key = finding.key === undefined ? '' : ` ${finding.key}`;
  const texts = (['zh', 'en'] as const).flatMap((lang) => {
    const text = finding[lang];
    return text === undefined ? [] : [`    ${lang} ${text}`];
  });
  return [`${file}:${line}:${column} ${severity} ${finding.check}${key}: ${message}`, ...texts];
}

/** A finding a paragraph, grouped by article, and the verdict as last line. */
export const human: Report = {
  id: 'human',
  render: ({ t, findings, articles }) => {
    const groups = Map.groupBy(findings, (finding) => finding.slug);
    const blocks = [...groups].map(([slug, group]) =>
      [
        // What concerns the workspace as a whole stands under no article.
        ...(slug === '' ? [] : [slug]),
        ...group.flatMap((finding) => lines(finding, t)).map((line) => `  ${line}`),
      ]
        .map(visibleLine)
        .join('\n'),
    );
    const verdict = VERDICTS[verdictOf({ findings, articles })];
    const last = t(verdict, { ...countSeverities(findings), articles });
    return `${[...blocks, last].join('\n\n')}\n`;
  },
};
