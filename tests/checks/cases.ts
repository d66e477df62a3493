/** Cases of the checks: `tests/fixtures/checks/<id>.json`, and the examples in each check's own record. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, CheckExample, PairView } from '../../src/checks/check.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { viewOf } from '../../src/checks/pair-view.ts';
import { createSetting, type CheckOptions } from '../../src/checks/setting.ts';
import { parseTerms } from '../../src/terms/term-file.ts';
import { root } from '../support/source.ts';

/** A pair of tagged texts; the source is zh unless it says otherwise. */
export interface Case extends CheckExample {
  readonly headline?: boolean;
  readonly day?: string;
  readonly style?: string;
  /** Options of the check. */
  readonly options?: CheckOptions[string];
  /** A term base, as lines of `terms.csv` with its header. */
  readonly terms?: readonly string[];
  /** Invalid cases: the severity of the gravest finding, where it is not the check's. */
  readonly severity?: string;
  /** Invalid cases: the texts that the first finding marks. */
  readonly marked?: { readonly zh?: string; readonly en?: string };
  /** Invalid cases: the text of a side once every fix is made. */
  readonly fixed?: { readonly zh?: string; readonly en?: string };
}

export interface Cases {
  readonly invalid: readonly Case[];
  readonly valid: readonly Case[];
}

/** All cases of a check. */
export function casesOf({ id, examples }: Check): Cases {
  const file = join(root, 'tests/fixtures/checks', `${id}.json`);
  const own: Cases = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Cases)
    : { invalid: [], valid: [] };
  return {
    invalid: [...(examples?.invalid ?? []), ...own.invalid],
    valid: [...(examples?.valid ?? []), ...own.valid],
  };
}

/** The pair of a case as the checks see it. */
export function caseView(found: Case, id: string): PairView {
  const { zh, en, source = 'zh', kind = 'paragraph', headline = false, day } = found;
  const { terms = [], options = {}, style = 'newspaper' } = found;
  const none = { severity: {} };
  const stages = { draft: none, publish: none };
  const config = { style, severity: {}, options: { [id]: options }, zh: none, en: none, stages };
  const setting = createSetting({
    config,
    terms: parseTerms(terms.map((line) => `${line}\n`).join(''), 'terms.csv').terms,
    stage: 'publish',
    today: '2026-01-01',
  });
  return viewOf({ zh, en }, { source, kind, headline, day, setting });
}

export const PAIR_CASES = CHECKS.filter((check: Check) => check.scope === 'pair').flatMap(
  (check) => {
    const { invalid, valid } = casesOf(check);
    return [...invalid, ...valid].map((found) => ({ check, found }));
  },
);
