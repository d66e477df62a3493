/** Checks of an article's markup: what pages would leave out, or show as signs. */
import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../src/checks/check-article.ts';
import { emphasis } from '../../src/checks/emphasis.ts';
import { inlineHtml } from '../../src/checks/inline-html.ts';
import { linkScheme } from '../../src/checks/link-scheme.ts';
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

describe('link.scheme', () => {
  it.each([
    ['今天[开航](javascript:alert(1))。', 'javascript:alert(1)', 1, 3],
    ['今天开航。\n\n今天<a href="java&#115;cript:a">开航</a>。', 'javascript:a', 3, 3],
    ['今天![图](data:image/png;base64,AA)开航。', 'data:image/png;base64,AA', 1, 3],
    ['今天[开航][a]。\n\n[a]: weixin://dl/chat', 'weixin://dl/chat', 3, 1],
    ['今天<ftp://example.org/a>开航。', 'ftp://example.org/a', 1, 3],
    ['![图](file:///a.png)', 'file:///a.png', 1, 1],
    ['<p><img src=file:///a.png></p>', 'file:///a.png', 1, 1],
  ])('finds %s', (article, address, line, column) => {
    const place = { file: 'articles/tide.md', line, column };
    expect(foundIn(article, 'link.scheme')).toMatchObject([
      { severity: 'warning', values: { address }, place },
    ]);
  });

  it.each([
    '[甲](HTTPS://example.org/)、[乙](mailto:a@example.org)、[丙](tel:110)、[丁](market.md#a)。',
    '[甲](#a:b)、[乙](a/b:c)、[丙](?a=b:c)、[丁](//example.org/)。',
    '`[甲](javascript:a)`与 https://example.org/ 与 a@example.org。',
    '<img src="a.png"><a href="b.html">甲</a>',
  ])('leaves alone %s', (article) => {
    expect(foundIn(article, 'link.scheme')).toEqual([]);
  });
});

describe('front.date', () => {
  it.each([
    ['date', '2026-02-30'],
    ['date', '2025-02-29'],
    ['date', '1900-02-29'],
    ['date', '2026-04-31'],
    ['date', '2026-13-45'],
    ['date', '2026-00-10'],
    ['date', 'next friday'],
    ['date', '2026/11/20'],
    ['date', '20261120'],
    ['date', '2026-1-2'],
    ['date', ''],
    ['updated', '2026-06-31'],
    ['published', 'yesterday'],
  ])('finds %s: %s', (field, value) => {
    const article = `---\ntitle: 潮水\n${field}: ${value}\n---\n\n今天开航。\n\ndate: 2026-02-30\n`;
    expect(foundIn(article, 'front.date')).toMatchObject([
      {
        severity: 'error',
        values: { field, value },
        place: { file: 'articles/tide.md', line: 3, column: 1 },
      },
    ]);
  });

  it.each([
    'date: 2026-02-28',
    'date: 2024-02-29',
    'date: 2000-02-29',
    'date: "2026-11-20T08:00:00+08:00"',
    'date: 2026-11-20 08:00',
    'title: 潮水\nupdated: 2026-12-31',
    'weather: 2026-02-30',
  ])('leaves alone %s', (front) => {
    expect(foundIn(`---\n${front}\n---\n\n今天开航。\n`, 'front.date')).toEqual([]);
  });
});

describe('emphasis', () => {
  it.each([
    ['今天开航。**这是第一次。**船长很高兴。', '**', '这是第一次。', '1:6'],
    ['**重点：**后文紧跟。**“引号”**也要强调。', '**', '重点：**后文紧跟。**“引号”', '1:1'],
    ['他说**“你好”**就走了。', '**', '“你好”', '1:3'],
    ['*这是第一次。*船长很高兴。', '*', '这是第一次。', '1:1'],
    ['今天__重点__在此。', '__', '重点', '1:3'],
    ['## 标题\n\n- 甲\n- ***要点：***乙', '***', '要点：', '4:3'],
    ['| **甲：**乙 | 丙 |\n| --- | --- |\n| 丁 | 戊 |', '**', '甲：', '1:3'],
    [
      '**这一句话写得很长很长很长很长很长很长很长。**船长',
      '**',
      '这一句话写得很长很长很长很长很长很长很长…',
      '1:1',
    ],
  ])('finds %s', (article, signs, words, at) => {
    const found = foundIn(article, 'emphasis');
    expect(found).toMatchObject([{ severity: 'warning', values: { signs, words } }]);
    expect(found.map(({ place }) => `${place.line}:${place.column}`)).toEqual([at]);
  });

  it.each([
    '今天开航。**这是第一次**。船长很高兴。',
    '今天开航。 **这是第一次。** 船长很高兴。',
    '嫌疑人王**、李**。',
    '嫌疑人张*、陈*（*为化名）。',
    '房间长*宽*高，3*4=12，姓名____，性别____。',
    '*注：到五月为止。 *表示估计。',
    '今天开航。\\*\\*这是第一次。\\*\\*船长很高兴。',
    '函数`**甲。**乙`与 __init__ 和 **bold.**text。',
    '```\n**甲。**乙\n```',
    '***\n\n今天开航。\n\n___',
    '**甲。\n\n乙。**丙',
  ])('leaves alone %s', (article) => {
    expect(foundIn(article, 'emphasis')).toEqual([]);
  });
});

describe('an article without end', () => {
  // What takes the square of a text's length does not come to an end here.
  it.each(['<a', '<a href="', '[a](b', '*中 **国 ', '<b>中', '<!-- 中 -->'])(
    'is read in one go: %j over and over',
    (unit) => {
      const article = `中${unit.repeat(Math.ceil(100_000 / unit.length))}`;
      const state = buildState({ slug: 'tide', article, zh: null, en: null, review: null });
      const place = { file: 'articles/tide.md', line: 1, column: 1 };
      const subject = { state, setting: DEFAULT_SETTING, placeOf: () => place, judged: [] };
      for (const check of [emphasis, inlineHtml, linkScheme]) {
        expect(() => check.run(subject, check)).not.toThrow();
      }
    },
  );
});
