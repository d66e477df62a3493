/** The report of `usage` in words. */
import type { MessageKey, Translate } from '../core/messages.ts';
import { amount, grouped } from '../core/money/figures.ts';
import type { LocalTime } from '../core/money/local-time.ts';
import type { PerhapsBilled } from '../core/money/perhaps-billed.ts';
import { CAPS } from '../core/money/room.ts';
import type { UsageReport } from '../core/money/usage-report.ts';
import type { UsageFigures } from '../core/money/usage-table.ts';
import type { EngineUsage } from '../core/ports.ts';
import { visibleLine } from '../core/safe-text.ts';
import { widthOf } from '../review/text/width.ts';

/** What the engine says, or why it says nothing. */
export type Remote =
  | ({ readonly engine: string } & EngineUsage)
  | { readonly engine: string; readonly error: string }
  | { readonly engine: string; readonly uncounted: true }
  | { readonly engine: null; readonly error: string };

/** More requests than that are for `--json`. */
const LISTED = 20;

interface Column {
  readonly key: MessageKey;
  readonly value: (figures: UsageFigures) => number | null;
  readonly say: (value: number) => string;
  /** Left out when it would hold nothing. */
  readonly optional: boolean;
}

const COLUMNS: readonly Column[] = [
  { key: 'usage.requests', value: ({ requests }) => requests, say: grouped, optional: false },
  { key: 'usage.characters', value: ({ characters }) => characters, say: grouped, optional: false },
  { key: 'usage.perhaps', value: (it) => it.perhapsBilled, say: grouped, optional: true },
  { key: 'usage.tokens', value: ({ tokens }) => tokens, say: grouped, optional: true },
  { key: 'usage.cost', value: ({ cost }) => cost, say: amount, optional: true },
];

function pad(cell: string, width: number, toRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(cell)));
  return toRight ? space + cell : cell + space;
}

function align(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_head, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column > 1))
      .join('  ')
      .trimEnd(),
  );
}

function table({ engines, month }: UsageReport, t: Translate): string[] {
  if (engines.length === 0) return [t('usage.nothing')];
  const columns = COLUMNS.filter(
    ({ value, optional }) => !optional || engines.some(({ all }) => (value(all) ?? 0) > 0),
  );
  const row = (engine: string, period: string, figures: UsageFigures): string[] => {
    const cells = columns.map(({ value, say }) => {
      const number = value(figures);
      return number === null ? '–' : say(number);
    });
    return [engine, period, ...cells];
  };
  const head = [t('usage.engine'), t('usage.period'), ...columns.map(({ key }) => t(key))];
  const body = engines.flatMap(({ engine, ...figures }) => [
    row(visibleLine(engine), t('usage.today'), figures.today),
    row('', month, figures.month),
    row('', t('usage.all'), figures.all),
  ]);
  return align([head, ...body]);
}

function capLines({ caps }: UsageReport, t: Translate): string[] {
  const lines = CAPS.flatMap((cap) => {
    const { limit, spent, left } = caps[cap];
    if (limit === null) return [];
    const figures = { limit: grouped(limit), spent: grouped(spent), left: grouped(left ?? 0) };
    return [t(`usage.cap.${cap}`, figures)];
  });
  return lines.length === 0 ? [t('usage.noCaps')] : lines;
}

function requestLine(request: PerhapsBilled, t: Translate, local: LocalTime): string {
  return t('usage.request', {
    time: local.minute(request.at),
    engine: visibleLine(request.engine),
    slug: visibleLine(request.slug),
    characters: grouped(request.characters),
    outcome: t(`usage.outcome.${request.outcome}`),
  });
}

function unansweredLines(
  { unanswered, month }: UsageReport,
  t: Translate,
  local: LocalTime,
): string[] {
  const count = unanswered.length;
  if (count === 0) return [];
  const earlier = count > LISTED ? [t('usage.earlier', { count: count - LISTED })] : [];
  return [
    t('usage.unanswered', { count, month }),
    ...earlier,
    ...unanswered.slice(-LISTED).map((request) => requestLine(request, t, local)),
  ];
}

function countLine(
  [limited, unlimited]: readonly [MessageKey, MessageKey],
  { used, limit }: { readonly used: number; readonly limit: number | null },
  { engine, t }: { readonly engine: string; readonly t: Translate },
): string {
  const values = { engine, used: grouped(used) };
  return limit === null ? t(unlimited, values) : t(limited, { ...values, limit: grouped(limit) });
}

function resetDate(resets: string, local: LocalTime): string {
  const day = local.day(resets);
  return day === '' ? visibleLine(resets) : day;
}

function remoteLines(remote: Remote | null, t: Translate, local: LocalTime): string[] {
  if (remote === null) return [];
  const { engine } = remote;
  if (engine === null) return [t('usage.remote.missing', { reason: remote.error })];
  if ('uncounted' in remote) return [t('usage.remote.none', { engine })];
  if ('error' in remote) {
    return [t('usage.remote.failed', { engine, message: visibleLine(remote.error) })];
  }
  const say = { engine, t };
  const { key, resets } = remote;
  return [
    countLine(['usage.remote.limited', 'usage.remote.unlimited'], remote, say),
    ...(key === undefined
      ? []
      : [countLine(['usage.remote.keyLimited', 'usage.remote.keyUnlimited'], key, say)]),
    ...(resets === undefined ? [] : [t('usage.remote.resets', { date: resetDate(resets, local) })]),
  ];
}

/** Blocks of lines with an empty line between them: the table, caps, open requests, the engine. */
export function usageLines(
  report: UsageReport,
  remote: Remote | null,
  { t, local }: { readonly t: Translate; readonly local: LocalTime },
): string[] {
  return [
    table(report, t),
    capLines(report, t),
    unansweredLines(report, t, local),
    remoteLines(remote, t, local),
  ]
    .filter((block) => block.length > 0)
    .flatMap((block, at) => (at === 0 ? block : ['', ...block]));
}
