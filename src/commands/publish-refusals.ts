/** Why articles did not go out. */
import type { MessageKey, Translate } from '../core/messages.ts';
import { LANGS } from '../core/model.ts';
import { sayFinding } from '../core/say-finding.ts';
import { fit } from '../review/text/fit.ts';
import type { OpenSegment } from './publish-judge.ts';
import { reasonsAgainst } from './publish-plan.ts';
import type { PublishReport } from './publish-report.ts';

/** Columns of a terminal that a listed text may take. */
const SHORT = 64;

function segmentLines({ key, status, ...texts }: OpenSegment, t: Translate): string[] {
  return [
    `  ${key}  ${t(`review.status.${status}` as MessageKey)}`,
    ...LANGS.map((lang) => {
      const text = texts[lang];
      return `    ${lang}  ${text === null ? t('publish.missingText') : fit(text, SHORT).trimEnd()}`;
    }),
  ];
}

/** The lines about an article that did not go out: each segment and each error that keeps it. */
export function refusalLines(
  slug: string,
  { drafts, result }: Pick<PublishReport, 'drafts' | 'result'>,
  t: Translate,
): string[] {
  const judgement = result.judgements.get(slug);
  if (judgement === undefined) return [];
  const { segments, findings } = reasonsAgainst(judgement, drafts);
  return [
    t('publish.refused', { slug, count: segments.length + findings.length }),
    ...segments.flatMap((segment) => segmentLines(segment, t)),
    ...findings.map((finding) => {
      const { file, line, column } = finding.place;
      return `  ${file}:${line}:${column} ${finding.check}: ${sayFinding(t, finding)}`;
    }),
  ];
}
