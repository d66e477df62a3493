import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/core/drafting/plan.ts';
import { planDrafts } from '../../../src/core/drafting/plan.ts';
import { protect } from '../../../src/core/drafting/protect.ts';
import type { Account } from '../../../src/core/drafting/report.ts';
import { assertComplete } from '../../../src/core/drafting/report.ts';
import type { RunResult } from '../../../src/core/drafting/run.ts';
import { articleOf } from './articles.ts';

const states = [articleOf('a', 'One. Two. One.\n')];
const plan: Plan = planDrafts({
  states,
  all: states,
  engine: 'deepl',
  settings: null,
  recall: () => null,
  wording: (_, { segment }) => ({ form: protect(segment.text), terms: [] }),
  leftBehind: () => false,
  redo: false,
});

function account(result: Partial<RunResult>): Account {
  const nothing = { drafted: [], failed: [], left: [], requests: 0, billed: 0, stop: null };
  const first = {
    engine: 'deepl',
    reused: { drafted: [], failed: [], batches: [] },
    result: { ...nothing, ...result },
    perhapsBilled: { requests: 0, characters: 0 },
  };
  return { plan, first, second: null, missing: null, dryRun: false };
}

describe('assertComplete', () => {
  const [one, two] = plan.jobs;
  if (one === undefined || two === undefined) throw new Error('expected two sentences');
  const drafted = { job: one, text: '一。', engine: { billed: 4 } };

  it('is content when every segment is drafted, failed or left', () => {
    const result = { drafted: [drafted], failed: [{ job: two, reason: 'empty' as const }] };
    expect(() => assertComplete(account(result))).not.toThrow();
    expect(() => assertComplete(account({ left: plan.jobs }))).not.toThrow();
  });

  it('names a segment of which nothing is known', () => {
    expect(() => assertComplete(account({ drafted: [drafted] }))).toThrow(`a/${two.unit.key}`);
  });

  it('names a segment that is counted twice, and its copies', () => {
    const wrong = account({ drafted: [drafted], left: plan.jobs });
    expect(() => assertComplete(wrong)).toThrow(`a/${one.unit.key}, a/${one.copies[0]?.unit.key}`);
  });
});
