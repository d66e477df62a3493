/**
 * What a hostile or broken file may hold: a clear answer in one sentence or a finding, in bounded time and
 * memory, nothing written outside of the workspace and nothing lost. The limits are in src/core/limits.ts.
 */
import { mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkArticle } from '../src/checks/check-article.ts';
import { DEFAULT_SETTING } from '../src/checks/setting.ts';
import { parseArticle } from '../src/core/article.ts';
import { UserError } from '../src/core/errors.ts';
import { MAX_BYTES, MAX_FRONT_MATTER, MAX_NESTING } from '../src/core/limits.ts';
import { buildState } from '../src/core/load.ts';
import { readLocale, serializeLocale } from '../src/core/locale-file.ts';
import { readReview, serializeReview } from '../src/core/review-file.ts';
import { parseTagged, plainText } from '../src/core/tags.ts';
import { parseConfig } from '../src/config.ts';
import { makeCliPlace, TRACE, type CliFiles, type CliPlace } from './support/cli-program.ts';

const GOOD: CliFiles = {
  'duizhao.config.json': '{}\n',
  'articles/tide.md': '---\ntitle: 潮汐表\n---\n\nThe tide is in.\n',
  'locales/zh/tide.json': '{\n  "title": "潮汐表"\n}\n',
  'locales/en/tide.json': '{\n  "title": "Tide table"\n}\n',
  'articles/tide.review.jsonl': '',
};

function many(count: number, make: (index: number) => string, gap = ''): string {
  return Array.from({ length: count }, (_, index) => make(index)).join(gap);
}

/** What a command says that refuses: one sentence, exit code 2, every file as it was. */
async function refusal(place: CliPlace, args: readonly string[]): Promise<string> {
  const before = await place.hashes();
  const { stdout, stderr, code } = await place.runWarm(['--lang', 'en', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(TRACE);
  expect(await place.hashes()).toEqual(before);
  return stderr;
}

const READERS = ['status', 'check', 'translate', 'publish'];

describe('a link that leads out of the workspace', () => {
  const ENTRIES = [
    'articles/tide.md',
    'articles/tide.review.jsonl',
    'locales/zh/tide.json',
    'locales/en/tide.json',
    'articles',
    'locales',
    'locales/zh',
  ];

  /** Moves a file or folder of the workspace out of it and leaves a link in its place. */
  async function moveOut(place: CliPlace, entry: string): Promise<string> {
    const target = join(dirname(place.folder), 'outside');
    await rename(join(place.folder, entry), target);
    await symlink(target, join(place.folder, entry));
    return target;
  }

  it.each(ENTRIES)('%s is refused', async (entry) => {
    const place = await makeCliPlace(GOOD);
    await moveOut(place, entry);
    const says = `${entry} is a link that leads out of the workspace`;
    for (const command of READERS) expect(await refusal(place, [command])).toContain(says);
  });

  it('keeps add and init from writing there', async () => {
    const place = await makeCliPlace({ ...GOOD, 'note.txt': 'A note.\n' });
    const target = await moveOut(place, 'articles');
    const says = 'articles is a link that leads out';
    expect(await refusal(place, ['add', 'note.txt'])).toContain(says);
    await rm(join(place.folder, 'duizhao.config.json'));
    await rm(join(target, 'tide.md'));
    expect(await refusal(place, ['init'])).toContain(says);
  });

  it('is refused when it leads nowhere', async () => {
    const place = await makeCliPlace(GOOD);
    await rm(join(place.folder, 'locales/zh/tide.json'));
    await symlink('/nowhere/tide.json', join(place.folder, 'locales/zh/tide.json'));
    const says = 'locales/zh/tide.json is a link that leads nowhere';
    expect(await refusal(place, ['check'])).toContain(says);
  });

  it('is none when it stays inside, nor when the workspace itself is reached by a link', async () => {
    const place = await makeCliPlace(GOOD);
    const plain = await place.run(['check', '--json']);
    await mkdir(join(place.folder, 'desk'));
    await rename(join(place.folder, 'articles/tide.md'), join(place.folder, 'desk/tide.md'));
    await symlink('../desk/tide.md', join(place.folder, 'articles/tide.md'));
    await rename(place.folder, `${place.folder}-real`);
    await symlink(`${place.folder}-real`, place.folder);
    expect(await place.run(['check', '--json'])).toEqual(plain);
  });
});

describe('a path that leads out of the workspace', () => {
  it.each([
    [['add', 'note.txt', '--slug', '../note'], {}, '../note'],
    [['add', 'note.txt', '--slug', '..'], {}, '..'],
    [['add', 'note.txt', '--slug', 'a/b'], {}, 'a/b'],
    [['add', 'note.txt', '--slug', 'C:note'], {}, 'C:note'],
    [['check', '../../etc/passwd'], {}, '../../etc/passwd'],
    [['check', '__proto__'], {}, '__proto__'],
    [['publish'], { 'duizhao.config.json': '{"publish":{"folder":"../site"}}' }, '../site'],
    [['publish'], { 'duizhao.config.json': '{"publish":{"folder":"/tmp/site"}}' }, '/tmp/site'],
  ])('%j', async (args, files, says) => {
    const place = await makeCliPlace({ ...GOOD, 'note.txt': 'A note.\n', ...files });
    expect(await refusal(place, args)).toContain(says);
  });
});

describe('names that every object seems to have', () => {
  it('are keys of a locale file like others', () => {
    const text = '{\n  "__proto__": "x",\n  "constructor": "y",\n  "title": "z"\n}\n';
    const { map, problems, broken } = readLocale({ slug: 'tide', file: 'f', text });
    expect([...map]).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['title', 'z'],
    ]);
    expect(problems.map(({ check, key }) => [check, key])).toEqual([['locale-key', '__proto__']]);
    expect(broken).toBe(false);
    expect(serializeLocale(map)).toBe(text);
    expect('x' in {}).toBe(false);
  });

  it('do no harm in review lines, and broken lines are kept', () => {
    const lines = [
      '{"key":"__proto__","drafts":[]}',
      '{"__proto__":{"key":"title"}}',
      '[]',
      'null',
    ];
    const text = `{"key":"constructor","note":1}\n${many(4, (index) => `${lines[index]}\n`)}`;
    const { records, broken, problems } = readReview('tide', 'f', text);
    expect([...records.keys()]).toEqual(['constructor']);
    expect(problems.map(({ check }) => check)).toEqual(Array(4).fill('review-line'));
    expect(serializeReview(records.values(), broken)).toBe(text);
  });

  it('are found in an article and its pairs', () => {
    const article =
      '---\n__proto__: &x {title: no}\nconstructor: no\ntitle: toString\n---\n\nvalueOf\n';
    const en = '{\n  "constructor": "c",\n  "title": "toString"\n}\n';
    const state = buildState({ slug: 'tide', article, zh: en, en, review: null });
    expect(state.units.map(({ segment }) => segment.text)).toEqual(['toString', 'valueOf']);
    expect([...state.orphans.keys()]).toEqual(['constructor']);
    expect(Object.getPrototypeOf(state.article.front)).toBe(Object.prototype);
  });

  it.each(['__proto__', 'constructor', 'toString', 'deepl.__proto__', 'segmentation.valueOf'])(
    'are unknown keys in a config: %s',
    (path) => {
      const [name = '', inner] = path.split('.');
      const json = `{"${name}":${inner === undefined ? '{"signOffs":2}' : `{"${inner}":{}}`}}`;
      expect(() => parseConfig(JSON.parse(json), 'f')).toThrow(`f: unknown key "${path}"`);
    },
  );
});

describe('characters that mislead', () => {
  function invisibleIn(article: string, en = '{}\n', review: string | null = null) {
    const state = buildState({ slug: 'tide', article, zh: null, en, review });
    return checkArticle(state, DEFAULT_SETTING)
      .filter(({ check }) => check === 'invisible')
      .map(({ place, values }) => [place.line, values['marks']]);
  }

  it.each([
    ['a terminal escape', 'A \u001b[31mred\u001b[0m tide.', 'U+001B'],
    ['an eight-bit escape', 'A \u009b31mred tide.', 'U+009B'],
    ['a bidirectional override', '潮水\u202e上涨\u202c。', 'U+202E, U+202C'],
    ['a bidirectional isolate', '潮水\u2066上涨\u2069。', 'U+2066, U+2069'],
    ['zero width', 'The ti\u200bde\u2060 is\ufeff in.', 'U+200B, U+2060, U+FEFF'],
    ['a joiner between letters', 'The ti\u200dde.', 'U+200D'],
    ['NUL', 'The ti\u0000de.', 'U+0000'],
    ['tags without a flag', 'The tide\u{e0041}.', 'U+E0041'],
    ['in code', '`let a\u202e = 1` runs.', 'U+202E'],
    ['in an address', 'See [it](https://a.example/\u200b).', 'U+200B'],
  ])('%s', (_, text, marks) => {
    expect(invisibleIn(`# Fine\n\n${text}\n`)).toEqual([[3, marks]]);
  });

  it('are found outside of segments, one finding a line', () => {
    const text = '---\ntitle: A\ntag: b\u200bc\u200b\n---\n\nB\n\n```\nx\u202e\ny\n```\n';
    expect(invisibleIn(text)).toEqual([
      [3, 'U+200B'],
      [9, 'U+202E'],
    ]);
  });

  it('are found where YAML or JSON writes them as escapes', () => {
    expect(invisibleIn('---\ntitle: "a\\e[2J"\n---\n')).toEqual([[2, 'U+001B']]);
    const en = '{\n  "title": "half \\ud800"\n}\n';
    const article = '---\ntitle: 标题\n---\n';
    const zh = '{\n  "title": "标题"\n}\n';
    const state = buildState({ slug: 'tide', article, zh, en, review: null });
    const found = checkArticle(state, DEFAULT_SETTING).find(({ check }) => check === 'invisible');
    expect(found?.values).toEqual({ marks: 'U+D800' });
    // Half a character cannot be stored in UTF-8: it stays an escape.
    expect(serializeLocale(state.locales.en)).toBe(en);
  });

  it("are found in an engine's draft", () => {
    const draft = {
      origin: 'engine:deepl',
      source: '标题',
      text: 'Tit\u202ele',
      at: '2026-01-01T00:00:00.000Z',
    };
    const review = `${JSON.stringify({ key: 'title', drafts: [draft] })}\n`;
    expect(invisibleIn('---\ntitle: 标题\n---\n', '{}\n', review)).toEqual([[2, 'U+202E']]);
  });

  it.each(['👩‍👩‍👧 came.', '⚠️ 1️⃣ ❤️‍🔥', '葛\u{e0100}城', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'a\tb', '全　角\u00a0空格'])(
    'are none in %j',
    (text) => {
      expect(invisibleIn(`${text}\n`)).toEqual([]);
    },
  );

  it.each(['status', 'check', 'segments'])('reach no terminal from %s', async (command) => {
    const evil = '\u001b]0;x\u0007\u009b2J\u202e\u200b';
    const place = await makeCliPlace({
      ...GOOD,
      'articles/tide.md': `---\ntitle: 潮${evil}汐\n---\n\nThe ${evil} tide.\n`,
      'locales/en/tide.json': `{\n  "k${evil.replace(/\p{Cc}/gu, '')}": 1,\n  "title": "x"\n}\n`,
    });
    const args = command === 'segments' ? [command, 'articles/tide.md'] : [command];
    const { stdout } = await place.run(args);
    expect(stdout).not.toBe('');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('bytes that are no text', () => {
  it.each(['articles/tide.md', 'locales/zh/tide.json', 'articles/tide.review.jsonl'])(
    'in %s are refused',
    async (file) => {
      const place = await makeCliPlace({ ...GOOD, [file]: Uint8Array.from([0x61, 0xff, 0xfe]) });
      expect(await refusal(place, ['check'])).toContain(`${file} is not UTF-8 text`);
    },
  );

  it('do not move the offsets of an article', () => {
    const text = 'The t\u0000ide **is\u0000** in. A\u0000 boat.\n';
    const article = parseArticle('tide', text);
    const spans = article.segments.map(({ span }) => text.slice(span.from, span.to));
    expect(spans).toEqual(['The t\u0000ide **is\u0000** in.', 'A\u0000 boat.']);
  });
});

describe('too much', () => {
  it.each([
    ['articles/tide.md', MAX_BYTES.article, '16 MB'],
    ['locales/zh/tide.json', MAX_BYTES.locale, '64 MB'],
    ['articles/tide.review.jsonl', MAX_BYTES.review, '128 MB'],
    ['duizhao.config.json', MAX_BYTES.config, '4 MB'],
  ])('of %s is refused', async (file, limit, named) => {
    const place = await makeCliPlace(GOOD);
    await truncate(join(place.folder, file), limit + 1_000_000);
    const { stderr, code } = await place.run(['check']);
    expect(code).toBe(2);
    expect(stderr).toContain(`${file} is too large`);
    expect(stderr).toContain(`${named} is the limit`);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  it.each([['add'], ['segments']])('of what %s reads is refused', async (command) => {
    const place = await makeCliPlace(GOOD);
    await writeFile(join(place.folder, 'big.txt'), 'a');
    await truncate(join(place.folder, 'big.txt'), 50_000_000);
    const { stderr, code } = await place.run([command, 'big.txt']);
    expect(code).toBe(2);
    expect(stderr).toContain('big.txt is too large: it has 50 MB, and 16 MB is the limit');
  });

  it.each([
    ['a folder in the place of an article', 'articles/tide.md', 'it is a folder'],
    ['a folder in the place of a locale file', 'locales/zh/tide.json', 'it is a folder'],
  ])('%s', async (_, file, says) => {
    const place = await makeCliPlace(GOOD);
    await rm(join(place.folder, file));
    await mkdir(join(place.folder, file));
    expect(await refusal(place, ['check'])).toContain(`${file} cannot be read: ${says}`);
  });

  /** Segments in order, none empty, none on another: nothing of the article is lost. */
  function isWhole(text: string): boolean {
    let end = 0;
    return parseArticle('tide', text).segments.every(({ span }) => {
      const fits = span.from >= end && span.to > span.from && span.to <= text.length;
      end = span.to;
      return fits;
    });
  }

  it.each([
    ['a word of 1 MB', 'a'.repeat(1_000_000)],
    ['a line of 5 MB', 'The tide is in at the old pier, and nobody saw it. '.repeat(100_000)],
    ['a sentence of 1 MB', `${'潮水'.repeat(500_000)}。`],
    ['a paragraph of 8,000 sentences in bold', 'The **tide** is in. '.repeat(8000)],
    ['a paragraph of 20,000 soft line breaks', 'tide\n'.repeat(20_000)],
    ['one sentence 10,000 times', 'Tide.\n\n'.repeat(10_000)],
    ['a table of 5,000 columns', `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n`],
    ['10,000 open brackets', `${'['.repeat(10_000)}x`],
    ['10,000 open quotation marks', `${'“'.repeat(10_000)}x`],
    ['20,000 stars that close nothing', '*a '.repeat(20_000)],
    ['100,000 references', '&amp;'.repeat(100_000)],
    ['10,000 comments', `a ${'<!-- x --> '.repeat(10_000)}`],
    ['3,000 footnotes', many(3000, (index) => `[^${index}]: x`, '\n')],
    [`${MAX_NESTING} levels of quotation`, `${'>'.repeat(MAX_NESTING)} x`],
  ])('%s is read', (_, text) => {
    expect(isWhole(text)).toBe(true);
  });

  it('200,000 segments are read', () => {
    const text = many(200_000, (index) => `潮位${index}米。${index % 5 === 4 ? '\n\n' : ''}`);
    expect(parseArticle('tide', text).segments).toHaveLength(200_000);
  });

  it.each([
    ['10,000 levels of quotation', `${'>'.repeat(10_000)}x`, 1],
    ['2,000 lists in each other', `x\n\n${'- '.repeat(2000)}x`, 3],
    ['numbered lists in each other', `${'1. '.repeat(2000)}x`, 1],
    ['a list indented without end', many(1000, (index) => `${'  '.repeat(index)}- x`, '\n'), 201],
    ['10,000 levels of brackets', `${'['.repeat(10_000)}x${']'.repeat(10_000)}`, 1],
    ['images in images', `${'!['.repeat(5000)}x${'](a)'.repeat(5000)}`, 1],
    ['emphasis in emphasis', `${'*a '.repeat(5000)}b${'*'.repeat(5000)}${' b*'.repeat(5000)}`, 1],
    ['stars between letters', `# x\n\n${'a*b '.repeat(40_000)}`, 3],
    ['signs that close nothing', `|\n${'a] '.repeat(40_000)}`, 2],
    ['signs that cross', '*a_ '.repeat(20_000), 1],
    ['comments that never end', `x\n\na ${'<!--'.repeat(25_000)}`, 3],
    ['instructions that never end', `a ${'<?x '.repeat(25_000)}`, 1],
    ['declarations that never end', `a ${'<!X '.repeat(25_000)}`, 1],
    ['raw data that never ends', `a ${'<![CDATA['.repeat(11_000)}`, 1],
  ])('%s are refused by line', (_, text, line) => {
    expect(() => parseArticle('tide', text)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(`articles/tide.md:${line}: `),
        exitCode: 2,
      }),
    );
  });

  it.each([
    ['aliases', `a: &a [x, x]\n${many(9, (n) => `k${n}: &k${n} [*a, *a, *a, *a, *a, *a]`, '\n')}`],
    ['nesting', `a: ${'['.repeat(90)}${'{a: '.repeat(20_000)}`],
    ['a nested map', many(400, (index) => `${' '.repeat(index)}a:`, '\n').repeat(3)],
    ['length', `title: ${'x'.repeat(MAX_FRONT_MATTER)}`],
    ['5 MB', many(200_000, (index) => `key${index}: the value of it`, '\n')],
  ])('front matter: %s is refused in a sentence', (_, yaml) => {
    const message = expect.stringMatching(
      /^articles\/tide\.md:\d+: (?:the front matter|markup is nested) [^\n]{1,200}\.$/,
    );
    expect(() => parseArticle('tide', `---\n${yaml}\n---\n\nThe tide is in.\n`)).toThrow(
      expect.objectContaining({ message, exitCode: 2 }),
    );
  });

  it.each([
    ['lists in lists', `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'locale-value'],
    ['lists without end', '['.repeat(100_000), 'locale-shape'],
    ['objects without end', '{"a":'.repeat(100_000), 'locale-'],
    ['a number', '7', 'locale-shape'],
    ['a list of pairs', '[["title","x"]]', 'locale-shape'],
    ['null', 'null', 'locale-shape'],
    ['a nested map', '{"title":{"zh":"x"}}', 'locale-value'],
    ['nothing', '', 'locale-'],
  ])('a locale file of the wrong shape (%s) is a finding', (_, text, check) => {
    const { problems } = readLocale({ slug: 'tide', file: 'f', text });
    expect(problems[0]?.check).toContain(check);
    expect(problems[0]?.severity).toBe('error');
  });

  it('a config nested without end is refused', async () => {
    const place = await makeCliPlace({ ...GOOD, 'duizhao.config.json': '{"a":'.repeat(100_000) });
    expect(await refusal(place, ['check'])).toMatch(/duizhao\.config\.json.*the JSON is broken/);
  });

  it.each([
    ['div', '<div>'.repeat(10_000)],
    ['ul', '<ul><li>'.repeat(1000)],
    ['b', '<b><i>'.repeat(3000)],
  ])('a page of %s in %s is refused', async (_, tags) => {
    const page = `<html><body><p>The tide is in.</p>${tags}x</body></html>`;
    const place = await makeCliPlace({ ...GOOD, 'page.html': page });
    expect(await refusal(place, ['add', 'page.html'])).toMatch(/page\.html: The HTML is nested/);
  });

  it('tags in tags are text when no article could hold them', () => {
    const text = `${'<1>'.repeat(20_000)}x${'</1>'.repeat(20_000)}`;
    expect(plainText(text)).toContain('x');
    expect(plainText(`${'<1>'.repeat(20_000)}${'</2>'.repeat(20_000)}`)).toHaveLength(140_000);
    expect(parseTagged(text)).toHaveLength(1);
  });
});

describe('laws', () => {
  /** The end of the last segment; null when the text is refused in a sentence. */
  function lastEnd(markdown: string): number | null {
    try {
      return Math.max(0, ...parseArticle('tide', markdown).segments.map(({ span }) => span.to));
    } catch (error) {
      if (error instanceof UserError) return null;
      throw error;
    }
  }

  it('any text is an article or refused in a sentence', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 200 }), (text) => {
        const markdown = text.replaceAll('\r', '\n').toWellFormed();
        expect(lastEnd(markdown) ?? 0).toBeLessThanOrEqual(markdown.length);
      }),
    );
  });

  it('what stands outside of the workspace is as it was', async () => {
    const place = await makeCliPlace(GOOD);
    const outside = join(dirname(place.folder), 'outside.json');
    await writeFile(outside, '{}\n');
    await rm(join(place.folder, 'locales/en/tide.json'));
    await symlink(outside, join(place.folder, 'locales/en/tide.json'));
    for (const command of READERS) await place.run([command]);
    expect(await readFile(outside, 'utf8')).toBe('{}\n');
  });
});
