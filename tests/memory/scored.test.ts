import { describe, expect, it } from 'vitest';
import type { ArticleState } from '../../src/core/state.ts';
import { buildMemory, MemoryBuilder, withArticle, type Memory } from '../../src/memory/memory.ts';
import { findMatches, isFillable, type MemoryQuery } from '../../src/memory/scored.ts';
import { apply, articleOf, edited, signed, unitWith } from '../core/drafting/articles.ts';
import { TRAPS } from './danger/traps.ts';

/** An article of one sentence a paragraph, each signed off. */
function known(slug: string, pairs: readonly (readonly [string, string])[]): ArticleState {
  const text = pairs.map(([source]) => `${source}\n`).join('\n');
  const state = articleOf(slug, text);
  return pairs.reduce((signedSoFar, [, target], at) => {
    const part = state.units[at]?.segment.text ?? '';
    return signed(signedSoFar, part, { target });
  }, state);
}

const harbour = known('harbour', [
  ['The ferry leaves the old harbour every morning.', '渡轮每天早晨从老港口出发。'],
  ['Passengers buy their tickets on the quay.', '乘客在码头上买票。'],
  ['The council agreed to build a longer pier.', '市议会同意修建更长的栈桥。'],
]);

function ask(memory: Memory, text: string, more: Partial<MemoryQuery> = {}) {
  const lang = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  return findMatches(memory, { text, lang, ...more });
}

describe('scored memory', () => {
  const memory = buildMemory([harbour]);

  it('scores an exact match between the same neighbours highest', () => {
    const text = 'Passengers buy their tickets on the quay.';
    const [before, after] = [0, 2].map((at) => harbour.units[at]?.segment.text ?? null);
    const at = { before: before ?? null, after: after ?? null };
    expect(ask(memory, text, at)[0]?.score).toBe(101);
    expect(ask(memory, text, { before: null, after: null })[0]?.score).toBe(100);
    expect(ask(memory, text)[0]).toMatchObject({
      score: 100,
      target: '乘客在码头上买票。',
      from: `harbour/${unitWith(harbour, 'tickets').key}`,
      by: 'Lin',
      danger: [],
    });
  });

  it('finds what is near, and says where it differs on both sides', () => {
    const query = 'Passengers buy their paper tickets on the ferry.';
    const [match] = ask(memory, query);
    if (match === undefined) throw new Error('no match');
    expect(match.score).toBeGreaterThan(70);
    expect(match.score).toBeLessThan(100);
    const parts = (text: string, spans: readonly { from: number; to: number }[]) =>
      spans.map(({ from, to }) => text.slice(from, to));
    expect(parts(query, match.changes.query)).toEqual(['paper', 'ferry']);
    expect(parts(match.source, match.changes.source)).toEqual(['quay']);
  });

  it('answers in the other direction too', () => {
    expect(ask(memory, '乘客在码头上买船票。')[0]?.target).toBe(
      'Passengers buy their tickets on the quay.',
    );
  });

  it.each([
    ['a difference in case only', 'passengers buy their tickets on the quay.', 99],
    ['nothing alike', 'Snow fell over the hills.', undefined],
    ['nothing at all', ' ', undefined],
  ])('scores %s', (_, query, score) => {
    expect(ask(memory, query)[0]?.score).toBe(score);
  });

  it('asks more of a short text than of a long one', () => {
    const short = buildMemory([known('short', [['Old harbour', '老港口']])]);
    expect(ask(short, 'New harbour')).toEqual([]);
    expect(ask(memory, 'The council wants to build a pier.')).toHaveLength(1);
  });

  it('never answers with the pair of the segment itself', () => {
    const { key, segment } = unitWith(harbour, 'tickets');
    expect(ask(memory, segment.text, { slug: 'harbour', key })).toEqual([]);
    expect(ask(memory, segment.text, { slug: 'other', key })).toHaveLength(1);
  });

  it('shows a dangerous match, but as no good one', () => {
    const [match] = ask(memory, 'The council did not agree to build a longer pier.');
    expect(match?.danger).toEqual([{ kind: 'negation', source: 'agreed', query: 'did not agree' }]);
    expect(match?.score).toBeLessThanOrEqual(84);
  });

  it('numbers tags as the query does, and leaves them out where they cannot be told', () => {
    const tagged = buildMemory([
      known('tagged', [['Boats **left** at noon `sharp`.', '船<2/>正午<1>走</1>了。']]),
    ]);
    const near = ask(tagged, 'Boats <3>left</3> at noon too <1/>.')[0];
    expect(near?.target).toBe('船<1/>正午<3>走</3>了。');
    expect(ask(tagged, 'Boats left at noon.')[0]?.target).toBe('船正午走了。');
  });

  it('shows the same two texts once, the newest first', () => {
    const text = 'The tide turned.';
    const at = (slug: string, target: string, day: string) =>
      signed(articleOf(slug, `${text}\n`), 'tide', { target, at: `2031-0${day}-01T00:00:00.000Z` });
    const memory = buildMemory([
      at('a', '潮水转了。', '1'),
      at('b', '潮退了。', '3'),
      at('c', '潮水转了。', '2'),
    ]);
    expect(ask(memory, text).map(({ from, target }) => [from.slice(0, 1), target])).toEqual([
      ['b', '潮退了。'],
      ['c', '潮水转了。'],
    ]);
  });
});

describe('the memory follows an article', () => {
  const memory = buildMemory([harbour]);

  it('knows what was signed since', () => {
    const fresh = known('fresh', [['Gulls follow the boats.', '海鸥跟着船。']]);
    const after = withArticle(memory, fresh);
    expect(ask(after, 'Gulls follow the boats.')[0]?.score).toBe(100);
    expect(ask(memory, 'Gulls follow the boats.')).toEqual([]);
  });

  it('forgets what was taken back, and what was replaced', () => {
    const { key } = unitWith(harbour, 'tickets');
    const revoked = apply(harbour, {
      type: 'revoke',
      key,
      at: '2032-01-01T00:00:00.000Z',
      by: 'Wu',
    });
    expect(ask(withArticle(memory, revoked), 'Passengers buy their tickets on the quay.')).toEqual(
      [],
    );
    const again = signed(harbour, 'tickets', {
      target: '旅客在码头买票。',
      at: '2032-01-01T00:00:00.000Z',
    });
    const matches = ask(withArticle(memory, again), 'Passengers buy their tickets on the quay.');
    expect(matches.map(({ target }) => target)).toEqual(['旅客在码头买票。']);
  });

  it('is the same value when nothing has changed', () => {
    expect(withArticle(memory, harbour)).toBe(memory);
  });

  it('answers as one that was built anew, whatever came before', () => {
    const states = Array.from({ length: 30 }, (_, at) =>
      known(`a${at}`, [
        [`Boat ${at} left the old harbour at dawn.`, `${at}号船天亮时离开了老港口。`],
      ]),
    );
    const followed = states.reduce(withArticle, buildMemory([]));
    const twice = states.reduce(withArticle, followed);
    const built = buildMemory(states);
    const query = 'Boat 7 left the old harbour at noon.';
    expect(ask(followed, query)).toEqual(ask(built, query));
    expect(ask(twice, query)).toEqual(ask(built, query));
  });

  it('keeps the last approved pair of a stale segment', () => {
    const stale = edited(harbour, 'every morning', 'each morning');
    const after = withArticle(memory, stale);
    expect(ask(after, 'The ferry leaves the old harbour every morning.')[0]?.score).toBe(100);
  });
});

it('fills in none of the traps by itself', () => {
  const filled = TRAPS.filter(({ source, query, lang }) => {
    const builder = new MemoryBuilder();
    const texts = lang === 'zh' ? { zh: source, en: 'Some target.' } : { zh: '译文。', en: source };
    const pair = { ...texts, source: lang, slug: 'trap', key: 's1', at: '', around: null };
    builder.addPairs('trap', [pair]);
    return findMatches(builder.finish(), { text: query, lang }).some(isFillable);
  });
  expect(filled).toEqual([]);
});
