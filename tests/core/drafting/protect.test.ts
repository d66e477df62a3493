import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasTags, joinShields, protect, restore } from '../../../src/core/drafting/protect.ts';
import { transferTags } from '../../../src/core/drafting/transfer-tags.ts';
import { canonicalText, escapeTagged, plainText } from '../../../src/core/tags.ts';

describe('protect', () => {
  it.each([
    ['no markup', 'a < b & c', 'a < b & c', null],
    ['an escaped literal', 'the tag &lt;1> & &amp;lt;', 'the tag <1> & &lt;', null],
    ['a tag', 'so <1>bold</1>', 'so bold', 'so <g id="1">bold</g>'],
    ['a void tag', 'line<2/>end', 'lineend', 'line<x id="2"/>end'],
    ['nested tags', '<1>a <2>b</2></1>', 'a b', '<g id="1">a <g id="2">b</g></g>'],
    [
      'signs of XML',
      '<1>a < b</1> & "c" > d',
      'a < b & "c" > d',
      '<g id="1">a &lt; b</g> &amp; "c" &gt; d',
    ],
    [
      'an address',
      '见 https://news.example/a?b=1&c，谢谢',
      '见 https://news.example/a?b=1&c，谢谢',
      '见 <x id="10000">https://news.example/a?b=1&amp;c</x>，谢谢',
    ],
    [
      'an address before a full stop',
      'See https://news.example/a.',
      'See https://news.example/a.',
      'See <x id="10000">https://news.example/a</x>.',
    ],
    [
      'an e-mail address and a placeholder',
      'Ask desk@news.example for {{count}} copies',
      'Ask desk@news.example for {{count}} copies',
      'Ask <x id="10000">desk@news.example</x> for <x id="10001">{{count}}</x> copies',
    ],
    [
      'an address within a tag',
      '<1>www.news.example/x</1> now',
      'www.news.example/x now',
      '<g id="1"><x id="10000">www.news.example/x</x></g> now',
    ],
  ])('%s', (_, text, plain, xml) => {
    expect(protect(text)).toMatchObject({ plain, xml });
  });

  it('keeps what it is told to keep', () => {
    const find = (plain: string) => {
      const from = plain.indexOf('Kindle');
      return from < 0 ? [] : [{ from, to: from + 'Kindle'.length }];
    };
    const form = protect('His <1>old</1> Kindle & mine', find);
    expect(form.xml).toBe('His <g id="1">old</g> <x id="10000">Kindle</x> &amp; mine');
    expect(form.shields).toEqual(['Kindle']);
    expect(hasTags('His Kindle')).toBe(false);
  });

  it('lets the first list win where two overlap', () => {
    const first = [{ from: 4, to: 9 }];
    const second = [
      { from: 0, to: 3 },
      { from: 8, to: 12 },
    ];
    expect(joinShields(first, second)).toEqual([
      { from: 0, to: 3 },
      { from: 4, to: 9 },
    ]);
  });
});

const PLAIN = { tagged: false, shields: [] };
const TAGGED = { tagged: true, shields: [] };

describe('restore', () => {
  const source = 'a <1>b</1> c<2/>';
  it.each([
    ['甲<g id="1">乙</g>丙<x id="2"/>', '甲<1>乙</1>丙<2/>'],
    ['<x id="2"/>甲<g id="1">乙</g>', '<2/>甲<1>乙</1>'],
    ['甲<g id="1">乙</g><x id="2"></x>', '甲<1>乙</1><2/>'],
    [
      '<g id="1">A &amp; B &lt; C</g> &quot;&#39;&#x4E2D;<x id="2" />',
      '<1>A & B < C</1> "\'中<2/>',
    ],
    [' 甲\n<g id="1">乙</g> \u001b[31m<x id="2"/> ', '甲 <1>乙</1> [31m<2/>'],
    ['&amp;lt;1> <g id="1">乙</g><x id="2"/>', '&amp;lt;1> <1>乙</1><2/>'],
    ['&lt;1&gt; <g id="1">乙</g><x id="2"/>', '&lt;1> <1>乙</1><2/>'],
  ])('%s', (answer, text) => {
    expect(restore(answer, source, TAGGED)).toEqual({ text });
  });

  it.each([
    ['a tag is gone', '甲乙丙<x id="2"/>'],
    ['a tag stands twice', '<g id="1">甲</g><g id="1">乙</g><x id="2"/>'],
    ['a tag has become empty', '甲<g id="1"></g>乙<x id="2"/>'],
    ['a tag is not closed', '甲<g id="1">乙<x id="2"/>'],
    ['a tag is closed too often', '甲<g id="1">乙</g></g><x id="2"/>'],
    ['a tag that was not sent', '甲<g id="1">乙</g><b>丙</b><x id="2"/>'],
    ['another number', '甲<g id="3">乙</g><x id="2"/>'],
    ['a comment', '<!-- x -->甲<g id="1">乙</g><x id="2"/>'],
  ])('refuses an answer in which %s', (_, answer) => {
    expect(restore(answer, source, TAGGED)).toEqual({ wrong: 'tags' });
  });

  it.each([
    ['', false],
    [' \n\t', false],
    ['\u0007', false],
    ['  ', true],
    ['<g id="1"> </g>', true],
  ])('takes %o for no answer', (answer, tagged) => {
    expect(restore(answer, '<1>  </1>', { tagged, shields: [] })).toEqual({ wrong: 'empty' });
  });

  const shields = ['https://a.example/?x&y', '{{n}}'];
  it.each([
    [
      '看<x id="10000">https://a.example/?x&amp;y</x>的<x id="10001">{{n}}</x>',
      '看https://a.example/?x&y的{{n}}',
    ],
    // Whatever came back inside: what was sent goes back in.
    ['<x id="10001"/>看<x id="10000">链接</x>', '{{n}}看https://a.example/?x&y'],
  ])('puts what was kept back: %s', (answer, text) => {
    expect(restore(answer, 'x', { tagged: true, shields })).toEqual({ text });
  });

  it.each([
    ['one is lost', '看<x id="10000">a</x>'],
    ['one stands twice', '看<x id="10000">a</x><x id="10000">a</x><x id="10001">b</x>'],
    ['one was not sent', '看<x id="10000">a</x><x id="10001">b</x><x id="10002">c</x>'],
  ])('refuses an answer in which of what was kept %s', (_, answer) => {
    expect(restore(answer, 'x', { tagged: true, shields })).toEqual({ wrong: 'tags' });
  });

  it('takes a literal that looks like a kept text for what it is', () => {
    const form = protect('literal <10000/> and www.a.example/b');
    const back = restore(form.xml ?? '', 'x', { tagged: true, shields: form.shields });
    expect(back).toEqual({ text: 'literal <10000/> and www.a.example/b' });
  });

  it('takes plain text as it is', () => {
    expect(restore('a < b & <1>', 'x', PLAIN)).toEqual({ text: 'a < b & &lt;1>' });
  });

  const word = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }).map(escapeTagged);
  const tagged = fc
    .tuple(word, word, word)
    .map(([a, b, c]) => `${a}<1>x${b}</1><2/>${c}`)
    .filter((text) => /^[^\p{C}]+$/u.test(text));

  it('gives back what was protected', () => {
    fc.assert(
      fc.property(tagged, (text) => {
        const back = restore(protect(text).xml ?? '', text, {
          tagged: true,
          shields: protect(text).shields,
        });
        expect('text' in back && canonicalText(back.text)).toBe(
          canonicalText(text.replace(/\s+/g, ' ')),
        );
      }),
    );
  });

  it('gives plain text back as it reads', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(/^[^\p{C}\s]+$/u.test(text));
        const back = restore(protect(escapeTagged(text)).plain, escapeTagged(text), PLAIN);
        expect('text' in back && plainText(back.text)).toBe(text.normalize('NFC'));
      }),
    );
  });
});

describe('transferTags', () => {
  it.each([
    ['<1>a</1> b<2/>', '乙<2/><1>甲</1>', '<3>a</3> b<1/>', '乙<1/><3>甲</3>'],
    ['plain', '平', 'plain', '平'],
    ['<2>a</2>', '<2>甲</2>', '<1>a</1>', '<1>甲</1>'],
    ['a', '<7>甲</7>', 'a', '<7>甲</7>'],
  ])('%s → %s in %s', (source, target, place, expected) => {
    expect(transferTags(source, target, place)).toBe(expected);
  });
});
