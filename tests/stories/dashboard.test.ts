/** The articles at a glance, and what is started from there, in a real terminal. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewRecord } from '../../src/core/model.ts';
import { type FakeDeepl, startFakeDeepl } from '../fakes/deepl-server.ts';
import { KEY, makePlace, openTerminal, type Place, type StoryTerminal } from './terminal.ts';

const TRANSLATE = '\u001b[15~';
const CHECK = '\u001b[17~';
const PUBLISH = '\u001b[18~';
const RESULT = '\u001b[19~';
const SORT = '\u001b[20~';
const CANCEL = '\u0018';
const PREVIEW = '\u001bp';
const TAB = '\t';

const FERRY = `---
title: 渡轮重返海峡
date: 2026-03-04
---

They sold 37 boats in the spring. Rain fell on the sea.
`;

const PIER = `---
title: The old pier
publish: held
---

老码头周五重新开放。
`;

const FILES = { 'articles/ferry.md': FERRY, 'articles/pier.md': PIER };

const open: { place: Place; terminal: StoryTerminal }[] = [];

async function start(options: Parameters<typeof openTerminal>[1] = {}, files = FILES) {
  const place = await makePlace(files);
  const terminal = openTerminal(place, options);
  open.push({ place, terminal });
  await terminal.shows('2 articles');
  return { place, terminal };
}

async function recordsOf(place: Place): Promise<ReviewRecord[]> {
  const text = await place.read('articles/ferry.review.jsonl');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ReviewRecord);
}

afterEach(async () => {
  for (const { place, terminal } of open.splice(0)) {
    terminal.kill('SIGKILL');
    await terminal.ended;
    await place.remove();
  }
});

describe('the dashboard', () => {
  it.each([
    [80, 24],
    [120, 40],
  ])('says what is to be done at %ix%i', async (columns, rows) => {
    const { terminal } = await start({ columns, rows });
    const lines = await terminal.shows('zh 6 en 12');
    expect(lines.find((line) => line.includes('ferry'))).toContain('渡轮重返海峡');
    expect(lines.find((line) => line.includes('pier'))).toContain('held');
    expect(lines).toHaveLength(rows);
    expect(lines.join('\n').includes('2026-03-04')).toBe(columns >= 120);
  });

  it('sorts, the selection staying on its article', async () => {
    const { terminal } = await start();
    terminal.send(KEY.down);
    await terminal.shows('> pier');
    terminal.send(SORT + SORT);
    await terminal.shows('by words left');
    const lines = await terminal.shows('> pier');
    expect(lines.findIndex((line) => line.includes('ferry'))).toBe(2);
  });

  it('checks, and shows what the check says', async () => {
    const { terminal } = await start();
    terminal.send(CHECK);
    await terminal.shows('Check ferry');
    const lines = await terminal.shows('F8 shows all');
    expect(lines.join('\n')).toContain('(exit code 1)');
    terminal.send(RESULT);
    await terminal.shows('Check: what it said');
    await terminal.shows('articles/ferry.md:2:');
    terminal.send(KEY.escape);
    await terminal.shows('> ferry');
    terminal.send(CANCEL);
    await terminal.until((rows) => !rows.join('\n').includes('Check ferry'));
  });

  it('publishes only after it has asked', async () => {
    const { place, terminal } = await start();
    terminal.send(PUBLISH);
    await terminal.shows('Publish the site into “site”?');
    terminal.send(KEY.enter);
    await terminal.shows('Nothing was published.');
    expect(existsSync(join(place.folder, 'site'))).toBe(false);
    terminal.send(PUBLISH);
    await terminal.shows('Publish the site');
    terminal.send(KEY.down);
    await terminal.shows('> Yes');
    terminal.send(KEY.enter);
    await terminal.shows('ended with findings');
    expect(existsSync(join(place.folder, 'site'))).toBe(false);
  });
});

describe('translating from the dashboard', () => {
  let fake: FakeDeepl;
  beforeEach(async () => {
    fake = await startFakeDeepl();
  });
  afterEach(() => fake.close());

  const withKey = () => ({
    environment: { DEEPL_SERVER_URL: fake.url, DEEPL_AUTH_KEY: fake.key },
    columns: 100,
  });

  it('asks before money is spent, and drafts what it was allowed to', async () => {
    const { place, terminal } = await start(withKey());
    terminal.send(TRANSLATE);
    await terminal.shows('characters to deepl?');
    await terminal.shows('> No');
    expect(fake.usage).toBe(0);
    terminal.send(KEY.down);
    await terminal.shows('> Yes');
    terminal.send(KEY.enter);
    await terminal.shows('Translate ferry  done');
    expect(fake.usage).toBeGreaterThan(0);
    // The list follows the files.
    await terminal.until((rows) => rows.some((row) => row.includes('ferry') && row.includes('~3')));
    expect((await recordsOf(place)).flatMap(({ drafts }) => drafts)).toHaveLength(3);
  });

  it('sends nothing when the answer is no', async () => {
    const { place, terminal } = await start(withKey());
    terminal.send(TRANSLATE);
    await terminal.shows('characters to deepl?');
    terminal.send(KEY.enter);
    await terminal.shows('Translate ferry  done');
    expect(fake.usage).toBe(0);
    expect(await recordsOf(place)).toEqual([]);
  });

  it('is cancelled by one key; what is finished is kept, and the review goes on', async () => {
    fake.latency = 1500;
    const { place, terminal } = await start(withKey());
    terminal.send(TRANSLATE);
    await terminal.shows('> No');
    terminal.send(KEY.down);
    await terminal.shows('> Yes');
    terminal.send(KEY.enter);
    const isSent = () => fake.requests.some(({ path }) => path.endsWith('/translate'));
    await expect.poll(isSent, { timeout: 10_000 }).toBe(true);
    terminal.send(CANCEL);
    await terminal.shows('stopping');
    await terminal.shows('F8 shows all');
    // What was sent was waited for, since it is paid for.
    expect(await recordsOf(place)).not.toEqual([]);
    terminal.send(KEY.enter);
    await terminal.shows('Segments');
  });

  it('goes on while an article is reviewed, and says so in its header', async () => {
    fake.latency = 1500;
    const { place, terminal } = await start(withKey());
    terminal.send(TRANSLATE);
    await terminal.shows('> No');
    terminal.send(KEY.down);
    await terminal.shows('> Yes');
    terminal.send(KEY.enter);
    await terminal.until((rows) => !rows.join('\n').includes('> Yes'));
    terminal.send(KEY.enter);
    const rows = await terminal.shows('Segments');
    expect(rows[0]).toContain('Translate');
    // The drafts appear in the open article.
    await terminal.until((lines) => (lines[0] ?? '').includes('~3'));
    expect(await recordsOf(place)).toHaveLength(3);
  });

  it('is stopped by quitting, which asks once', async () => {
    fake.latency = 1500;
    const { terminal } = await start(withKey());
    terminal.send(TRANSLATE);
    await terminal.shows('> No');
    terminal.send(KEY.down);
    await terminal.shows('> Yes');
    terminal.send(KEY.enter);
    await terminal.until((rows) => !rows.join('\n').includes('> Yes'));
    terminal.send(KEY.quit);
    await terminal.shows('A job is under way');
    terminal.send(KEY.quit);
    expect(await terminal.ended).toBe(0);
  });
});

describe('the preview', () => {
  it('follows the selection, and the selection follows it', async () => {
    const { terminal } = await start({ columns: 120, rows: 24 });
    terminal.send(KEY.enter);
    await terminal.shows('Segments');
    terminal.send(KEY.home + KEY.down);
    await terminal.shows('>  2');
    terminal.send(PREVIEW);
    await terminal.shows('Preview: Chinese');
    await terminal.until((rows) => rows.some((row) => row.startsWith('> ·They sold 37 boats')));
    terminal.send(TAB + TAB);
    const rows = await terminal.shows('Preview: Chinese and English');
    expect(rows.find((row) => row.includes('渡轮重返海峡'))).toContain('│');
    terminal.send(KEY.down);
    await terminal.until((lines) => lines.some((line) => /^> .*Rain fell on the sea/.test(line)));
    terminal.send(KEY.escape);
    await terminal.shows('>  3');
  });
});
