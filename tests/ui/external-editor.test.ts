import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import {
  editOutside,
  editorFile,
  editorWords,
  readEditorFile,
  splitWords,
} from '../../src/ui/external-editor.ts';

const EDIT = { source: '河水一夜上涨\n两米', text: 'The river rose', hint: 'Write below.' };

describe('the file', () => {
  it('holds the source as comment lines, then the target', () => {
    expect(editorFile(EDIT)).toBe(
      '# Write below.\n# 河水一夜上涨\n# 两米\n# ----\nThe river rose\n',
    );
  });

  it('gives back any target that was left alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const clean = text.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '');
        expect(readEditorFile(editorFile({ ...EDIT, text: clean }))).toBe(clean);
      }),
    );
  });

  it.each([
    ['comment lines that were taken away', 'One\n# two\n', 'One\n# two'],
    ['the rule that was taken away', '# 水\nOne\n', 'One'],
    ['nothing but comments', '# 水\n', ''],
    ['a file that was emptied', '', ''],
    [
      'line ends of Windows, and a mark of the byte order',
      '\uFEFF# 水\r\n# ----\r\nOne\r\n',
      'One',
    ],
    ['a target that begins with #', '# 水\n# ----\n# One\n', '# One'],
  ])('is read with %s', (_, file, text) => {
    expect(readEditorFile(file)).toBe(text);
  });
});

describe('the command', () => {
  it.each([
    ['vim', ['vim']],
    ['code --wait', ['code', '--wait']],
    ['"/Applications/My Editor/edit" -w', ['/Applications/My Editor/edit', '-w']],
    ["emacsclient -a '' -t", ['emacsclient', '-a', '', '-t']],
    [String.raw`/opt/my\ editor --title="a \"b\""`, ['/opt/my editor', '--title=a "b"']],
    ['vi; rm -rf $HOME', ['vi;', 'rm', '-rf', '$HOME']],
    ['  ', []],
  ])('%j is split, and nothing in it is run', (command, words) => {
    expect(splitWords(command)).toEqual(words);
  });

  it.each([
    [{ VISUAL: 'code -w', EDITOR: 'vim' }, ['code', '-w']],
    [{ VISUAL: ' ', EDITOR: 'vim' }, ['vim']],
    [{}, ['vi']],
  ])('is taken from %j', (environment, words) => {
    expect(editorWords(environment)).toEqual(words);
  });
});

describe('an editor', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duizhao-test-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function edited(script: string, signal = new AbortController().signal): Promise<string> {
    const path = join(folder, 'editor.mjs');
    await writeFile(path, script);
    const environment = { EDITOR: `"${process.execPath}" "${path}"` };
    return editOutside(EDIT, { environment, signal });
  }

  it('gets a file that is the person’s alone, and its text comes back', async () => {
    const text = await edited(`
      import { appendFileSync, statSync, writeFileSync } from 'node:fs';
      import { dirname } from 'node:path';
      const path = process.argv[2];
      const modes = [path, dirname(path)].map((each) => (statSync(each).mode & 0o777).toString(8));
      writeFileSync(${JSON.stringify(join(folder, 'seen'))}, [path, ...modes].join('\\n'));
      appendFileSync(path, 'by two metres\\n');
    `);
    expect(text).toBe('The river rose\nby two metres');
    const [path = '', ...modes] = (await readFile(join(folder, 'seen'), 'utf8')).split('\n');
    expect(modes).toEqual(['600', '700']);
    await expect(readdir(join(path, '..'))).rejects.toThrow('ENOENT');
  });

  it('that fails leaves the text as it was, and says so', async () => {
    const failed = edited('process.exit(3)');
    await expect(failed).rejects.toThrow(UserError);
    await expect(failed).rejects.toThrow('ended with 3');
  });

  /** The file that a refusal names; it is taken away again. */
  async function keptFile(refused: Promise<string>): Promise<Buffer> {
    const said = String(await refused.catch((error: unknown) => error));
    const path = /what was saved is in (.+)\.$/.exec(said)?.[1] ?? '';
    const bytes = await readFile(path);
    await rm(dirname(path), { recursive: true });
    return bytes;
  }

  it.each([
    ['GBK', [0xba, 0xd3, 0xcb, 0xae]],
    ['UTF-16', [0xff, 0xfe, 0x34, 0x6c]],
    ['Big5', [0xaa, 0x65, 0xa4, 0xf4]],
  ])('whose file is %s is refused, and the file is kept', async (_, bytes) => {
    const script = `
      import { writeFileSync } from 'node:fs';
      writeFileSync(process.argv[2], Buffer.from(${JSON.stringify(bytes)}));
    `;
    await expect(keptFile(edited(script))).resolves.toEqual(Buffer.from(bytes));
  });

  it('that saves and then fails leaves the file where it says', async () => {
    const refused = edited(`
      import { appendFileSync } from 'node:fs';
      appendFileSync(process.argv[2], 'by two metres\\n');
      process.exit(1);
    `);
    await expect(refused).rejects.toThrow('ended with 1; what was saved is in');
    expect((await keptFile(refused)).toString()).toContain('The river rose\nby two metres\n');
  });

  it('that takes its file away is told', async () => {
    const script = `import { rmSync } from 'node:fs'; rmSync(process.argv[2]);`;
    await expect(edited(script)).rejects.toThrow(UserError);
  });

  it('that fails and has saved nothing leaves no file', async () => {
    const path = join(folder, 'where');
    const script = `
      import { writeFileSync } from 'node:fs';
      writeFileSync(${JSON.stringify(path)}, process.argv[2]);
      process.exit(1);
    `;
    await expect(edited(script)).rejects.not.toThrow('what was saved');
    await expect(readFile(await readFile(path, 'utf8'))).rejects.toThrow('ENOENT');
  });

  it('that is not there is named', async () => {
    const environment = { EDITOR: join(folder, 'nowhere') };
    const { signal } = new AbortController();
    await expect(editOutside(EDIT, { environment, signal })).rejects.toThrow('was not found');
  });

  it('ends when the terminal is wanted back', async () => {
    const aborter = new AbortController();
    const failed = edited('setTimeout(() => {}, 60_000)', aborter.signal);
    setTimeout(() => aborter.abort(), 50);
    await expect(failed).rejects.toThrow(UserError);
  });
});
