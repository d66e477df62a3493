import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/review/event.ts';
import { targetBox } from '../../src/review/screen/layout.ts';
import { sessionLayout } from '../../src/review/screen/session-layout.ts';
import type { ReviewState } from '../../src/review/state.ts';
import { mouse } from '../../src/review/update/mouse.ts';
import { selectedUnit } from '../../src/review/update/session.ts';
import { article, RIVER, sitDown, type Desk } from './desk.ts';

type MouseInput = Extract<Input, { readonly type: 'mouse' }>;

const AT = '2026-01-01T00:00:00.000Z';

function at(x: number, y: number, action: MouseInput['action'] = 'down'): MouseInput {
  return { type: 'mouse', action, button: action === 'down' ? 'left' : 'none', x, y, at: AT };
}

const SECOND = article('second', RIVER);

async function review(slug: string | null = 'river'): Promise<Desk> {
  return sitDown({ articles: [article('river', RIVER), SECOND], slug });
}

function sessionOf(state: ReviewState) {
  if (state.session === null) throw new Error('no article is open');
  return state.session;
}

function boxes(state: ReviewState) {
  const session = sessionOf(state);
  const layout = sessionLayout(state.size, session);
  const unit = selectedUnit(session);
  if (unit === null) throw new Error('nothing is selected');
  return { list: layout.list, target: targetBox(layout, unit) };
}

describe('in the list of segments', () => {
  it('the wheel goes by three, and stops at the ends', async () => {
    const { program } = await review();
    const [down] = mouse(program.state(), at(5, 5, 'wheel-down'));
    expect(sessionOf(down).cursor.selected).toBe(3);
    const [up] = mouse(down, at(5, 5, 'wheel-up'));
    const [top] = mouse(up, at(5, 5, 'wheel-up'));
    expect(sessionOf(top).cursor.selected).toBe(0);
  });

  it('a click selects the row', async () => {
    const { program } = await review();
    const { list } = boxes(program.state());
    const [next] = mouse(program.state(), at(10, list.y + 2));
    expect(sessionOf(next).cursor.selected).toBe(2);
  });

  it.each([
    ['the header', at(3, 0)],
    ['the footer', at(3, 23)],
    ['with the right button', { ...at(10, 3), button: 'right' } as const],
    ['when it is let go', at(10, 3, 'up')],
  ])('a click on %s changes nothing', async (_, input) => {
    const { program } = await review();
    const [next] = mouse(program.state(), input);
    expect(sessionOf(next).cursor).toEqual(sessionOf(program.state()).cursor);
    expect(sessionOf(next).editor).toBeNull();
  });
});

describe('in the target', () => {
  it('a click opens the editor with the caret there', async () => {
    const { program } = await review();
    const { target } = boxes(program.state());
    const [next] = mouse(program.state(), at(target.x, target.y));
    expect(sessionOf(next).editor?.buffer.caret).toBe(0);
  });

  it.each([
    [0, 0, 0],
    [2, 0, 1], // the second half of 河
    [3, 0, 2],
    [40, 0, 4],
    [0, 1, 4], // below the last line
  ])('a click in column %i of line %i puts the caret at %i', async (column, line, caret) => {
    const desk = await review();
    await desk.press('enter');
    await desk.type('a河水b');
    const { target } = boxes(desk.program.state());
    const [next] = mouse(desk.program.state(), at(target.x + column, target.y + line));
    expect(sessionOf(next).editor?.buffer.caret).toBe(caret);
  });

  it('a click on another segment keeps what was typed as a draft', async () => {
    const desk = await review();
    await desk.press('enter');
    await desk.type('Water');
    const { list } = boxes(desk.program.state());
    const [next, effects] = mouse(desk.program.state(), at(10, list.y + 2));
    expect(effects.map(({ type }) => type)).toContain('commit');
    expect(next.waiting).toHaveLength(1);
  });
});

describe('in the list of articles', () => {
  it('a click selects, another one opens', async () => {
    const { program } = await review(null);
    const [selected] = mouse(program.state(), at(4, 3));
    expect(selected.articles.cursor.selected).toBe(1);
    const [, effects] = mouse(selected, at(4, 3));
    expect(effects).toMatchObject([{ type: 'open', slug: 'second' }]);
  });
});
