/** `duizhao checks --explain ID`: what a check means, with examples, options and how to set it. */
import type { Check, CheckExample, CheckOption } from '../checks/check.ts';
import { CHECKS } from '../checks/index.ts';
import { optionOf } from '../checks/check.ts';
import type { CheckSetting } from '../checks/setting.ts';
import { UserError } from '../core/errors.ts';
import type { MessageKey, Translate } from '../core/messages.ts';
import { nearest } from '../core/nearest.ts';
import { catalogueEntry, type CatalogueEntry } from './checks-list.ts';

interface ExplainedOption extends CheckOption {
  readonly name: string;
  /** As the config and the house style have it. */
  readonly value: CheckOption['fallback'];
}

export interface Explanation extends CatalogueEntry {
  readonly options: readonly ExplainedOption[];
  readonly invalid: readonly CheckExample[];
  readonly valid: readonly CheckExample[];
}

/** @throws UserError where there is no such check */
function findCheck(id: string): Check {
  const all: readonly Check[] = CHECKS;
  const found = all.find((check) => check.id === id);
  if (found !== undefined) return found;
  const guess = nearest(
    id,
    all.map((check) => check.id),
  );
  const hint = guess === null ? '' : ` (did you mean "${guess}"?)`;
  throw new UserError(`There is no check "${id}"${hint}: duizhao checks lists them.`);
}

/** @throws UserError where there is no such check */
export function explain(t: Translate, id: string, setting: CheckSetting): Explanation {
  const check = findCheck(id);
  const options = Object.entries(check.options ?? {}).map(([name, option]) => {
    return { name, ...option, value: optionOf(setting, check, name) };
  });
  const { invalid = [], valid = [] } = check.examples ?? {};
  return { ...catalogueEntry(t, check, setting), options, invalid, valid };
}

function exampleLines(title: string, examples: readonly CheckExample[]): string[] {
  if (examples.length === 0) return [];
  return ['', title, ...examples.flatMap(({ zh, en }) => [`  zh  ${zh}`, `  en  ${en}`, ''])].slice(
    0,
    -1,
  );
}

function optionLines(t: Translate, options: readonly ExplainedOption[]): string[] {
  if (options.length === 0) return [];
  const lines = options.map(({ name, value, fallback, allowed }) => {
    const words = allowed === undefined ? '' : `  (${allowed.join(' | ')})`;
    const isSet = JSON.stringify(value) !== JSON.stringify(fallback);
    const unset = isSet ? `  ${t('checks.explain.default')} ${JSON.stringify(fallback)}` : '';
    return `  ${name} = ${JSON.stringify(value)}${words}${unset}`;
  });
  return ['', t('checks.explain.options'), ...lines];
}

/** What to write into the config. */
function configLines(t: Translate, { id, options }: Explanation): string[] {
  const [option] = options;
  const set = option === undefined ? {} : { options: { [id]: { [option.name]: option.fallback } } };
  const config = { checks: { severity: { [id]: 'warning' }, ...set } };
  return ['', t('checks.explain.config'), `  ${JSON.stringify(config)}`];
}

export function explanationLines(t: Translate, explanation: Explanation): string[] {
  const { id, severity, scope, group, fixes, summary } = explanation;
  const facts = [
    t(`severity.${severity}` as MessageKey),
    t(`checks.scope.${scope}` as MessageKey),
    t(`checks.group.${group}` as MessageKey),
    ...(fixes === null ? [] : [t(`checks.fixes.${fixes}` as MessageKey)]),
  ];
  return [
    `${id}: ${summary}`,
    facts.join(' · '),
    ...exampleLines(t('checks.explain.invalid'), explanation.invalid),
    ...exampleLines(t('checks.explain.valid'), explanation.valid),
    ...optionLines(t, explanation.options),
    ...configLines(t, explanation),
    '',
    t('checks.explain.dismiss'),
  ];
}
