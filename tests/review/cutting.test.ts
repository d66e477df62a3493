/** Merging and splitting segments in the review, told as what a translator does and sees. */
import { describe, expect, it } from 'vitest';
import { splitPlaces } from '../../src/review/places.ts';
import { article, type Desk, sitDown } from './desk.ts';

const SLUG = 'ferry';
const TEXT = `---
title: 渡轮，起航
---

The ferry left at dawn, without **its lights**. It carried 1,400 people. 渡口没有人说话。

Nobody saw the fog.
`;

async function opened(): Promise<Desk> {
  return sitDown({ articles: [article(SLUG, TEXT)], slug: SLUG });
}

/** Signs the two English sentences of the first paragraph off, and goes back to the first. */
async function signedBoth(): Promise<Desk> {
  const desk = await opened();
  await desk.press('home', 'down', 'enter');
  await desk.type('渡轮清晨出发，<1>没有开灯</1>。');
  await desk.press('enter');
  await desk.type('船上有一千四百人。');
  await desk.press('enter', 'escape', 'home', 'down');
  return desk;
}

function sources(desk: Desk): (string | undefined)[] {
  return desk.article(SLUG).units.map(({ segment }) => segment.text);
}

async function notice(desk: Desk): Promise<string | undefined> {
  return (await desk.rows()).at(-2);
}

const JOINED = 'The ferry left at dawn, without <1>its lights</1>. It carried 1,400 people.';
const SPLIT_REFUSED = ' There is no mark in this segment to split it at.';

describe('merging', () => {
  it.each([['M-j'], ['J']])('joins the segment with the next one with %s', async (key) => {
    const desk = await signedBoth();
    const before = desk.article(SLUG).units;
    await desk.press(key);
    expect(sources(desk)[1]).toBe(JOINED);
    expect(desk.article(SLUG).units[1]).toMatchObject({
      key: before[1]?.key,
      draft: { text: '渡轮清晨出发，<1>没有开灯</1>。船上有一千四百人。' },
    });
    expect(desk.program.state().session?.cursor.selected).toBe(1);
    expect(await notice(desk)).toContain('Alt+U takes it back.');
  });

  it.each([['M-u']])('is taken back with %s: both approvals stand again', async (key) => {
    const desk = await signedBoth();
    const before = desk.article(SLUG).units;
    await desk.press('M-j', key);
    const after = desk.article(SLUG).units;
    expect(after.map((unit) => unit.segment.text)).toEqual(before.map((unit) => unit.segment.text));
    expect(after.map((unit) => unit.status)).toEqual(before.map((unit) => unit.status));
    expect(after.map((unit) => unit.pair)).toEqual(before.map((unit) => unit.pair));
    expect(await notice(desk)).toBe(' The merge or split is taken back.');
    await desk.press(key);
    expect(await notice(desk)).toContain('No merge or split to take back here');
  });

  it('can be done again after it was taken back', async () => {
    const desk = await signedBoth();
    await desk.press('M-j', 'M-u', 'M-j');
    expect(sources(desk)[1]).toBe(JOINED);
  });

  it.each([
    [0, 'This is the last segment of its paragraph: there is nothing to join it with.'],
    [2, 'The next segment is in the other language, so the two cannot be joined.'],
    [4, 'This is the last segment of its paragraph: there is nothing to join it with.'],
  ])('is refused on segment %i, and says why', async (downs, reason) => {
    const desk = await opened();
    await desk.press('home', ...Array.from({ length: downs }, () => 'down'), 'M-j');
    expect(desk.commits).toEqual([]);
    expect(await notice(desk)).toBe(` ${reason}`);
  });

  it('goes on in memory while the disk is full', async () => {
    const desk = await signedBoth();
    desk.fail('The disk is full.');
    await desk.press('M-j');
    expect(desk.program.state().session?.article.units[1]?.segment.text).toBe(JOINED);
    expect((await desk.rows())[0]).toContain('NOT SAVED');
    desk.fail(null);
    await desk.retry();
    expect(sources(desk)[1]).toBe(JOINED);
  });
});

describe('splitting', () => {
  it.each([['M-s'], ['S']])(
    'shows the places with %s, and parts at the chosen one',
    async (key) => {
      const desk = await signedBoth();
      await desk.press(key);
      const rows = await desk.rows();
      expect(rows[1]).toContain('Split at');
      expect(rows[2]).toContain('The ferry left at dawn, ┃ without its lights.');
      await desk.press('enter');
      expect(sources(desk).slice(1, 3)).toEqual([
        'The ferry left at dawn,',
        'without <1>its lights</1>.',
      ]);
      const { units } = desk.article(SLUG);
      expect(units[1]?.pair?.zh).toBe('渡轮清晨出发，<1>没有开灯</1>。');
      expect(units[2]?.status).toBe('untranslated');
      expect(desk.program.state().session?.cursor.selected).toBe(1);
      expect(await notice(desk)).toContain('Alt+U takes it back.');
    },
  );

  it.each([['M-u'], ['M-j']])('is taken back with %s', async (key) => {
    const desk = await signedBoth();
    const before = desk.article(SLUG).units;
    await desk.press('M-s', 'enter', key);
    const after = desk.article(SLUG).units;
    expect(after.map((unit) => unit.segment.text)).toEqual(before.map((unit) => unit.segment.text));
    expect(after.map((unit) => unit.pair)).toEqual(before.map((unit) => unit.pair));
    expect(after.map((unit) => unit.status)).toEqual(before.map((unit) => unit.status));
  });

  it.each([['escape'], ['M-s'], ['q']])('is left alone with %s', async (key) => {
    const desk = await signedBoth();
    const before = desk.commits.length;
    await desk.press('M-s', key);
    expect(desk.program.state().overlay).toBeNull();
    expect(desk.commits).toHaveLength(before);
  });

  it.each([
    ['without a mark', 2, SPLIT_REFUSED],
    ['in a title', 0, ' This text stays as it is: titles, headings and captions are not cut.'],
  ])('is refused %s', async (_, downs, reason) => {
    const desk = await opened();
    await desk.press('home', ...Array.from({ length: downs }, () => 'down'), 'M-s');
    expect(desk.program.state().overlay).toBeNull();
    expect(await notice(desk)).toBe(reason);
  });

  it('is refused when the source has changed while the menu was open', async () => {
    const desk = await signedBoth();
    const before = desk.commits.length;
    await desk.press('M-s');
    await desk.onDisk(SLUG, article(SLUG, TEXT.replace('at dawn,', 'at noon, late,')));
    await desk.press('enter');
    expect(desk.commits).toHaveLength(before);
    expect(await notice(desk)).toContain('The source has changed meanwhile');
  });
});

describe('the places to split at', () => {
  it.each([
    ['天亮了，渡轮起航；没有人说话。', ['天亮了，', '渡轮起航；', '没有人说话。']],
    ['他说：“走吧。”然后上船——没有回头。', ['他说：', '“走吧。”', '然后上船——', '没有回头。']],
    [
      'At 10:30, 1,400 people left: all of them.',
      ['At 10:30,', ' 1,400 people left:', ' all of them.'],
    ],
    ['“Go,” she said; nobody did.', ['“Go,”', ' she said;', ' nobody did.']],
    ['"Go," she said.', ['"Go,"', ' she said.']],
    ['The years 1999–2003 – the worst ones.', ['The years 1999–2003 –', ' the worst ones.']],
    ['It left. It came back.', ['It left.', ' It came back.']],
    ['没有标点', ['没有标点']],
    ['……他走了。', ['……他走了。']],
  ])('of %j', (text, parts) => {
    const ends = [0, ...splitPlaces(text), text.length];
    expect(ends.slice(1).map((to, index) => text.slice(ends[index], to))).toEqual(parts);
  });
});
