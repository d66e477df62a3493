import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../../../src/core/safe-text.ts';
import { graphemesOf } from '../../../src/review/text/graphemes.ts';
import { widthOf, widthOfAmbiguousWide } from '../../../src/review/text/width.ts';
import { wrap } from '../../../src/review/text/wrap.ts';
import { nastyText } from './nasty-text.ts';

const textsOf = (text: string, width: number) => wrap(text, width).map((line) => line.text);

describe('wrap', () => {
  it.each([
    ['an empty text is one empty line', '', 5, ['']],
    ['words stay whole', 'see the dog run', 8, ['see the ', 'dog run']],
    ['a space past the edge hangs', 'see the dog', 7, ['see the', 'dog']],
    ['a space that carries a mark does not hang', 'ab \u0301', 2, ['ab', ' \u0301']],
    ['all spaces hang', 'ab     cd', 3, ['ab ', 'cd']],
    ['Chinese breaks anywhere', '我们在北京', 4, ['我们', '在北', '京']],
    ['a wide character is not cut in half', '我们在', 5, ['我们', '在']],
    ['no line begins with a stop', '我们在这里。好', 10, ['我们在这', '里。好']],
    ['no line begins with a closing mark', '他说“好的”了', 9, ['他说“好', '的”了']],
    ['no line ends with an opening mark', '我们说：“好的', 9, ['我们说：', '“好的']],
    ['no line ends with a book title mark', '我看《呐喊》', 6, ['我看', '《呐', '喊》']],
    ['a dash stays whole', '他来了——真的', 7, ['他来', '了——真', '的']],
    ['an ellipsis stays whole', '他来了……真的', 7, ['他来', '了……真', '的']],
    ['a Latin word in Chinese stays whole', '利用model模型', 7, ['利用', 'model模', '型']],
    ['a number with commas stays whole', '共有1,234,567人', 11, ['共有', '1,234,567人']],
    ['a decimal number stays whole', '约为3.14159米', 8, ['约为', '3.14159', '米']],
    ['full-width digits stay whole', '第１２３条', 6, ['第', '１２３', '条']],
    ['a percent sign stays with its number', '增长12%以上', 6, ['增长', '12%以', '上']],
    ['currency stays with its number', '收到$100了', 5, ['收到', '$100', '了']],
    ['an address stays whole', '见 a.org/x?y=1 页', 11, ['见 ', 'a.org/x?y=1', '页']],
    ['quotes stay with their word', 'say "hello" to', 8, ['say ', '"hello" ', 'to']],
    ['a bracket stays in its word', 'the word(s)', 9, ['the ', 'word(s)']],
    ['a tag is not broken', '你好<1>中</1>', 6, ['你好', '<1>中', '</1>']],
    ['an opening tag stays with what follows', '我们<1>好的', 7, ['我们', '<1>好的']],
    ['a closing tag stays with what precedes', '我们好</1>的', 9, ['我们', '好</1>的']],
    ['a closing tag before an opening one', '好</1><2>的</2>', 9, ['好</1>', '<2>的</2>']],
    [
      'a word with tags in it stays whole',
      'see in<1>ner</1>most',
      16,
      ['see ', 'in<1>ner</1>most'],
    ],
    ['a stop stays with the word in the tag', '我<1>们</1>。好', 12, ['我', '<1>们</1>。', '好']],
    ['a space in front of a closing tag', 'ab <1>cd </1>ef', 12, ['ab ', '<1>cd </1>ef']],
    ['a void tag stands by itself', '你好<1/>中', 6, ['你好', '<1/>中']],
    ['a stop stays with a void tag', '你好<1/>。', 8, ['你好', '<1/>。']],
    ['a tag wider than the line is cut', '<123>', 3, ['<12', '3>']],
    [
      'a number with points and commas stays whole',
      '共1.234.567,89元',
      13,
      ['共', '1.234.567,89', '元'],
    ],
    [
      'a run longer than the line is cut at the edge',
      'internationalization',
      8,
      ['internat', 'ionaliza', 'tion'],
    ],
    ['a line break is a new line', 'a\nb', 9, ['a', 'b']],
    ['an empty paragraph is an empty line', 'a\n\n', 9, ['a', '', '']],
    ['CR LF is one line break', 'a\r\nb', 9, ['a', 'b']],
    ['a no-break space holds', 'ab c\u00a0d', 5, ['ab ', 'c\u00a0d']],
    ['one cell is enough to go on', '你a', 1, ['你', 'a']],
    ['so is none', 'ab', 0, ['a', 'b']],
  ])('%s', (_, text, width, expected) => {
    expect(textsOf(text, width)).toEqual(expected);
  });

  it('says where each line stands in the text', () => {
    expect(wrap('see the dog\n你好', 7)).toEqual([
      { text: 'see the', from: 0, to: 8 },
      { text: 'dog', from: 8, to: 11 },
      { text: '你好', from: 12, to: 14 },
    ]);
  });

  it('counts ambiguous characters as told', () => {
    expect(wrap('他说“好', 7).length).toBe(1);
    expect(wrap('他说“好', 7, widthOfAmbiguousWide).length).toBe(2);
  });

  it('leaves room for the marks of unsafe characters', () => {
    expect(textsOf('ab\u202ecd', 9)).toEqual(['ab', '\u202e', 'cd']);
  });

  it('gives the same lines again, and those of each width and measure', () => {
    const text = '他说：“好的”。';
    expect(wrap(text, 8)).toBe(wrap(text, 8));
    expect(wrap(text, 8)).toEqual(wrap(`${text} `.slice(0, -1), 8));
    expect(wrap(text, 9)).not.toEqual(wrap(text, 6));
    expect(wrap(text, 9, widthOfAmbiguousWide)).not.toEqual(wrap(text, 9));
  });

  it('keeps a tag whole, with what it opens for and what it closes', () => {
    const tagged = constantFrom('<1>', '</1>', '<2/>', '你', '好', 'word', ' ', '。', '“');
    assert(
      property(array(tagged, { maxLength: 24 }), integer({ min: 16, max: 30 }), (parts, width) => {
        // Behind a space a line may always end, whatever stands before it.
        const text = parts.join('').replaceAll(/<1>\s+/g, '<1>');
        const lines = textsOf(text, width);
        const cut = lines.filter(
          (line, index) =>
            /<\/?\d*\/?$/.test(line) ||
            (index > 0 && /^\/?\d*\/?>/.test(line)) ||
            (/[^>\s]<1>$/.test(line) && index < lines.length - 1),
        );
        expect(cut).toEqual([]);
      }),
    );
  });

  it('loses nothing', () => {
    assert(
      property(nastyText, integer({ min: 1, max: 30 }), (text, width) => {
        const lines = wrap(text, width);
        let at = 0;
        for (const line of lines) {
          expect(text.slice(at, line.from)).toMatch(/^(?:\r?\n)?$/);
          expect(text.slice(line.from, line.to)).toBe(
            line.text + text.slice(line.from + line.text.length, line.to),
          );
          expect(text.slice(line.from + line.text.length, line.to)).toMatch(/^[ \t\u3000]*$/);
          at = line.to;
        }
        expect(at).toBe(text.length);
      }),
    );
  });

  it('keeps every line within the width, but for one grapheme that is wider', () => {
    assert(
      property(nastyText, integer({ min: 1, max: 30 }), (text, width) => {
        const wide = wrap(text, width).filter(
          (line) => widthOf(visible(line.text)) > width && graphemesOf(line.text).length > 1,
        );
        expect(wide).toEqual([]);
      }),
    );
  });

  it('begins a line with a closing mark only where the line before had no better place', () => {
    const han = constantFrom('你', '好', '，', '。', '”', '“', '……', '——', '《', '》');
    assert(
      property(array(han, { maxLength: 30 }), integer({ min: 1, max: 16 }), (parts, width) => {
        const lines = textsOf(parts.join(''), width);
        const avoidable = lines.filter((line, index) => {
          const before = lines[index - 1] ?? '';
          const isBad = /^[，。”》…—]/.test(line) || /[“《]$/.test(before);
          return isBad && /[你好，。”》…—][你好“《]/.test(before);
        });
        expect(avoidable).toEqual([]);
      }),
    );
  });
});
