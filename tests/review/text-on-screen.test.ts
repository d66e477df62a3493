/** The editor on the whole screen, as a terminal draws it; and its keys, as they are pressed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../../src/core/safe-text.ts';
import type { Edit } from '../../src/review/action.ts';
import { KEYMAP } from '../../src/review/keymap.ts';
import { editingOf } from '../../src/review/update/session.ts';
import { selectedText } from '../../src/review/text/selection.ts';
import type { TextBuffer } from '../../src/review/text/text-buffer.ts';
import type { ReviewState } from '../../src/review/state.ts';
import { update } from '../../src/review/update.ts';
import { nextBoundary } from '../../src/review/text/graphemes.ts';
import { wrap } from '../../src/review/text/wrap.ts';
import { paintRow, themeFor } from '../../src/ui/theme.ts';
import { type Desk, RIVER, article, sitDown } from './desk.ts';
import { type TerminalModel, terminalModel } from './text/terminal.ts';

const AT = '2024-04-01T08:00:00.000Z';

function bufferOf(desk: Desk): TextBuffer {
  const editing = editingOf(desk.program.state());
  if (editing === null) throw new Error('nothing is edited');
  return editing.editor.buffer;
}

/** A key of the editor, by what it does. */
function keyFor(edit: Edit): string {
  const binding = KEYMAP.find(
    ({ mode, action }) => mode === 'edit' && action.type === 'text' && action.edit === edit,
  );
  return binding?.keys[0] ?? '';
}

async function editing(columns = 80, rows = 24): Promise<Desk> {
  const desk = await sitDown({
    articles: [article('river-rises', RIVER)],
    slug: 'river-rises',
    size: { columns, rows },
  });
  await desk.press('home', 'down', 'enter');
  return desk;
}

async function showOn(model: TerminalModel, desk: Desk): Promise<void> {
  const { rows } = await desk.screen('zh');
  await model.show(rows.map((row) => paintRow(row, themeFor({}))));
}

describe('selecting in the editor', () => {
  it.each<[string, readonly Edit[], selected: string, text: string]>([
    ['by character', ['select-left', 'select-left'], '京。', '我们在北京。'],
    ['by word', ['left', 'select-word-left'], '北京', '我们在北京。'],
    ['back to where it began', ['select-left', 'select-right'], '', '我们在北京。'],
    ['to the start of the line', ['select-line-start'], '我们在北京。', '我们在北京。'],
    ['everything', ['text-start', 'select-all'], '我们在北京。', '我们在北京。'],
    ['to the end', ['text-start', 'right', 'select-text-end'], '们在北京。', '我们在北京。'],
    ['dropped by an arrow', ['select-all', 'left'], '', '我们在北京。'],
    ['deleted', ['select-left', 'delete-back'], '', '我们在北京'],
    ['deleted by Delete', ['select-left', 'delete-forward'], '', '我们在北京'],
    ['undone with what was selected', ['select-left', 'delete-back', 'undo'], '。', '我们在北京。'],
    ['a word deleted forward', ['text-start', 'delete-word-forward'], '', '在北京。'],
  ])('%s', async (_, edits, selected, text) => {
    const desk = await editing();
    await desk.type('我们在北京。');
    await desk.press(...edits.map(keyFor));
    expect(selectedText(bufferOf(desk))).toBe(selected);
    expect(bufferOf(desk).text).toBe(text);
  });

  it('is replaced by what is typed or pasted', async () => {
    const desk = await editing();
    await desk.type('我们在北京。');
    await desk.press('left', 'C-S-left');
    await desk.type('上海');
    expect(bufferOf(desk).text).toBe('我们在上海。');
    await desk.press('M-a');
    await desk.paste('河水');
    expect(bufferOf(desk).text).toBe('河水');
    await desk.press('C-z');
    expect(selectedText(bufferOf(desk))).toBe('我们在上海。');
  });

  it('is dropped by Esc, and the next one leaves', async () => {
    const desk = await editing();
    await desk.type('我们');
    await desk.press('S-left', 'escape');
    expect(selectedText(bufferOf(desk))).toBe('');
    expect(bufferOf(desk).text).toBe('我们');
    await desk.press('escape');
    expect(editingOf(desk.program.state())).toBeNull();
  });

  it('is copied, and cut, and says when there is nothing to copy', async () => {
    const desk = await editing();
    await desk.type('我们在北京。');
    const press = (state: ReviewState, name: string) =>
      update(state, { type: 'key', name, at: AT });
    const [nothing, none] = press(desk.program.state(), keyFor('copy'));
    expect(none).toEqual([]);
    expect(nothing.notice?.key).toBe('review.refuse.noSelection');
    await desk.press('S-left', 'S-left');
    const [copied, copies] = press(desk.program.state(), keyFor('copy'));
    expect(copies).toEqual([{ type: 'copy', text: '京。' }]);
    expect(editingOf(copied)?.editor.buffer).toBe(bufferOf(desk));
    const [cut, effects] = press(copied, keyFor('cut'));
    expect(effects).toContainEqual({ type: 'copy', text: '京。' });
    expect(effects.map(({ type }) => type)).toEqual(['jot', 'copy']);
    expect(editingOf(cut)?.editor.buffer.text).toBe('我们在北');
  });

  it('is shown on exactly its cells, over several lines', async () => {
    const desk = await editing();
    await desk.type(`${'河水一夜之间上涨了。'.repeat(6)}\n\nThe ferry <1>waits</1>`);
    await desk.press('S-home', 'S-up', 'S-up', 'S-up');
    const model = terminalModel(80, 24);
    await showOn(model, desk);
    const { y } = (await desk.screen('zh')).caret ?? { y: 0 };
    const rows = Array.from({ length: 4 }, (_, at) =>
      model
        .cells(y + at)
        .filter(({ isInverse }) => isInverse)
        .map(({ text }) => text)
        .join(''),
    );
    const lines = wrap(bufferOf(desk).text, 77);
    expect(rows.join('')).toBe(selectedText(bufferOf(desk)).replaceAll('\n', ' '));
    expect(rows.slice(1)).toEqual([lines[1]?.text.concat(' '), ' ', 'The ferry <1>waits</1>']);
  });
});

const PIECES = [
  ['河水', '一夜', '，', '。', '“', '”', '——', '《', '》', '　', 'Ａ', '𠮷', '葛\u{E0100}'],
  ['the ', 'river ', 'rose', '. ', ' ', '\n', 'internationalization', '1,234', 'e\u0301'],
  ['👍🏽', '👩‍👩‍👧', '🇨🇳', '⚠️', '<1>', '</1>', '<2/>', '\u202e', '\u001b[2J', '\u200b'],
].flat();
const MOTIONS: readonly Edit[] = [
  'left',
  'right',
  'up',
  'down',
  'word-left',
  'word-right',
  'line-start',
  'line-end',
  'text-start',
  'select-left',
  'select-up',
  'select-word-right',
  'delete-back',
  'delete-forward',
  'undo',
  'redo',
];
const input = fc.oneof(
  fc.constantFrom(...PIECES).map((text) => ({ type: 'text' as const, text, at: AT })),
  fc
    .array(fc.constantFrom(...PIECES), { maxLength: 60 })
    .map((pieces) => ({ type: 'paste' as const, text: pieces.join(''), at: AT })),
  fc.constantFrom(...MOTIONS).map((edit) => ({ type: 'key' as const, name: keyFor(edit), at: AT })),
);

/** What a terminal shows at the caret: what follows it, or nothing where the line is over. */
function shownAtCaret({ text, caret, atLineEnd }: TextBuffer): string {
  const next = text.slice(caret, nextBoundary(text, caret));
  return atLineEnd || next.trim() === '' ? '' : visible(next);
}

/** A mark such as `⟦U+202E⟧` begins at the caret's cell. */
function isShown(expected: string, cell: string): boolean {
  if (expected === '') return cell.trim() === '';
  return cell !== '' && expected.startsWith(cell);
}

describe('the terminal’s cursor', () => {
  it('stands on the character that follows the caret', async () => {
    const cases = fc.asyncProperty(
      fc.array(input, { minLength: 1, maxLength: 16 }),
      fc.constantFrom([60, 16], [79, 24], [80, 24], [100, 30], [121, 40]),
      async (inputs, [columns = 80, rows = 24]) => {
        const desk = await editing(columns, rows);
        for (const event of inputs) desk.program.send(event);
        await desk.program.settled();
        const { caret } = await desk.screen('zh');
        const model = terminalModel(columns, rows);
        await showOn(model, desk);
        const { text } = model.cell(caret?.x ?? -1, caret?.y ?? -1);
        expect({ text, fits: isShown(shownAtCaret(bufferOf(desk)), text) }).toEqual({
          text,
          fits: true,
        });
      },
    );
    await fc.assert(cases, { numRuns: 120 });
  });
});
