import { describe, expect, it } from 'vitest';
import { EVERY_BLOCK, MIXED, MIXED_TARGETS } from './articles.ts';
import { articleState, OPTIONS, table, renderTexts } from './builder.ts';

function markdown(slug: string, text: string, targets: Readonly<Record<string, string>>) {
  const state = articleState(slug, text, table(targets));
  const files = renderTexts([state], { ...OPTIONS, drafts: true });
  return (folder: string): string => files.get(`${folder}/${slug}/index.md`) ?? '';
}

describe('Markdown', () => {
  const mixed = markdown('mixed', MIXED, MIXED_TARGETS);

  it('in English is the article with its English text, all else as it stands', () => {
    expect(mixed('en')).toBe(`---
title: "A small shop comes to the old street by the sea"
date: 2026-03-04
author: [Ann Lee, 沈禾]
dek: "One street, three generations."
weather: sunny
lang: en
---

The shop opened on **Monday** morning. It sells [tea](https://example.com/tea) and salt.

Everyone in the street came. They brought tea of their own.
`);
  });

  it('in Chinese is the article with its Chinese text', () => {
    expect(mixed('zh')).toBe(`---
title: 小店开进海边老街
date: 2026-03-04
author: [Ann Lee, 沈禾]
dek: 一条街，三代人。
weather: sunny
lang: zh-Hans
---

小店**周一**早上开门。店里卖[茶](https://example.com/tea)和盐。

老街的人都来了。他们带来了自家的茶。
`);
  });

  it('in both has each block followed by its other side', () => {
    expect(mixed('duizhao')).toBe(`---
title: "小店开进海边老街 · A small shop comes to the old street by the sea"
date: 2026-03-04
author: [Ann Lee, 沈禾]
dek: "一条街，三代人。 · One street, three generations."
weather: sunny
lang: [zh-Hans, en]
---

The shop opened on **Monday** morning. It sells [tea](https://example.com/tea) and salt.

小店**周一**早上开门。店里卖[茶](https://example.com/tea)和盐。

老街的人都来了。他们带来了自家的茶。

Everyone in the street came. They brought tea of their own.
`);
  });

  it.each([
    ['quotes and lists', '> - One.\n', '> - One.\n>\n>   一。\n'],
    ['numbered lists', '10. One.\n', '10. One.\n\n    一。\n'],
    ['tasks', '- [x] One.\n', '- [x] One.\n\n  一。\n'],
    ['headings', '## One. ##\n', '## One. · 一。 ##\n'],
    ['cells', '| One. |\n| --- |\n', '| One. · 一。 |\n| --- |\n'],
    ['captions', '![One.](a.jpg)\n', '![One. · 一。](a.jpg)\n'],
    ['footnotes', 'X[^a]\n\n[^a]: One.\n', 'X[^a]\n\n乙[^a]\n\n[^a]: One.\n\n    一。\n'],
  ])('in both keeps the shape of %s', (_what, source, expected) => {
    const both = markdown('shape', source, { 'One.': '一。', X: '乙', 'X<1/>': '乙<1/>' });
    expect(both('duizhao')).toBe(`---\nlang: [zh-Hans, en]\n---\n\n${expected}`);
  });

  it('replaces a language that the front matter names', () => {
    const text = '---\ntitle: One.\nlang: xx\n---\n\nOne.\n';
    expect(markdown('named', text, { 'One.': '一。' })('zh')).toBe(
      '---\ntitle: "一。"\nlang: zh-Hans\n---\n\n一。\n',
    );
  });

  it('says of a file with unreviewed text that it is a draft', () => {
    const open = markdown('open', '---\ntitle: One.\n---\n\nTwo.\n', { 'One.': '一。' });
    expect(open('zh')).toBe('---\ntitle: "一。"\nlang: zh-Hans\ndraft: true\n---\n\nTwo.\n');
  });

  it('keeps the source file byte for byte in its own language, but for the language line', () => {
    const state = articleState('every', EVERY_BLOCK, (unit) => `第${unit.index}句。`);
    const english = renderTexts([state], OPTIONS).get('en/every/index.md');
    expect(english?.replace('lang: en\n', '')).toBe(EVERY_BLOCK);
  });
});
