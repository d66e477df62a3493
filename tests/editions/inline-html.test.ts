/** Raw HTML inside a sentence: what pages, regions and other generators' Markdown show of it. */
import { describe, expect, it } from 'vitest';
import { loadFlavour } from '../../src/editions/flavours/index.ts';
import { renderEditions } from '../../src/editions/index.ts';
import type { FlavourName } from '../../src/core/flavours.ts';
import { articleState, OPTIONS, renderTexts } from './builder.ts';
import { mainText } from './html.ts';

/** Its target has the same words: with the tags where they were. */
function stateOf(body: string) {
  return articleState('note', `---\ntitle: 二\n---\n\n${body}\n`, ({ segment }) => segment.text);
}

function pageOf(body: string, folder: string): string {
  const options = { ...OPTIONS, variants: ['tw' as const] };
  const regional = { tw: (chinese: string) => chinese };
  const page = renderTexts([stateOf(body)], options, { regional }).get(`${folder}/note/index.html`);
  return page?.replaceAll(/<span[^>]*>|<\/span>/g, '') ?? '';
}

const SHOWN: readonly (readonly [name: string, body: string, html: string])[] = [
  [
    'a link',
    '见<a href="https://example.org/report">报告</a>。',
    '见<a href="https://example.org/report">报告</a>。',
  ],
  [
    'a link round other markup',
    '见<a href="r.html" target="_blank">新<b>报告</b>与**附录**</a>。',
    '见<a href="r.html">新<b>报告</b>与<strong>附录</strong></a>。',
  ],
  [
    'a picture that is a sentence',
    '正文在此。<img src="p/x.png" alt="原始图">',
    '<img src="p/x.png" alt="原始图">',
  ],
  ['a picture in a link', '<a href="r.html"><img src="x.png" alt=""></a>', '<a href="r.html"><img'],
  [
    'code, and a time',
    '第<time datetime="2026-05-06">五日</time>用<code>a</code>。',
    '<code>a</code>',
  ],
  [
    'a time that machines read',
    '<time datetime="2026-05-06T08:00">五日</time>开航。',
    '<time datetime="2026-05-06T08:00">五日</time>',
  ],
  ['one that they do not', '<time datetime="whenever">五日</time>开航。', '<time>五日</time>'],
  ['an address in capitals', '见[报告](HTTPS://example.org/)。', '<a href="https://example.org/">'],
];

const INERT: readonly (readonly [name: string, body: string, text: string])[] = [
  ['a script', '甲<script>alert(1)</script>乙。', '甲alert(1)乙。'],
  ['an address that runs', '甲<a href="javascript:alert(1)">坏</a>乙。', '甲坏乙。'],
  ['one with a space before', '甲<a href=" java\tscript:alert(1)">坏</a>乙。', '甲坏乙。'],
  ['one in references', '甲<a href="javascript&#58;alert(1)">坏</a>乙。', '甲坏乙。'],
  ['one in Markdown', '甲[坏](javascript:alert(1))乙。', '甲坏乙。'],
  ['a link to nowhere', '甲<a name="x">坏</a>乙。', '甲坏乙。'],
  ['an opening without its end', '甲<a href="x.html">坏乙。', '甲坏乙。'],
  ['an end without its opening', '甲坏</a>乙。', '甲坏乙。'],
  ['handlers', '甲<b onclick="alert(1)" style="color:red">坏</b>乙。', '甲坏乙。'],
  ['a comment', '甲<!-- 等律师 -->坏乙。', '甲坏乙。'],
];

describe('raw HTML inside a sentence', () => {
  it.each(SHOWN)('shows %s', (_name, body, html) => {
    for (const folder of ['zh', 'duizhao', 'zh-tw']) expect(pageOf(body, folder)).toContain(html);
  });

  it.each(INERT)('leaves of %s the words', (_name, body, text) => {
    for (const folder of ['zh', 'duizhao', 'zh-tw']) {
      const page = pageOf(body, folder);
      expect(mainText(page)).toContain(text);
      expect(page).not.toMatch(/<a>|javascript|onclick|style="|<!--|等律师|<a [^>]*href="x\.html"/);
    }
  });

  it('never puts a link into a link', () => {
    const page = pageOf('[甲<a href="b.html">乙</a>丙](a.html)。', 'zh');
    expect(mainText(page)).toContain('甲乙丙。');
    expect(page).toContain('<a href="a.html">甲</a><a href="b.html">乙</a>');
  });
});

async function markdownOf(name: FlavourName, body: string): Promise<string> {
  const files = renderEditions([stateOf(body)], OPTIONS, { instead: await loadFlavour(name) });
  const [, file] = [...files].find(([path]) => /zh[-a-z]*[./]/.test(path)) ?? [];
  return String(file).replace(/^---\n[^]*?\n---\n/, '');
}

describe.each(['hugo', 'astro'] as const)('raw HTML in Markdown for %s', (name) => {
  it.each([
    ['a link', '见<a href="https://example.org/r">报告</a>。', '见[报告](https://example.org/r)。'],
    ['a picture', '看<img src="p/x.png" alt="图">。', '看![图](p/x.png)。'],
    ['a link in a link', '[甲<a href="b.html">乙</a>](a.html)。', '[甲乙](a.html)。'],
    ['a link round one', '<a href="b.html">甲[乙](a.html)</a>。', '[甲乙](b.html)。'],
    ['a block with a link', '<p>见<a href="b.html">报告</a></p>', '见[报告](b.html)'],
    ['an address that runs', '见<a href="javascript:alert(1)">报告</a>。', '见报告。'],
  ])('says %s', async (_name, body, markdown) => {
    expect((await markdownOf(name, body)).trim()).toBe(markdown);
  });
});
