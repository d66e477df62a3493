import type { MessageKey, Translate } from '../core/messages.ts';
import type { Check } from './check.ts';

/** What a check is about, in a sentence. */
export function sayCheck(t: Translate, { id }: Pick<Check, 'id'>): string {
  return t(`catalogue.${id}` as MessageKey, { braces: '{{' });
}
