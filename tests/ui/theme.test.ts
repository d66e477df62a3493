import { describe, expect, it } from 'vitest';
import { paintRow, themeFor } from '../../src/ui/theme.ts';

const removed = { text: 'two', style: 'removed' } as const;
const sign = { text: '!', style: 'stale' } as const;
const plain = { text: ' metres', style: 'plain' } as const;

describe('painting a row', () => {
  it.each([
    ['in colour', {}, false, '\u001b[31mtwo\u001b[0m\u001b[31m!\u001b[0m metres'],
    ['with NO_COLOR', { NO_COLOR: '1' }, false, '\u001b[2mtwo\u001b[0m\u001b[1m!\u001b[0m metres'],
    [
      'with an empty NO_COLOR',
      { NO_COLOR: '' },
      false,
      '\u001b[31mtwo\u001b[0m\u001b[31m!\u001b[0m metres',
    ],
    [
      'on a dumb terminal',
      { TERM: 'dumb' },
      false,
      '\u001b[2mtwo\u001b[0m\u001b[1m!\u001b[0m metres',
    ],
    [
      'as the selected row',
      {},
      true,
      '\u001b[7mtwo\u001b[0m\u001b[7m!\u001b[0m\u001b[7m metres\u001b[0m',
    ],
  ])('%s', (_, environment, inverse, expected) => {
    expect(paintRow({ parts: [removed, sign, plain], inverse }, themeFor(environment))).toBe(
      expected,
    );
  });
});
