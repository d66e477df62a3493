/** What a change of the source means for a pair that was approved before it. */
import type { ChangeClass } from './classify.ts';

/**
 * `keep`: `sync` signs the old target for the new source · `warn`: a warning, and the last approved
 * target may be published · `block`: an error, nothing goes out.
 */
export type ChangeAction = 'keep' | 'warn' | 'block';

export type ChangePolicy = Readonly<Record<ChangeClass, ChangeAction>>;

/** Nothing is taken lightly unless the config says so. */
export const STRICT_POLICY: ChangePolicy = {
  cosmetic: 'block',
  wording: 'block',
  factual: 'block',
  rewrite: 'block',
};
