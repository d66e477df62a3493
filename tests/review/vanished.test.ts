/** The segment that is being typed at goes: nothing that was meant for it acts on another one. */
import { describe, expect, it } from 'vitest';
import type { ArticleState } from '../../src/core/state.ts';
import { mergeOperations } from '../../src/core/cutting.ts';
import { article, type Desk, RIVER, sitDown } from './desk.ts';

const SLUG = 'river-rises';
const GONE = RIVER.replace(' Nobody slept.', '');
const AN = { at: '2025-04-01T08:00:00.000Z', by: 'an' };

async function screenText(desk: Desk): Promise<string> {
  return (await desk.rows()).join(' ').replaceAll(/\s+/g, ' ');
}

function colleagueJoins(state: ArticleState): ArticleState {
  const [, first] = state.units;
  const operations = first === undefined ? null : mergeOperations(state, first, AN);
  if (operations === null) throw new Error('Nothing to join.');
  return article(SLUG, RIVER, operations);
}

function colleagueOmits({ units }: ArticleState): ArticleState {
  const { key = '', segment } = units[2] ?? {};
  const source = segment?.text ?? '';
  return article(SLUG, RIVER, [{ type: 'omit', key, ...AN, reason: 'Not for here.', source }]);
}

/** In the editor of “Nobody slept.”, with something typed. */
async function typing(text = '无人') {
  const desk = await sitDown({ articles: [article(SLUG, RIVER)], slug: SLUG });
  await desk.press('down', 'down', 'enter');
  if (text !== '') await desk.type(text);
  return { desk, key: desk.program.state().session?.editor?.key ?? '' };
}

const WAYS: readonly (readonly [string, (state: ArticleState) => ArticleState])[] = [
  ['deleted in the article', () => article(SLUG, GONE)],
  ['joined by a colleague', colleagueJoins],
  ['left out by a colleague', colleagueOmits],
];

describe.each(WAYS)('a segment that is %s while it is typed at', (_, change) => {
  async function changed() {
    const { desk, key } = await typing();
    await desk.onDisk(SLUG, change(desk.article(SLUG)));
    return { desk, key };
  }

  it('is said to be gone, with the text and the place where it is kept', async () => {
    const { desk, key } = await changed();
    const text = await screenText(desk);
    expect(text).toContain('Nobody slept.');
    expect(text).toContain(`articles/${SLUG}.review.jsonl under ${key}`);
    expect(text).toContain('无人');
    expect(desk.article(SLUG).records.get(key)?.drafts).toMatchObject([{ text: '无人' }]);
  });

  it.each([
    ['text', (desk: Desk) => desk.type(' e p as expected')],
    ['a space', (desk: Desk) => desk.press(' ')],
    ['keys that confirm', (desk: Desk) => desk.press('enter', 'C-s', 'C-enter', 'C-s')],
    ['keys of the list', (desk: Desk) => desk.press('e', 'p', 'M-j', 'C-r', 'f2', 'M-e', 'q')],
    ['a paste', (desk: Desk) => desk.paste('e s\n')],
  ])('does nothing with %s until Esc', async (__, act) => {
    const { desk } = await changed();
    const done = desk.commits.length;
    await act(desk);
    expect(desk.commits.slice(done)).toEqual([]);
    expect(desk.program.state().overlay?.type).toBe('page');
    expect(desk.program.state().session?.editor).toBeNull();
    await desk.press('escape');
    expect(desk.program.state().overlay).toBeNull();
    await desk.press('up', 'e');
    expect(desk.program.state().session?.editor).not.toBeNull();
  });
});

describe('the page of a segment that is gone', () => {
  it('shows what is typed since', async () => {
    const { desk } = await typing();
    await desk.onDisk(SLUG, article(SLUG, GONE));
    await desk.type('入');
    await desk.type('睡');
    expect(await screenText(desk)).toContain('Typed since then, and put nowhere: 入睡');
  });

  it('says how it is closed when another key is pressed', async () => {
    const { desk } = await typing();
    await desk.onDisk(SLUG, article(SLUG, GONE));
    await desk.press('enter');
    expect(await screenText(desk)).toContain('Esc closes this page');
  });

  it('says that nothing was typed where nothing was', async () => {
    const { desk } = await typing('');
    await desk.onDisk(SLUG, article(SLUG, GONE));
    expect(await screenText(desk)).toContain('Nothing was typed for it.');
  });

  it('is not there where nobody was typing', async () => {
    const desk = await sitDown({ articles: [article(SLUG, RIVER)], slug: SLUG });
    await desk.press('down', 'down');
    await desk.onDisk(SLUG, article(SLUG, GONE));
    expect(desk.program.state().overlay).toBeNull();
  });

  it('lets the review be left', async () => {
    const { desk } = await typing();
    await desk.onDisk(SLUG, article(SLUG, GONE));
    await desk.press('C-q');
    expect(desk.quits()).toBe(1);
  });

  it('shows what comes back from another editor too late', async () => {
    const { desk, key } = await typing('');
    await desk.press('C-o');
    await desk.onDisk(SLUG, article(SLUG, GONE));
    await desk.tell({ type: 'external-edited', key, text: '无人入睡。', at: AN.at });
    expect(await screenText(desk)).toContain('无人入睡。');
    await desk.press(' ', 'enter', 'C-s');
    expect(desk.commits).toEqual([]);
    await desk.press('escape');
    expect(desk.program.state().overlay).toBeNull();
  });

  it('gives way to the line that was being typed in', async () => {
    const { desk } = await typing();
    await desk.press('f4');
    await desk.type('Ask her');
    await desk.onDisk(SLUG, article(SLUG, GONE));
    await desk.press('escape');
    const { overlay } = desk.program.state();
    expect(overlay?.type === 'prompt' && overlay.buffer.text).toBe('Ask her');
  });
});

describe('a segment that goes while its text is being saved', () => {
  it.each([
    ['confirmed', 'C-s'],
    ['confirmed, and on to the next', 'enter'],
    ['left', 'escape'],
  ])('and is %s: what was typed meanwhile does nothing', async (_, key) => {
    const { desk } = await typing();
    desk.hold();
    await desk.press(key);
    await desk.type(' s e');
    await desk.press('C-s', ' ');
    await desk.onDisk(SLUG, article(SLUG, GONE));
    await desk.release();
    expect(desk.commits).toHaveLength(1);
    expect(desk.program.state().session?.editor).toBeNull();
    const text = await screenText(desk);
    expect(text).toContain('The segment is gone');
    expect(text).toContain('put nowhere:');
  });

  it('and the review is left: it ends', async () => {
    const { desk } = await typing();
    desk.hold();
    await desk.press('C-q');
    await desk.onDisk(SLUG, article(SLUG, GONE));
    await desk.release();
    expect(desk.quits()).toBe(1);
  });
});
