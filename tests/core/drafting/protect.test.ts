import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasTags, protect, restore } from '../../../src/core/drafting/protect.ts';
import { transferTags } from '../../../src/core/drafting/transfer-tags.ts';
import { canonicalText, escapeTagged, plainText } from '../../../src/core/tags.ts';

describe('protect', () => {
  it.each([
    ['no markup', 'a < b & c', false, 'a < b & c'],
    ['an escaped literal', 'the tag &lt;1> & &amp;lt;', false, 'the tag <1> & &lt;'],
    ['a tag', 'so <1>bold</1>', true, 'so <g id="1">bold</g>'],
    ['a void tag', 'line<2/>end', true, 'line<x id="2"/>end'],
    ['nested tags', '<1>a <2>b</2></1>', true, '<g id="1">a <g id="2">b</g></g>'],
    ['signs of XML', '<1>a < b</1> & "c" > d', true, '<g id="1">a &lt; b</g> &amp; "c" &gt; d'],
  ])('%s', (_, text, tagged, sent) => {
    expect(hasTags(text)).toBe(tagged);
    expect(protect(text, tagged)).toBe(sent);
  });
});

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
    expect(restore(answer, source, true)).toEqual({ text });
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
    expect(restore(answer, source, true)).toEqual({ wrong: 'tags' });
  });

  it.each([
    ['', false],
    [' \n\t', false],
    ['\u0007', false],
    ['  ', true],
    ['<g id="1"> </g>', true],
  ])('takes %o for no answer', (answer, tagged) => {
    expect(restore(answer, '<1>  </1>', tagged)).toEqual({ wrong: 'empty' });
  });

  it('takes plain text as it is', () => {
    expect(restore('a < b & <1>', 'x', false)).toEqual({ text: 'a < b & &lt;1>' });
  });

  const word = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }).map(escapeTagged);
  const tagged = fc
    .tuple(word, word, word)
    .map(([a, b, c]) => `${a}<1>x${b}</1><2/>${c}`)
    .filter((text) => /^[^\p{C}]+$/u.test(text));

  it('gives back what was protected', () => {
    fc.assert(
      fc.property(tagged, (text) => {
        const back = restore(protect(text, true), text, true);
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
        const back = restore(protect(escapeTagged(text), false), escapeTagged(text), false);
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
