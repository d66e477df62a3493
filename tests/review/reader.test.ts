/** Reader mode: whole texts in the list. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTranslate } from '../../src/interface.ts';
import type { Step } from '../../src/review/action.ts';
import type { Size } from '../../src/review/event.ts';
import { initialState, type ReviewState, type Session } from '../../src/review/state.ts';
import { partsWidth } from '../../src/review/screen/row.ts';
import { screenOf } from '../../src/review/screen/screen.ts';
import { settled } from '../../src/review/screen/scroll.ts';
import { sessionLayout } from '../../src/review/screen/session-layout.ts';
import { readerSegmentAt } from '../../src/review/screen/reader.ts';
import { move } from '../../src/review/update/lists.ts';
import { toggleReader } from '../../src/review/update/panel.ts';
import { openSession } from '../../src/review/update/session.ts';
import { article } from './desk.ts';

const t = await createTranslate('en');
const VIEW = { t, ascii: false };

/** An article of paragraphs of very different length, in both languages. */
function ragged(paragraphs: number): ReturnType<typeof article> {
  const text = Array.from({ length: paragraphs }, (_, day) => {
    const chinese = `第${day + 1}天，${'水位还在上涨，村民把粮食搬到高处，'.repeat(day % 4)}学校停课。`;
    const english = `${'The bakery on the quay gave its bread away before the water came, and '.repeat(day % 3)}the ferry did not run.`;
    return `${chinese}${english}`;
  });
  return article('ragged', text.join('\n\n'));
}

const ARTICLE = ragged(60);

function reading(size: Size, selected = 0): ReviewState {
  const session = openSession('ragged', ARTICLE, { user: 'mei' });
  const cursor = { selected, top: 0 };
  const state = settled({ ...initialState('mei', size), session: { ...session, cursor } });
  return settled(toggleReader(state));
}

function sessionOf({ session }: ReviewState): Session {
  if (session === null) throw new Error('no session');
  return session;
}

/** Rows of the list, without the gutters of others. */
function listOf(state: ReviewState): readonly string[] {
  const { list } = sessionLayout(state.size, sessionOf(state));
  return screenOf(state, VIEW)
    .rows.slice(list.y, list.y + list.rows)
    .map(({ parts }) =>
      parts
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    );
}

const selectedRows = (state: ReviewState) => listOf(state).filter((row) => row.startsWith('>'));

const sizes = fc.record({
  columns: fc.integer({ min: 60, max: 220 }),
  rows: fc.integer({ min: 16, max: 60 }),
});

const steps = fc.array(
  fc.constantFrom<Step>('up', 'down', 'down', 'down', 'page-up', 'page-down', 'first', 'last'),
  { maxLength: 12 },
);

describe('reader mode', () => {
  it('shows both texts whole, side by side in a wide window, else one below the other', () => {
    const wide = listOf(reading({ columns: 120, rows: 40 }, 2)).join('\n');
    expect(wide).toMatch(/^> {2}3 · 第2天，水位还在上涨，村民把粮食搬到高处，学校停课。 +│/m);
    expect(wide).not.toContain('…');
    const narrow = listOf(reading({ columns: 60, rows: 24 }, 2)).join('\n');
    expect(narrow).toMatch(
      /^>  3 · 第2天，水位还在上涨，村民把粮食搬到高处，学校停\n>      课。\n {3}4/m,
    );
    expect(narrow).not.toContain('│');
  });

  it('says the status in words, without panes below', () => {
    const rows = screenOf(reading({ columns: 80, rows: 24 }), VIEW).rows.map(({ parts }) =>
      parts.map(({ text }) => text).join(''),
    );
    expect(rows.join('\n')).toContain('English target  · untranslated');
    expect(rows.join('\n')).not.toContain('Chinese source');
  });

  it('keeps the selected segment whole in view, and fills the window, wherever one goes', () => {
    fc.assert(
      fc.property(sizes, fc.nat(119), steps, (size, selected, moves) => {
        let state = reading(size, selected);
        for (const step of moves) state = settled(move(state, step));
        const session = sessionOf(state);
        const { list } = sessionLayout(size, session);
        const { rows } = screenOf(state, VIEW);
        expect(rows).toHaveLength(size.rows);
        expect(rows.every(({ parts }) => partsWidth(parts) <= size.columns)).toBe(true);
        const isLast = session.cursor.selected === session.shown.length - 1;
        const shown = listOf(state);
        const from = shown.findIndex((row) => row.startsWith('>'));
        const count = selectedRows(state).length;
        expect(from).toBeGreaterThanOrEqual(0);
        // What follows it is in view too, or it is the last, or the window is too small for more.
        const below = shown.length - from - count;
        expect(below > 0 || isLast || count + 2 >= list.rows).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('moves nothing but the selection while the next segment is in view', () => {
    const size = { columns: 120, rows: 40 };
    const before = reading(size, 2);
    const after = settled(move(before, 'down'));
    const unmarked = (state: ReviewState) => listOf(state).map((row) => row.replace(/^>/, ' '));
    expect(unmarked(after)).toEqual(unmarked(before));
    expect(sessionOf(after).cursor.selected).toBe(3);
  });

  it('keeps the segment near its line when it is switched on, and off', () => {
    fc.assert(
      fc.property(sizes, fc.nat(119), (size, selected) => {
        const on = reading(size, selected);
        const off = settled(toggleReader(on));
        expect(sessionOf(off).cursor.selected).toBe(selected);
        const lineOn = listOf(on).findIndex((row) => row.startsWith('>'));
        const back = settled(toggleReader(off));
        const lineBack = listOf(back).findIndex((row) => row.startsWith('>'));
        // A segment that lies across the top edge moves down to show whole.
        expect(Math.abs(lineBack - lineOn)).toBeLessThanOrEqual(14);
      }),
      { numRuns: 40 },
    );
  });

  it('says that a segment goes on below when it is taller than the window', () => {
    const long = article('long', `${'水位还在上涨，村民把粮食搬到高处，'.repeat(40)}学校停课。`);
    const state = { ...initialState('mei', { columns: 60, rows: 16 }) };
    const session = openSession('long', long, { user: 'mei' });
    const rows = listOf(settled(toggleReader({ ...state, session })));
    expect(rows.every((row) => row.startsWith('>'))).toBe(true);
    expect(rows.map((row) => row.endsWith('…'))).toEqual(
      rows.map((_, at) => at === rows.length - 1),
    );
  });

  it('knows which segment is on a line', () => {
    const state = reading({ columns: 120, rows: 40 }, 8);
    const session = sessionOf(state);
    const layout = sessionLayout(state.size, session);
    const line = listOf(state).findIndex((row) => row.startsWith('>'));
    expect(readerSegmentAt(session, layout, line)).toBe(8);
    expect(readerSegmentAt(session, layout, line + selectedRows(state).length - 1)).toBe(8);
  });

  it('has the texts back while one edits', () => {
    const state = reading({ columns: 80, rows: 24 }, 1);
    const session = sessionOf(state);
    const unit = session.article.units[1];
    expect(sessionLayout(state.size, session).second.rows).toBe(0);
    const buffer = { text: '', caret: 0 };
    const editor = {
      key: unit?.key ?? '',
      buffer,
      base: '',
      source: '',
      seen: null,
      jotted: null,
      own: false,
      top: 0,
    };
    const editing = { ...session, editor: editor as unknown as Session['editor'] };
    expect(sessionLayout(state.size, editing).second.rows).toBeGreaterThan(2);
  });
});
