/** Article states for the tests of the editions, without files. */
import { buildState } from '../../src/core/load.ts';
import type { ReviewRecord, Status, Unit } from '../../src/core/model.ts';
import type { ArticleState } from '../../src/core/state.ts';
import type { EditionOptions } from '../../src/editions/edition.ts';
import { renderEditions } from '../../src/editions/index.ts';

export const OPTIONS: EditionOptions = {
  name: { zh: '晨报', en: 'Morning Paper' },
  chinese: 'zh-Hans',
  paths: { zh: 'zh', en: 'en', bilingual: 'duizhao' },
  perPage: 30,
  granularity: 'paragraph',
  translators: false,
  variants: [],
  drafts: false,
};

/** What a test says of a unit: its target, and a status when it is not reviewed. */
export interface Told {
  readonly target?: string;
  readonly status?: Status;
}

function tell(unit: Unit, told: Told): Unit {
  if (unit.status === 'untranslatable') return unit;
  const { draft: _draft, pair: _pair, ...bare } = unit;
  const { target, status = target === undefined ? 'untranslated' : 'reviewed' } = told;
  if (target === undefined) return { ...bare, status };
  if (status === 'draft') {
    const draft = { origin: 'person', source: unit.segment.text, text: target, at: '' } as const;
    return { ...bare, status, draft };
  }
  const source = unit.segment.text;
  const pair = unit.segment.lang === 'zh' ? { zh: source, en: target } : { zh: target, en: source };
  return { ...bare, status, pair };
}

/** An article whose units are as `say` tells; a plain string is a reviewed target. */
export function articleState(
  slug: string,
  text: string,
  say: (unit: Unit) => Told | string,
  fields?: readonly string[],
): ArticleState {
  const state = buildState(
    { slug, article: text, zh: null, en: null, review: null },
    fields === undefined ? {} : { fields },
  );
  const units = state.units.map((unit) => {
    const told = say(unit);
    return tell(unit, typeof told === 'string' ? { target: told } : told);
  });
  return { ...state, units };
}

/** The same article with the record of who signed each pair off: a name that has to be escaped. */
export function signedOff(state: ArticleState): ArticleState {
  const units = state.units.map((unit) => {
    const { key, pair, segment } = unit;
    if (pair === undefined) return unit;
    const by = '禾 <shen>';
    const signOff = { ...pair, source: segment.lang, by, at: '2026-03-05T06:07:08.123Z' };
    const record: ReviewRecord = { key, drafts: [], signoffs: [signOff], rest: {} };
    return { ...unit, record };
  });
  return { ...state, units };
}

/** Looks targets up by source text; what is not in the table is untranslated. */
export function table(targets: Readonly<Record<string, string | Told>>): (unit: Unit) => Told {
  return (unit) => {
    const told = targets[unit.segment.text] ?? {};
    return typeof told === 'string' ? { target: told } : told;
  };
}

/** The site's files that are text, as strings. */
export function renderTexts(
  states: readonly ArticleState[],
  options: EditionOptions,
  rest?: Parameters<typeof renderEditions>[2],
): ReadonlyMap<string, string> {
  const files = [...renderEditions(states, options, rest)];
  return new Map(
    files.flatMap(([path, content]) => (typeof content === 'string' ? [[path, content]] : [])),
  );
}
