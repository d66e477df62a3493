/** Checks of an article's markup: what pages would leave out, or show as signs. */
import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../src/checks/check-article.ts';
import { DEFAULT_SETTING } from '../../src/checks/setting.ts';
import { buildState } from '../../src/core/load.ts';
import type { Finding } from '../../src/core/model.ts';
import { articleOf, findingsIn } from './articles.ts';

/** What a check says of an article as it is written. */
function foundIn(article: string, id: string): Finding[] {
  const state = buildState({ slug: 'tide', article, zh: null, en: null, review: null });
  return checkArticle(state, DEFAULT_SETTING).filter(({ check }) => check === id);
}

describe('inline-html', () => {
  it.each([
    ['见<a href="a.html">第一份。第二份</a>在此。', '<a href="a.html">'],
    ['看<video src="a.mp4"></video>。', '<video src="a.mp4">'],
    ['见*报<a href="a.html">告*</a>。', '<a href="a.html">'],
  ])('says what pages leave out of %s', (article, tags) => {
    const [finding, ...more] = foundIn(article, 'inline-html');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', values: { tags } });
    expect(finding?.place).toEqual({ file: 'articles/tide.md', line: 1, column: 1 });
  });

  it('looks at the target too', () => {
    const state = articleOf([[['见<b>报告</b>。', 'See <2/>the report<1/>.']]]);
    expect(findingsIn(state, 'inline-html').map(({ values }) => values)).toEqual([{ tags: '<b>' }]);
  });

  it.each([
    '见<a href="a.html">报告</a>。<img src="a.png" alt="">',
    '今天<!-- 等律师 -->开航。',
    '第一行<br>第二行。',
    '今天开航</a>。',
    '<div>\n<video src="a.mp4"></video>\n</div>',
  ])('leaves alone %s', (article) => {
    expect(foundIn(article, 'inline-html')).toEqual([]);
  });
});
