import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/core/language.ts';
import { createPseudo } from '../../src/engines/pseudo.ts';
import { pseudoText } from '../../src/engines/pseudo/text.ts';
import { describeEngine } from '../contracts/engine.ts';

describeEngine(
  'pseudo',
  () =>
    Promise.resolve({
      engine: createPseudo(),
      secret: 'no key',
      fail: () => {},
      arrived: () => 0,
      lastBytes: () => 0,
      nextArrival: () => Promise.resolve(),
      close: () => Promise.resolve(),
    }),
  { free: true, remote: false },
);

describe('pseudoText', () => {
  it.each([
    ['The first boat left at dawn.', 'zh'],
    ['Fares rise', 'zh'],
    ['首班船黎明启航。', 'en'],
    ['涨价', 'en'],
  ] as const)('%s is in the target language (%s), plainly no translation', (text, to) => {
    const made = pseudoText(text, to, false);
    expect(detectLanguage(made)).toBe(to);
    expect(made).toMatch(to === 'zh' ? /^［！！.*！！］$/ : /^\[!! .* !!\]$/);
    expect(made).not.toMatch(to === 'zh' ? /\p{Script=Latin}/u : /\p{Script=Han}/u);
  });

  it.each([
    ['At 9:30 some 1,200 people', 'zh', ['9:30', '1,200']],
    [
      'Read https://a.example/x?y=1#z now, or mail desk@a.example today.',
      'zh',
      ['https://a.example/x?y=1#z', 'desk@a.example'],
    ],
    [
      '2026年3月涨了4.5%，见https://a.example/潮，再说。',
      'en',
      ['2026', '3', '4.5%', 'https://a.example/潮'],
    ],
  ] as const)('keeps numbers and addresses: %s', (text, to, kept) => {
    const made = pseudoText(text, to, false);
    expect(kept.filter((part) => !made.includes(part))).toEqual([]);
  });

  it.each([
    ['Stay <g id="1">below 5 &amp; above</g>.<x id="2"/> <x id="3">Tide</x>', 'zh'],
    ['他说<g id="1">票价<g id="2">不变</g></g>。<x id="3"/>见<x id="4">潮</x>', 'en'],
  ] as const)('keeps tags and what they hold back: %s', (text, to) => {
    const parts = (xml: string) => xml.match(/<x id="\d+">[^<]*<\/x>|<[^>]*>|&\w+;/g);
    expect(parts(pseudoText(text, to, true))).toEqual(parts(text));
  });

  it('does not take plain text for markup', () => {
    expect(detectLanguage(pseudoText('a <b> tide', 'zh', false))).toBe('zh');
    expect(pseudoText('a <b> tide', 'zh', false)).not.toContain('b');
  });

  it('is about as long as a real translation', () => {
    const read = (lang: string) =>
      JSON.parse(
        readFileSync(
          new URL(`../../locales/${lang}/2026-09-18-ningbo-kuaidi-kenniya.json`, import.meta.url),
          'utf8',
        ),
      ) as Record<string, string>;
    const [zh, en] = [read('zh'), read('en')];
    const size = (texts: readonly string[]) => texts.join('').replace(/<[^>]*>/g, '').length;
    const keys = Object.keys(zh).filter((key) => en[key] !== undefined);
    const of = (from: Record<string, string>, to: 'zh' | 'en') =>
      size(keys.map((key) => pseudoText(from[key] ?? '', to, true).slice(3, -3)));
    const ratios = [
      of(en, 'zh') / size(keys.map((key) => zh[key] ?? '')),
      of(zh, 'en') / size(keys.map((key) => en[key] ?? '')),
    ];
    expect(ratios.filter((ratio) => ratio < 0.75 || ratio > 1.25)).toEqual([]);
  });

  it('makes the same of the same text, and something of every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('zh', 'en'), (text, to) => {
        const made = pseudoText(text, to as 'zh' | 'en', false);
        expect(pseudoText(text, to as 'zh' | 'en', false)).toBe(made);
        expect(made.length).toBeGreaterThan(5);
      }),
    );
  });
});
