import { describe, expect, it } from 'vitest';
import { checkPair, checkPairs } from '../../src/checks/check-pair.ts';
import { viewOf } from '../../src/checks/pair-view.ts';
import { createSetting, DEFAULT_SETTING } from '../../src/checks/setting.ts';
import { PAIR_CASES } from './cases.ts';

const place = { file: 'f', line: 1, column: 1 };

/** A setting of its own, so that nothing is known of any pair yet. */
function freshSetting() {
  const none = { severity: {} };
  const stages = { draft: none, publish: none };
  const config = { style: 'newspaper', severity: {}, options: {}, zh: none, en: none, stages };
  return createSetting({ config, terms: [], stage: 'publish', today: '2026-01-01' });
}

function standingPairs(setting: typeof DEFAULT_SETTING) {
  return PAIR_CASES.map(({ found }, index) => {
    const { zh, en, source = 'zh', kind = 'paragraph', headline = false } = found;
    const view = viewOf({ zh, en }, { source, kind, headline, day: undefined, setting });
    return { view, standing: { slug: 's', key: `k${index}`, place } };
  });
}

describe('many pairs', () => {
  it('are found fault with as one by one, in their order', () => {
    const together = checkPairs(standingPairs(freshSetting()));
    const alone = standingPairs(freshSetting()).flatMap(({ view, standing }) =>
      checkPair(view, standing),
    );
    expect(together.length).toBeGreaterThan(500);
    expect(together).toEqual(alone);
  });

  it('are found fault with again when they are known already', () => {
    const setting = freshSetting();
    const first = checkPairs(standingPairs(setting));
    expect(checkPairs(standingPairs(setting))).toEqual(first);
  });
});
