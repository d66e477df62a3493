/** The sample workspace of this repository, and an article shaped like the one that started the tool. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildState } from '../../src/core/load.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { root } from '../support/source.ts';
import { articleState, table } from './builder.ts';

function textOf(path: string): string | null {
  const full = join(root, path);
  return existsSync(full) ? readFileSync(full, 'utf8') : null;
}

/** The sample's articles with their pairs, as the tool opens them. */
export function sampleStates(): ArticleState[] {
  const slugs = readdirSync(join(root, 'articles'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length));
  return slugs.map((slug) =>
    buildState({
      slug,
      article: textOf(`articles/${slug}.md`) ?? '',
      zh: textOf(`locales/zh/${slug}.json`),
      en: textOf(`locales/en/${slug}.json`),
      review: textOf(`articles/${slug}.review.jsonl`),
    }),
  );
}

/** A Chinese headline over an English body, with the navigation of the site that it came from. */
const SCRAPED = `---
title: 海滨小城的书店开到了深夜
date: 2026-05-06
author: [Mira Holt, 许一苇]
tags: [书店, Night life, C++]
dek: A town by the sea keeps its lights on.
---

The last bus leaves at eleven, and the bookshop closes at two. Nobody in the town of Lowhaven thought that it would last.

"We sell tea and paper," said Ida Brook, its owner. "The rest is patience."

## What readers ask for

1. A chair by the window
2. 一盏不晃眼的灯
3. A map of the harbour, 1:5000

> 深夜的读者不多，却从不空手而归。

- 上一篇
- 下一篇
`;

const TARGETS = {
  海滨小城的书店开到了深夜: 'A bookshop by the sea stays open late',
  'A town by the sea keeps its lights on.': '一座海边小城，灯一直亮着。',
  'The last bus leaves at eleven, and the bookshop closes at two.':
    '末班车十一点开走，书店两点才打烊。',
  'Nobody in the town of Lowhaven thought that it would last.': '洛黑文镇上没有人想到它能撑下来。',
  '"We sell tea and paper," said Ida Brook, its owner.': '“我们卖茶，也卖纸。”店主艾达·布鲁克说。',
  '"The rest is patience."': '“剩下的就是耐心。”',
  'What readers ask for': '读者要什么',
  'A chair by the window': '靠窗的一把椅子',
  一盏不晃眼的灯: 'A lamp that does not glare',
  'A map of the harbour, 1:5000': '一张1:5000的港口图',
  '深夜的读者不多，却从不空手而归。': 'Few readers come so late, and none leaves empty-handed.',
  上一篇: 'Previous',
  下一篇: 'Next',
};

/** An article with every part that a page can have, for those who look at it. */
export function everyPartState(): ArticleState {
  const text = textOf('tests/fixtures/pages/every-part.md') ?? '';
  const targets = textOf('tests/fixtures/pages/every-part.json') ?? '';
  return articleState('every-part', text, table(JSON.parse(targets) as Record<string, string>));
}

/** That article, reviewed. */
export function scrapedState(): ArticleState {
  return articleState('late-bookshop', SCRAPED, table(TARGETS));
}
