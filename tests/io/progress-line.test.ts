import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProgressLine, type ProgressLine } from '../../src/io/progress-line.ts';

let written: string[];
let line: ProgressLine;

function open(terminal: { isTTY?: boolean; columns?: number }): void {
  line = createProgressLine({ ...terminal, write: (text) => written.push(text) });
}

const ERASE = '\r\u001b[2K';

beforeEach(() => {
  vi.useFakeTimers();
  written = [];
});

afterEach(() => vi.useRealTimers());

describe('on a terminal', () => {
  beforeEach(() => open({ isTTY: true, columns: 100 }));

  it('is drawn in its place, ten times a second at most, and the last one counts', () => {
    for (let at = 0; at < 30; at++) {
      line.show(`line ${at}`);
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(1000);
    expect(written.length).toBeGreaterThanOrEqual(3);
    expect(written.length).toBeLessThanOrEqual(5);
    expect(written[0]).toBe(`${ERASE}line 0`);
    expect(written.at(-1)).toBe(`${ERASE}line 29`);
  });

  it('is not drawn again when it says the same', () => {
    line.show('one');
    vi.advanceTimersByTime(500);
    line.show('one');
    vi.advanceTimersByTime(500);
    expect(written).toEqual([`${ERASE}one`]);
  });

  it('stays below the notes', () => {
    line.note('before');
    line.show('one');
    line.note('a note');
    expect(written).toEqual(['before\n', `${ERASE}one`, `${ERASE}a note\none`]);
  });

  it('is gone after clear, and does not come back', () => {
    line.show('one');
    line.show('two');
    line.clear();
    line.clear();
    vi.advanceTimersByTime(1000);
    line.note('the end');
    expect(written).toEqual([`${ERASE}one`, ERASE, 'the end\n']);
  });

  it('never hides the cursor', () => {
    line.show('one');
    line.note('a note');
    line.clear();
    expect(written.join('')).not.toContain('?25l');
  });

  it('leaves the last column free', () => {
    expect(line.width).toBe(99);
  });
});

describe('without a terminal', () => {
  beforeEach(() => open({}));

  it('says nothing in a short run but its notes', () => {
    line.show('one');
    vi.advanceTimersByTime(9000);
    line.show('two');
    line.note('a note');
    line.clear();
    expect(written).toEqual(['a note\n']);
  });

  it('prints a plain line every ten seconds, when it says something new', () => {
    for (let second = 0; second < 60; second++) {
      line.show(second < 35 ? `second ${second}` : 'stuck');
      vi.advanceTimersByTime(1000);
    }
    expect(written).toEqual(['second 10\n', 'second 20\n', 'second 30\n', 'stuck\n']);
  });
});
