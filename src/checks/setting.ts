/** What a workspace wants of its checks: house style, severities, options, term base. */
import { createMatcher } from '../terms/matcher.ts';
import type { Term, TermMatcher } from '../terms/model.ts';
import type { Lang, Severity } from '../core/model.ts';
import type { OptionValue } from './check.ts';
import { HOUSE_STYLES } from './styles/index.ts';

/** How grave a check's findings are; `off` finds nothing. */
export type Level = Severity | 'off';

export type Levels = Readonly<Record<string, Level>>;

export type CheckOptions = Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;

/** How far an article is: what is still open is no fault before it is to go out. */
export const STAGES = ['draft', 'publish'] as const;

export type Stage = (typeof STAGES)[number];

/** A house style, and a config's own words on it, have one shape. */
export interface HouseStyle {
  readonly severity: Levels;
  readonly options: CheckOptions;
}

/** The config's part on checks. */
export interface CheckConfig extends HouseStyle {
  readonly style: string;
  /** Severities in segments that are translated into a language. */
  readonly zh: { readonly severity: Levels };
  readonly en: { readonly severity: Levels };
  readonly stages: Readonly<Record<Stage, { readonly severity: Levels }>>;
}

export interface CheckSetting {
  readonly options: CheckOptions;
  readonly matcher: TermMatcher;
  /** How grave a check is, by id, for segments translated into a language; undefined: as it says itself. */
  readonly levelOf: (id: string, target: Lang | null) => Level | undefined;
  /** The day on which dismissals are in force or not, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Statuses that say how far the work is; they are no faults of a text. */
const OPEN_IN_DRAFTS = ['missing', 'draft', 'stale', 'changed', 'unconfirmed'];

const STAGE_LEVELS: Readonly<Record<Stage, Levels>> = {
  draft: Object.fromEntries(OPEN_IN_DRAFTS.map((id) => [id, 'note'])),
  publish: {},
};

export interface SettingParts {
  readonly config: CheckConfig;
  readonly terms: readonly Term[];
  readonly stage: Stage;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

function mergeOptions(style: CheckOptions, own: CheckOptions): CheckOptions {
  const ids = new Set([...Object.keys(style), ...Object.keys(own)]);
  return Object.fromEntries([...ids].map((id) => [id, { ...style[id], ...own[id] }]));
}

const NO_LEVELS = { severity: {} };

/** What a config that says nothing says. */
const DEFAULT_CHECKS: CheckConfig = {
  style: 'newspaper',
  severity: {},
  options: {},
  zh: NO_LEVELS,
  en: NO_LEVELS,
  stages: { draft: NO_LEVELS, publish: NO_LEVELS },
};

/** The setting of a workspace. The config's words win over its style's, the nearer ones over the general. */
export function createSetting({ config, terms, stage, today }: SettingParts): CheckSetting {
  const style = HOUSE_STYLES[config.style] ?? { severity: {}, options: {} };
  const general = { ...STAGE_LEVELS[stage], ...style.severity, ...config.severity };
  const byTarget = { zh: config.zh.severity, en: config.en.severity };
  const ofStage = config.stages[stage].severity;
  return {
    options: mergeOptions(style.options, config.options),
    matcher: createMatcher(terms),
    levelOf: (id, target) =>
      ofStage[id] ?? (target === null ? undefined : byTarget[target][id]) ?? general[id],
    today,
  };
}

/** The checks as they are by themselves: no config, no term base, no dismissal that has ended. */
export const DEFAULT_SETTING = createSetting({
  config: DEFAULT_CHECKS,
  terms: [],
  stage: 'publish',
  today: '0000-00-00',
});
