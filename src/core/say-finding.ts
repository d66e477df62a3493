import type { MessageKey, Translate } from './messages.ts';
import type { Finding } from './model.ts';
import type { Disagreement } from './second-opinion/disagreements.ts';
import { sayDisagreements } from './second-opinion/say.ts';

/** Values that are words of ours: said in the interface's language. An engine's id is a name, and stays. */
const NAMED: Readonly<Record<string, (t: Translate, word: string, name: string) => string>> = {
  change: (t, word) => t(`change.${word}` as MessageKey),
  differs: (t, words) => sayDisagreements(t, words.split(' ') as readonly Disagreement[]),
  side: (t, word) => t(`review.lang.${word}` as MessageKey),
  origin: (t, word, name) => t(`origin.${word}` as MessageKey, { name }),
};

/** A finding's message in the interface's language. */
export function sayFinding(t: Translate, { check, values }: Finding): string {
  const said = Object.entries(values).map(([name, value]) => {
    const [word = '', rest = ''] = String(value).split(':', 2);
    return [name, NAMED[name]?.(t, word, rest) ?? value];
  });
  return t(`check.${check}` as MessageKey, Object.fromEntries(said));
}
