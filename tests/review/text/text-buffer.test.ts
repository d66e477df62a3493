import { type Arbitrary, array, assert, constantFrom, nat, oneof, pre, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as edits from '../../../src/review/text/edits.ts';
import { graphemesOf } from '../../../src/review/text/graphemes.ts';
import * as motions from '../../../src/review/text/motions.ts';
import {
  type TextBuffer,
  endGroup,
  redo,
  textBuffer,
  undo,
} from '../../../src/review/text/text-buffer.ts';
import {
  selectAll,
  selectedText,
  selecting,
  unselected,
} from '../../../src/review/text/selection.ts';
import { stopAtOrAfter } from '../../../src/review/text/stops.ts';
import * as lines from '../../../src/review/text/visual-lines.ts';
import { drawn } from './carets.ts';
import { nastyPiece, nastyText } from './nasty-text.ts';

type Step = (buffer: TextBuffer) => TextBuffer;

const { backspace, deleteForward, insert, paste, replaceAll } = edits;

const typed = (...texts: readonly string[]): readonly Step[] =>
  texts.map((text) => (buffer) => insert(buffer, text));

const run = (buffer: TextBuffer, steps: readonly Step[]): TextBuffer =>
  steps.reduce((state, step) => step(state), buffer);

/** The texts that undo goes back through. */
function undoneTexts(buffer: TextBuffer): readonly string[] {
  const texts: string[] = [];
  for (let state = undo(buffer), last = buffer; state !== last; last = state, state = undo(state)) {
    texts.push(state.text);
  }
  return texts;
}

describe('undo', () => {
  it.each<[string, readonly Step[], readonly string[]]>([
    ['a word is one group', typed('o', 'n', 'e'), ['']],
    ['a space begins a group', typed('o', 'n', ' ', 't', 'w'), ['on', '']],
    [
      'so does a stop, and the space after it joins',
      typed('一', '二', '，', ' ', '三'),
      ['一二', ''],
    ],
    ['a paste is one', [...typed('a'), (b) => paste(b, 'xy'), ...typed('b')], ['axy', 'a', '']],
    ['a moved caret ends a group', [...typed('a', 'b'), motions.left, ...typed('c')], ['ab', '']],
    ['backspaces are one', [...typed('abc'), backspace, backspace], ['abc', '']],
    [
      'deletes are one',
      [...typed('abc'), motions.textStart, deleteForward, deleteForward],
      ['abc', ''],
    ],
    [
      'typing after backspace is another',
      [...typed('abc'), backspace, ...typed('d')],
      ['ab', 'abc', ''],
    ],
    ['a closed group is not joined', [...typed('a'), endGroup, ...typed('b')], ['a', '']],
    ['what changed nothing is not undone', [...typed('a'), deleteForward], ['']],
    ['another text is one', [...typed('a'), (b) => replaceAll(b, '新')], ['a', '']],
  ])('%s', (_, steps, expected) => {
    expect(undoneTexts(run(textBuffer(''), steps))).toEqual(expected);
  });

  it.each<[string, readonly [text: string, at: number][], readonly string[]]>([
    [
      'a word is one, however slowly it is spelt',
      [
        ['o', 0],
        ['n', 900],
        ['e', 5000],
      ],
      [''],
    ],
    [
      'Chinese in one go is one',
      [
        ['研究', 0],
        ['人员', 4],
      ],
      [''],
    ],
    [
      'Chinese after a pause is another',
      [
        ['研究', 0],
        ['人员', 2000],
        ['利用', 4000],
      ],
      ['研究人员', '研究', ''],
    ],
    [
      'a comma joins what follows it',
      [
        ['研究', 0],
        ['，', 900],
        ['人员', 2000],
      ],
      ['研究', ''],
    ],
    [
      'Latin after Chinese, without a pause',
      [
        ['用', 0],
        ['model', 200],
      ],
      [''],
    ],
    [
      'Latin after Chinese, with a pause',
      [
        ['用', 0],
        ['model', 900],
      ],
      ['用', ''],
    ],
  ])('%s', (_, keys, expected) => {
    const steps = keys.map(
      ([text, time]): Step =>
        (buffer) =>
          insert(buffer, text, time),
    );
    expect(undoneTexts(run(textBuffer(''), steps))).toEqual(expected);
  });

  it('brings the selection back', () => {
    const buffer = selecting(motions.wordLeft)(textBuffer('我们在北京'), WIDTH);
    expect(selectedText(buffer)).toBe('北京');
    const typedOver = run(buffer, typed('上', '海'));
    expect(drawn(typedOver)).toBe('我们在上海|');
    expect(selectedText(undo(typedOver))).toBe('北京');
    expect(undo(typedOver).caret).toBe(buffer.caret);
    expect(selectedText(undo(backspace(buffer)))).toBe('北京');
  });

  it('forgets the oldest of many long texts', () => {
    const long = '字'.repeat(300_000);
    const steps = Array.from({ length: 20 }, (): Step => (buffer) => paste(buffer, 'x'));
    const buffer = run(textBuffer(long), steps);
    const remembered = buffer.past.reduce((sum, { text }) => sum + text.length, 0);
    expect(remembered).toBeLessThanOrEqual(2_000_000);
    expect(undoneTexts(buffer).length).toBeGreaterThan(1);
  });

  it('brings the caret back', () => {
    const before = textBuffer('你好', 1);
    const after = paste(before, 'xy');
    expect(drawn(undo(after))).toBe('你|好');
    expect(drawn(redo(undo(after)))).toBe('你xy|好');
  });

  it('gives the same buffer where there is nothing to go to', () => {
    const buffer = textBuffer('a');
    expect(undo(buffer)).toBe(buffer);
    expect(redo(buffer)).toBe(buffer);
  });

  it('forgets what was undone when something else is edited', () => {
    const buffer = insert(undo(insert(textBuffer(''), 'a')), 'b');
    expect(redo(buffer)).toBe(buffer);
  });
});

const WIDTH = 12;
const STEPS: readonly Step[] = [
  motions.left,
  motions.right,
  motions.wordLeft,
  motions.wordRight,
  motions.textStart,
  motions.textEnd,
  undo,
  redo,
  backspace,
  deleteForward,
  edits.deleteWordBefore,
  edits.deleteWordAfter,
  edits.deleteToLineStart,
  edits.deleteToLineEnd,
  selectAll,
  unselected,
  (buffer) => selecting(motions.left)(buffer, WIDTH),
  (buffer) => selecting(motions.right)(buffer, WIDTH),
  (buffer) => selecting(motions.wordLeft)(buffer, WIDTH),
  (buffer) => selecting(lines.up)(buffer, WIDTH),
  (buffer) => selecting(lines.lineEnd)(buffer, WIDTH),
  (buffer) => lines.up(buffer, WIDTH),
  (buffer) => lines.down(buffer, WIDTH),
  (buffer) => lines.lineStart(buffer, WIDTH),
  (buffer) => lines.lineEnd(buffer, WIDTH),
];

const step: Arbitrary<Step> = oneof(
  constantFrom(...STEPS),
  nastyPiece.map(
    (text): Step =>
      (buffer) =>
        insert(buffer, text),
  ),
  nastyText.map(
    (text): Step =>
      (buffer) =>
        paste(buffer, text),
  ),
);

const script = array(step, { maxLength: 40 });

describe('any edits', () => {
  it('leave the caret between two graphemes', () => {
    assert(
      property(nastyText, nat(40), script, (text, caret, steps) => {
        let buffer = textBuffer(text, caret);
        for (const next of steps) {
          buffer = next(buffer);
          const before = graphemesOf(buffer.text.slice(0, buffer.caret));
          const after = graphemesOf(buffer.text.slice(buffer.caret));
          expect([...before, ...after]).toEqual(graphemesOf(buffer.text));
          expect(stopAtOrAfter(buffer.text, buffer.caret)).toBe(buffer.caret);
          const { anchor } = buffer;
          expect(anchor === null || stopAtOrAfter(buffer.text, anchor) === anchor).toBe(true);
          expect(anchor).not.toBe(buffer.caret);
        }
      }),
    );
  });

  it('are undone group by group to each earlier text, and redone', () => {
    assert(
      property(nastyText, script, (text, steps) => {
        const start = textBuffer(text);
        let buffer = start;
        const seen = [start.text];
        for (const next of steps.filter((one) => one !== undo && one !== redo)) {
          const depth = buffer.past.length;
          const before = buffer.text;
          buffer = next(buffer);
          if (buffer.past.length > depth) seen.push(before);
        }
        const undone = undoneTexts(buffer);
        expect(undone).toEqual(seen.slice(1).reverse());
        expect(undone.at(-1) ?? buffer.text).toBe(start.text);
        const back = undone.reduce((state) => undo(state), buffer);
        expect(undone.reduce((state) => redo(state), back).text).toBe(buffer.text);
      }),
    );
  });

  it('are undone and redone to the same text, caret and selection', () => {
    assert(
      property(nastyText, script, (text, steps) => {
        const buffer = endGroup(run(textBuffer(text), steps));
        const typedOver = insert(buffer, '字');
        const back = undo(typedOver);
        const { caret, anchor } = buffer;
        expect(back).toMatchObject({ text: buffer.text, caret, anchor });
        expect(redo(back)).toMatchObject({ text: typedOver.text, caret: typedOver.caret });
        const undone = undo(buffer);
        expect(undone === buffer ? buffer : redo(undone)).toMatchObject({
          text: buffer.text,
          caret,
          anchor,
        });
      }),
    );
  });

  it('over a selection are the same as deleting it first', () => {
    assert(
      property(nastyText, script, nastyPiece, (text, steps, piece) => {
        const buffer = run(textBuffer(text), steps);
        pre(selectedText(buffer) !== '');
        const deleted = edits.deleteSelection(buffer);
        // A deletion can join what stood on its sides: then the caret steps over that.
        pre(deleted.caret === Math.min(buffer.caret, buffer.anchor ?? 0));
        const { text: expected, caret } = paste(deleted, piece);
        expect(paste(buffer, piece)).toMatchObject({ text: expected, caret, anchor: null });
        expect(backspace(buffer)).toMatchObject({ text: deleted.text, caret: deleted.caret });
        expect(edits.deleteWordAfter(buffer).text).toBe(deleted.text);
      }),
    );
  });

  it('select what the caret passes, and back to nothing', () => {
    assert(
      property(nastyText, nat(40), (text, caret) => {
        const start = textBuffer(text, caret);
        const [more, less] = [selecting(motions.right), selecting(motions.left)];
        const there = more(start, WIDTH);
        pre(there !== start);
        expect(selectedText(there)).toBe(start.text.slice(start.caret, there.caret));
        expect(less(there, WIDTH)).toMatchObject({ caret: start.caret, anchor: null });
        expect(motions.left(there)).toMatchObject({ caret: start.caret, anchor: null });
        expect(motions.right(there)).toMatchObject({ caret: there.caret, anchor: null });
        expect(motions.left(motions.right(start)).caret).toBe(start.caret);
      }),
    );
  });

  it('a grapheme that stands alone is taken back by one backspace', () => {
    assert(
      property(nastyText, nat(40), nastyPiece, (text, caret, piece) => {
        const before = textBuffer(text, caret);
        const after = insert(before, piece);
        const alone = [
          ...graphemesOf(before.text.slice(0, before.caret)),
          piece,
          ...graphemesOf(before.text.slice(before.caret)),
        ];
        pre(graphemesOf(after.text).join('|') === alone.join('|'));
        pre(after.caret === before.caret + piece.length && !after.text.includes('>'));
        expect(backspace(after)).toMatchObject({ text: before.text, caret: before.caret });
      }),
    );
  });
});
