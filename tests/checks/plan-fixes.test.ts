/** What `check --fix` makes of a target in one round, and in the rounds that follow. */
import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../src/checks/check-article.ts';
import { planFixes } from '../../src/checks/plan-fixes.ts';
import { DEFAULT_SETTING } from '../../src/checks/setting.ts';
import { applyOperations } from '../../src/core/apply.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { articleOf } from './articles.ts';

function planned(state: ArticleState) {
  return planFixes(state, checkArticle(state, DEFAULT_SETTING));
}

/** The target when nothing is left to be fixed. */
function fixed(source: string, target: string): string {
  let state = articleOf([[[source, target]]]);
  for (let round = 1; round < 50; round += 1) {
    const [plan] = planned(state);
    if (plan === undefined) break;
    const { key, segment } = plan.unit;
    const at = `2026-01-01T00:00:${String(round).padStart(2, '0')}.000Z`;
    const draft = {
      origin: 'person',
      by: 'lin',
      source: segment.text,
      text: plan.after,
      at,
    } as const;
    state = applyOperations(state, [{ type: 'draft', key, at, by: 'lin', draft }], 1);
  }
  return state.units[0]?.draft?.text ?? '';
}

describe('fixes of one target', () => {
  it.each([
    [
      'a mark and the space after it',
      '芯片厂扩建获批准',
      'Chip plant，expansion approved',
      'Chip plant, expansion approved',
    ],
    [
      'marks beside each other',
      '芯片厂，扩建获批准',
      'Chip plant，，expansion。Approved',
      'Chip plant, expansion. Approved',
    ],
    [
      'brackets, and what is inside',
      '芯片厂（扩建）获批准',
      'Chip plant（expansion，approved）',
      'Chip plant (expansion, approved)',
    ],
  ])('make %s', (_, source, target, expected) => {
    expect(fixed(source, target)).toBe(expected);
  });

  it('end with a target that is nothing but marks', () => {
    const state = articleOf([[['海水涨了。', `a${'，'.repeat(20_000)}`]]]);
    expect(planned(state)[0]?.after).toBe(`a${','.repeat(20_000)}`);
  });
});
