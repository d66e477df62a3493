import { describe, expect, it } from 'vitest';
import {
  left,
  right,
  textEnd,
  textStart,
  wordLeft,
  wordRight,
} from '../../../src/review/text/motions.ts';
import { textBuffer } from '../../../src/review/text/text-buffer.ts';
import { at, drawn } from './carets.ts';

describe('motions', () => {
  it.each([
    [left, 'ab|', 'a|b'],
    [left, '|ab', '|ab'],
    [left, 'a👩‍👩‍👧|', 'a|👩‍👩‍👧'],
    [right, '|e\u0301a', 'e\u0301|a'],
    [right, '|𠮷', '𠮷|'],
    [right, 'ab|', 'ab|'],
    [wordRight, '|one, two', 'one|, two'],
    [wordRight, 'one|, two', 'one, two|'],
    [wordRight, 'two|...', 'two...|'],
    [wordRight, '|don’t stop', 'don’t| stop'],
    [wordRight, '|我们在北京', '我们|在北京'],
    [wordRight, '|利用Transformer模型', '利用|Transformer模型'],
    [wordRight, '利用|Transformer模型', '利用Transformer|模型'],
    [wordRight, '第|3条', '第3|条'],
    [wordLeft, 'one, two|', 'one, |two'],
    [wordLeft, 'one, |two', '|one, two'],
    [wordLeft, 'one tw|o', 'one |two'],
    [wordLeft, '模型。|', '|模型。'],
    [wordLeft, '利用Transformer|', '利用|Transformer'],
    [wordLeft, '...|', '|...'],
    [wordRight, '|iPhone手机', 'iPhone|手机'],
    [wordRight, '|GPT-4模型', 'GPT|-4模型'],
    [wordRight, '|2024年10月', '2024|年10月'],
    [wordRight, '|10,000.5元', '10,000.5|元'],
    [wordRight, '|１２３条', '１２３|条'],
    [wordRight, '|Ｔransformer模型', 'Ｔransformer|模型'],
    [wordRight, '|e\u0301té”了', 'e\u0301té|”了'],
    [wordRight, '|葛\u{E0100}飾区', '葛\u{E0100}|飾区'],
    [wordRight, '很|好<1>的</1>', '很好|<1>的</1>'],
    [wordRight, '，|<1>标注</1>', '，<1>|标注</1>'],
    [wordLeft, '<1>模型|</1>', '<1>|模型</1>'],
    [wordLeft, '标注</1>|', '标注|</1>'],
    [wordLeft, 'a<12>, |', 'a|<12>, '],
    [left, 'a<1>|', 'a|<1>'],
    [right, '|</12>a', '</12>|a'],
    [right, '|<2/>a', '<2/>|a'],
    [right, '|</2/>a', '<|/2/>a'],
    [right, '|<x>', '<|x>'],
    [textStart, 'a\nb|', '|a\nb'],
    [textEnd, '|a\nb', 'a\nb|'],
  ])('%o: %s → %s', (motion, before, after) => {
    expect(drawn(motion(at(before)))).toBe(after);
  });

  it.each([
    [3, 'a👍|'],
    [2, 'a👍|'],
    [1, 'a|👍'],
    [99, 'a👍|'],
    [-1, '|a👍'],
  ])('a caret asked for at %i of "a👍" stands at a boundary', (caret, expected) => {
    expect(drawn(textBuffer('a👍', caret))).toBe(expected);
  });
});
