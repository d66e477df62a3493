/** Findings in a real terminal: seen as they are typed, mended and dismissed by key, kept over a restart. */
import { afterEach, describe, expect, it } from 'vitest';
import { KEY, makePlace, openTerminal, type Place, type StoryTerminal } from './terminal.ts';

const ARTICLE = `---
title: 渡轮恢复通航
---

票价见 https://example.org/fares 网页。
`;

const REVIEW = { args: ['review', 'ferry'], columns: 100, rows: 30 };
const ALT = (key: string): string => `\u001b${key}`;
const F8 = '\u001b[19~';
/** Underlined, as the theme without colour marks an error. */
const MARK = /\u001b\[(?:0;)?1;4(?:;7)?m/;

const open: { place: Place; terminal: StoryTerminal }[] = [];

function openIn(place: Place): StoryTerminal {
  const terminal = openTerminal(place, { ...REVIEW, environment: { NO_COLOR: '1' } });
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

const heading = (rows: readonly string[]): string =>
  rows.find((row) => row.includes('English target')) ?? '';

describe('a finding', () => {
  it('is marked and counted as it is typed, mended by a key, dismissed for good, and back after an edit', async () => {
    const place = await makePlace({ 'articles/ferry.md': ARTICLE });
    const first = openIn(place);
    await first.shows('渡轮恢复通航');
    first.send(`${KEY.down}${KEY.enter}`);
    await first.until((rows) => heading(rows).includes('editing'));
    const before = first.written().length;
    first.send('Fares are at <1>https://example.org/fare</1>\u200b.');
    await first.until((rows) => /E\d+ W\d+/.test(heading(rows)));
    expect(first.written().slice(before)).toMatch(MARK);

    // What nobody sees goes by one key; the wrong address is a person's to judge.
    first.send(ALT('t'));
    await first.shows('Mended in the editor');
    await first.until((rows) => !/W\d/.test(heading(rows)));
    first.send(F8);
    first.send(ALT('w'));
    await first.shows('Why is this no fault?');
    first.send('旧网址 until 2999-12-31\r');
    await first.shows('until 2999-12-31: 旧网址');
    await first.until((rows) => !/E\d/.test(heading(rows)));
    first.send(KEY.quit);
    expect(await first.ended).toBe(0);
    const review = await place.read('articles/ferry.review.jsonl');
    expect(review).toContain('"reason":"旧网址"');

    const second = openIn(place);
    await second.shows('渡轮恢复通航');
    second.send(KEY.down);
    await second.until((rows) => heading(rows).includes('draft') && !/E\d/.test(heading(rows)));
    second.send(`${KEY.enter}\u001b[1;5F`);
    second.send(' Today.');
    await second.until((rows) => /E\d/.test(heading(rows)));
    second.send('\u007f'.repeat(' Today.'.length));
    await second.until((rows) => !/E\d/.test(heading(rows)));
    second.send(KEY.quit);
    expect(await second.ended).toBe(0);
  });
});
