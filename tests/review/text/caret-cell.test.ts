/**
 * The caret's cell against a terminal's own. Left out are sequences that terminals do not agree on,
 * and that neither Chinese nor English has: half-width kana with its mark, jamo that do not make a
 * syllable, flags of no country, vowel signs of Indic scripts, an accent on an emoji.
 */
import fc, { array, constantFrom, integer, oneof } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../../../src/core/safe-text.ts';
import { editorLines } from '../../../src/review/screen/editor-lines.ts';
import * as edits from '../../../src/review/text/edits.ts';
import * as motions from '../../../src/review/text/motions.ts';
import { selecting } from '../../../src/review/text/selection.ts';
import { type TextBuffer, redo, textBuffer, undo } from '../../../src/review/text/text-buffer.ts';
import * as visual from '../../../src/review/text/visual-lines.ts';
import { wrap } from '../../../src/review/text/wrap.ts';
import { terminalModel } from './terminal.ts';

/** Pieces of Chinese, English and mixed texts. */
const PIECES = [
  ['a', 'I', 'the ', 'rose ', 'don’t ', 'e\u0301', 'naïve', 'internationalization', ' ', '  '],
  ['\n', '. ', ', ', '“', '”', '‘', '’', '—', '…', '·', '(', ')', '1,234,567', '3.14', '12%'],
  ['河', '水', '上涨', '研究人员', '，', '。', '《', '》', '——', '……', '（', '）', '　', '、'],
  ['Ａ', '１２', '～', '𠮷', '葛\u{E0100}', '㈠', '①', '℃', '×', '→', '■'],
  ['👍', '👍🏽', '👩‍👩‍👧', '🇨🇳', '🇫🇷', '⚠️', '⚠', '1️⃣', '❤️', '🏴‍☠️', '👨🏽‍🦰', '🏳️‍🌈'],
  ['x\u0301\u0302', 'か\u3099', 'が', '각', 'é', '\u0301'],
  ['<1>', '</1>', '<2/>', '<12>', '</12>', '<', '>', '&lt;'],
  ['\u200b', '\u202e', '\u2067', '\ufeff', '\u001b', '\u0007', '\u00ad', '\u00a0', 'שלום', 'مرحبا'],
  ['https://example.org/a-b?c=d', 'foo-bar', 'GPT-4模型', '2024年10月'],
].flat();

const piece = constantFrom(...PIECES);
const text = array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

type Step = (buffer: TextBuffer, width: number) => TextBuffer;

const MOTIONS: readonly Step[] = [
  motions.left,
  motions.right,
  motions.wordLeft,
  motions.wordRight,
  visual.up,
  visual.down,
  visual.lineStart,
  visual.lineEnd,
];

const step: fc.Arbitrary<Step> = oneof(
  constantFrom<Step>(
    ...MOTIONS,
    ...MOTIONS.map(selecting),
    motions.textStart,
    edits.backspace,
    edits.deleteForward,
    edits.deleteWordBefore,
    undo,
    redo,
  ),
  piece.map(
    (typed): Step =>
      (buffer) =>
        edits.insert(buffer, typed),
  ),
  text.map(
    (pasted): Step =>
      (buffer) =>
        edits.paste(buffer, pasted),
  ),
);

/** Two keys can make it; nobody types it. */
const ACCENTED_EMOJI = /[\p{RI}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u20e3]\u0301/u;
/** The pane stands in from the edge, as on the screen: a mark without a letter is drawn on that cell. */
const INDENT = 2;

describe('the caret', () => {
  it('stands in the cell where a terminal puts what follows it, in 500 cases', async () => {
    const model = terminalModel(120, 3);
    const cases = fc.asyncProperty(
      text,
      array(step, { maxLength: 12 }),
      integer({ min: 1, max: 80 }),
      async (start, steps, width) => {
        const buffer = steps.reduce((state, next) => next(state, width), textBuffer(start));
        fc.pre(!ACCENTED_EMOJI.test(buffer.text));
        const { row, column } = visual.caretCell(buffer, width);
        const line = wrap(buffer.text, width)[row];
        expect(line).toBeDefined();
        await model.show([
          ' '.repeat(INDENT) + visible(buffer.text.slice(line?.from ?? 0, buffer.caret)),
        ]);
        // Spaces that hang past the edge are not painted: the caret waits at the edge.
        expect(column).toBe(Math.min(model.column() - INDENT, width));
      },
    );
    await fc.assert(cases, { numRuns: 500 });
  });

  it('paints a selection over exactly the cells of its characters', async () => {
    const model = terminalModel(120, 60);
    const cases = fc.asyncProperty(
      text,
      array(step, { maxLength: 8 }),
      integer({ min: 8, max: 60 }),
      async (start, steps, width) => {
        const before = steps.reduce((state, next) => next(state, width), textBuffer(start));
        const buffer = selecting(motions.wordLeft)(before, width);
        const { caret, anchor } = buffer;
        const [from, to] = [Math.min(caret, anchor ?? caret), Math.max(caret, anchor ?? caret)];
        const lines = wrap(buffer.text, width).slice(0, 50);
        const box = { x: 0, y: 0, width, rows: 50 };
        const painted = editorLines(buffer, 0, box, []).map((parts) =>
          parts.map((one) => paint(one.text, one.style === 'selected')).join(''),
        );
        expect(painted.map(withoutStyle).map((row) => row.trimEnd())).toEqual(
          lines.map((line) => visible(line.text).trimEnd()),
        );
        await model.show(painted.map((row) => ' '.repeat(INDENT) + row));
        lines.forEach((line, y) => {
          const inverse = model.cells(y).filter((cell) => cell.isInverse);
          const shown = inverse.map((cell) => cell.text).join('');
          const end = line.from + line.text.length;
          const selected = buffer.text.slice(Math.max(from, line.from), Math.min(to, end));
          const feed = buffer.text[line.to] === '\n' && from <= line.to && line.to < to ? ' ' : '';
          const expected = from < end && to > line.from ? visible(selected) + feed : feed;
          expect(shown).toBe(expected);
        });
      },
    );
    await fc.assert(cases, { numRuns: 200 });
  });
});

function paint(shown: string, isInverse: boolean): string {
  return isInverse ? `\u001b[7m${shown}\u001b[0m` : shown;
}

function withoutStyle(shown: string): string {
  return shown.replaceAll(/\u001b\[\d*m/g, '');
}
