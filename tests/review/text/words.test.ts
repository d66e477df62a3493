import { describe, expect, it } from 'vitest';
import { wordAt } from '../../../src/review/text/words.ts';

describe('wordAt', () => {
  it.each([
    ['我们在|北京', '北京'],
    ['我们在北|京', '北京'],
    ['我们在北京|。', '北京'],
    ['利用Trans|former模型', 'Transformer'],
    ['one, |two', 'two'],
    ['one,| two', ''],
    ['|', ''],
    ['好<|1>的', ''],
    ['好<1|>的', ''],
    ['好<1>|的', '的'],
  ])('%s → %s', (drawn, expected) => {
    expect(wordAt(drawn.replace('|', ''), drawn.indexOf('|'))).toBe(expected);
  });
});
