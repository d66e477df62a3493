/** Whole reviews, told as what a translator does and sees. */
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/core/operations.ts';
import { article, RIVER, sitDown } from './desk.ts';

const SLUG = 'river-rises';
const AT = '2024-04-01T08:00:00.000Z';

function signed(key: string, pair: { zh: string; en: string }, source: 'zh' | 'en'): Operation {
  return { type: 'sign-off', key, at: AT, by: 'an', source, ...pair, seen: null };
}

async function opened(operations: readonly Operation[] = [], signOffs = 1) {
  return sitDown({ articles: [article(SLUG, RIVER, operations, signOffs)], slug: SLUG, signOffs });
}

describe('confirming', () => {
  it('signs the pair off and opens the next open segment', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River up two metres overnight');
    await desk.press('enter');
    expect(desk.commits).toMatchObject([
      {
        type: 'sign-off',
        key: 'title',
        by: 'mei',
        source: 'zh',
        zh: '河水一夜上涨两米',
        en: 'River up two metres overnight',
        seen: null,
      },
    ]);
    const session = desk.program.state().session;
    expect(session?.cursor.selected).toBe(1);
    expect(session?.editor?.buffer.text).toBe('');
    expect((await desk.rows())[0]).toContain('1/5');
  });

  it.each([
    ['   ', 'The target is empty: type it first, or copy the source with F5.'],
    ['河水上涨。', 'The target lacks <1> of the source.'],
    ['河水上涨<1>两米</1><2/>。', 'The target has <2/>, which the source has not.'],
    ['河水上涨<1>两米。', 'The tag <1> in the target has no partner.'],
    ['河水上涨两米<1></1>。', 'Nothing stands inside <1> in the target.'],
  ])('refuses %j, says why, and keeps the text', async (typed, reason) => {
    const desk = await opened();
    await desk.press('down', 'enter');
    await desk.type(typed);
    await desk.press('enter');
    expect(desk.commits).toEqual([]);
    expect((await desk.rows()).at(-2)).toBe(` ${reason}`);
    expect(desk.program.state().session?.editor?.buffer.text).toBe(typed);
  });

  it('stays where it is with Ctrl+S', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River up');
    await desk.press('C-s');
    expect(desk.commits).toHaveLength(1);
    expect(desk.program.state().session?.editor?.buffer.text).toBe('River up');
    expect((await desk.rows()).join('\n')).toContain('✓ reviewed');
  });

  it('goes on from there with one key more', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River up');
    await desk.press('C-s');
    await desk.type(' by two metres');
    await desk.press('C-s');
    expect(desk.article(SLUG).locales.en.get('title')).toBe('River up by two metres');
    expect((await desk.rows()).join('\n')).toContain('Confirmed.');
  });

  it('approves a draft as it is with Space, and goes to the next one', async () => {
    const state = article(SLUG, RIVER);
    const draft = {
      origin: 'engine:deepl',
      source: '河水一夜上涨两米',
      text: 'The river rose',
      at: AT,
    } as const;
    const desk = await opened([
      { type: 'draft', key: state.units[0]?.key ?? '', at: AT, by: 'mei', draft },
    ]);
    expect((await desk.rows())[2]).toContain('~ 河水一夜上涨两米');
    await desk.type(' ');
    expect(desk.commits).toMatchObject([{ type: 'sign-off', key: 'title', en: 'The river rose' }]);
    expect(desk.program.state().session?.cursor.selected).toBe(1);
  });

  it('stores composed characters and no spaces at the ends', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('  Cafe\u0301 \n');
    await desk.press('C-s');
    expect(desk.commits).toMatchObject([{ en: 'Caf\u00e9' }]);
  });

  it('holds later keys back until the pair is on disk', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River up');
    desk.hold();
    await desk.press('enter');
    await desk.type('一夜之间，河水上涨<1>两米</1>。');
    await desk.press('enter');
    expect(desk.commits).toEqual([]);
    expect(desk.program.state().session?.editor?.buffer.text).toBe('River up');
    await desk.release();
    expect(desk.commits.map((operation) => operation.type)).toEqual(['sign-off', 'sign-off']);
    expect(desk.commits[1]).toMatchObject({ zh: '一夜之间，河水上涨<1>两米</1>。' });
  });

  it('says so when somebody else has signed meanwhile, and keeps the text as a draft', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River up');
    desk.meanwhile(SLUG, [
      signed('title', { zh: '河水一夜上涨两米', en: 'The river is up' }, 'zh'),
    ]);
    await desk.press('enter');
    expect((await desk.rows()).join('\n')).toContain('an signed this segment off meanwhile');
    expect(desk.program.state().session?.cursor.selected).toBe(0);
    const unit = desk.article(SLUG).units[0];
    expect([unit?.pair?.en, unit?.draft?.text]).toEqual(['The river is up', 'River up']);
  });

  it('asks for a second person where two have to sign', async () => {
    const desk = await opened([], 2);
    await desk.press('enter');
    await desk.type('River up');
    await desk.press('enter');
    expect((await desk.rows()).at(-2)).toContain('A second person');
    expect(desk.article(SLUG).units[0]?.status).toBe('draft');
    await desk.press('escape', 'home');
    await desk.type(' ');
    expect((await desk.rows()).at(-2)).toContain('You have signed this already');
  });

  it('says when nothing is left', async () => {
    const text = '---\ntitle: 河水上涨\n---\n\n2024\n';
    const desk = await sitDown({ articles: [article('short', text)], slug: 'short' });
    await desk.press('enter');
    await desk.type('River up');
    await desk.press('enter');
    const rows = await desk.rows();
    expect(rows.at(-2)).toBe(' Nothing left open here.');
    expect(rows[0]).toContain('100% 1/1');
  });

  it.each([
    ['reviewed', 0, 'Already reviewed.'],
    ['untranslatable', 4, 'Nothing in this segment can be translated; it is copied as it stands.'],
  ])('refuses Space on a segment that is %s', async (_, downs, reason) => {
    const pair = { zh: '河水一夜上涨两米', en: 'River up' };
    const desk = await opened([
      signed('title', pair, 'zh'),
      { ...signed('title', pair, 'zh'), by: 'mei', at: '2024-04-01T08:00:01.000Z' },
    ]);
    await desk.press('home', ...Array.from({ length: downs }, () => 'down'));
    await desk.type(' ');
    expect(desk.commits).toEqual([]);
    expect((await desk.rows()).at(-2)).toBe(` ${reason}`);
  });
});

describe('taking back', () => {
  it.each([['C-r'], ['r']])('unconfirms the selected segment with %s', async (key) => {
    const pair = { zh: '河水一夜上涨两米', en: 'River up' };
    const desk = await opened([signed('title', pair, 'zh')]);
    await desk.press('home', key);
    expect(desk.commits).toMatchObject([{ type: 'revoke', key: 'title', by: 'mei' }]);
    expect((await desk.rows())[2]).toContain('~ 河水一夜上涨两米');
    await desk.press(key);
    expect((await desk.rows()).at(-2)).toBe(' There is no confirmation to take back.');
  });

  it.each([
    ['left unconfirmed', ['escape', 'C-r']],
    ['is still being typed', ['C-r', 'escape']],
  ])('leaves the newer text that %s', async (_, keys) => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River up');
    await desk.press('C-s');
    await desk.type(' by two metres');
    await desk.press(...keys);
    const unit = desk.article(SLUG).units[0];
    expect(unit).toMatchObject({ status: 'draft', draft: { text: 'River up by two metres' } });
    await desk.press('M-h');
    expect((await desk.rows()).join('\n')).toMatch(/signed off[^]*River up$/m);
  });

  it('undoes the last confirmation and goes back to it', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River up');
    await desk.press('enter', 'escape', 'end', 'C-z');
    expect(desk.commits.map(({ type }) => type)).toEqual(['sign-off', 'restore']);
    expect(desk.program.state().session?.cursor.selected).toBe(0);
    await desk.press('C-z');
    expect((await desk.rows()).at(-2)).toBe(' Nothing to undo.');
  });
});

describe('drafts', () => {
  it('journals every edit as it is typed', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('河');
    await desk.type('水');
    await desk.press('backspace', 'backspace');
    expect(desk.jots.map((jot) => (jot.type === 'draft' ? jot.draft.text : jot.type))).toEqual([
      '河',
      '河水',
      '河',
      'drop-draft',
    ]);
  });

  it.each([
    ['leaving the editor', 'escape'],
    ['going to the next segment', 'C-n'],
    ['going to the next open segment', 'C-g'],
    ['quitting', 'C-q'],
  ])('puts the draft on disk when %s', async (_, key) => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River');
    await desk.press(key);
    expect(desk.commits).toMatchObject([
      { type: 'draft', draft: { origin: 'person', text: 'River', source: '河水一夜上涨两米' } },
    ]);
    expect(desk.article(SLUG).units[0]?.status).toBe('draft');
  });

  it('writes nothing when nothing was typed', async () => {
    const desk = await opened();
    await desk.press('enter', 'right', 'end', 'escape', 'C-q');
    expect([desk.commits, desk.jots, desk.quits()]).toEqual([[], [], 1]);
  });

  it('leaves no draft behind when what was typed is undone again', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River');
    await desk.press('C-z', 'escape');
    expect(desk.commits).toMatchObject([{ type: 'drop-draft', origin: 'person' }]);
    expect(desk.article(SLUG).units[0]?.status).toBe('untranslated');
  });

  it('goes on with the draft the next time', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River');
    await desk.press('escape', 'enter');
    await desk.type(' up');
    await desk.press('enter');
    expect(desk.commits.at(-1)).toMatchObject({ type: 'sign-off', en: 'River up' });
  });

  it('starts from the approved text of a reviewed segment', async () => {
    const pair = { zh: '河水一夜上涨两米', en: 'River up' };
    const desk = await opened([signed('title', pair, 'zh')]);
    await desk.press('home', 'enter');
    expect(desk.program.state().session?.editor?.buffer.text).toBe('River up');
  });

  it('is kept when the process is told to end, and a full disk does not hold it up', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River');
    desk.fail('The disk is full.');
    desk.program.send({ type: 'terminate', at: AT });
    await desk.program.settled();
    expect(desk.quits()).toBe(1);
  });
});

describe('being told to end', () => {
  it('waits for the save that is under way, and then ends even if it fails', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River up');
    desk.hold();
    desk.fail('The disk is full.');
    await desk.press('enter');
    desk.program.send({ type: 'terminate', at: AT });
    expect(desk.quits()).toBe(0);
    await desk.release();
    expect(desk.quits()).toBe(1);
  });
});

describe('what cannot be saved', () => {
  it('is said when the article is opened with a file that cannot be read', async () => {
    const state = { ...article(SLUG, RIVER), unreadable: ['locales/zh/river-rises.json'] };
    const desk = await sitDown({ articles: [state], slug: SLUG });
    const rows = await desk.rows();
    expect(rows.slice(-3, -1).join(' ')).toContain('locales/zh/river-rises.json cannot be read');
    expect(rows.slice(-3, -1).join(' ')).toContain('(see `duizhao check`)');
  });
});

describe('a stale segment', () => {
  const before = article(SLUG, RIVER);
  const key = before.units[2]?.key ?? '';
  const edited = RIVER.replace('Nobody slept.', 'Almost nobody slept.');
  const operations = [signed(key, { zh: '无人入睡。', en: 'Nobody slept.' }, 'en')];

  it('shows the change of its source, and starts from the approved target', async () => {
    const desk = await sitDown({ articles: [article(SLUG, edited, operations)], slug: SLUG });
    await desk.press('down', 'down');
    const rows = await desk.rows();
    expect(rows[4]).toContain('! 无人入睡。');
    expect(rows.join('\n')).toContain('[-Nobody-]{+Almost');
    expect(rows.join('\n')).toContain('! stale');
    await desk.press('f6');
    expect((await desk.rows()).join('\n')).not.toContain('{+');
    await desk.press('enter');
    expect(desk.program.state().session?.editor?.buffer.text).toBe('无人入睡。');
    await desk.press('enter');
    expect(desk.commits).toMatchObject([
      { type: 'sign-off', en: 'Almost nobody slept.', zh: '无人入睡。', seen: AT },
    ]);
  });
});

describe('the editor', () => {
  it('takes a paste as one edit, line breaks and all', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.paste('River\nup');
    expect(desk.program.state().session?.editor?.buffer.text).toBe('River\nup');
    await desk.press('C-z');
    expect(desk.program.state().session?.editor?.buffer.text).toBe('');
    await desk.press('C-y', 'C-y');
    expect(desk.program.state().session?.editor?.buffer.text).toBe('River\nup');
    expect((await desk.rows()).at(-2)).toBe(' Nothing to redo.');
  });

  it('copies the source, tags and all, and undo brings the target back', async () => {
    const desk = await opened();
    await desk.press('down', 'enter');
    await desk.type('河');
    await desk.press('f5');
    const text = () => desk.program.state().session?.editor?.buffer.text;
    expect(text()).toBe('The river rose <1>two metres</1> overnight.');
    await desk.press('C-z');
    expect(text()).toBe('河');
  });

  it('puts a merged run of list letters into the editor once it is open', async () => {
    const desk = await opened();
    await desk.type('ejj');
    expect(desk.program.state().session?.editor?.buffer.text).toBe('jj');
  });

  it.each([
    ['C-n', 1],
    ['C-g', 1],
    ['C-up', 5],
  ])('goes on editing in another segment with %s', async (key, selected) => {
    const desk = await opened();
    await desk.press('enter', key);
    const session = desk.program.state().session;
    expect([session?.cursor.selected, session?.editor !== null]).toEqual([selected, true]);
  });

  it('skips what cannot be edited', async () => {
    const desk = await opened();
    await desk.press('down', 'down', 'down', 'enter', 'C-n');
    expect(desk.program.state().session?.cursor.selected).toBe(5);
  });
});

describe('the list', () => {
  it('takes a merged run of letters one by one', async () => {
    const desk = await opened();
    await desk.type('jjjk');
    expect(desk.program.state().session?.cursor.selected).toBe(2);
  });

  it('shows one status only, and the segment that has just left it until another is selected', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River up');
    await desk.press('C-s', 'escape', 'f9', 'down', 'down', 'enter');
    const shown = () => desk.program.state().session?.shown;
    expect(shown()).toEqual([1, 2, 3, 5]);
    expect((await desk.rows())[1]).toContain('untranslated, 4 of 6');
    await desk.press('enter');
    await desk.type('河水上涨<1>两米</1>。');
    await desk.press('C-s', 'escape');
    expect(shown()).toEqual([1, 2, 3, 5]);
    await desk.press('down');
    expect(shown()).toEqual([2, 3, 5]);
  });

  it('says when no segment has the status', async () => {
    const desk = await opened();
    await desk.press('f9', 'down', 'down', 'down', 'down', 'enter');
    expect((await desk.rows()).at(-2)).toBe(' No segment is “stale”.');
    expect(desk.program.state().session?.filter).toBe('all');
  });

  it('goes to the next open segment, round the end', async () => {
    const desk = await opened();
    await desk.press('end', 'C-g');
    expect(desk.program.state().session?.cursor.selected).toBe(0);
    expect((await desk.rows()).at(-2)).toBe(' Back at the top.');
  });
});

describe('the articles', () => {
  const articles = [article('river-rises', RIVER), article('second', RIVER)];

  it('opens the selected one, and comes back with its new figures', async () => {
    const desk = await sitDown({ articles });
    await desk.press('down', 'enter', 'enter');
    await desk.type('River up');
    await desk.press('C-s', 'escape', 'escape');
    const rows = await desk.rows();
    expect(rows[3]).toMatch(/^> second .* 20% {2}1\/5/);
    expect(desk.program.state().session).toBeNull();
  });

  it('lists them, with the article selected that was opened by name', async () => {
    const desk = await sitDown({ articles, slug: 'second' });
    await desk.press('escape');
    expect((await desk.rows())[3]).toMatch(/^> second/);
  });

  it('says why an article does not open', async () => {
    const desk = await sitDown({ articles, slug: 'gone' });
    const rows = await desk.rows();
    expect(rows.at(-2)).toBe(' Cannot open gone: It is not there.');
    expect(rows[2]).toMatch(/^> river-rises/);
  });

  it('says why one cannot be read', async () => {
    const desk = await sitDown({ articles });
    desk.program.send({ type: 'unreadable', slug: 'second', reason: 'second.md:2: \u001b[2Jbad' });
    expect((await desk.rows())[3]).toBe('  second       cannot be read: second.md:2: ␛[2Jbad');
  });
});

describe('quitting', () => {
  it.each([['C-q'], ['q']])('takes one %s', async (key) => {
    const desk = await opened();
    await desk.press(key);
    expect(desk.quits()).toBe(1);
  });

  it('takes two Ctrl+C, one after the other', async () => {
    const desk = await opened();
    await desk.press('C-c');
    expect((await desk.rows()).at(-2)).toContain('Press Ctrl+C once more');
    await desk.press('down', 'C-c');
    expect(desk.quits()).toBe(0);
    await desk.press('C-c');
    expect(desk.quits()).toBe(1);
  });

  it('works in a window too small to work in, where nothing else does', async () => {
    const desk = await opened();
    await desk.press('enter');
    await desk.type('River');
    desk.program.send({ type: 'resize', size: { columns: 40, rows: 10 } });
    await desk.type('x');
    const rows = await desk.rows();
    expect(rows.join(' ')).toContain('The window is too small: 40×10.');
    expect(rows.join(' ')).toContain('Keys do nothing until then');
    desk.program.send({ type: 'resize', size: { columns: 80, rows: 24 } });
    expect(desk.program.state().session?.editor?.buffer.text).toBe('River');
    await desk.press('C-q');
    expect(desk.quits()).toBe(1);
  });
});

describe('a line that is typed in a window too small', () => {
  it('takes nothing that cannot be seen', async () => {
    const desk = await opened();
    await desk.press('f4');
    await desk.type('Ask');
    desk.program.send({ type: 'resize', size: { columns: 40, rows: 10 } });
    await desk.type(' her');
    await desk.press('backspace', 'enter', 'y');
    await desk.paste('all');
    desk.program.send({ type: 'resize', size: { columns: 80, rows: 24 } });
    const { overlay } = desk.program.state();
    expect(overlay?.type === 'prompt' && overlay.buffer.text).toBe('Ask');
  });
});

describe('a text longer than its usual place', () => {
  const sentence = `When the water came, ${Array.from({ length: 60 }, (_, at) => `house ${at + 1}`).join(', ')} stood empty.`;
  const text = `---\ntitle: 长句\n---\n\n${sentence}\n`;

  it('is shown whole where the window has room for it', async () => {
    const desk = await sitDown({
      articles: [article('long', text)],
      slug: 'long',
      size: { columns: 120, rows: 40 },
    });
    await desk.press('down');
    const shown = (await desk.rows()).join('\n');
    expect(shown).toContain('house 1,');
    expect(shown).toContain('empty.');
  });

  it('follows the caret through the target where it has not', async () => {
    const desk = await sitDown({
      articles: [article('long', text)],
      slug: 'long',
      size: { columns: 60, rows: 14 },
    });
    await desk.press('down', 'enter');
    expect((await desk.rows()).join('\n')).toContain('When the water came');
    await desk.type('字');
    expect((await desk.rows()).join('\n')).toContain('When the water came');
    await desk.press('f5');
    expect((await desk.rows()).slice(0, 8).join('\n')).toContain('stood empty.');
    await desk.press('C-home');
    expect((await desk.rows()).slice(0, 8).join('\n')).toContain('When the water came');
  });
});

describe('markup', () => {
  it('is left out of the list, but what stands in for words is shown', async () => {
    const text = '---\ntitle: 代码\n---\n\nRun `make flood` **twice** now.\n';
    const desk = await sitDown({ articles: [article('code', text)], slug: 'code' });
    expect((await desk.rows())[3]).toContain('Run make flood twice now.');
  });
});
