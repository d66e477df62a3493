/** What a translator keeps when the disk fails, files change or another window signs first. */
import { describe, expect, it } from 'vitest';
import { applyOperations } from '../../src/core/apply.ts';
import type { Operation } from '../../src/core/operations.ts';
import { article, type Desk, RIVER, sitDown } from './desk.ts';

const SLUG = 'river-rises';
/** After everything that is done at the desk. */
const LATER = '2025-04-01T08:00:00.000Z';
const LATEST = '2025-04-01T08:00:01.000Z';
const FULL = 'locales/zh/river-rises.json cannot be written: the disk is full.';

function signed(key: string, pair: { zh: string; en: string }, source: 'zh' | 'en'): Operation {
  return { type: 'sign-off', key, at: LATER, by: 'an', source, ...pair, seen: null };
}

const TITLE = signed('title', { zh: '河水一夜上涨两米', en: 'The river is up' }, 'zh');

async function opened(operations: readonly Operation[] = []) {
  return sitDown({ articles: [article(SLUG, RIVER, operations)], slug: SLUG });
}

/** The screen as running text. */
async function sentences(desk: Desk): Promise<string> {
  return (await desk.rows()).join(' ').replaceAll(/\s+/g, ' ');
}

function editorOf(desk: Desk) {
  return desk.program.state().session?.editor ?? null;
}

describe('a disk that takes nothing', () => {
  async function failing() {
    const desk = await opened();
    desk.fail(FULL);
    await desk.press('enter');
    await desk.type('River up');
    await desk.press('enter');
    return desk;
  }

  it('does not hold the session up, and says so in words', async () => {
    const desk = await failing();
    const rows = await desk.rows();
    expect(rows[0]).toContain('NOT SAVED (1)');
    expect(rows[0]).toContain('the disk is full.');
    expect(rows[2]).toContain('✓ 河水一夜上涨两米');
    expect(desk.program.state().session?.cursor.selected).toBe(1);
    await desk.type('河水上涨<1>两米</1>。');
    await desk.press('enter');
    expect((await desk.rows())[0]).toContain('NOT SAVED (2)');
    expect(desk.commits).toEqual([]);
  });

  it.each([
    ['takes it', 'Quit again to leave: the journal keeps it, and the next start writes it.'],
    [undefined, 'Quit again to leave without it: it is nowhere else.'],
  ] as const)('says what becomes of the work when the journal %s', async (journal, sentence) => {
    const desk = await opened();
    desk.fail(FULL, journal);
    await desk.press('enter');
    await desk.type('River up');
    await desk.press('enter', 'C-q');
    expect(await sentences(desk)).toContain(sentence);
    expect(desk.quits()).toBe(0);
    await desk.press('C-q');
    expect(desk.quits()).toBe(1);
  });

  it('is not said to have confirmed anything', async () => {
    const desk = await opened();
    desk.fail(FULL);
    await desk.press('enter');
    await desk.type('River up');
    await desk.press('C-s', 'C-s');
    expect(await sentences(desk)).toContain('NOT SAVED (1)');
    expect(await sentences(desk)).not.toContain('Confirmed.');
  });

  it('is told why below the texts, once', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River up');
    desk.fail(FULL);
    await desk.press('enter');
    expect(await sentences(desk)).toContain(`Not saved: ${FULL}`);
    await desk.type('河水上涨<1>两米</1>。');
    await desk.press('enter');
    expect(await sentences(desk)).not.toContain('Not saved:');
  });

  it('gets everything, in order, with the next save that works', async () => {
    const desk = await failing();
    await desk.type('河水上涨<1>两米</1>。');
    desk.fail(null);
    await desk.press('enter');
    const signOffs = desk.commits.filter(({ type }) => type === 'sign-off');
    expect(signOffs).toMatchObject([{ key: 'title' }, { zh: '河水上涨<1>两米</1>。' }]);
    expect((await desk.rows())[0]).toContain('saved');
    expect((await desk.rows())[0]).not.toContain('NOT');
  });

  it('gets everything with a retry that nobody asked for, and the editor stays as it is', async () => {
    const desk = await failing();
    await desk.type('河水');
    await desk.press('left');
    const before = editorOf(desk);
    expect(desk.waits()).toBe(1);
    await desk.retry();
    expect(desk.waits()).toBe(2);
    expect((await desk.rows())[0]).toContain('NOT SAVED (2)');
    desk.fail(null);
    await desk.retry();
    expect(desk.waits()).toBe(2);
    expect(desk.commits.slice(-2)).toMatchObject([
      { type: 'sign-off', key: 'title' },
      { type: 'draft', draft: { text: '河水' } },
    ]);
    const rows = await desk.rows();
    expect(rows.at(-2)).toBe(' The disk takes it again: everything is saved.');
    expect(rows[0]).not.toContain('NOT');
    expect(editorOf(desk)?.buffer).toBe(before?.buffer);
  });

  it('shows nothing new while a retry fails', async () => {
    const desk = await failing();
    await desk.press('escape');
    const before = await desk.rows();
    await desk.retry();
    expect(await desk.rows()).toEqual(before);
  });

  it('is waited for when leaving, once, and then the work is given up', async () => {
    const desk = await failing();
    await desk.type('河水');
    await desk.press('C-q');
    expect(desk.quits()).toBe(0);
    expect(await sentences(desk)).toContain('2 segments are not saved');
    expect(editorOf(desk)?.buffer.text).toBe('河水');
    await desk.press('C-q');
    expect(desk.quits()).toBe(1);
  });

  it('is asked about again when work goes on after that', async () => {
    const desk = await failing();
    await desk.press('C-q');
    await desk.type('河水');
    await desk.press('C-q');
    expect(desk.quits()).toBe(0);
    desk.fail(null);
    await desk.press('C-q');
    expect(desk.quits()).toBe(1);
  });

  it('gets everything when quitting, once it takes it', async () => {
    const desk = await sitDown({
      articles: [article(SLUG, RIVER), article('second', RIVER)],
      slug: SLUG,
    });
    desk.fail(FULL);
    for (const down of [0, 1]) {
      await desk.press('enter');
      await desk.type('River up');
      await desk.press('C-s', 'escape', 'escape', 'home');
      for (let at = 0; at <= down; at++) await desk.press('down');
      await desk.press('enter');
    }
    desk.fail(null);
    await desk.press('C-q');
    expect(desk.quits()).toBe(1);
    expect(desk.article(SLUG).units[0]?.status).toBe('reviewed');
    expect(desk.article('second').units[0]?.status).toBe('reviewed');
  });

  it('still shows the work in an article that is opened again', async () => {
    const desk = await failing();
    await desk.press('escape', 'escape');
    expect((await desk.rows())[0]).toContain('NOT SAVED (1)');
    await desk.press('enter');
    expect((await desk.rows())[2]).toContain('✓ 河水一夜上涨两米');
  });

  it('keeps what is typed in memory when even the journal takes nothing', async () => {
    const desk = await opened();
    desk.fail('The journal cannot be written: the disk is full.');
    await desk.press('enter');
    await desk.type('Ri');
    await desk.type('ver');
    const rows = await desk.rows();
    expect(rows[0]).toContain('NOT SAVED (1)');
    desk.fail(null);
    await desk.retry();
    expect(desk.commits).toMatchObject([{ type: 'draft', draft: { text: 'River' } }]);
    expect(editorOf(desk)?.buffer.text).toBe('River');
  });

  it('keeps both texts when somebody else has signed before it takes mine', async () => {
    const desk = await failing();
    desk.meanwhile(SLUG, [TITLE]);
    desk.fail(null);
    await desk.retry();
    expect(await sentences(desk)).toContain('Somebody else signed a segment off');
    expect(desk.article(SLUG).records.get('title')?.drafts).toMatchObject([{ text: 'River up' }]);
  });
});

describe('two windows', () => {
  async function clashing() {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River up');
    desk.meanwhile(SLUG, [TITLE]);
    await desk.press('enter');
    return desk;
  }

  it('that sign the same segment show both texts', async () => {
    const screen = (await (await clashing()).rows()).join('\n');
    expect(screen).toContain('an signed this segment off meanwhile.');
    expect(screen).toContain('≠ The river is up  an, 2025-04-01 08:00');
    expect(screen).toContain('\n River up');
    expect(screen).toContain('two texts, Alt+K keeps the approved');
  });

  it.each([
    ['my text, confirmed once more', 'enter', 'River up'],
    ['the approved text', 'M-k', 'The river is up'],
  ])('go on with %s', async (_, key, en) => {
    const desk = await clashing();
    await desk.press(key);
    const record = desk.article(SLUG).records.get('title');
    expect(desk.article(SLUG).locales.en.get('title')).toBe(en);
    expect(record?.drafts).toEqual([]);
    expect((await desk.rows()).join('\n')).not.toContain('≠');
  });

  it('show the other text while mine is being typed, and do not take it for seen', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River');
    await desk.onDisk(SLUG, applyOperations(desk.article(SLUG), [TITLE], 1));
    const screen = (await desk.rows()).join('\n');
    expect(screen).toContain('≠ The river is up');
    expect(screen).toContain('an has just signed this segment off');
    await desk.type(' up');
    await desk.press('enter');
    expect(desk.article(SLUG).locales.en.get('title')).toBe('The river is up');
    await desk.press('enter');
    expect(desk.article(SLUG).locales.en.get('title')).toBe('River up');
  });

  it.each([
    ['signed', [], 'an has just signed this segment off in another window'],
    ['signed again, over mine', [TITLE], 'an has just signed this segment off in another window'],
  ])(
    'leave the text alone that I have signed and go on with, when another is %s',
    async (_, first, sentence) => {
      const desk = await opened();
      await desk.press('enter');
      await desk.type('River');
      await desk.press('C-s');
      // The first of two confirmations finds mine, and is a draft beside it.
      for (const operation of [...first, { ...TITLE, at: LATEST, seen: LATER }]) {
        await desk.onDisk(SLUG, applyOperations(desk.article(SLUG), [operation], 1));
      }
      expect(editorOf(desk)?.buffer.text).toBe('River');
      expect(await sentences(desk)).toContain(sentence);
      await desk.type(' up');
      await desk.press('enter');
      expect(desk.article(SLUG).locales.en.get('title')).toBe('The river is up');
      expect(await sentences(desk)).toContain('an signed this segment off meanwhile.');
      await desk.press('enter');
      expect(desk.article(SLUG).locales.en.get('title')).toBe('River up');
    },
  );

  it('leave a text that another could not sign beside the one that I sign', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River');
    await desk.press('C-s');
    await desk.onDisk(SLUG, applyOperations(desk.article(SLUG), [TITLE], 1));
    expect(editorOf(desk)?.buffer.text).toBe('River');
    await desk.type(' up');
    await desk.press('enter', 'escape');
    const unit = desk.article(SLUG).units[0];
    expect(unit).toMatchObject({ pair: { en: 'River up' }, draft: { text: 'The river is up' } });
    expect((await desk.rows())[2]).toMatch(/✓≠\s*河水一夜上涨两米/);
  });

  it('say that there is nothing to choose where there is one text', async () => {
    const desk = await opened();
    await desk.press('M-k');
    expect((await desk.rows()).at(-2)).toContain('There is no approved text beside another one');
  });
});

describe('two people who type at one segment', () => {
  const source = '河水一夜上涨两米';
  function typedByAn(at: string): Operation {
    const stamp = { at, by: 'an' };
    const draft = { origin: 'person', source, text: 'The river is up', ...stamp } as const;
    return { type: 'draft', key: 'title', ...stamp, draft };
  }
  const THEIRS = typedByAn(LATER);
  /** After the editor was opened, before it is left. */
  const EARLIER = typedByAn('2024-05-01T09:00:01.500Z');
  const TOLD = 'an has typed a text for segment 1 too. Both are kept';

  async function typing() {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River up');
    return desk;
  }

  it.each<[string, (desk: Desk) => Promise<void>]>([
    [
      'while it is typed',
      async (desk) => {
        await desk.onDisk(SLUG, applyOperations(desk.article(SLUG), [THEIRS], 1));
        expect(editorOf(desk)?.buffer.text).toBe('River up');
      },
    ],
    [
      'when it is kept',
      async (desk) => {
        desk.meanwhile(SLUG, [EARLIER]);
        await desk.press('escape');
      },
    ],
    [
      'when it had been kept before',
      async (desk) => {
        await desk.press('escape');
        await desk.onDisk(SLUG, applyOperations(desk.article(SLUG), [THEIRS], 1));
      },
    ],
    [
      'when it is signed',
      async (desk) => {
        desk.meanwhile(SLUG, [THEIRS]);
        await desk.press('enter');
      },
    ],
  ])('are told %s, and find both texts', async (_, meet) => {
    const desk = await typing();
    await meet(desk);
    expect(await sentences(desk)).toContain(TOLD);
    if (editorOf(desk) !== null) await desk.press('escape');
    await desk.press('home', 'M-h');
    const history = await sentences(desk);
    expect(history).toContain('The river is up');
    expect(history).toContain('River up');
  });

  it('can take over the text that had to make room', async () => {
    const desk = await typing();
    desk.meanwhile(SLUG, [EARLIER]);
    await desk.press('escape', 'M-o');
    expect(editorOf(desk)?.buffer.text).toBe('The river is up');
    await desk.press('M-o');
    expect(editorOf(desk)?.buffer.text).toBe('River up');
    await desk.press('M-o', 'C-s');
    expect(desk.article(SLUG).locales.en.get('title')).toBe('The river is up');
  });

  it('see it when a text takes the place of what stood in an editor in which nothing was typed', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.onDisk(SLUG, applyOperations(desk.article(SLUG), [THEIRS], 1));
    expect(editorOf(desk)?.buffer.text).toBe('The river is up');
    expect(await sentences(desk)).toContain('an has just typed this text in another window');
  });
});

describe('a text that was typed and never confirmed', () => {
  async function comeBack(key: string) {
    const before = await opened();
    await before.press('enter');
    await before.type('River up');
    // The process dies; what it journalled meets what somebody else has signed.
    const typed = before.jots.at(-1) as Operation;
    const desk = await opened([{ ...TITLE, by: key } as Operation, typed]);
    return desk;
  }

  it('is there beside what somebody else has signed meanwhile', async () => {
    const desk = await comeBack('an');
    expect((await desk.rows())[2]).toMatch(/✓≠\s*河水一夜上涨两米/);
    await desk.press('enter');
    expect(editorOf(desk)?.buffer.text).toBe('River up');
    expect((await desk.rows()).join('\n')).toContain('≠ The river is up  an, 2025-04-01 08:00');
    await desk.press('enter');
    expect(desk.article(SLUG).locales.en.get('title')).toBe('River up');
    expect(desk.article(SLUG).records.get('title')?.drafts).toEqual([]);
  });

  it('is gone when the same person has signed meanwhile', async () => {
    const desk = await comeBack('mei');
    expect((await desk.rows())[2]).toContain('✓ 河水一夜上涨两米');
    expect((await desk.rows()).join('\n')).not.toContain('≠');
  });
});

describe('files that change on disk', () => {
  it('keep the selection on its segment, and the filter', async () => {
    const desk = await opened();
    await desk.press('f9', 'down', 'down', 'enter', 'down', 'down');
    const key = desk.article(SLUG).units[2]?.key;
    const longer = RIVER.replace('The river', 'It rained. It rained on. The river');
    await desk.onDisk(SLUG, article(SLUG, longer));
    const session = desk.program.state().session;
    const unit = session?.article.units[session.shown[session.cursor.selected] ?? -1];
    expect([unit?.key, unit?.segment.text]).toEqual([key, 'Nobody slept.']);
    expect(session?.filter).toBe('untranslated');
    expect((await desk.rows())[1]).toContain('untranslated, 7 of 8');
  });

  it('keep caret and text, and show the change of the source', async () => {
    const desk = await opened();
    await desk.press('down', 'down', 'enter');
    await desk.type('无人入睡');
    await desk.press('left', 'left');
    const { caret } = await desk.screen();
    const edited = RIVER.replace('Nobody slept.', 'Almost nobody slept.');
    await desk.onDisk(SLUG, article(SLUG, edited));
    expect(editorOf(desk)?.buffer.text).toBe('无人入睡');
    expect((await desk.screen()).caret).toEqual(caret);
    const screen = (await desk.rows()).join('\n');
    expect(screen).toContain('The source of this segment has changed on disk.');
    expect(screen).toContain('[-Nobody-]{+Almost');
    await desk.type('睡');
    await desk.press('enter');
    expect(desk.commits).toMatchObject([{ type: 'sign-off', en: 'Almost nobody slept.' }]);
    expect(desk.article(SLUG).units[2]?.status).toBe('reviewed');
  });

  it('keep the selection, and an editor in which nothing was typed, on a segment that was edited', async () => {
    const desk = await opened();
    await desk.press('down', 'down');
    await desk.onDisk(SLUG, article(SLUG, RIVER.replace('Nobody slept.', 'Almost nobody slept.')));
    expect(desk.program.state().session?.cursor.selected).toBe(2);
    await desk.press('enter');
    await desk.onDisk(
      SLUG,
      article(SLUG, RIVER.replace('Nobody slept.', 'Almost nobody slept here.')),
    );
    expect(editorOf(desk)).not.toBeNull();
    expect(desk.program.state().overlay).toBeNull();
  });

  it('keep what was typed for a segment that is gone', async () => {
    const desk = await opened();
    await desk.press('down', 'down', 'enter');
    await desk.type('无人入睡');
    const key = editorOf(desk)?.key ?? '';
    await desk.onDisk(SLUG, article(SLUG, RIVER.replace(' Nobody slept.', '')));
    expect(await sentences(desk)).toContain('What you typed is kept as a draft');
    expect(editorOf(desk)).toBeNull();
    expect(desk.article(SLUG).records.get(key)?.drafts).toMatchObject([{ text: '无人入睡' }]);
    const session = desk.program.state().session;
    expect(session?.cursor.selected).toBe(2);
  });

  it('change nothing on the screen when they say the same as before', async () => {
    const desk = await opened();
    await desk.press('down');
    const before = desk.program.state().session;
    await desk.onDisk(SLUG, desk.article(SLUG));
    expect(desk.program.state().session).toBe(before);
  });

  it('are read once more when they change while they are read, and after a save', async () => {
    const desk = await opened();
    desk.holdReading();
    await desk.onDisk(SLUG, article(SLUG, RIVER.replace('Nobody', 'No one')));
    await desk.onDisk(SLUG, article(SLUG, RIVER.replace('Nobody', 'None')));
    await desk.releaseReading();
    expect((await desk.rows()).join('\n')).toContain('None slept.');
  });

  it('leave what is in memory alone when the article is gone', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River');
    const before = desk.article(SLUG);
    await desk.onDisk(SLUG, null);
    expect(await sentences(desk)).toContain('cannot be read: It is not there.');
    expect(editorOf(desk)?.buffer.text).toBe('River');
    await desk.onDisk(SLUG, before);
    expect(await sentences(desk)).not.toContain('cannot be read');
  });

  it('are told in the list of articles, the selection on its article', async () => {
    const desk = await sitDown({ articles: [article('north', RIVER), article('south', RIVER)] });
    await desk.press('down');
    const done = desk.reads.length;
    await desk.onDisk('south', article('south', '---\ntitle: 南岸\n---\n'));
    expect(desk.reads.slice(done)).toEqual(['south']);
    expect((await desk.rows())[3]).toMatch(/^> south .*南岸/);
    await desk.onDisk('east', article('east', RIVER));
    expect((await desk.rows()).find((row) => row.startsWith('>'))).toContain('south');
  });

  it('are read for the list when the list is shown again', async () => {
    const desk = await sitDown({ articles: [article('north', RIVER), article('south', RIVER)] });
    await desk.press('enter');
    const done = desk.reads.length;
    await desk.onDisk('south', article('south', '---\ntitle: 南岸\n---\n'));
    expect(desk.reads.slice(done)).toEqual([]);
    await desk.press('escape');
    expect((await desk.rows()).join('\n')).toContain('南岸');
  });
});

describe('what an earlier process left behind', () => {
  it.each([
    [
      {
        recovered: new Map([
          ['north', 2],
          ['south', 1],
        ]),
        failure: null,
      },
      '3 segments were recovered: north, south.',
    ],
    [
      { recovered: new Map(), failure: 'The disk is full.' },
      'cannot be written yet: The disk is full.',
    ],
  ])('is told %#', async (recovery, sentence) => {
    const desk = await sitDown({ articles: [article(SLUG, RIVER)], recovery });
    expect(await sentences(desk)).toContain(sentence);
  });
});
