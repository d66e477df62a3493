/** Which findings `check` is asked for: `--target`, `--only`, `--skip`. */
import { unknownCheck } from '../checks/setting-problems.ts';
import { UserError } from '../core/errors.ts';
import { otherLang, type Finding, type Lang } from '../core/model.ts';

export type SelectionFlags = {
  readonly target?: Lang;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
};

/**
 * Says whether a finding was asked for. A file's own faults belong to either language.
 * @throws UserError for a check that there is not
 */
export function selectionOf({
  target,
  only = [],
  skip = [],
}: SelectionFlags): (finding: Finding) => boolean {
  for (const [flag, ids] of [
    ['--only', only],
    ['--skip', skip],
  ] as const) {
    const problem = ids.map((id) => unknownCheck(flag, id)).find((each) => each !== null);
    if (problem !== undefined) throw new UserError(problem.endsWith('?') ? problem : `${problem}.`);
  }
  return ({ check, source }) => {
    if (only.length > 0 && !only.includes(check)) return false;
    if (skip.includes(check)) return false;
    return target === undefined || source === undefined || otherLang(source) === target;
  };
}
