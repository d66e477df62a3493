/** What a translator sees and does in a real terminal. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  KEY,
  makePlace,
  openTerminal,
  pasted,
  type Place,
  type StoryTerminal,
} from './terminal.ts';

const MIXED = `---
title: 河水一夜上涨两米，渡口停摆
---

The river rose **two metres** overnight. Nobody slept.

The mayor spoke at dawn.
`;

const ARTICLES = { 'articles/river-rises.md': MIXED };

const open: { place: Place; terminal: StoryTerminal }[] = [];

async function start(
  files: Readonly<Record<string, string>>,
  options: Parameters<typeof openTerminal>[1] = {},
) {
  const place = await makePlace(files);
  const terminal = openTerminal(place, options);
  open.push({ place, terminal });
  return { place, terminal };
}

/** Starts again in the same place. */
function again(place: Place, options: Parameters<typeof openTerminal>[1] = {}): StoryTerminal {
  const terminal = openTerminal(place, options);
  open.push({ place, terminal });
  return terminal;
}

afterEach(async () => {
  for (const { place, terminal } of open.splice(0)) {
    terminal.kill('SIGKILL');
    await terminal.ended;
    await place.remove();
  }
});

/** What the terminal is asked for, and how that is taken back. */
const MODES = [
  ['\u001b[?1049h', '\u001b[?1049l'],
  ['\u001b[?25l', '\u001b[?25h'],
  ['\u001b[?2004h', '\u001b[?2004l'],
  ['\u001b[>4;1m', '\u001b[>4;0m'],
  ['\u001b[>1u', '\u001b[<u'],
] as const;

const REVIEW = { args: ['review', 'river-rises'] };

describe('opening', () => {
  it.each([
    [120, 40],
    [80, 24],
    [97, 31],
  ])(
    'shows the Chinese headline left and the English body right at %ix%i',
    async (columns, rows) => {
      const { terminal } = await start(ARTICLES, { ...REVIEW, columns, rows });
      await terminal.shows('>  1 · 河水一夜上涨两米，渡口');
      const isBody = (line: string): boolean =>
        line.includes('The river rose two metres') && line.includes('│');
      const list = await terminal.until((lines) => lines.some(isBody));
      const body = list.find(isBody) ?? '';
      const middle = Math.floor(columns / 2);
      expect(body.indexOf('│')).toBe(middle);
      expect(body.indexOf('The river')).toBe(middle + 2);
      expect(list).toHaveLength(rows);
    },
  );

  it('lists the articles, opens one with Enter, and comes back with Esc', async () => {
    const { terminal } = await start({ ...ARTICLES, 'articles/second.md': MIXED });
    await terminal.shows('second');
    await terminal.shows('0/4');
    terminal.send(KEY.down);
    await terminal.shows('> second');
    terminal.send(KEY.enter);
    await terminal.shows('Segments');
    terminal.send(KEY.escape);
    await terminal.shows('Articles');
    terminal.send('q');
    expect(await terminal.ended).toBe(0);
  });

  it('speaks Chinese', async () => {
    const { terminal } = await start(ARTICLES, { ...REVIEW, environment: { DUIZHAO_LANG: 'zh' } });
    await terminal.shows('句段：全部，4/4');
    const rows = await terminal.shows('Enter 编辑');
    expect(rows.at(-1)).toContain('Enter 编辑');
  });

  it('draws in ASCII', async () => {
    const { terminal } = await start(ARTICLES, { args: ['review', 'river-rises', '--ascii'] });
    await terminal.shows('>  1 . 河水');
    await terminal.shows('Enter edit');
    expect(terminal.rows().join('')).not.toMatch(/[─│░█·✓]/);
  });

  it('uses no colour where NO_COLOR is set', async () => {
    const { terminal } = await start(ARTICLES, { ...REVIEW, environment: { NO_COLOR: '1' } });
    await terminal.shows('Enter edit');
    expect(terminal.written()).not.toMatch(/\u001b\[(?:\d+;)*(?:3|4|9|10)\d(?:;\d+)*m/);
    expect(terminal.written()).toContain('\u001b[7');
  });

  it('lets no escape sequence of an article reach the terminal', async () => {
    const title = '河水\u001b]0;owned\u0007\u001b[2J上涨';
    const { terminal } = await start({ 'articles/river-rises.md': `# ${title}\n` }, REVIEW);
    await terminal.shows('Segments');
    await terminal.shows('␛]0;owned');
    expect(terminal.written()).not.toContain('\u001b]0;owned');
    expect(terminal.written()).not.toContain('\u001b[2J');
  });
});

describe('editing', () => {
  it('puts the real cursor where the caret is, wide characters and wrapped lines included', async () => {
    const { terminal } = await start(ARTICLES, { ...REVIEW, columns: 120, rows: 40 });
    await terminal.shows('Segments');
    terminal.send(KEY.down);
    await terminal.shows('>  2');
    terminal.send(KEY.enter);
    await terminal.shows('editing');
    const row = terminal.rows().findIndex((line) => line.includes('editing')) + 1;
    terminal.send('河水一夜之间');
    await terminal.until(() => terminal.cursor().x === 13);
    expect(terminal.cursor()).toEqual({ x: 13, y: row });
    terminal.send(KEY.left);
    await terminal.until(() => terminal.cursor().x === 11);
    terminal.send('，柳渡的渡船第一次停航，住在老城墙下的人都在收拾东西，没有人睡着');
    await terminal.until((rows) => (rows[row + 1] ?? '').includes('着间'));
    const line = terminal.rows()[row + 1] ?? '';
    const before = line.slice(1, line.indexOf('着') + 1).length * 2;
    expect(terminal.cursor()).toEqual({ x: 1 + before, y: row + 1 });
  });

  it('takes a paste of several lines as text, and keeps it through a resize', async () => {
    const { terminal } = await start(ARTICLES, REVIEW);
    await terminal.shows('Segments');
    terminal.send(KEY.enter);
    await terminal.shows('editing');
    terminal.send(pasted('River up\nferry stops'));
    await terminal.shows('ferry stops');
    terminal.resize(40, 10);
    await terminal.shows('too small');
    terminal.resize(120, 40);
    await terminal.shows('Segments');
    const rows = await terminal.shows('ferry stops');
    const at = rows.findIndex((line) => line.includes('ferry stops'));
    expect(rows[at - 1]).toContain('River up');
    await terminal.until(() => terminal.cursor().y === at);
    expect(terminal.cursor()).toEqual({ x: (rows[at] ?? '').indexOf('ferry') + 11, y: at });
  });

  it('joins a character whose bytes arrive apart, and loses no key of a burst', async () => {
    const { terminal, place } = await start(ARTICLES, REVIEW);
    await terminal.shows('Segments');
    terminal.send(
      `${KEY.enter}River up${KEY.enter}河水上涨<1>两米</1>。${KEY.enter}无人入睡。${KEY.enter}`,
    );
    await terminal.shows('75% 3/4');
    const zh = JSON.parse(await place.read('locales/zh/river-rises.json')) as object;
    expect(Object.values(zh)).toEqual([
      '河水一夜上涨两米，渡口停摆',
      '河水上涨<1>两米</1>。',
      '无人入睡。',
    ]);
  });

  it('writes nothing to the terminal while nobody types', async () => {
    const { terminal } = await start(ARTICLES, REVIEW);
    await terminal.shows('Segments');
    terminal.send(KEY.enter);
    terminal.send('River');
    await terminal.shows('River');
    const pause = () => new Promise((resolve) => setTimeout(resolve, 200));
    await pause();
    const before = terminal.written().length;
    await pause();
    expect(terminal.written().length).toBe(before);
  });
});

describe('what is on disk', () => {
  it('holds a confirmed pair even when the process is killed right after', async () => {
    const { terminal, place } = await start(ARTICLES, REVIEW);
    await terminal.shows('Segments');
    terminal.send(`${KEY.enter}River up two metres${KEY.enter}`);
    await terminal.shows('25% 1/4');
    terminal.kill('SIGKILL');
    await terminal.ended;
    expect(JSON.parse(await place.read('locales/en/river-rises.json'))).toEqual({
      title: 'River up two metres',
    });
    expect(JSON.parse(await place.read('locales/zh/river-rises.json'))).toEqual({
      title: '河水一夜上涨两米，渡口停摆',
    });
    const next = again(place, REVIEW);
    await next.shows('✓ 河水一夜上涨两米，渡口');
  });

  it('holds a half-typed draft even when the process is killed', async () => {
    const { terminal, place } = await start(ARTICLES, REVIEW);
    await terminal.shows('Segments');
    terminal.send(`${KEY.enter}River half ty`);
    await terminal.shows('River half ty');
    terminal.kill('SIGKILL');
    await terminal.ended;
    const next = again(place, REVIEW);
    await next.shows('1 segment was recovered');
    // What is half typed may well be found fault with beside its status.
    await next.until((rows) => rows.some((row) => /~.河水一夜上涨两米，渡口/u.test(row)));
    next.send(KEY.home);
    next.send(`${KEY.enter}ped`);
    const rows = await next.shows('River half typed');
    expect(rows.join('\n')).toContain('editing');
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)(
    'holds the draft after %s, and the terminal is given back',
    async (signal) => {
      const { terminal, place } = await start(ARTICLES, REVIEW);
      await terminal.shows('Segments');
      terminal.send(`${KEY.enter}River half ty`);
      await terminal.shows('River half ty');
      terminal.kill(signal);
      await terminal.ended;
      const written = terminal.written();
      for (const [on, off] of MODES) {
        expect(written).toContain(on);
        expect(written.lastIndexOf(off)).toBeGreaterThan(written.lastIndexOf(on));
      }
      expect(await place.read('articles/river-rises.review.jsonl')).toContain('River half ty');
    },
  );

  it('quits on two Ctrl+C and keeps the draft', async () => {
    const { terminal, place } = await start(ARTICLES, REVIEW);
    await terminal.shows('Segments');
    terminal.send(`${KEY.enter}River`);
    await terminal.shows('River');
    terminal.send('\u0003');
    await terminal.shows('Press Ctrl+C once more');
    terminal.send('\u0003');
    expect(await terminal.ended).toBe(0);
    expect(await place.read('articles/river-rises.review.jsonl')).toContain('"River"');
  });
});
