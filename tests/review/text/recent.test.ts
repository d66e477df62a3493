import { describe, expect, it } from 'vitest';
import { recent } from '../../../src/review/text/recent.ts';

describe('recent', () => {
  it('makes a result once, and again when it has had to go', () => {
    const made: string[] = [];
    const memory = recent<string, number>(4, (key) => key.length);
    const of = (key: string) =>
      memory.of(key, () => {
        made.push(key);
        return key.length;
      });
    for (const key of ['ab', 'cd', 'ab', 'ef', 'ab', 'cd']) expect(of(key)).toBe(2);
    expect(made).toEqual(['ab', 'cd', 'ef', 'cd']);
    expect(memory.size()).toBe(2);
  });

  it('does not keep what is larger than all of it', () => {
    const memory = recent<string, string>(3, (key) => key.length);
    expect(memory.of('abcd', () => 'x')).toBe('x');
    expect(memory.size()).toBe(0);
  });
});
