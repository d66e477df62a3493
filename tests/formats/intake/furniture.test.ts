/** Lines that are furniture, with their reasons, and lines of the story that look like it. */
import { describe, expect, it } from 'vitest';
import { findDate } from '../../../src/formats/intake/furniture/dates.ts';
import { glossDigits } from '../../../src/formats/intake/furniture/gloss-digits.ts';
import { judgeLines } from '../../../src/formats/intake/furniture/judge-lines.ts';
import { trimPieces } from '../../../src/formats/intake/furniture/lost-pieces.ts';
import { withoutLabels } from '../../../src/formats/intake/furniture/series-label.ts';

const STORY = [
  'The bridge was closed for repairs on Monday and will open again in May.',
  '大桥从周一起关闭维修，预计五月重新开放。',
  'Ferries carry the commuters until then, said the harbour master.',
];

function verdictAt(line: string, place: 'head' | 'body' | 'tail'): string | null {
  const [first = '', second = '', third = ''] = STORY;
  const lines = {
    head: ['A bridge closes', line, first, second, third],
    body: ['A bridge closes', first, line, second, third],
    tail: ['A bridge closes', first, second, third, line],
  }[place];
  return judgeLines(lines)[lines.indexOf(line)] ?? null;
}

describe('judgeLines', () => {
  it.each([
    ['- 上一篇', 'navigation'],
    ['下一篇', 'navigation'],
    ['« Previous page', 'navigation'],
    ['[1] [2] [3] 下一页', 'navigation'],
    ['您现在的位置：首页 > 听力 > 新闻', 'breadcrumb'],
    ['（单词翻译：双击或拖选）', 'gloss-note'],
    ['英语 日语 韩语 法语 德语 俄语', 'language-menu'],
    ['English | 中文 | Français | Русский | Español', 'language-menu'],
    ['分享到： 微信 微博 QQ空间', 'share-bar'],
    ['Advertisement', 'advertisement'],
    ['2. 17 HR AGO', 'podcast'],
    ['译文：', 'transcript-label'],
  ])('knows %s even within the story', (line, reason) => {
    expect(verdictAt(line, 'body')).toBe(reason);
    expect(verdictAt(line, 'head')).toBe(reason);
    expect(verdictAt(line, 'tail')).toBe(reason);
  });

  it.each([
    ['时间：2018-09-19 08:55来源：互联网 提供网友：nan   字体: [ ]', 'page-details'],
    ['Source: Xinhua  Editor: huaxia', 'page-details'],
    ['By LI PING | China Daily | Updated: 2021-03-04 09:10', 'page-details'],
    ['Updated 11:23, 28-Aug-2019', 'page-details'],
    ['Posted on January 5, 2012 by admin', 'page-details'],
    ['By Global Times Published: Dec 23, 2014 09:33 PM', 'page-details'],
    ['CGTN 2024-01-03 158次', 'page-details'],
    ['2015-07-31    25\'00"', 'podcast'],
    ['China Daily Podcast China Daily', 'podcast'],
    ['1,000 episodes', 'play-count'],
    ['11155 562', 'play-count'],
    ['5.9万次播放', 'play-count'],
    ['We use cookies to improve your experience. You can change your cookie settings.', 'cookies'],
    ['扫描二维码，关注我们的微信公众号', 'promotion'],
    ['Follow us on Facebook and Twitter', 'promotion'],
    ['Copyright © 2012 Harbour Media. All rights reserved.', 'copyright'],
    ['京ICP备05012345号', 'copyright'],
    ['特别声明：本栏目内容均从网络收集，仅供参考，如有侵权请与站长联系删除。', 'disclaimer'],
    ['字体：大 中 小', 'share-bar'],
    ['Home > World > Asia', 'breadcrumb'],
    ['新华网', 'site-name'],
    ['发表评论', 'comments'],
    ['0 comments', 'comments'],
  ])('knows %s before and after the story', (line, reason) => {
    const found = new Set([verdictAt(line, 'head'), verdictAt(line, 'tail')]);
    expect([...found]).toEqual([reason]);
  });

  it.each([
    ['Enditem', 'end-mark'],
    ['（完）', 'end-mark'],
    ['###', 'end-mark'],
    ['相关阅读', 'related'],
    ['You may also like', 'related'],
    ['Next: Ferry fares to rise', 'navigation'],
    ['下一篇：渡轮涨价', 'navigation'],
    ['（责任编辑：赵某）', 'page-details'],
  ])('knows %s after the story', (line, reason) => {
    expect(verdictAt(line, 'tail')).toBe(reason);
  });

  it.each([
    'Next',
    '2019',
    '1,204 562',
    'Share',
    '新华网',
    'Updated 11:23, 28-Aug-2019',
    'We use cookies, said the baker, to make our customers agree with us.',
    'The school teaches English, French, German, Russian and Spanish.',
    '英语、日语、韩语、法语、德语都是必修课。',
    'Mayor: The bridge is safe.',
    '记者：大桥什么时候开放？',
    'In This Edition',
    'Hot Issue Reports',
    '*',
  ])('keeps %s within the story', (line) => {
    expect(verdictAt(line, 'body')).toBeNull();
  });

  it.each([
    'A crane lifts a beam at the bridge, June 3, 2020. /VCG',
    'LUOCHENG, Aug. 4 (Xinhua) -- The bridge will be closed until May, the city said.',
    'Source: the river, said the old man, and pointed north.',
    'Hello and Welcome to News and Reports on China Radio International.',
    '图为维修中的大桥。 新华社记者 李某 摄',
    'Next year the bridge will be painted red.',
    'Read more books, the mayor told the pupils.',
    '上一篇报道引起了很大反响。',
  ])('keeps %s anywhere', (line) => {
    expect(verdictAt(line, 'head')).toBeNull();
    expect(verdictAt(line, 'body')).toBeNull();
    expect(verdictAt(line, 'tail')).toBeNull();
  });

  it('takes a label that begins many lines for a speaker', () => {
    const lines = [
      'Host: Ada Lin.',
      'Editor: Who?',
      'Editor: When?',
      'Host: 1987',
      'Host: Yes.',
      'Editor: Fine',
    ];
    expect(judgeLines(['A talk', ...lines]).filter((verdict) => verdict !== null)).toEqual([]);
  });
});

describe('glossDigits', () => {
  const wordsOf = (texts: readonly string[], noted: boolean): string[] =>
    glossDigits(
      texts.map((text, index) => ({ text, line: index + 1 })),
      noted,
    ).map(({ word }) => word);

  it.each<[string, readonly string[], boolean, readonly string[]]>([
    [
      'rising digits',
      ['amid speculation1 and deter4', 'some provocations5.'],
      false,
      ['speculation1', 'deter4', 'provocations5'],
    ],
    ['one digit on a noted page', ['a long trek1 home'], true, ['trek1']],
    ['two digits without a note', ['a long trek1 and spoke2'], false, []],
    ['names with numbers', ['Covid19, G20, 5G, Chang’e6, MP3, km2, web3, iphone6'], true, []],
    ['years and decades', ['in 1990s, mid-2020s, the b2b way'], true, []],
    ['digits that fall', ['first9 second8 third7'], false, []],
    [
      'a capital that fills a hole',
      ['the trek1 began. Lawmakers2 spoke3'],
      true,
      ['trek1', 'Lawmakers2', 'spoke3'],
    ],
    ['a name on a noted page', ['the trek1 of Apollo11 and spoke2'], true, ['trek1', 'spoke2']],
    [
      'the last part of a compound',
      ['a debt-stricken1 town', 'was rescued2'],
      true,
      ['stricken1', 'rescued2'],
    ],
  ])('%s', (_, texts, noted, words) => {
    expect(wordsOf(texts, noted)).toEqual(words);
  });
});

describe('withoutLabels', () => {
  it.each<[string, string, readonly string[]]>([
    ['英语新闻丨灯塔重新点亮', '灯塔重新点亮', ['英语新闻丨']],
    ['头条英文播报|A lighthouse is lit', 'A lighthouse is lit', ['头条英文播报|']],
    ['CRI听力：A lighthouse is lit', 'A lighthouse is lit', ['CRI听力：']],
    ['2018年CRI A lighthouse is lit', 'A lighthouse is lit', ['2018年CRI']],
    ['双语：灯塔重新点亮', '灯塔重新点亮', ['双语：']],
    ['【双语】灯塔重新点亮', '灯塔重新点亮', ['【双语】']],
    ['A lighthouse is lit - China Daily', 'A lighthouse is lit', ['- China Daily']],
    ['灯塔重新点亮_中国日报网', '灯塔重新点亮', ['_中国日报网']],
    ['专家：灯塔很重要', '专家：灯塔很重要', []],
    ['CRI: a short history', 'a short history', ['CRI:']],
    ['新闻', '新闻', []],
    ['A year in the news', 'A year in the news', []],
  ])('%s', (headline, text, labels) => {
    expect(withoutLabels(headline)).toEqual({ text, labels });
  });
});

describe('trimPieces', () => {
  it.each<[string, string, readonly string[]]>([
    ['The story ends here. ■', 'The story ends here.', ['■']],
    ['The story ends here. Enditem', 'The story ends here.', ['Enditem']],
    ['故事到此结束。（完）', '故事到此结束。', ['（完）']],
    ['全文请看微信第三条哦~ This is the news.', 'This is the news.', ['全文请看微信第三条哦~']],
    ['我们看到的是微信 and other tools.', '我们看到的是微信 and other tools.', []],
    ['你好。This is the news.', '你好。This is the news.', []],
    ['A square ■ in a sentence.', 'A square ■ in a sentence.', []],
  ])('%s', (line, text, pieces) => {
    const trimmed = trimPieces(line);
    expect(trimmed.text).toBe(text);
    expect(trimmed.pieces.map((piece) => piece.text)).toEqual(pieces);
  });
});

describe('findDate', () => {
  it.each([
    ['2018-09-19 08:55', '2018-09-19'],
    ['2018年9月1日', '2018-09-01'],
    ['2018/9/1', '2018-09-01'],
    ['Nov 27, 2019', '2019-11-27'],
    ['27 November 2019', '2019-11-27'],
    ['11:23, 28-Aug-2019', '2019-08-28'],
    ['2018-02-30', null],
    ['Dec. 23', null],
    ['12018-01-01', null],
  ])('%s', (text, date) => {
    expect(findDate(text)).toBe(date);
  });
});
