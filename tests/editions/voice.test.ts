/** A region's page shows the tree of the page that it is derived from: it must read as a tree of its own would. */
import type { Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { articleBody } from '../../src/editions/html/body.ts';
import { chineseSites } from '../../src/editions/html/derived.ts';
import { skeletonOf } from '../../src/editions/html/skeleton.ts';
import { Voice } from '../../src/editions/html/voice.ts';
import { writePage } from '../../src/editions/html/write-html.ts';
import { pageLanguage } from '../../src/editions/language/index.ts';
import { EVERY_BLOCK, HOSTILE, MIXED } from './articles.ts';
import { articleState, OPTIONS, type Told } from './builder.ts';

const OWN_WORDS = `---
title: 自己的话
---

正文[^a]，又见[^a]。尚未审校。<span title="尚未审校">发</span>

[^a]: 一条注释。

| 甲 | b |
| -- | - |
| 发 | c |
`;
const LANGUAGES = `---
title: 各处的话
---

<span lang="zh-Hant-TW">发</span>，<span lang="zh-Hans">发</span>，<span lang="en">发</span>，<kbd>发</kbd>。

<div lang="zh-Hans">

里面的发。English inside.

</div>

An image: ![发](a.png "发")
`;

const convert = (text: string): string => text.replaceAll('发', '發').replaceAll('审', '審');

function told(unit: { readonly index: number; readonly segment: { readonly text: string } }): Told {
  const tags = unit.segment.text.match(/<\/?\d+\/?>/g) ?? [];
  if (unit.index % 5 === 4) return {};
  const target = `译文${tags.join('发')}。`;
  return unit.index % 3 === 2 ? { status: 'draft', target } : { target };
}

describe.each(['zh-Hans', 'zh-Hant'] as const)('from %s', (chinese) => {
  const [origin, ...regions] = chineseSites({ ...OPTIONS, chinese, variants: ['tw', 'hk'] });

  it.each([
    ['mixed', MIXED],
    ['every-block', EVERY_BLOCK],
    ['hostile', HOSTILE],
    ['own-words', OWN_WORDS],
    ['languages', LANGUAGES],
  ])('%s', (slug, text) => {
    const state = articleState(slug, text, told);
    const bodyWith = (options: typeof OPTIONS): Root => ({
      type: 'root',
      children: articleBody({
        state,
        view: 'zh',
        options,
        slugs: new Set(),
        skeleton: skeletonOf(state),
        picture: () => null,
      }),
    });
    const from = pageLanguage('zh', origin ?? OPTIONS);
    const shared = bodyWith(origin ?? OPTIONS);
    const plain = writePage(shared).html;
    for (const region of regions) {
      const to = pageLanguage('zh', region);
      const own = writePage(bodyWith(region), new Voice(to, to, convert)).html;
      expect(writePage(shared, new Voice(from, to, convert)).html).toBe(own);
      expect(own).not.toBe(plain);
    }
    // The next page shows it too.
    expect(writePage(shared).html).toBe(plain);
  });
});
