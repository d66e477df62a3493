/** Pairs from files of pairs as the checks see them: plain texts that stand by themselves. */
import type { Lang, Pair } from '../core/model.ts';
import { escapeTagged } from '../core/tags.ts';
import type { PairView } from './check.ts';
import { viewOf } from './pair-view.ts';
import type { CheckSetting } from './setting.ts';

/** What looks like a tag in a plain text is text. */
export function plainView({ zh, en }: Pair, source: Lang, setting: CheckSetting): PairView {
  const tagged = { zh: escapeTagged(zh), en: escapeTagged(en) };
  return viewOf(tagged, {
    source,
    kind: 'paragraph',
    headline: false,
    day: undefined,
    setting,
  });
}
