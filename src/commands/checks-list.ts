/** `duizhao checks`: the catalogue. */
import { sayCheck } from '../checks/catalogue.ts';
import type { Check } from '../checks/check.ts';
import { CHECKS } from '../checks/index.ts';
import type { CheckSetting, Level } from '../checks/setting.ts';
import type { MessageKey, Translate } from '../core/messages.ts';
import { textTable } from '../core/table.ts';

export interface CatalogueEntry {
  readonly id: string;
  /** As the config and the house style have it. */
  readonly severity: Level;
  readonly scope: Check['scope'];
  readonly group: Check['group'];
  /** What kind of fix it can bring; null for none. */
  readonly fixes: 'typographic' | 'wording' | null;
  /** What it is about, in the interface's language. */
  readonly summary: string;
}

export function catalogueEntry(t: Translate, check: Check, setting: CheckSetting): CatalogueEntry {
  const { id, scope, group, fixes = null } = check;
  const severity = setting.levelOf(id, null) ?? check.severity;
  return { id, severity, scope, group, fixes, summary: sayCheck(t, check) };
}

function row(t: Translate, entry: CatalogueEntry): string[] {
  const { id, severity, scope, group, fixes, summary } = entry;
  return [
    id,
    t(`severity.${severity}` as MessageKey),
    t(`checks.scope.${scope}` as MessageKey),
    t(`checks.group.${group}` as MessageKey),
    fixes === null ? '' : t(`checks.fixes.${fixes}` as MessageKey),
    summary,
  ];
}

/** All checks, in the order in which they run. */
export function catalogue(t: Translate, setting: CheckSetting): CatalogueEntry[] {
  return CHECKS.map((check) => catalogueEntry(t, check, setting));
}

export function catalogueLines(t: Translate, entries: readonly CatalogueEntry[]): string[] {
  const titles = [
    t('checks.column.id'),
    t('checks.column.severity'),
    t('checks.column.scope'),
    t('checks.column.group'),
    t('checks.column.fix'),
    t('checks.column.summary'),
  ];
  const columns = titles.map((title) => ({ title }));
  const table = textTable(
    columns,
    entries.map((entry) => row(t, entry)),
  );
  return [...table, '', t('checks.sum', { count: entries.length })];
}
