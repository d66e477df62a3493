import { otherLang } from '../core/model.ts';
import { plainText } from '../core/tags.ts';
import { unitCheck } from './check.ts';

/** An approved target that holds nothing but white space or tags. */
export const emptyTarget = unitCheck('empty', 'error', (unit) => {
  if (unit.pair === undefined) return null;
  return plainText(unit.pair[otherLang(unit.segment.lang)]).trim() === '' ? {} : null;
});
