import { otherLang } from '../core/model.ts';
import { sameText } from '../core/tags.ts';
import { unitCheck } from './unit-check.ts';

/** A reviewed pair for which somebody has typed another target and has not confirmed it. */
export const unconfirmed = unitCheck(
  { id: 'unconfirmed', severity: 'warning', group: 'state' },
  ({ status, pair, draft, segment }) => {
    if (status !== 'reviewed' || pair === undefined || draft?.origin !== 'person') return null;
    const same = sameText(draft.text, pair[otherLang(segment.lang)]);
    return same ? null : { draft: draft.text };
  },
);
