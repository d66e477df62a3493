/** The figures as tables, for a terminal or a README. */
import type { MessageKey, Translate } from '../../core/messages.ts';
import { markdownTable, textTable, type Column } from '../../core/table.ts';
import type { ChecksStats, CheckStats, ClassStats } from './measure.ts';
import type { Rate } from './rate.ts';

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** `1.3% (0.8–2.1)`: the bounds of the interval behind. */
function withBounds({ of, share, low, high }: Rate): string {
  if (of === 0) return '–';
  return `${percent(share)} (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)})`;
}

function alone({ of, share }: Rate): string {
  return of === 0 ? '–' : percent(share);
}

function per100(findings: number, pairs: number): string {
  return ((100 * findings) / Math.max(1, pairs)).toFixed(1);
}

type Table = readonly [columns: readonly Column[], rows: readonly (readonly string[])[]];

function numbers(t: Translate, ...keys: MessageKey[]): Column[] {
  return keys.map((key) => ({ title: t(key), right: true }));
}

function alarmTable(
  t: Translate,
  { checks, pairs, flagged, blocking, findings }: ChecksStats,
): Table {
  const columns = [
    { title: t('stats.check') },
    ...numbers(t, 'stats.flagged', 'stats.flaggedShare', 'stats.asError', 'stats.perHundred'),
  ];
  const row = ({ check, flagged, asError, findings }: CheckStats): string[] => [
    check,
    String(flagged.hits),
    withBounds(flagged),
    String(asError),
    per100(findings, pairs),
  ];
  const all = [String(flagged.hits), withBounds(flagged), String(blocking.hits)];
  return [columns, [...checks.map(row), [t('stats.all'), ...all, per100(findings, pairs)]]];
}

function recallTable(t: Translate, { classes }: ChecksStats): Table {
  const columns = [
    { title: t('stats.class') },
    ...numbers(t, 'stats.seeded', 'stats.recall', 'stats.recallError', 'stats.inZh', 'stats.inEn'),
    ...numbers(t, 'stats.byAny'),
  ];
  const row = ({ class: errorClass, caught, asError, byAny, sides }: ClassStats): string[] => [
    `${t(`stats.class.${errorClass}` as MessageKey)}`,
    String(caught.of),
    withBounds(caught),
    alone(asError),
    alone(sides.zh),
    alone(sides.en),
    alone(byAny),
  ];
  return [columns, classes.filter(({ caught }) => caught.of > 0).map(row)];
}

const STATS_FORMS = { text: textTable, markdown: markdownTable } as const;

/** Two tables, each below a sentence that says what it is of. */
export function renderStats(
  t: Translate,
  stats: ChecksStats,
  { form }: { readonly form: keyof typeof STATS_FORMS },
): string {
  const table = STATS_FORMS[form];
  const none = stats.classes.filter(({ caught }) => caught.of === 0);
  const values = { count: stats.pairs, seed: stats.seed };
  const lines = [
    t('stats.alarms', values),
    '',
    ...table(...alarmTable(t, stats)),
    '',
    t('stats.recalls', values),
    '',
    ...table(...recallTable(t, stats)),
  ];
  if (none.length > 0) {
    const words = none.map((found) => t(`stats.class.${found.class}` as MessageKey));
    lines.push('', t('stats.noSeeds', { classes: words.join(' · ') }));
  }
  return `${lines.join('\n')}\n`;
}
