import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage, isTranslatable, whyUntranslatable } from '../../src/core/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['北京今天下雨。', 'zh'],
    ['臺北今天放晴。', 'zh'],
    ['It rained in Lisbon today.', 'en'],
    ['Apple 发布了 iPhone', 'zh'],
    ['iPhone 15 Pro Max 发布', 'zh'],
    ['特朗普（Donald J. Trump）抵达日内瓦', 'zh'],
    ['他用 git commit 提交了修改', 'zh'],
    ['《The Daily Harbour Observer》刊文', 'zh'],
    ['The ministry (外交部) declined to comment.', 'en'],
    ['The word 内卷 went viral last year.', 'en'],
    ['Café', 'en'],
    ['（完）', 'zh'],
    ['(end)', 'en'],
    ['详见 https://news.example.com/a/long/path', 'zh'],
    ['\uFFFC 如图', 'zh'],
  ])('%j is %s', (text, lang) => {
    expect(detectLanguage(text)).toBe(lang);
  });

  it.each(['', '  ', '2026', '3.5%', '——！？', '😀', '\uFFFC', 'https://example.com/zh', 'Привет'])(
    '%j is neither',
    (text) => {
      expect(detectLanguage(text)).toBeNull();
    },
  );
});

describe('isTranslatable', () => {
  it.each([
    '你好',
    'A',
    '5 km',
    '第 3 章',
    'See https://example.com now',
    '\uFFFC 图',
    'Node.js',
    'Привет',
  ])('%j is', (text) => {
    expect(isTranslatable(text)).toBe(true);
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['2026-11-23 08:00', 'number'],
    ['¥3,000.50', 'number'],
    ['→ … ——', 'symbols'],
    ['😀 👩‍💻 🇨🇳 ℹ️', 'symbols'],
    ['https://example.com/%E8%B7%AF?q=1#top', 'url'],
    ['www.example.com', 'url'],
    ['example.com/news/1', 'url'],
    [' desk@news.example.com ', 'email'],
    ['mailto:desk@example.com', 'email'],
    ['desk@example.com, https://example.com', 'url'],
    ['\uFFFC\uFFFC', 'object'],
    ['\uFFFC, 3', 'object'],
  ])('%j is not: %s', (text, reason) => {
    expect(isTranslatable(text)).toBe(false);
    expect(whyUntranslatable(text)).toBe(reason);
  });

  it('a text in a language can be translated', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(detectLanguage(text) === null || isTranslatable(text)).toBe(true);
      }),
    );
  });
});
