/** What a reviewer reaches for, key by key, in a real terminal. */
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { serializeLocale } from '../../src/core/locale-file.ts';
import type { ReviewRecord } from '../../src/core/model.ts';
import type { Operation } from '../../src/core/operations.ts';
import { serializeReview } from '../../src/core/review-file.ts';
import { article } from '../review/desk.ts';
import { keyBytes } from '../support/key-bytes.ts';
import { KEY, makePlace, openTerminal, type Place, type StoryTerminal } from './terminal.ts';

const TIDE = `---
title: 港口的灯
---

The tide turned at 7. The tide turned at 9. Nobody slept in the harbour.

The mayor agreed to the plan.
`;
const OLD =
  '---\ntitle: 旧闻\n---\n\nThe tide turned at 8.\n\nThe mayor did not agree to the plan.\n';
const TARGETS: Readonly<Record<string, string>> = {
  'The tide turned at 8.': '潮水八点转向。',
  'The mayor did not agree to the plan.': '市长不同意该计划。',
  'The tide turned at 7.': '潮水七点转向。',
  'The tide turned at 9.': '潮水九点转向。',
};
const AT = '2024-04-01T08:00:00.000Z';

/** An article's files with these sentences signed off. */
function signed(slug: string, text: string): Readonly<Record<string, string>> {
  const operations = article(slug, text).units.flatMap(({ key, segment }): Operation[] => {
    const zh = TARGETS[segment.text];
    if (zh === undefined) return [];
    const pair = { source: 'en', zh, en: segment.text } as const;
    return [{ type: 'sign-off', key, at: AT, by: 'lin', ...pair }];
  });
  const { locales, records, brokenLines } = article(slug, text, operations);
  return {
    [`articles/${slug}.md`]: text,
    [`locales/zh/${slug}.json`]: serializeLocale(locales.zh),
    [`locales/en/${slug}.json`]: serializeLocale(locales.en),
    [`articles/${slug}.review.jsonl`]: serializeReview(records.values(), brokenLines),
  };
}

const CEDICT =
  '# CC-CEDICT\n潮水 潮水 [chao2 shui3] /tide/\n同意 同意 [tong2 yi4] /to agree/to consent/\n';
const FILES = { 'articles/tide.md': TIDE, ...signed('old', OLD), 'words.u8': CEDICT };

const open: { place: Place; terminal: StoryTerminal }[] = [];

interface Sitting {
  readonly files?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly environment?: (place: Place) => Readonly<Record<string, string>>;
}

async function start(sitting: Sitting = {}) {
  const { files = FILES, columns = 120, environment = () => ({}) } = sitting;
  const place = await makePlace(files);
  const args = ['review', 'tide'];
  const terminal = openTerminal(place, {
    columns,
    rows: 40,
    args,
    environment: environment(place),
  });
  open.push({ place, terminal });
  await terminal.shows('Segments');
  return { place, terminal };
}

afterEach(async () => {
  for (const { place, terminal } of open.splice(0)) {
    terminal.kill('SIGKILL');
    await terminal.ended;
    await place.remove();
  }
});

/** Presses keys of the key table. */
function press(terminal: StoryTerminal, ...names: readonly string[]): void {
  for (const name of names) terminal.send(keyBytes(name));
}

/** Goes to a segment by its number. */
async function goTo(terminal: StoryTerminal, number: number): Promise<void> {
  press(terminal, 'M-g');
  await terminal.shows('Go to segment number');
  terminal.send(`${number}${KEY.enter}`);
  await terminal.until((rows) => rows.some((row) => row.startsWith(`>  ${number} `)));
}

/** The records as they are written: what is empty is left out. */
async function recordsOf(place: Place): Promise<readonly Partial<ReviewRecord>[]> {
  const text = await place.read('articles/tide.review.jsonl');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Partial<ReviewRecord>);
}

/** The row on which the cursor stands. */
function rowAtCursor(terminal: StoryTerminal): string {
  return terminal.rows()[terminal.cursor().y] ?? '';
}

describe('what is typed', () => {
  const LONG = '潮水在七点钟转向，港口里的灯一盏接一盏地亮了起来，没有人睡着。'.repeat(6);

  it('in Chinese lands whole, a long run in one write', async () => {
    const { place, terminal } = await start({ columns: 80 });
    await goTo(terminal, 2);
    press(terminal, 'enter');
    await terminal.shows('editing');
    terminal.send(LONG);
    await terminal.until(() => rowAtCursor(terminal).includes('睡着。'));
    press(terminal, 'C-s');
    await terminal.shows('20% 1/5');
    expect(Object.values(JSON.parse(await place.read('locales/zh/tide.json')) as object)).toEqual([
      LONG,
    ]);
  });

  it('lands whole when its bytes come apart in the middle of a character', async () => {
    const { place, terminal } = await start();
    await goTo(terminal, 2);
    press(terminal, 'enter');
    await terminal.shows('editing');
    const bytes = Buffer.from('潮水七点转向𠮷。');
    for (const byte of bytes) {
      terminal.send(Uint8Array.of(byte));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await terminal.shows('潮水七点转向𠮷。');
    press(terminal, 'C-s');
    await terminal.shows('20% 1/5');
    expect(await place.read('locales/zh/tide.json')).toContain('"潮水七点转向𠮷。"');
  });
});

describe('aids', () => {
  it('a match is put in by its number, with a warning', async () => {
    const { terminal } = await start();
    await goTo(terminal, 2);
    await terminal.shows('differs in number');
    press(terminal, 'M-1');
    await terminal.shows('editing');
    await terminal.until(() => rowAtCursor(terminal).includes('潮水八点转向。'));
    expect(terminal.rows().join('\n')).toContain('look closely');
  });

  it('the concordance finds what is typed in Chinese, and puts it in', async () => {
    const { terminal } = await start();
    await goTo(terminal, 5);
    press(terminal, 'f3');
    await terminal.shows('Concordance');
    terminal.send('不同意該');
    await terminal.until((rows) => rows.join('\n').includes('市长不同意该计划。'));
    press(terminal, 'enter');
    await terminal.shows('editing');
    await terminal.until(() => rowAtCursor(terminal).includes('市长不同意该计划。'));
    expect(terminal.rows().join('\n')).toContain('editing');
  });

  it('the dictionary says what the word at the caret means', async () => {
    const { terminal } = await start({
      environment: ({ folder }) => ({ DUIZHAO_CEDICT: join(folder, 'words.u8') }),
    });
    await goTo(terminal, 5);
    press(terminal, 'enter');
    await terminal.shows('editing');
    terminal.send('市长同意');
    await terminal.until(() => rowAtCursor(terminal).includes('市长同意'));
    press(terminal, 'M-d');
    await terminal.shows('tóng yì');
    await terminal.shows('to consent');
    await terminal.shows('CC BY-SA 4.0');
    press(terminal, 'escape');
    await terminal.shows('editing');
    expect(rowAtCursor(terminal)).toContain('市长同意');
  });

  it('the panel has six tabs, round and back', async () => {
    const { terminal } = await start();
    await goTo(terminal, 2);
    for (const tab of ['Machine', 'Terms', 'Findings', 'Notes', 'Context', 'TM']) {
      press(terminal, 'tab');
      await terminal.until((rows) => rows.some((row) => row.includes(`[${tab}`)));
    }
    press(terminal, 'backtab');
    const rows = await terminal.shows('[Context');
    expect(rows.join('\n')).not.toContain('[TM');
  });
});

describe('finding the way', () => {
  it('a query narrows the list, and an empty one widens it', async () => {
    const { terminal } = await start();
    press(terminal, 'C-f');
    await terminal.shows('Show segments');
    terminal.send(`tide -9${KEY.enter}`);
    await terminal.until((rows) => !rows.some((row) => row.includes('Nobody slept')));
    await terminal.shows('The tide turned at 7.');
    press(terminal, 'C-f', 'C-a', 'C-k', 'enter');
    const rows = await terminal.shows('Nobody slept');
    expect(rows.join('\n')).toContain('The tide turned at 9.');
  });

  it('the palette takes a part of a command’s name, and a number', async () => {
    const { terminal } = await start();
    press(terminal, 'f2');
    terminal.send('：３');
    await terminal.shows('：３');
    press(terminal, 'enter');
    await terminal.until((rows) => rows.some((row) => row.startsWith('>  3 ')));
    press(terminal, 'f2');
    terminal.send('copy sou');
    await terminal.shows('copy sou');
    press(terminal, 'enter');
    await terminal.shows('editing');
    expect(rowAtCursor(terminal)).toContain('The tide turned at 9.');
  });

  it('F8 goes from finding to finding, and takes nobody’s text along', async () => {
    const text = TIDE.replace('Nobody', 'Nobody\u200b');
    const { place, terminal } = await start({
      files: { ...FILES, ...signed('tide', text) },
    });
    await goTo(terminal, 5);
    press(terminal, 'enter');
    await terminal.shows('editing');
    terminal.send('市长同意该计划。');
    await terminal.until(() => rowAtCursor(terminal).includes('市长同意该计划。'));
    press(terminal, 'f8');
    await terminal.until((rows) => rows.some((row) => /^>  [1-4] /.test(row)));
    await terminal.until((rows) => rows.some((row) => row.includes('[Findings')));
    const drafts = (await recordsOf(place)).flatMap(({ drafts: kept = [] }) => kept);
    expect(drafts.map(({ source, text: target }) => [source, target])).toEqual([
      ['The mayor agreed to the plan.', '市长同意该计划。'],
    ]);
  });

  it('reader mode shows whole texts', async () => {
    const long = `The boat left ${'and came back '.repeat(12)}at last.`;
    const files = {
      ...FILES,
      'articles/tide.md': TIDE.replace('Nobody slept', `${long} Nobody slept`),
    };
    const { terminal } = await start({ columns: 80, files });
    await goTo(terminal, 1);
    expect(terminal.rows().join('\n')).not.toContain('at last.');
    press(terminal, 'f7');
    await terminal.shows('Reader mode');
    await terminal.shows('at last.');
    press(terminal, 'f7');
    const rows = await terminal.shows('One line for each segment');
    expect(rows.join('\n')).not.toContain('at last.');
  });
});

describe('deeds', () => {
  it('a comment is written down', async () => {
    const { place, terminal } = await start();
    await goTo(terminal, 5);
    press(terminal, 'f4');
    await terminal.shows('Comment on this segment');
    terminal.send(`同意吗？问编辑${KEY.enter}`);
    await terminal.until((rows) => !rows.join('\n').includes('Comment on this segment'));
    press(terminal, 'M-n');
    await terminal.shows('同意吗？问编辑');
    expect((await recordsOf(place)).flatMap(({ notes = [] }) => notes)).toMatchObject([
      { by: 'mei', text: '同意吗？问编辑' },
    ]);
  });

  it('a segment is left out with a reason', async () => {
    const { place, terminal } = await start();
    await goTo(terminal, 4);
    press(terminal, 'M-z');
    await terminal.shows('Why is this segment left out?');
    terminal.send(`只对本地读者${KEY.enter}`);
    await terminal.shows('20% 1/5');
    expect((await recordsOf(place)).map(({ omitted }) => omitted?.reason)).toEqual([
      '只对本地读者',
    ]);
  });

  it('a correction of the source is in the article’s file', async () => {
    const { place, terminal } = await start();
    await goTo(terminal, 5);
    press(terminal, 'M-e');
    await terminal.shows('Correct the source');
    press(terminal, 'C-a', 'C-k');
    terminal.send(`The mayor agreed to both plans.${KEY.enter}`);
    await terminal.until((rows) => !rows.join('\n').includes('Correct the source'));
    await terminal.shows('The mayor agreed to both plans.');
    expect(await place.read('articles/tide.md')).toBe(
      TIDE.replace('agreed to the plan', 'agreed to both plans'),
    );
  });

  it('words are replaced after a look at what will be, as drafts', async () => {
    const { place, terminal } = await start({ files: { ...FILES, ...signed('tide', TIDE) } });
    press(terminal, 'M-r');
    await terminal.shows('Replace in the targets');
    terminal.send(`转向${KEY.enter}`);
    await terminal.shows('Replace “转向” with');
    terminal.send(`转流${KEY.enter}`);
    await terminal.shows('潮水七点转流。');
    press(terminal, 'enter');
    await expect
      .poll(async () =>
        (await recordsOf(place)).flatMap(({ drafts = [] }) => drafts.map(({ text }) => text)),
      )
      .toEqual(['潮水七点转流。', '潮水九点转流。']);
    expect(await place.read('locales/zh/tide.json')).toContain('潮水七点转向。');
  });

  it('history tells who signed what', async () => {
    const { terminal } = await start({ files: { ...FILES, ...signed('tide', TIDE) } });
    await goTo(terminal, 2);
    press(terminal, 'enter', 'C-a', 'C-k');
    terminal.send('潮水七点掉头。');
    press(terminal, 'C-s', 'escape');
    await goTo(terminal, 2);
    press(terminal, 'M-h');
    await terminal.shows('signed off, mei');
    await terminal.shows('signed off, lin');
    press(terminal, 'escape');
    await goTo(terminal, 2);
    expect(terminal.rows().join('\n')).toContain('潮水七点掉头。');
  });

  it('the difference views show what a target was and what it is', async () => {
    const { terminal } = await start({ files: { ...FILES, ...signed('tide', TIDE) } });
    await goTo(terminal, 2);
    press(terminal, 'enter', 'C-a', 'C-k');
    terminal.send('潮水七点掉头。');
    await terminal.until(() => rowAtCursor(terminal).includes('潮水七点掉头。'));
    press(terminal, 'escape');
    await terminal.until((rows) => !rows.join('\n').includes('editing'));
    press(terminal, 'f6');
    const rows = await terminal.shows('the target signed off last → the target');
    const target = rows.find((row) => row.includes('掉头') && row.includes('转向'));
    expect(target).toContain('七点');
    press(terminal, 'f6');
    await terminal.shows('the machine’s draft → the target');
    press(terminal, 'f6');
    await terminal.shows('Diff off.');
  });

  it('Ctrl+Z takes back what was done last, in whatever segment', async () => {
    const { place, terminal } = await start();
    await goTo(terminal, 5);
    press(terminal, 'enter');
    terminal.send('市长同意该计划。');
    press(terminal, 'C-s', 'escape');
    await terminal.shows('20% 1/5');
    await goTo(terminal, 4);
    press(terminal, 'M-z');
    await terminal.shows('Why is this segment left out?');
    terminal.send(`本地${KEY.enter}`);
    await terminal.shows('40% 2/5');
    await goTo(terminal, 1);
    press(terminal, 'C-z');
    await terminal.shows('20% 1/5');
    await terminal.until((rows) => rows.some((row) => row.startsWith('>  4 ')));
    await goTo(terminal, 1);
    press(terminal, 'C-z');
    await terminal.shows('0% 0/5');
    await terminal.until((rows) => rows.some((row) => row.startsWith('>  5 ')));
    expect(await place.read('locales/zh/tide.json')).not.toContain('市长同意该计划。');
  });
});

describe("an editor of one's own", () => {
  it('gets the source and the target, and its text is one edit', async () => {
    const { terminal } = await start({
      environment: ({ folder }) => ({ EDITOR: join(folder, 'editor.sh'), VISUAL: '' }),
      files: {
        ...FILES,
        'editor.sh': '#!/bin/sh\ngrep -q "mayor" "$1" && printf "市长同意。\\n" >> "$1"\n',
      },
    });
    const [{ place } = { place: null }] = open;
    await chmod(join(place?.folder ?? '', 'editor.sh'), 0o755);
    await goTo(terminal, 5);
    press(terminal, 'C-o');
    await terminal.until(() => rowAtCursor(terminal).includes('市长同意。'));
    press(terminal, 'C-z');
    await terminal.until(() => !rowAtCursor(terminal).includes('市长同意。'));
    expect(terminal.rows().join('\n')).toContain('editing');
  });
});
