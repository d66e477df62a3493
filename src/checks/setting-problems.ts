/** What a config says of the checks and cannot mean: sentences, each with what to write in its place. */
import { nearest } from '../core/nearest.ts';
import { visibleLine } from '../core/safe-text.ts';
import type { Check, CheckOption, OptionValue } from './check.ts';
import { CHECKS } from './index.ts';
import type { CheckConfig } from './setting.ts';

const BY_ID: ReadonlyMap<string, Check> = new Map(CHECKS.map((check) => [check.id, check]));

function unknown(path: string, name: string, known: readonly string[]): string {
  const guess = nearest(name, known);
  return `unknown "${path}.${name}"${guess === null ? '' : `, did you mean "${guess}"?`}`;
}

/** Ids that some check's findings carry without being a check's: files tell their own. */
const FILE_RULE =
  /^(?:locale|review|published)-|^(?:stray-article|stray-file|term-file|merge-driver|pairs-file)$/;

/** What is wrong with the id of a check, as a clause; null where there is such a check. */
export function unknownCheck(flag: string, id: string): string | null {
  if (BY_ID.has(id) || FILE_RULE.test(id)) return null;
  const guess = nearest(id, [...BY_ID.keys()]);
  const hint = guess === null ? '' : `, did you mean "${guess}"?`;
  return `${flag}: there is no check "${visibleLine(id)}"${hint}`;
}

function idProblems(path: string, named: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(named)
    .filter((id) => !BY_ID.has(id) && !FILE_RULE.test(id))
    .map((id) => unknown(path, id, [...BY_ID.keys()]));
}

function isOfKind(value: OptionValue, { fallback, allowed }: CheckOption): boolean {
  if (Array.isArray(fallback) !== Array.isArray(value)) return false;
  if (typeof value !== typeof fallback) return false;
  return allowed === undefined || allowed.includes(String(value));
}

function expected({ fallback, allowed }: CheckOption): string {
  if (allowed !== undefined) return allowed.map((word) => `"${word}"`).join(', ');
  return Array.isArray(fallback) ? 'a list of texts' : `a ${typeof fallback}`;
}

function optionProblems(id: string, set: Readonly<Record<string, OptionValue>>): string[] {
  const check = BY_ID.get(id);
  if (check === undefined) return [];
  const path = `checks.options.${id}`;
  const known = check.options ?? {};
  return Object.entries(set).flatMap(([name, value]) => {
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (option === undefined) return [unknown(path, name, Object.keys(known))];
    return isOfKind(value, option) ? [] : [`"${path}.${name}": expected ${expected(option)}`];
  });
}

/** Every check, option and value that there is not, as parts of a sentence. */
export function settingProblems(config: CheckConfig): string[] {
  const { severity, options, zh, en, stages } = config;
  return [
    ...idProblems('checks.severity', severity),
    ...idProblems('checks.zh.severity', zh.severity),
    ...idProblems('checks.en.severity', en.severity),
    ...idProblems('checks.stages.draft.severity', stages.draft.severity),
    ...idProblems('checks.stages.publish.severity', stages.publish.severity),
    ...idProblems('checks.options', options),
    ...Object.entries(options).flatMap(([id, set]) => optionProblems(id, set)),
  ];
}
