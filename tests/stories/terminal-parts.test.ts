/** What the review does to its terminal besides painting: another editor on it, the mouse, plain lines. */
import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEY, makePlace, openTerminal, type Place, type TerminalOptions } from './terminal.ts';

const ARTICLE = '---\ntitle: 渡口的灯\n---\n\n河水一夜上涨两米。没有人睡。\n';
const OUTSIDE = '\u000f';

let place: Place;

beforeEach(async () => {
  place = await makePlace({ 'articles/ferry.md': ARTICLE });
});

afterEach(() => place.remove());

function review(options: TerminalOptions = {}) {
  return openTerminal(place, { ...options, args: ['review', 'ferry', ...(options.args ?? [])] });
}

/** An editor that says that it is there, waits for Enter, and does as its script says. */
async function editorThat(script: string): Promise<Readonly<Record<string, string>>> {
  const path = join(place.folder, '..', 'editor.mjs');
  await writeFile(
    path,
    `import { readFileSync, writeFileSync } from 'node:fs';
    const path = process.argv[2];
    process.stdout.write('THE OTHER EDITOR\\r\\n' + readFileSync(path, 'utf8'));
    await new Promise((resolve) => process.stdin.once('data', resolve));
    ${script}
    process.stdin.pause();`,
  );
  // A folder of its own: other programs that run now leave files in the system's.
  return { VISUAL: `"${process.execPath}" '${path}'`, TMPDIR: dirname(place.folder) };
}

/** What was asked of the terminal last, of two sequences. */
function lastOf(written: string, on: string, off: string): 'on' | 'off' {
  return written.lastIndexOf(on) > written.lastIndexOf(off) ? 'on' : 'off';
}

describe('another editor', () => {
  it('has the terminal to itself, and its text comes back into the review', async () => {
    const environment = await editorThat(
      `writeFileSync(path, readFileSync(path, 'utf8') + 'The lamp at the ferry\\n');`,
    );
    const terminal = review({ environment });
    await terminal.shows('渡口的灯');
    terminal.send(OUTSIDE);
    await terminal.shows('THE OTHER EDITOR');
    await terminal.shows('# 渡口的灯');
    expect(lastOf(terminal.written(), '\u001b[?1049h', '\u001b[?1049l')).toBe('off');
    expect(lastOf(terminal.written(), '\u001b[?2004h', '\u001b[?2004l')).toBe('off');
    terminal.send('\r');
    await terminal.shows('The lamp at the ferry');
    expect(lastOf(terminal.written(), '\u001b[?1049h', '\u001b[?1049l')).toBe('on');
    expect(lastOf(terminal.written(), '\u001b[?2004h', '\u001b[?2004l')).toBe('on');
    expect(terminal.rows().join('\n')).not.toContain('THE OTHER EDITOR');
    terminal.send(KEY.quit);
    expect(await terminal.ended).toBe(0);
    const left = (await readdir(dirname(place.folder))).filter((name) =>
      name.startsWith('duizhao-edit-'),
    );
    expect(left).toEqual([]);
  });

  it('that fails leaves the text as it was, and the review says so', async () => {
    const terminal = review({ environment: await editorThat('process.exitCode = 3;') });
    await terminal.shows('渡口的灯');
    terminal.send(OUTSIDE);
    await terminal.shows('THE OTHER EDITOR');
    terminal.send('\r');
    // Its name is a path, and as long as that is: no more of the sentence stays on one line.
    await terminal.shows('The text is as it was: The editor');
    terminal.send(KEY.quit);
    expect(await terminal.ended).toBe(0);
  });

  it('that is not there is named', async () => {
    const terminal = review({ environment: { VISUAL: '', EDITOR: 'no-such-editor' } });
    await terminal.shows('渡口的灯');
    terminal.send(OUTSIDE);
    await terminal.shows('no-such-editor');
    terminal.send(KEY.quit);
    expect(await terminal.ended).toBe(0);
  });

  it('ends with the review when the process is told to', async () => {
    const terminal = review({ environment: await editorThat('') });
    await terminal.shows('渡口的灯');
    terminal.send(OUTSIDE);
    await terminal.shows('THE OTHER EDITOR');
    terminal.kill('SIGTERM');
    expect(await terminal.ended).toBe(0);
    for (const [on, off] of [
      ['\u001b[?1049h', '\u001b[?1049l'],
      ['\u001b[?2004h', '\u001b[?2004l'],
      ['\u001b[?25l', '\u001b[?25h'],
    ] as const) {
      expect([on, lastOf(terminal.written(), on, off)]).toEqual([on, 'off']);
    }
  });
});

describe('the mouse', () => {
  it('is the terminal’s unless it is asked for, and given back', async () => {
    const without = review();
    await without.shows('渡口的灯');
    without.send(KEY.quit);
    await without.ended;
    expect(without.written()).not.toContain('\u001b[?1000h');

    const terminal = review({ args: ['--mouse'] });
    await terminal.shows('渡口的灯');
    terminal.send('\u001b[<0;10;4M\u001b[<0;10;4m');
    await terminal.until((rows) => rows[3]?.startsWith('>') === true);
    terminal.send(KEY.quit);
    await terminal.ended;
    expect(lastOf(terminal.written(), '\u001b[?1000h', '\u001b[?1000l')).toBe('off');
  });
});

describe('a terminal that draws a dash in two cells', () => {
  it('is told by its answer, and the frame is drawn in ASCII', async () => {
    const terminal = review();
    await terminal.shows('─');
    expect(terminal.written()).toContain('—\u001b[?6n');
    terminal.send('\u001b[?1;3R');
    await terminal.until((rows) => !rows.some((row) => row.includes('─')));
    await terminal.shows('--ascii');
    terminal.send(KEY.quit);
    expect(await terminal.ended).toBe(0);
  });

  it('is none when the cursor went one', async () => {
    const terminal = review();
    await terminal.shows('─');
    terminal.send('\u001b[?1;2R');
    terminal.send(KEY.down);
    await terminal.until((rows) => rows[3]?.startsWith('>') === true);
    expect(terminal.rows().join('\n')).toContain('─');
    terminal.send(KEY.quit);
    expect(await terminal.ended).toBe(0);
  });
});

describe('for a screen reader', () => {
  it.each([
    [{ args: ['--screen-reader'] }],
    [{ environment: { INK_SCREEN_READER: 'true' } }],
  ] as const)('lines are written, with the same keys (%j)', async (options) => {
    const terminal = review(options);
    await terminal.shows('English target');
    expect(terminal.written()).not.toContain('\u001b[?1049h');
    terminal.send(KEY.enter);
    await terminal.shows('English target, editing');
    terminal.send('The ferry 灯');
    await terminal.shows('editing: The ferry 灯');
    expect(terminal.rows().join('\n')).not.toMatch(/[─│]/);
    terminal.send(KEY.quit);
    expect(await terminal.ended).toBe(0);
  });
});
