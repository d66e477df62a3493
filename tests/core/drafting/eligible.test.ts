import { describe, expect, it } from 'vitest';
import { whyLeftAlone } from '../../../src/core/drafting/eligible.ts';
import type { ArticleState } from '../../../src/core/state.ts';
import { apply, articleOf, drafted, edited, omitted, signed, unitWith } from './articles.ts';

const fresh = articleOf('tide', 'The tide turned. The boats left.\n\n- 2031\n');
const reviewed = signed(fresh, 'tide', { target: '潮水转了。' });
const stale = edited(reviewed, 'The tide turned.', 'The tide has turned.');
const key = unitWith(fresh, 'tide').key;

describe('whyLeftAlone', () => {
  it.each<[string, ArticleState, string | null]>([
    ['untranslated', fresh, null],
    ['reviewed', reviewed, 'reviewed'],
    ['stale, not drafted yet', stale, null],
    ['stale, drafted', drafted(stale, 'tide', { origin: 'engine:deepl' }), 'drafted'],
    ['stale, drafted by another engine', drafted(stale, 'tide', { origin: 'engine:x' }), 'drafted'],
    [
      'stale, drafted for an earlier source',
      drafted(stale, 'tide', { origin: 'engine:deepl', source: 'The tide will turn.' }),
      null,
    ],
    [
      'a draft by a person for an earlier source',
      drafted(fresh, 'tide', { origin: 'person', source: 'The tide will turn.' }),
      'person',
    ],
    ['a draft by a person', drafted(fresh, 'tide', { origin: 'person' }), 'drafted'],
    ['an imported draft', drafted(fresh, 'tide', { origin: 'imported' }), 'drafted'],
    ['a draft from memory', drafted(fresh, 'tide', { origin: 'memory' }), 'drafted'],
    ['left out', omitted(fresh, 'tide'), 'omitted'],
    [
      'approval taken back',
      apply(reviewed, { type: 'revoke', key, at: '2031-06-01T00:00:00.000Z', by: 'Wu' }),
      'drafted',
    ],
    [
      'changed by hand since sign-off',
      {
        ...reviewed,
        units: reviewed.units.map((unit) => ({ ...unit, status: 'changed' as const })),
      },
      'changed',
    ],
  ])('%s', (_, state, reason) => {
    expect(whyLeftAlone(unitWith(state, 'tide'))).toBe(reason);
  });

  it('leaves a segment alone in which nothing can be translated', () => {
    expect(whyLeftAlone(unitWith(fresh, '2031'))).toBe('untranslatable');
  });
});
