/** The whole way of an article: from an empty folder to pages in Chinese, in English and in both. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Lang } from '../../src/core/model.ts';
import { mainText, occurrences } from '../editions/html.ts';
import { startFakeDeepl, type FakeDeepl } from '../fakes/deepl-server.ts';
import { makeCliPlace, type CliPlace } from '../support/cli-program.ts';
import { KEY, openTerminal, type StoryTerminal } from './terminal.ts';

const TITLE = '废弃车站变身旧书店';
const SENTENCES = [
  'When the last train left Alder Quay in 2009, the station stood empty for a year.',
  'Today its waiting room holds 60,000 second-hand books.',
  '"We did not plan a bookshop," said Rowan Teale, who runs it with two friends.',
  '"We planned a dry place for my uncle\'s boxes.',
  'Then people began to knock.',
  'What could we do?"',
  'Most visitors come by bus and stay for the afternoon.',
  'Teale keeps a kettle on the old ticket counter, and nobody pays for the tea.',
];
const [S0, S1, S2, S3, S4, S5, S6, S7] = SENTENCES;
const PAGE = [
  TITLE,
  `${S0} ${S1}`,
  `${S2} ${S3} ${S4} ${S5}`,
  `${S6} ${S7}`,
  '- 上一篇',
  '- 下一篇',
].join('\n');
const SLUG = 'book-station';
const TYPED = '镇上的人都说，';
const CTRL_HOME = '\u001b[1;5H';
const ALL = SENTENCES.length + 1;

let fake: FakeDeepl | undefined;
let terminal: StoryTerminal | undefined;
afterEach(async () => {
  await fake?.close();
  terminal?.kill('SIGKILL');
  await terminal?.ended;
});

async function findings(place: CliPlace) {
  const { stdout, code } = await place.run(['check', '--json']);
  const { findings: found } = JSON.parse(stdout) as {
    findings: { check: string; severity: string; key: string; zh?: string; en?: string }[];
  };
  return { code, found };
}

async function texts(place: CliPlace, lang: Lang): Promise<string[]> {
  const locale = JSON.parse(await place.read(`locales/${lang}/${SLUG}.json`)) as object;
  return Object.values(locale) as string[];
}

function visible(html: string): string {
  return mainText(html).replace(/\s+/g, ' ');
}

/** Confirms every draft in a terminal, the third one with something typed before it. */
async function reviewAll(place: CliPlace): Promise<void> {
  terminal = openTerminal(place, { args: ['review', SLUG], columns: 120, rows: 40 });
  await terminal.shows('Segments');
  await terminal.shows(`0/${ALL}`);
  terminal.send(KEY.enter);
  await terminal.shows('editing');
  for (let done = 1; done <= ALL; done += 1) {
    if (done === 3) {
      terminal.send(CTRL_HOME);
      terminal.send(TYPED);
      await terminal.shows(TYPED);
    }
    terminal.send(KEY.enter);
    await terminal.shows(`${done}/${ALL}`);
  }
  terminal.send(KEY.quit);
  expect(await terminal.ended).toBe(0);
}

/** An empty folder made a workspace, and the page added to it. */
async function prepared() {
  const place = await makeCliPlace();
  expect(await place.run(['init'])).toMatchObject({ code: 0 });
  const added = await place.run(['add', '-', '--slug', SLUG], { input: PAGE });
  expect(added).toMatchObject({ code: 0, stderr: '' });
  return { place, said: added.stdout };
}

describe('an article with a Chinese headline and an English body', () => {
  it('is added with each sentence in its own language, and without the navigation', async () => {
    const { place, said } = await prepared();
    expect(said).toContain(`1 zh and ${SENTENCES.length} en segments`);
    expect(said).toMatch(/dropped line 5: “- 上一篇”.*\n.*dropped line 6: “- 下一篇”/);
    const { code, found } = await findings(place);
    expect(code).toBe(1);
    expect(found.map(({ check, zh, en }) => [check, zh, en])).toEqual([
      ['missing', TITLE, undefined],
      ...SENTENCES.map((text) => ['missing', undefined, text]),
    ]);
  });

  it('goes all the way to pages that hold each sentence exactly once', async () => {
    const { place } = await prepared();
    fake = await startFakeDeepl();
    const environment = { DEEPL_SERVER_URL: fake.url, DEEPL_AUTH_KEY: fake.key };
    expect(await place.run(['publish'])).toMatchObject({ code: 1 });

    expect(await place.run(['translate', SLUG, '--yes'], { environment })).toMatchObject({
      code: 0,
    });
    expect(fake.requests.flatMap((request) => request.texts)).toHaveLength(ALL);
    const { code, found } = await findings(place);
    expect(code).toBe(1);
    // What else there is to say of the fake engine's Chinese is no error.
    const errors = found.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ check }) => check)).toEqual(Array(ALL).fill('draft'));
    expect(await place.run(['publish'])).toMatchObject({ code: 1 });

    await reviewAll(place);
    expect(await place.run(['check'])).toMatchObject({ code: 0, stderr: '' });
    const [zh, en] = [await texts(place, 'zh'), await texts(place, 'en')];
    expect(zh[0]).toBe(TITLE);
    expect(en.slice(1)).toEqual(SENTENCES);
    expect(zh[2]).toContain(TYPED);

    expect(await place.run(['publish'])).toMatchObject({ code: 0 });
    const page = async (view: string) =>
      visible(await place.read(`site/${view}/${SLUG}/index.html`));
    const [zhPage, enPage, both] = [await page('zh'), await page('en'), await page('duizhao')];
    for (const text of zh) {
      expect([text, occurrences(zhPage, text), occurrences(both, text)]).toEqual([text, 1, 1]);
      expect(enPage).not.toContain(text);
    }
    for (const text of en) {
      expect([text, occurrences(enPage, text), occurrences(both, text)]).toEqual([text, 1, 1]);
      expect(zhPage).not.toContain(text);
    }
    expect(zhPage + enPage + both).not.toMatch(/上一篇|下一篇/);
  });

  it('shows every command what was typed when the review was killed, and none writes it twice', async () => {
    const { place } = await prepared();
    terminal = openTerminal(place, { args: ['review', SLUG] });
    await terminal.shows('Segments');
    terminal.send(`${KEY.enter}A station full of books`);
    await terminal.shows('A station full of books');
    terminal.kill('SIGKILL');
    await terminal.ended;
    const before = await place.hashes();
    const { found } = await findings(place);
    expect(found[0]).toMatchObject({ check: 'draft', en: 'A station full of books' });
    const status = await place.run(['status', '--json']);
    expect(status.stdout).toMatch(/"draft": 1,\s+"untranslated": 8,/);
    expect(await place.hashes()).toEqual(before);
  });
});
