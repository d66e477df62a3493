import { describe, expect, it } from 'vitest';
import { concordance, type ConcordanceOptions } from '../../src/memory/concordance.ts';
import { buildMemory, withArticle } from '../../src/memory/memory.ts';
import { loadScriptFold } from '../../src/memory/script-fold.ts';
import { articleOf, signed } from '../core/drafting/articles.ts';

function pair(slug: string, source: string, target: string, day = 1) {
  const state = articleOf(slug, `${source}\n`);
  return signed(state, source.slice(0, 4), { target, at: `2031-05-0${day}T00:00:00.000Z` });
}

const states = [
  pair(
    'rail',
    '新铁路通到海边，铁路工人很高兴。',
    'The new railway reaches the sea; railway workers are glad.',
    1,
  ),
  pair('trade', 'Trade wars hurt <1>all</1> sides.', '貿易戰傷害各方。', 3),
  pair('price', 'The U.S. dollar fell – “again”.', '美元又跌了ＡＢＣ。', 2),
];
const memory = buildMemory(states);
const script = await loadScriptFold();

function search(query: string, options: Partial<ConcordanceOptions> = {}) {
  return concordance(memory, query, { limit: 10, ...options });
}

function marked(query: string, options: Partial<ConcordanceOptions> = {}): readonly string[] {
  return search(query, options).hits.flatMap(({ pair, side, spans }) =>
    spans.map(({ from, to }) => pair[side].slice(from, to)),
  );
}

describe('concordance', () => {
  it.each<[string, string, readonly string[], Partial<ConcordanceOptions>]>([
    ['one character', '海', ['海'], {}],
    ['every place of a word', '铁路', ['铁路', '铁路'], {}],
    ['the beginning of a word', 'railw', ['railw', 'railw'], {}],
    ['a phrase with another ending', 'trade war', ['Trade war'], {}],
    ['whatever the case', 'TRADE', ['Trade'], {}],
    ['full width as half width', 'abc', ['ＡＢＣ'], {}],
    ['half width as full width', 'ａｂｃ', ['ＡＢＣ'], {}],
    ['no middle of a word', 'ail', [], {}],
    ['no other script without a folding', '贸易战', [], {}],
    ['Simplified in Traditional', '贸易战', ['貿易戰'], { fold: script }],
    ['Traditional in Simplified', '鐵路', ['铁路', '铁路'], { fold: script }],
    ['straight quotes as curly', '"again"', ['“again”'], {}],
    ['without punctuation', 'fell again', ['fell – “again'], { noMarks: true }],
    ['nothing for nothing', '  ', [], {}],
    ['one side only', '海', [], { side: 'en' }],
  ])('finds %s', (_, query, found, options) => {
    expect(marked(query, options)).toEqual(found);
  });

  it('gives the newest first, and how many there are', () => {
    const { hits, total } = search('e', { side: 'en', limit: 1, noMarks: true });
    expect(total).toBe(0);
    expect(hits).toEqual([]);
    const all = search('t', { side: 'en' });
    expect(all.hits.map((hit) => hit.pair.slug)).toEqual(['trade', 'price', 'rail']);
    const first = search('t', { side: 'en', limit: 1 });
    expect([first.hits.length, first.total]).toEqual([1, 3]);
  });

  it('follows the articles', () => {
    const later = withArticle(
      memory,
      pair('rail', '新铁路通到山里，工人很高兴。', 'It reaches the hills.', 1),
    );
    const query = (text: string) => concordance(later, text, { limit: 10 }).total;
    expect([query('海边'), query('山里'), query('trade')]).toEqual([0, 1, 1]);
  });
});
