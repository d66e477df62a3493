/** A segment with candidates: what its status is, what leaves it alone, and what settles it. */
import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../../src/checks/check-article.ts';
import { DEFAULT_SETTING } from '../../../src/checks/setting.ts';
import { applyOperations } from '../../../src/core/apply.ts';
import { whyLeftAlone } from '../../../src/core/drafting/eligible.ts';
import { buildState } from '../../../src/core/load.ts';
import type { SignOff } from '../../../src/core/model.ts';
import type { Operation } from '../../../src/core/operations.ts';
import { serializeReview } from '../../../src/core/review-file.ts';
import { summarize } from '../../../src/core/summary.ts';

const ARTICLE = 'The fog came in.\n';
const EN = 'The fog came in.';

const first: SignOff = {
  zh: '起雾了。',
  en: EN,
  source: 'en',
  by: 'an',
  at: '2026-05-01T09:00:01.000Z',
};
const second: SignOff = { ...first, zh: '雾来了。', by: 'mei', at: '2026-05-01T09:00:02.000Z' };

const KEY =
  buildState({ slug: 'fog', article: ARTICLE, zh: null, en: null, review: null }).units[0]?.key ??
  '';

function inConflict(candidates: readonly SignOff[] = [first, second], signOffs = 1) {
  const record = { key: KEY, drafts: [], signoffs: candidates, candidates, rest: {} };
  const review = serializeReview([record], []);
  const [zh, en] = [first.zh, first.en].map((text) => `{\n  "${KEY}": "${text}"\n}\n`);
  return buildState(
    { slug: 'fog', article: ARTICLE, zh: zh ?? '', en: en ?? '', review },
    { signOffs },
  );
}

function sign(zh: string, at: string, by = 'lu'): Operation {
  return { type: 'sign-off', key: KEY, source: 'en', zh, en: EN, by, at, seen: second.at };
}

const LATER = '2026-05-01T09:00:05.000Z';

describe('a segment with candidates', () => {
  const state = inConflict();

  it('is in conflict, even when the locale files hold one of the pairs', () => {
    expect(state.units.map(({ status }) => status)).toEqual(['conflict']);
    expect(summarize(state)).toMatchObject({ done: 0, counts: { conflict: 1 } });
  });

  it('is not drafted', () => {
    expect(state.units.map(whyLeftAlone)).toEqual(['conflict']);
  });

  it('is an error that names both texts', () => {
    const finding = checkArticle(state, DEFAULT_SETTING).find(({ check }) => check === 'conflict');
    expect(finding).toMatchObject({ severity: 'error', key: KEY });
    expect(finding?.values['texts']).toBe(
      '“起雾了。” (an, 2026-05-01 09:00) ≠ “雾来了。” (mei, 2026-05-01 09:00)',
    );
  });

  it('says so when the other branch had taken the pair out', () => {
    const finding = checkArticle(inConflict([first]), DEFAULT_SETTING).find(
      ({ check }) => check === 'conflict',
    );
    expect(finding?.values['texts']).toBe('“起雾了。” (an, 2026-05-01 09:00) ≠ ∅');
  });

  it.each([
    ['the first', first.zh],
    ['the second', second.zh],
    ['a third text', '起了雾。'],
  ])('is settled by signing off %s', (_which, zh) => {
    const { units, records } = applyOperations(state, [sign(zh, LATER)], 1);
    expect(units).toMatchObject([{ status: 'reviewed', pair: { zh } }]);
    expect(records.get(KEY)).not.toHaveProperty('candidates');
    expect(records.get(KEY)?.signoffs).toHaveLength(3);
  });

  it('is settled by leaving the segment out', () => {
    const omit: Operation = {
      type: 'omit',
      key: KEY,
      by: 'lu',
      at: LATER,
      reason: '略',
      source: EN,
    };
    expect(applyOperations(state, [omit], 1).units).toMatchObject([{ status: 'omitted' }]);
  });

  it.each<[string, Operation]>([
    [
      'a draft',
      {
        type: 'draft',
        key: KEY,
        by: 'lu',
        at: LATER,
        draft: { origin: 'person', source: EN, text: '雾', at: LATER, by: 'lu' },
      },
    ],
    ['a revocation', { type: 'revoke', key: KEY, by: 'lu', at: LATER }],
    [
      'a sign-off from before the merge that a journal brings',
      sign('雾。', '2026-05-01T08:00:00.000Z'),
    ],
  ])('is not settled by %s', (_what, operation) => {
    const { units, records } = applyOperations(state, [operation], 1);
    expect(units).toMatchObject([{ status: 'conflict' }]);
    expect(records.get(KEY)?.candidates).toEqual([first, second]);
  });

  it('waits for as many people as have to sign', () => {
    const two = inConflict([first, second], 2);
    const once = applyOperations(two, [sign(second.zh, LATER)], 2);
    // Mei had signed this text: Lu is the second to do so.
    expect(once.units).toMatchObject([{ status: 'reviewed', pair: { zh: second.zh } }]);
    const fresh = applyOperations(two, [sign('起了雾。', LATER)], 2);
    expect(fresh.units).toMatchObject([{ status: 'conflict', draft: { text: '起了雾。' } }]);
  });
});
