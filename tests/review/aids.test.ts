import { describe, expect, it } from 'vitest';
import { buildMemory } from '../../src/memory/memory.ts';
import { aidsFor } from '../../src/review/aids.ts';
import { createMatcher } from '../../src/terms/matcher.ts';
import type { Term } from '../../src/terms/model.ts';
import { articleOf, drafted, signed, unitWith } from '../core/drafting/articles.ts';

function term(zh: string, en: string, more: Partial<Term> = {}): Term {
  const forbidden = { zh: [], en: [] };
  return { zh: [zh], en: [en], forbidden, keep: false, caseSensitive: false, line: 1, ...more };
}

const matcher = createMatcher([
  term('栈桥', 'pier', { note: 'not jetty' }),
  term('渡轮', 'ferry', { from: '2031-01-01' }),
  term('青云号', 'Qingyun', { pos: 'name' }),
  term('白云号', 'Baiyun', { pos: 'name' }),
]);
const old = signed(articleOf('old', '青云号停靠在新栈桥旁边。\n'), '青云', {
  target: 'The Qingyun is moored at the new pier.',
});
const article = drafted(articleOf('now', '渡轮绕过栈桥。\n\n白云号停靠在新栈桥旁边。\n'), '绕过', {
  origin: 'person',
  text: 'The ferry rounds the jetty.',
});

function aids(
  part: string,
  more: { readonly date?: string | null; readonly target?: string } = {},
) {
  const { date = null, ...rest } = more;
  const { index } = unitWith(article, part);
  const memory = buildMemory([old, article]);
  return aidsFor({ memory, matcher, article, index, date, ...rest });
}

describe('the aids of a segment', () => {
  it('hold its terms in order, and which of them the target has', () => {
    expect(aids('绕过')?.terms).toEqual([
      {
        source: '渡轮',
        target: 'ferry',
        spanInSource: { from: 0, to: 2 },
        used: true,
        forbidden: false,
      },
      {
        source: '栈桥',
        target: 'pier',
        note: 'not jetty',
        spanInSource: { from: 4, to: 6 },
        used: false,
        forbidden: false,
      },
    ]);
  });

  it('hold only terms of the day', () => {
    const terms = aids('绕过', { date: '2030-06-01' })?.terms ?? [];
    expect(terms.map(({ source }) => source)).toEqual(['栈桥']);
  });

  it('look at the target that is being typed', () => {
    const used = aids('绕过', { target: 'The boat rounds the pier.' })?.terms.map(
      (one) => one.used,
    );
    expect(used).toEqual([false, true]);
  });

  it('hold matches, with the danger of another name of the term base', () => {
    const [match] = aids('白云')?.matches ?? [];
    expect(match).toMatchObject({
      target: 'The Qingyun is moored at the new pier.',
      danger: [{ kind: 'name', source: '青云号', query: '白云号' }],
    });
  });

  it('are none for a segment that is not there', () => {
    const memory = buildMemory([]);
    expect(aidsFor({ memory, matcher, article, index: 9, date: null })).toBeNull();
  });
});
