/** What Chinese of a region is derived with. */
import { nameOf } from '../core/name-of.ts';
import type { Variant } from '../core/variants.ts';
import type { Term } from './model.ts';

export interface RegionalSetting {
  readonly variant: Variant;
  /** The script that texts are in. */
  readonly from: 'zh-Hans' | 'zh-Hant';
  readonly terms: readonly Term[];
}

/** The terms that matter: all of them where one has a form of its own for the region. */
export function regionalTerms({ variant, terms }: RegionalSetting): readonly Term[] {
  return terms.some(({ regional }) => regional?.[variant] !== undefined) ? terms : [];
}

/** Name of all that the writing is made of besides OpenCC: other rules, another name. */
export function regionalRules(setting: RegionalSetting): string {
  return nameOf(setting.variant, setting.from, regionalTerms(setting));
}
