import { otherLang } from '../core/model.ts';
import { plainText } from '../core/tags.ts';
import { unitCheck } from './unit-check.ts';

/** An approved target that holds nothing but white space or tags. */
export const emptyTarget = unitCheck(
  { id: 'empty', severity: 'error', group: 'markup' },
  (unit) => {
    if (unit.pair === undefined) return null;
    return plainText(unit.pair[otherLang(unit.segment.lang)]).trim() === '' ? {} : null;
  },
);
