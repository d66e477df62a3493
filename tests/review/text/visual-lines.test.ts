import { assert, integer, nat, pre, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insert } from '../../../src/review/text/edits.ts';
import { left, textEnd } from '../../../src/review/text/motions.ts';
import { tagAround } from '../../../src/review/text/tags.ts';
import { type TextBuffer, textBuffer } from '../../../src/review/text/text-buffer.ts';
import { caretCell, down, lineEnd, lineStart, up } from '../../../src/review/text/visual-lines.ts';
import { widthOfAmbiguousWide } from '../../../src/review/text/width.ts';
import { wrap } from '../../../src/review/text/wrap.ts';
import { at, drawn } from './carets.ts';
import { nastyText } from './nasty-text.ts';

type Motion = (buffer: TextBuffer, width: number) => TextBuffer;

describe('caretCell', () => {
  it.each([
    ['|', 8, 0, 0],
    ['你好|', 8, 0, 4],
    ['我们在|北京', 6, 1, 0],
    ['我们在北|京', 6, 1, 2],
    ['我们在|', 6, 0, 6],
    ['ab|\ncd', 6, 0, 2],
    ['ab\n|cd', 6, 1, 0],
    ['ab\n|', 6, 1, 0],
    ['see the |dog', 7, 1, 0],
    ['see the    |', 7, 0, 7],
    ['他说：“|好”', 20, 0, 7],
    ['a\u202e|b', 20, 0, 9],
    ['👩‍👩‍👧|', 8, 0, 2],
  ])('%j in %i cells stands in row %i, column %i', (text, width, row, column) => {
    expect(caretCell(at(text), width)).toEqual({ row, column });
  });

  it('counts ambiguous characters as told', () => {
    expect(caretCell(at('他说“|好'), 20, widthOfAmbiguousWide)).toEqual({ row: 0, column: 6 });
  });

  it('is always in a line of the text, or right after it', () => {
    assert(
      property(nastyText, nat(60), integer({ min: 1, max: 20 }), (text, caret, width) => {
        const buffer = textBuffer(text, caret);
        const cell = caretCell(buffer, width);
        expect(cell.row).toBeLessThan(wrap(buffer.text, width).length);
        expect(cell.row).toBeGreaterThanOrEqual(0);
        expect(cell.column).toBeGreaterThanOrEqual(0);
        expect(cell.column).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('moving by visual lines', () => {
  it.each<[string, Motion, number, [before: string, after: string]]>([
    ['home', lineStart, 6, ['我们在北|京', '我们在|北京']],
    ['home on the first line', lineStart, 6, ['我们|在北京', '|我们在北京']],
    ['end before the space of the break', lineEnd, 8, ['s|ee the dog', 'see the| dog']],
    ['end of a paragraph', lineEnd, 8, ['a|b \ncd', 'ab |\ncd']],
    ['end of the text', lineEnd, 8, ['a|b ', 'ab |']],
    [
      'home again, at the start of the paragraph',
      lineStart,
      6,
      ['字\n我们在|北京', '字\n|我们在北京'],
    ],
    [
      'end again, at the end of the paragraph',
      lineEnd,
      8,
      ['see the| dog run\nx', 'see the dog run|\nx'],
    ],
    ['home at the start of the paragraph', lineStart, 6, ['a\n|bc', 'a\n|bc']],
    ['end at the end of the paragraph', lineEnd, 6, ['a|\nbc', 'a|\nbc']],
    ['down onto a tag', down, 12, ['abc|d\n你<1>好</1>', 'abcd\n你<1>|好</1>']],
    ['up onto a tag', up, 12, ['你<1>好\nabc|d', '你|<1>好\nabcd']],
    ['up', up, 6, ['我们在北|京', '我|们在北京']],
    ['up on the first line', up, 6, ['我|们', '我|们']],
    ['down', down, 6, ['我|们在北京', '我们在北|京']],
    ['down on the last line', down, 6, ['我们在北|京', '我们在北|京']],
    ['down to a shorter line', down, 9, ['abc|d\nx', 'abcd\nx|']],
    ['down does not stop inside a wide character', down, 9, ['abc|\n你好', 'abc\n你|好']],
  ])('%s', (_, motion, width, [before, after]) => {
    expect(drawn(motion(at(before), width))).toBe(after);
  });

  it('end of a line that was broken between characters stays on that line', () => {
    const end = lineEnd(at('我|们在北京'), 6);
    expect(drawn(end)).toBe('我们在|北京');
    expect(caretCell(end, 6)).toEqual({ row: 0, column: 6 });
    expect(drawn(lineEnd(end, 6))).toBe('我们在北京|');
    expect(drawn(lineStart(end, 6))).toBe('|我们在北京');
    expect(caretCell(insert(end, '的'), 6)).toEqual({ row: 1, column: 2 });
  });

  it('keeps to its column over shorter lines', () => {
    let buffer = at('abcdef|\nx\nabcdef');
    buffer = down(down(buffer, 9), 9);
    expect(drawn(buffer)).toBe('abcdef\nx\nabcdef|');
    buffer = up(left(up(buffer, 9)), 9);
    expect(drawn(buffer)).toBe('|abcdef\nx\nabcdef');
  });

  it('comes to the last row going down, and back to the first going up', () => {
    assert(
      property(nastyText, integer({ min: 9, max: 20 }), (text, width) => {
        let buffer = textBuffer(text, 0);
        const lines = wrap(buffer.text, width);
        // In a line that begins within a tag, since the tag and its marks are too wide, there may be no stop.
        pre(lines.every(({ from }) => tagAround(buffer.text, from) === null));
        const rows = lines.length;
        for (let row = 0; row < rows; row++) {
          expect(caretCell(buffer, width).row).toBe(row);
          buffer = down(buffer, width);
        }
        for (let row = rows - 1; row >= 0; row--) {
          expect(caretCell(buffer, width).row).toBe(row);
          buffer = up(buffer, width);
        }
        expect(down(textEnd(buffer), width)).toMatchObject({ caret: buffer.text.length });
      }),
    );
  });
});
