/** What stays when the machine, the disk or somebody else gets in the way: real files, real terminals. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { killReviews } from '../support/kill.ts';
import { KEY, makePlace, openTerminal, type Place, type StoryTerminal } from './terminal.ts';

const SLUG = 'river-rises';
const ARTICLE = `---
title: 河水一夜上涨两米，渡口停摆
---

The river rose overnight.

Nobody slept.

The mayor spoke at dawn.
`;

const open: { place: Place; terminal: StoryTerminal }[] = [];

function start(place: Place, environment: Readonly<Record<string, string>> = {}): StoryTerminal {
  const options = { args: ['review', SLUG], columns: 120, rows: 30, environment };
  const terminal = openTerminal(place, options);
  open.push({ place, terminal });
  return terminal;
}

async function opened() {
  const place = await makePlace({ [`articles/${SLUG}.md`]: ARTICLE });
  const terminal = start(place);
  await terminal.shows('Segments');
  return { place, terminal };
}

/** Replaces a file as git and editors do: a new one in its place. */
async function replace(place: Place, path: string, text: string): Promise<void> {
  const temporary = join(place.folder, `${path}~`);
  await writeFile(temporary, text);
  await rename(temporary, join(place.folder, path));
}

afterEach(async () => {
  for (const { place, terminal } of open.splice(0)) {
    terminal.kill('SIGKILL');
    await terminal.ended;
    await place.remove();
  }
});

describe('a file that changes on disk', () => {
  it('is taken in while somebody types: text and caret stay, the change is shown', async () => {
    const { place, terminal } = await opened();
    terminal.send(`${KEY.down}${KEY.down}${KEY.enter}`);
    await terminal.shows('editing');
    terminal.send('无人入睡');
    await terminal.shows('无人入睡');
    const { x, y } = terminal.cursor();
    await replace(place, `articles/${SLUG}.md`, ARTICLE.replace('Nobody', 'Almost nobody'));
    const rows = await terminal.shows('{+Almost');
    expect(rows.join('\n')).toContain('has changed on disk');
    await terminal.until(() => terminal.cursor().x === x);
    expect(terminal.cursor()).toEqual({ x, y });
    terminal.send(`。${KEY.confirmStay}`);
    await terminal.shows('✓ reviewed');
    expect(await place.read(`locales/en/${SLUG}.json`)).toContain('Almost nobody slept.');
  });

  it('may be an article more in the list, and one less', async () => {
    const place = await makePlace({ [`articles/${SLUG}.md`]: ARTICLE });
    const terminal = openTerminal(place);
    open.push({ place, terminal });
    await terminal.shows('0/4');
    await writeFile(join(place.folder, 'articles/second.md'), ARTICLE);
    await terminal.until((rows) => rows.filter((row) => row.includes('0/4')).length === 2);
    await rm(join(place.folder, `articles/${SLUG}.md`));
    await terminal.until((rows) => !rows.some((row) => row.includes(SLUG)));
    expect(terminal.rows().join('\n')).toContain('second');
  });

  it('paints nothing when it says the same as before', async () => {
    const { place, terminal } = await opened();
    const pause = () => new Promise((resolve) => setTimeout(resolve, 400));
    await pause();
    const before = terminal.written().length;
    await replace(place, `articles/${SLUG}.md`, ARTICLE);
    await pause();
    expect(terminal.written().length).toBe(before);
  });
});

describe('two windows on one workspace', () => {
  async function clashing() {
    const { place, terminal: mei } = await opened();
    const an = start(place, { DUIZHAO_USER: 'an' });
    await an.shows('Segments');
    for (const terminal of [mei, an]) {
      terminal.send(KEY.enter);
      await terminal.shows('editing');
    }
    mei.send('River up, ferry stopped');
    await mei.shows('River up, ferry stopped');
    an.send(`The river is up${KEY.confirmStay}`);
    await an.shows('✓ reviewed');
    await mei.shows('≠ The river is up  an,');
    mei.send(KEY.confirmStay);
    const rows = await mei.shows('an signed this segment off meanwhile');
    expect(rows.join('\n')).toContain('≠ The river is up  an,');
    expect(rows.join('\n')).toContain('River up, ferry stopped');
    return { place, mei, an };
  }

  const en = async (place: Place): Promise<unknown> =>
    JSON.parse(await place.read(`locales/en/${SLUG}.json`));

  it('keep both texts of a segment that both sign, and one key takes mine', async () => {
    const { place, mei, an } = await clashing();
    expect(await en(place)).toEqual({ title: 'The river is up' });
    expect(await place.read(`articles/${SLUG}.review.jsonl`)).toContain('River up, ferry stopped');
    mei.send(KEY.confirmStay);
    await mei.shows('Confirmed.');
    expect(await en(place)).toEqual({ title: 'River up, ferry stopped' });
    // How the sentence goes on depends on whether the files were read between two of their renames.
    await an.shows('mei has just signed this segment off in another window');
    await an.shows('River up, ferry stopped');
  });

  it('keep both, and one key keeps theirs', async () => {
    const { place, mei } = await clashing();
    mei.send(KEY.keepTheirs);
    await mei.shows('The text by an stands');
    await mei.until((rows) => !rows.join('').includes('≠'));
    expect(await en(place)).toEqual({ title: 'The river is up' });
    expect(await place.read(`articles/${SLUG}.review.jsonl`)).not.toContain('"drafts"');
  });

  it('work on different segments without noticing each other, but for the result', async () => {
    const { place, terminal: mei } = await opened();
    const an = start(place, { DUIZHAO_USER: 'an' });
    await an.shows('Segments');
    an.send(`${KEY.down}${KEY.enter}河水上涨。${KEY.enter}`);
    mei.send(`${KEY.enter}River up${KEY.confirmStay}`);
    for (const terminal of [mei, an]) await terminal.shows(' 2/4 ');
    expect(mei.rows().join('\n')).not.toContain('≠');
  });
});

describe('a disk that does not take it', () => {
  it('is said in the header; the session goes on, and everything is written once it can be', async () => {
    const { place, terminal } = await opened();
    await writeFile(join(place.folder, 'locales'), 'a file where a folder has to be');
    terminal.send(`${KEY.enter}River up${KEY.enter}河水上涨。${KEY.enter}无人`);
    const [header = ''] = await terminal.shows('NOT SAVED (2)');
    expect(header).toMatch(/NOT SAVED \(2\): \S/);
    expect(header).toContain(' 2/4 ');
    await rm(join(place.folder, 'locales'));
    await terminal.shows('everything is saved');
    expect(terminal.rows()[0]).not.toContain('NOT SAVED');
    await terminal.shows('无人');
    const zh = JSON.parse(await place.read(`locales/zh/${SLUG}.json`)) as object;
    expect(Object.values(zh)).toEqual(['河水一夜上涨两米，渡口停摆', '河水上涨。']);
  });

  it('is asked about once when quitting; what the journal has comes back', async () => {
    const { place, terminal } = await opened();
    await writeFile(join(place.folder, 'locales'), 'a file where a folder has to be');
    terminal.send(`${KEY.enter}River up${KEY.confirmStay}`);
    await terminal.shows('NOT SAVED (1)');
    terminal.send(KEY.quit);
    await terminal.shows('1 segment is not in its files');
    terminal.send(KEY.quit);
    expect(await terminal.ended).toBe(0);
    await rm(join(place.folder, 'locales'));
    const next = start(place);
    await next.shows(`1 segment was recovered: ${SLUG}.`);
    await next.shows(' 1/4 ');
    expect(await place.read(`locales/en/${SLUG}.json`)).toContain('River up');
  });

  it('may be the one with the journal', async () => {
    const { place, terminal } = await opened();
    // Nothing has been journalled yet: a file in the folder's place is in the way of the first entry.
    await writeFile(place.state, '');
    terminal.send(`${KEY.enter}River`);
    await terminal.shows('NOT SAVED (1)');
    terminal.send(` up${KEY.enter}`);
    await terminal.shows(' 1/4 ');
    expect(terminal.rows()[0]).toContain('NOT SAVED (1)');
    await rm(place.state);
    await terminal.shows('everything is saved');
    expect(await place.read(`locales/en/${SLUG}.json`)).toContain('River up');
  });

  it('keeps nobody out who starts', async () => {
    const { place, terminal } = await opened();
    terminal.send(`${KEY.enter}River half ty`);
    await terminal.shows('River half ty');
    terminal.kill('SIGKILL');
    await terminal.ended;
    await mkdir(join(place.folder, `articles/${SLUG}.review.jsonl`));
    await rm(join(place.folder, `articles/${SLUG}.review.jsonl`), { recursive: true });
    const [workspace = ''] = await readdir(place.state);
    // Folders are in the way of the lock, in its place and where it else goes.
    await mkdir(join(place.state, workspace, 'lock'));
    const elsewhere = join(tmpdir(), `duizhao-${workspace}.lock`);
    await mkdir(elsewhere);
    onTestFinished(() => rm(elsewhere, { recursive: true }));
    const next = start(place);
    await next.shows('The last session left work that cannot be written yet');
    const isThere = (row: string): boolean => /~.河水一夜上涨两米/u.test(row);
    const rows = await next.until((all) => all.some(isThere));
    expect(rows[0]).toContain(' 0/4 ');
  });
});

describe('a kill at any instant', () => {
  it('loses no pair that the screen called saved, doubles none, and leaves files that can be read', async () => {
    const report = await killReviews({ runs: 12, seed: 20_260_901 });
    expect(report).toMatchObject({ runs: 12, unreadable: [], lost: [], doubled: [] });
    // The runs say nothing if the kills came before the work, or after it.
    expect(report.confirmed).toBeGreaterThan(0);
    expect(report.cut).toBeGreaterThan(0);
  }, 240_000);
});
