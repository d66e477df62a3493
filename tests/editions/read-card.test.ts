/** What an older version wrote about an article that stays. */
import { describe, expect, it } from 'vitest';
import { historyOfRecord } from '../../src/core/published/history.ts';
import { cardOf, withHistory, type ArticleCard } from '../../src/editions/card.ts';
import { readCard } from '../../src/editions/read-card.ts';
import { OPTIONS } from './builder.ts';
import { sampleStates } from './sample.ts';

const history = historyOfRecord([
  {
    event: 'published',
    at: '2026-04-01T08:00:00Z',
    day: '2026-04-01',
    by: 'mei',
    editions: ['zh'],
    hash: { zh: 'a', en: 'a' },
    texts: { s1: { zh: '早市', en: null } },
  },
  {
    event: 'published',
    at: '2026-04-02T08:00:00Z',
    day: '2026-04-02',
    by: 'mei',
    editions: ['zh'],
    hash: { zh: 'b', en: 'a' },
    texts: { s1: { zh: '夜市', en: null } },
    correction: { zh: '时间写错了。' },
  },
]);
const cards = sampleStates().map((state) => withHistory(cardOf(state, OPTIONS), history));
const written = (card: ArticleCard): Record<string, unknown> =>
  JSON.parse(JSON.stringify(card)) as Record<string, unknown>;

describe('a card that was kept', () => {
  it.each(cards.map((card) => [card.slug, card] as const))('is the card: %s', (slug, card) => {
    expect(readCard(slug, written(card))).toEqual(card);
  });

  it('may lack what came later', () => {
    const [card] = cards as [ArticleCard];
    const { published: _p, updated: _u, corrections: _c, lastApproved: _l, ...old } = written(card);
    const none = { published: null, updated: null, corrections: [], lastApproved: 0 };
    expect(readCard(card.slug, old)).toEqual({ ...card, ...none });
  });

  it.each([null, undefined, 'x', [], {}, { slug: 'harbour' }])('is none: %j', (raw) => {
    expect(readCard('harbour', raw)).toBeNull();
  });

  it('is of its article alone', () => {
    const [card] = cards as [ArticleCard];
    expect(readCard('another', written(card))).toBeNull();
  });
});
