import { describe, expect, it } from 'vitest';
import { makeCliPlace } from '../support/cli-program.ts';

const MADE = [
  '.gitattributes',
  '.github/actions/duizhao/action.yml',
  '.github/workflows/duizhao.yml',
  'articles/.gitkeep',
  'duizhao.config.json',
  'locales/en/.gitkeep',
  'locales/zh/.gitkeep',
];

describe('init', () => {
  it('makes a workspace that every other command accepts', async () => {
    const place = await makeCliPlace();
    const { stdout, stderr, code } = await place.run(['init']);
    expect(Object.keys(await place.hashes())).toEqual(MADE);
    for (const path of MADE) expect(stdout).toContain(`made ${path}\n`);
    expect(stdout).toMatch(/duizhao add <file>.*\n$/);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(await place.run(['status'])).toMatchObject({ code: 0, stderr: '' });
    expect(await place.run(['check'])).toMatchObject({ code: 1, stderr: '' });
    const added = await place.run(['add', '-'], { input: '码头\n\nThe pier is open.\n' });
    expect(added).toMatchObject({ code: 0, stderr: '' });
  });

  it('changes nothing the second time, and says so', async () => {
    const place = await makeCliPlace();
    await place.run(['init']);
    const before = await place.hashes();
    const { stdout, code } = await place.run(['init', '--json']);
    expect(await place.hashes()).toEqual(before);
    const { written, kept } = JSON.parse(stdout) as { written: string[]; kept: string[] };
    expect(written).toEqual([]);
    expect(kept).toEqual(expect.arrayContaining(MADE));
    expect(code).toBe(0);
  });

  it('keeps the files that are there, and makes the others', async () => {
    const mine = {
      'duizhao.config.json': '{ "lang": "zh" }\n',
      'articles/old-pier.md': '# 老码头\n',
      '.github/workflows/duizhao.yml': 'name: mine\n',
    };
    const place = await makeCliPlace(mine);
    const { stdout, code } = await place.run(['--lang', 'en', 'init']);
    for (const [path, text] of Object.entries(mine)) expect(await place.read(path)).toBe(text);
    expect(stdout).toContain('kept duizhao.config.json, which was there already\n');
    expect(stdout).toContain('made locales/zh/.gitkeep\n');
    expect(code).toBe(0);
  });

  it('speaks the language of the config, and prints one object with --json', async () => {
    const place = await makeCliPlace({ 'duizhao.config.json': '{ "lang": "zh" }\n' });
    const { stdout } = await place.run(['init']);
    expect(stdout).toMatch(/\p{Script=Han}/u);
    expect(stdout).not.toContain('made');
    const json = await (await makeCliPlace()).run(['init', '--json']);
    expect(JSON.parse(json.stdout)).toEqual({
      written: expect.arrayContaining(MADE) as unknown,
      kept: [],
      added: [],
      mergeDriver: false,
    });
  });

  it('names the merge driver beside what .gitattributes says already', async () => {
    const place = await makeCliPlace({ '.gitattributes': '*.png binary' });
    const { stdout } = await place.run(['--lang', 'en', 'init']);
    expect(stdout).toContain('added to .gitattributes\n');
    expect(stdout).toContain('in no git repository');
    expect(await place.read('.gitattributes')).toBe(
      '*.png binary\nlocales/*/*.json merge=duizhao\narticles/*.review.jsonl merge=duizhao\narticles/*.published.jsonl merge=duizhao\n',
    );
    const again = await place.run(['--lang', 'en', 'init']);
    expect(again.stdout).toContain('kept .gitattributes, which was there already\n');
  });
});
