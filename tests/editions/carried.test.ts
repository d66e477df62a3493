/** Markdown that is published beside the pages: the article's text, without what pages would not carry. */
import { describe, expect, it } from 'vitest';
import { loadFlavour } from '../../src/editions/flavours/index.ts';
import { renderEditions } from '../../src/editions/index.ts';
import { carried } from '../../src/editions/markdown/carried.ts';
import { articleState, OPTIONS, renderTexts } from './builder.ts';

describe('Markdown beside the pages', () => {
  it.each([
    ['a comment', '甲。\n\n<!-- 等律师 -->\n\n乙。\n', '甲。\n\n乙。\n'],
    ['one that is never closed', '甲。\n\n<!-- 等律师\n\n乙。\n', '甲。\n\n'],
    ['one in a sentence', '甲<!-- 等律师 -->乙。\n', '甲乙。\n'],
    [
      'one in a quotation',
      '> 甲。\n>\n> <!-- 等律师 -->\n>\n> 乙。\n',
      '> 甲。\n>\n> \n>\n> 乙。\n',
    ],
    ['one in a block of HTML', '<div>\n<!-- 等律师 -->\n甲</div>\n', '<div>\n甲</div>\n'],
    ['one between two lists', '- 甲\n\n<!-- 等 -->\n\n- 乙\n', '- 甲\n\n<!-- -->\n\n- 乙\n'],
    ['a note as a definition', '甲。\n\n[//]: # (等律师)\n\n乙。\n', '甲。\n\n乙。\n'],
    ['a link that runs', '甲[坏**链**](javascript:alert(1))乙。\n', '甲坏**链**乙。\n'],
    ['one in signs', '甲[坏](java&#115;cript&colon;alert%281%29)乙。\n', '甲坏乙。\n'],
    ['one without brackets', '甲<javascript:alert(1)>乙。\n', '甲javascript:alert(1)乙。\n'],
    ['one by reference', '甲[坏][x]乙。\n\n[x]: javascript:alert(1)\n', '甲坏乙。\n\n'],
    ['a picture of any other kind', '甲![坏](data:image/svg+xml,x)乙。\n', '甲乙。\n'],
    ['a raw link that runs', '甲<a href="javascript:alert(1)">坏</a>乙。\n', '甲坏乙。\n'],
    ['a handler', '甲<b onclick="alert(1)">坏</b>乙。\n', '甲<b>坏</b>乙。\n'],
    ['a script', '<p>甲</p><script>alert(1)</script>\n', '<p>甲</p>\n'],
    [
      'a comment of the front matter',
      '---\n# 等\ntitle: 二 # 等\n---\n\n甲。\n',
      '---\ntitle: 二\n---\n\n甲。\n',
    ],
  ])('leaves out %s', (_name, text, left) => {
    expect(carried(text)).toBe(left);
    expect(carried(left)).toBe(left);
  });

  it.each([
    '甲[好](https://example.org/?a=b:c)、[信](mailto:a@example.org)、[图](p/x.png)。\n',
    '甲[好][x]与[x]。\n\n[x]: https://example.org/ "名: 称"\n',
    '<details class="more" id="a">\n\n**甲**\n\n</details>\n',
    '甲<kbd class="k">A</kbd><br>乙，5 < 6。<img src="p/x.png" loading="lazy" alt="图">\n',
    '---\ntitle: "二 # 三"\nnote: |\n  # 四\ntag: a#b\n---\n\n甲。\n',
    '`<!-- a -->`与 [a](\n\n```html\n<!-- b -->\n<script>c</script>\n```\n',
  ])('leaves alone %s', (text) => {
    expect(carried(text)).toBe(text);
  });

  const text =
    '---\ntitle: 二 # 内部\n---\n\n<!-- 内部 -->\n\n[好][x]与[坏](javascript:1)<!-- 内部 -->。\n\n[x]: a.md\n[//]: # (内部)\n';
  const state = articleState('note', text, ({ segment }) => `T ${segment.text}`);

  it('carries in no edition what the pages do not', () => {
    const files = renderTexts([state], OPTIONS);
    const markdown = [...files].filter(([path]) => path.endsWith('.md'));
    expect(markdown).toHaveLength(3);
    for (const [, file] of markdown) expect(file).not.toMatch(/内部|javascript/);
  });

  it.each(['hugo', 'astro', 'pandoc', 'plain'] as const)('nor for %s', async (name) => {
    const files = renderEditions([state], OPTIONS, { instead: await loadFlavour(name) });
    for (const [, file] of files) {
      expect(String(file)).not.toMatch(/内部|javascript|\]\(\)/);
      expect(String(file)).toMatch(/好/);
    }
  });
});
