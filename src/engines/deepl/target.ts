/** Languages as DeepL calls them. */
import { UserError } from '../../core/errors.ts';

export type DeeplTarget = 'zh-HANS' | 'zh-HANT' | 'en-US' | 'en-GB';

// The client passes `zh-CN` through and refuses `en`; DeepL knows neither as a target.
const TARGETS: readonly (readonly [RegExp, DeeplTarget])[] = [
  [/^zh-(?:hant(?:-.*)?|tw|hk|mo)$/i, 'zh-HANT'],
  [/^zh(?:-.*)?$/i, 'zh-HANS'],
  [/^en-gb$/i, 'en-GB'],
  [/^en(?:-.*)?$/i, 'en-US'],
];

/** DeepL's target code for a language tag. Throws UserError for a language other than zh and en. */
export function deeplTarget(tag: string): DeeplTarget {
  const found = TARGETS.find(([pattern]) => pattern.test(tag));
  if (found !== undefined) return found[1];
  throw new UserError(`Unexpected target language "${tag}", expected a kind of zh or en.`);
}
