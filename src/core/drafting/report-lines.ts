/** A run of `translate` in words. */
import type { MessageKey, Translate } from '../messages.ts';
import { amount } from '../money/figures.ts';
import type { SkipReason } from './plan.ts';
import type { DraftReport, EngineReport, Prices } from './report.ts';
import type { FailReason } from './settle.ts';

const SKIP_MESSAGES: Readonly<Record<SkipReason, MessageKey>> = {
  reviewed: 'translate.skip.reviewed',
  changed: 'translate.skip.changed',
  conflict: 'translate.skip.conflict',
  omitted: 'translate.skip.omitted',
  untranslatable: 'translate.skip.untranslatable',
  drafted: 'translate.skip.drafted',
  person: 'translate.skip.person',
  unreadable: 'translate.skip.unreadable',
  'no-engine': 'translate.skip.noEngine',
  budget: 'translate.skip.budget',
  stopped: 'translate.skip.stopped',
};

const FAIL_MESSAGES: Readonly<Record<FailReason, MessageKey>> = {
  'too-long': 'translate.fail.tooLong',
  tags: 'translate.fail.tags',
  empty: 'translate.fail.empty',
  answer: 'translate.fail.answer',
  rejected: 'translate.fail.rejected',
};

function skippedLine({ skipped }: DraftReport, t: Translate): string {
  const entries = Object.entries(skipped) as [SkipReason, number][];
  const count = entries.reduce((sum, [, number]) => sum + number, 0);
  if (count === 0) return t('translate.skipped', { count });
  const reasons = entries.map(([reason, number]) => t(SKIP_MESSAGES[reason], { count: number }));
  return t('translate.skippedBecause', { count, reasons: reasons.join(t('translate.listGap')) });
}

function costLine({ engine, cost }: EngineReport, prices: Prices, t: Translate): string[] {
  const price = prices[engine];
  if (cost === null || price === undefined) return [];
  return [t('translate.cost', { cost: amount(cost), price })];
}

function failedLines({ failed }: Pick<EngineReport, 'failed'>, t: Translate): string[] {
  if (failed.length === 0) return [];
  return [
    t('translate.failed', { count: failed.length }),
    ...failed.map(({ slug, key, reason, message = '' }) =>
      t(FAIL_MESSAGES[reason], { slug, key, message }),
    ),
  ];
}

function perhapsLine({ perhapsBilled }: Pick<EngineReport, 'perhapsBilled'>, t: Translate) {
  const { requests, characters } = perhapsBilled;
  return requests === 0 ? [] : [t('translate.perhapsBilled', { count: requests, characters })];
}

function sentLines(report: EngineReport, facts: LineFacts, dryRun: boolean): string[] {
  const { engine, sent, requests, characters } = report;
  const { t, prices } = facts;
  const figures = { engine, count: sent, requests, characters };
  return [
    t(dryRun ? 'translate.toSend' : 'translate.sent', figures),
    ...costLine(report, prices, t),
  ];
}

function secondLines({ second, dryRun }: DraftReport, facts: LineFacts): string[] {
  if (second === null) return [];
  const { t } = facts;
  return [
    t('translate.second'),
    ...sentLines(second, facts, dryRun),
    ...(second.kept === 0 ? [] : [t('translate.secondKept', { count: second.kept })]),
    ...failedLines(second, t),
    ...perhapsLine(second, t),
  ];
}

interface LineFacts {
  readonly prices: Prices;
  readonly t: Translate;
  /** Nothing was sent, by the user's own will: only what cost nothing is told. */
  readonly declined?: boolean;
}

/** The figures of a report, a line each: sent, cost, reused, skipped, failed, doubtful. */
export function reportLines(report: DraftReport, facts: LineFacts): string[] {
  const { engine, dryRun, doubtful, lackingTerms } = report;
  const { t, declined = false } = facts;
  const first =
    engine === null || declined ? [] : sentLines({ ...report, engine, kept: 0 }, facts, dryRun);
  return [
    ...first,
    t('translate.reused', { ...report.reused }),
    skippedLine(report, t),
    ...failedLines(report, t),
    ...perhapsLine(report, t),
    ...(doubtful.length === 0 ? [] : [t('translate.doubtful', { count: doubtful.length })]),
    ...doubtful.map(({ slug, key, doubts }) =>
      t('translate.doubt', {
        slug,
        key,
        doubts: doubts.map((doubt) => t(`doubt.${doubt}`)).join(t('translate.listGap')),
      }),
    ),
    ...(lackingTerms === 0 ? [] : [t('translate.lackingTerms', { count: lackingTerms })]),
    ...(declined ? [] : secondLines(report, facts)),
  ].map((line) => line.trimEnd());
}
