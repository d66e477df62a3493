/** The flags of `check`. */
import { STAGES, type Stage } from '../checks/setting.ts';
import type { Translate } from '../core/messages.ts';
import { LANGS, type Lang } from '../core/model.ts';
import { REPORT_IDS } from '../reports/index.ts';
import type { BaselineFlags } from './check-baseline.ts';
import type { OutputFlags } from './check-outputs.ts';
import type { SelectionFlags } from './check-selection.ts';

export type CheckFlags = OutputFlags &
  SelectionFlags &
  BaselineFlags & {
    readonly strict: boolean;
    readonly fix: boolean;
    readonly stage: Stage;
    readonly changed?: string;
    readonly pairs?: string;
  };

function oneOf<T extends string>(words: readonly T[]): (word: string) => T {
  return (word) => {
    const found = words.find((candidate) => candidate === word);
    if (found !== undefined) return found;
    throw new Error(`expected one of ${words.join(', ')}`);
  };
}

/** A flag that takes a text. */
function text(brief: string, placeholder: string) {
  return { kind: 'parsed', parse: String, brief, placeholder, optional: true } as const;
}

function onOff(brief: string) {
  return { kind: 'boolean', brief, default: false } as const;
}

function formatFlag(t: Translate) {
  const placeholder = REPORT_IDS.join('|');
  return {
    kind: 'parsed',
    parse: oneOf(REPORT_IDS),
    brief: t('check.flag.format'),
    placeholder,
    variadic: true,
    optional: true,
  } as const;
}

function stageFlag(t: Translate) {
  const placeholder = STAGES.join('|');
  const brief = t('check.flag.stage');
  const fallback = 'publish' satisfies Stage;
  return { kind: 'parsed', parse: oneOf(STAGES), brief, placeholder, default: fallback } as const;
}

function targetFlag(t: Translate) {
  const parse = oneOf<Lang>(LANGS);
  return { ...text(t('check.flag.target'), LANGS.join('|')), parse };
}

export function checkFlags(t: Translate) {
  return {
    format: formatFlag(t),
    output: { ...text(t('check.flag.output'), 'format=file'), variadic: true },
    json: onOff(t('flag.json')),
    strict: onOff(t('check.flag.strict')),
    fix: onOff(t('check.flag.fix')),
    stage: stageFlag(t),
    target: targetFlag(t),
    only: { ...text(t('check.flag.only'), 'id,id'), variadic: ',' },
    skip: { ...text(t('check.flag.skip'), 'id,id'), variadic: ',' },
    baseline: text(t('check.flag.baseline'), 'file'),
    writeBaseline: text(t('check.flag.writeBaseline'), 'file'),
    changed: { ...text(t('check.flag.changed'), 'ref'), inferEmpty: true },
    pairs: text(t('check.flag.pairs'), 'file'),
  } as const;
}
