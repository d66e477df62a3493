/** Whatever is wrong with what a user hands over: one sentence, the right exit code, nothing changed. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCliPlace, TRACE, type CliFiles, type CliResult } from '../support/cli-program.ts';

const PIER = `---
title: 老码头周五重新开放
date: 2026-10-02
---

The old pier reopens on Friday. Two boats will call each day.
`;

const GOOD: CliFiles = {
  'duizhao.config.json': '{}\n',
  'articles/old-pier.md': PIER,
  'locales/zh/old-pier.json': '{\n  "title": "老码头周五重新开放"\n}\n',
  'locales/en/old-pier.json': '{\n  "title": "Old pier reopens on Friday"\n}\n',
};

const ALL: readonly (readonly string[])[] = [
  [],
  ['init'],
  ['add', 'x.txt'],
  ['status'],
  ['translate'],
  ['review'],
  ['check'],
  ['publish'],
];
/** Those that look at every article. */
const READERS = ALL.filter(([name]) => name !== 'init' && name !== 'add');
const IN_WORKSPACE = ALL.filter(([name]) => name !== 'init');
const NAMED = READERS.filter((words) => words.length > 0);

interface Bad {
  readonly what: string;
  readonly args: readonly string[];
  readonly files: CliFiles;
  /** What the one sentence has to name. */
  readonly says: readonly (string | RegExp)[];
  readonly folders?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

function each(
  commands: readonly (readonly string[])[],
  what: string,
  rest: Omit<Bad, 'what' | 'args'>,
): Bad[] {
  return commands.map((args) => ({ what, args, ...rest }));
}

function more(args: readonly string[], ...words: readonly string[]): readonly string[] {
  return [...args, ...words];
}

const CONFIGS: readonly (readonly [string, string, readonly (string | RegExp)[]])[] = [
  [
    'an unknown key in the config',
    '{ "singOffs": 2 }',
    ['duizhao.config.json', '"singOffs"', 'did you mean "signOffs"?'],
  ],
  [
    'an unknown key deeper in the config',
    '{ "deepl": { "modle": "x" } }',
    ['duizhao.config.json', '"deepl.modle"', 'did you mean "model"?'],
  ],
  ['a wrong value in the config', '{ "signOffs": 7 }', ['duizhao.config.json', '"signOffs"', '7']],
  ['a config that is no object', '[]', ['duizhao.config.json']],
  ['a broken config', '{\n  "lang": "zh",\n  "engine" "none"\n}', ['duizhao.config.json:3:']],
  [
    'conflict markers in the config',
    '{\n<<<<<<< ours\n  "lang": "zh"\n=======\n  "lang": "en"\n>>>>>>> theirs\n}',
    ['duizhao.config.json:2:', 'conflict'],
  ],
];

const ARGUMENTS: readonly Bad[] = [
  ...ALL.map((args): Bad => ({
    what: 'an unknown option',
    args: more(args, '--bogus'),
    files: { ...GOOD, 'x.txt': 'A pier.\n' },
    says: ['--bogus'],
  })),
  { what: 'an unknown command', args: ['chek'], files: GOOD, says: ['"chek"', 'duizhao check'] },
  { what: 'an unknown command', args: ['zzz'], files: GOOD, says: ['"zzz"', 'duizhao --help'] },
  { what: 'an unknown language', args: ['--lang', 'fr', 'status'], files: GOOD, says: ['"fr"'] },
  { what: 'a language left out', args: ['status', '--lang'], files: GOOD, says: ['--lang'] },
  { what: 'an unknown format', args: ['check', '--format', 'xlm'], files: GOOD, says: ['xlm'] },
  {
    what: 'two slips in one',
    args: ['add', '--slug'],
    files: GOOD,
    says: ['file', '--slug', 'duizhao add --help'],
  },
  { what: 'no file', args: ['add'], files: GOOD, says: ['file'] },
  { what: 'one article too many', args: ['review', 'a', 'b'], files: GOOD, says: [/"b"|2/] },
  ...NAMED.map((args): Bad => ({
    what: 'a wrong slug',
    args: more(args, 'old-peir'),
    files: GOOD,
    says: ['"old-peir"', 'did you mean "old-pier"?'],
  })),
  ...NAMED.map((args): Bad => ({
    what: 'a slug that leads out',
    args: more(args, '../../etc/passwd'),
    files: GOOD,
    says: ['"../../etc/passwd"', 'duizhao status'],
  })),
];

const ADDED: readonly Bad[] = [
  { what: 'a missing file', args: ['add', 'no.txt'], files: GOOD, says: ['no.txt'] },
  {
    what: 'a folder',
    args: ['add', 'texts'],
    files: GOOD,
    folders: ['texts'],
    says: ['texts', 'folder'],
  },
  {
    what: 'an empty file',
    args: ['add', 'x.txt'],
    files: { ...GOOD, 'x.txt': '' },
    says: ['x.txt', 'empty'],
  },
  { what: 'empty standard input', args: ['add', '-'], files: GOOD, says: ['standard input'] },
  {
    what: 'a file of spaces',
    args: ['add', 'x.txt'],
    files: { ...GOOD, 'x.txt': ' \n\t\n　\n' },
    says: ['x.txt', 'no text'],
  },
  {
    what: 'a file of page furniture',
    args: ['add', 'x.txt'],
    files: { ...GOOD, 'x.txt': '- 上一篇\n- 下一篇\n' },
    says: ['x.txt', '--keep-all'],
  },
  {
    what: 'a picture',
    args: ['add', 'x.txt'],
    files: { ...GOOD, 'x.txt': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13) },
    says: ['x.txt', 'PNG'],
  },
  {
    what: 'a program',
    args: ['add', 'x.bin'],
    files: { ...GOOD, 'x.bin': Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 32) },
    says: ['x.bin', 'binary'],
  },
  {
    what: 'text in no known encoding',
    args: ['add', 'x.txt'],
    files: {
      ...GOOD,
      'x.txt': Uint8Array.from({ length: 300 }, (_, at) => 0x80 + ((at * 53) % 0x7f)),
    },
    says: ['x.txt', '--encoding'],
  },
  {
    what: 'UTF-8 with a broken byte',
    args: ['add', 'x.txt'],
    files: {
      ...GOOD,
      'x.txt': Buffer.concat([
        Buffer.from('老码头重新开放\n两条船每天靠岸，'),
        Uint8Array.of(0xff),
        Buffer.from('渡口的人都来了。\n'),
      ]),
    },
    says: ['x.txt', 'line 2'],
  },
  {
    what: 'an unknown encoding',
    args: ['add', 'x.txt', '--encoding', 'klingon'],
    files: { ...GOOD, 'x.txt': 'A pier.\n' },
    says: ['x.txt', '"klingon"'],
  },
  {
    what: 'a bad slug',
    args: ['add', 'x.txt', '--slug', 'Old Pier'],
    files: { ...GOOD, 'x.txt': 'A pier.\n' },
    says: ['"Old Pier"'],
  },
  {
    what: 'the slug of the interface',
    args: ['add', 'x.txt', '--slug', 'duizhao'],
    files: { ...GOOD, 'x.txt': 'A pier.\n' },
    says: ['"duizhao"'],
  },
  {
    what: 'one slug for two files',
    args: ['add', 'x.txt', 'y.txt', '--slug', 'pier'],
    files: { ...GOOD, 'x.txt': 'A pier.\n', 'y.txt': 'A boat.\n' },
    says: ['--slug'],
  },
  {
    what: 'a slug that is taken',
    args: ['add', 'x.txt', '--slug', 'old-pier'],
    files: { ...GOOD, 'x.txt': 'A pier.\n' },
    says: ['articles/old-pier.md', '--slug'],
  },
  {
    what: 'Markdown with broken front matter',
    args: ['add', 'x.md'],
    files: { ...GOOD, 'x.md': '---\ntitle: [a, b\ndek: c\n---\n\nA pier.\n' },
    says: [/x\.md: [Ll]ine \d:/],
  },
];

const ARTICLES: readonly (readonly [string, string | Uint8Array, readonly (string | RegExp)[]])[] =
  [
    [
      'broken front matter',
      '---\ntitle: 码头\ndek: "no end\ndate: 2026\n---\n\nA pier.\n',
      [/articles\/old-pier\.md:[345]:/],
    ],
    ['front matter that is no map', '---\n- a\n- b\n---\n\nA pier.\n', ['articles/old-pier.md:2:']],
    [
      'the same field twice',
      '---\ntitle: 码头\ntitle: 渡口\n---\n\nA pier.\n',
      ['articles/old-pier.md:3:'],
    ],
    [
      'an article that is no UTF-8',
      Uint8Array.of(0xc0, 0xcf, 0xc2, 0xeb, 0xcd, 0xb7),
      ['articles/old-pier.md', 'UTF-8'],
    ],
  ];

/** None of them can have pages below it, or is for everybody to read. */
const ADDRESSES = [
  'mailto:desk@news.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://news.example',
  'file:///srv/site',
  'https://desk:secret@news.example',
  'https://news.example/?edition=zh',
  'https://news.example/#top',
  'news.example',
];

const PLACES: readonly Bad[] = [
  ...ADDRESSES.map((url): Bad => ({
    what: `a site at ${url}`,
    args: ['publish'],
    files: { ...GOOD, 'duizhao.config.json': JSON.stringify({ publish: { url } }) },
    says: ['duizhao.config.json', '"publish.url"', 'https://news.example'],
  })),
  ...each(IN_WORKSPACE, 'no workspace', { files: {}, says: ['workspace', 'duizhao init'] }),
  ...CONFIGS.flatMap(([what, text, says]) =>
    each(IN_WORKSPACE, what, { files: { ...GOOD, 'duizhao.config.json': text }, says }),
  ),
  ...each(IN_WORKSPACE, 'a config that is a folder', {
    files: { 'articles/old-pier.md': PIER },
    folders: ['duizhao.config.json'],
    says: ['duizhao.config.json', 'folder'],
  }),
  ...ARTICLES.flatMap(([what, text, says]) =>
    each(READERS, what, { files: { ...GOOD, 'articles/old-pier.md': text }, says }),
  ),
  ...each(READERS, 'an article that is a folder', {
    files: { 'duizhao.config.json': '{}\n' },
    folders: ['articles/old-pier.md'],
    says: ['articles/old-pier.md', 'folder'],
  }),
  ...each(READERS, 'a locale file that is a folder', {
    files: { 'articles/old-pier.md': PIER },
    folders: ['locales/zh/old-pier.json'],
    says: ['locales/zh/old-pier.json', 'folder'],
  }),
  ...each(
    ALL.filter(([name]) => name !== 'add'),
    'a file where the folder of the articles should be',
    { files: { 'duizhao.config.json': '{}\n', articles: 'x\n' }, says: ['articles', 'a file'] },
  ),
  ...each([['translate'], ['publish']], 'a file where the folder of the journals should be', {
    files: { ...GOOD, state: 'x\n' },
    environment: { DUIZHAO_STATE: 'state/deeper' },
    says: ['lock', 'state/deeper', 'a file'],
  }),
  {
    what: 'a file where the folder of the articles should be',
    args: ['add', 'x.txt'],
    files: { 'duizhao.config.json': '{}\n', articles: 'x\n', 'x.txt': 'A pier.\n' },
    says: ['articles', 'a file'],
  },
  {
    what: 'a folder of other files to publish to',
    args: ['publish', '--drafts', '--reason', 'press night', '--out', 'mine'],
    files: {
      'duizhao.config.json': '{}\n',
      'articles/old-pier.md': PIER,
      'mine/holiday.txt': 'sun\n',
    },
    says: ['mine', '--out'],
  },
  {
    what: 'a file to publish to',
    args: ['publish', '--drafts', '--reason', 'press night', '--out', 'mine'],
    files: { 'duizhao.config.json': '{}\n', 'articles/old-pier.md': PIER, mine: 'sun\n' },
    says: ['mine'],
  },
  {
    what: 'a publish folder outside of the workspace',
    args: ['publish'],
    files: { ...GOOD, 'duizhao.config.json': '{ "publish": { "folder": "../.." } }\n' },
    says: ['publish.folder', '../..'],
  },
];

const BROKEN = '{\n  "title": "老码头周五重新开放",\n  "s0000000" "x"\n}\n';
const CONFLICT =
  '{\n<<<<<<< ours\n  "title": "老码头"\n=======\n  "title": "旧码头"\n>>>>>>> theirs\n}\n';

/** Faults that are findings: each command says where they are and writes nothing over them. */
const FILES: readonly (readonly [what: string, path: string, text: string, says: string])[] = [
  ['broken JSON', 'locales/zh/old-pier.json', BROKEN, 'locales/zh/old-pier.json:3'],
  ['an empty file', 'locales/en/old-pier.json', '', 'locales/en/old-pier.json:1'],
  ['conflict markers', 'locales/en/old-pier.json', CONFLICT, 'locales/en/old-pier.json:2'],
  ['a list', 'locales/zh/old-pier.json', '["老码头"]\n', 'locales/zh/old-pier.json:1'],
  [
    'nested keys',
    'locales/zh/old-pier.json',
    '{\n  "title": {\n    "text": "码头"\n  }\n}\n',
    'locales/zh/old-pier.json:2',
  ],
  [
    'conflict markers in an article',
    'articles/old-pier.md',
    `${PIER}\n<<<<<<< ours\nA boat.\n=======\nTwo boats.\n>>>>>>> theirs\n`,
    'articles/old-pier.md:8',
  ],
  [
    'conflict markers in a review file',
    'articles/old-pier.review.jsonl',
    '<<<<<<< ours\n=======\n>>>>>>> theirs\n',
    'articles/old-pier.review.jsonl:1',
  ],
];

type How = 'run' | 'runWarm';

/** Each fault meets a process of its own once, by the first of its commands. */
function rowsOf(table: readonly Bad[]): (readonly [string, string, Bad, How])[] {
  return table.map((bad, at) => {
    const isFirst = table.findIndex(({ what }) => what === bad.what) === at;
    return [bad.what, bad.args.join(' '), bad, isFirst ? 'run' : 'runWarm'];
  });
}

async function runBad(
  { files, folders = [], args, environment = {} }: Omit<Bad, 'what' | 'says'>,
  how: How = 'runWarm',
) {
  const place = await makeCliPlace(files);
  for (const folder of folders) await mkdir(join(place.folder, folder), { recursive: true });
  const before = await place.hashes();
  const state = environment['DUIZHAO_STATE'];
  const own = state === undefined ? {} : { DUIZHAO_STATE: join(place.folder, state) };
  const result = await place[how](args, { environment: { ...environment, ...own } });
  expect(await place.hashes()).toEqual(before);
  return result;
}

function expectNoTrace({ stdout, stderr }: CliResult): void {
  expect(stdout).not.toMatch(TRACE);
  expect(stderr).not.toMatch(TRACE);
}

describe.each([
  ['arguments', ARGUMENTS],
  ['files to add', ADDED],
  ['places', PLACES],
])('%s', (_, table) => {
  it.each(rowsOf(table))('%s: duizhao %s', async (_what, _args, bad, how) => {
    const result = await runBad(bad, how);
    expectNoTrace(result);
    for (const text of bad.says) expect(result.stderr).toMatch(text);
    expect(result.stderr).toMatch(/^duizhao: [^\n]+[.?]\n$/);
    expect(result.stdout).toBe('');
    expect(result.code).toBe(2);
  });
});

describe.each(FILES)('%s in %s', (_, path, text, says) => {
  const files = { ...GOOD, [path]: text };

  it('is found by check', async () => {
    const result = await runBad({ args: ['check'], files }, 'run');
    expectNoTrace(result);
    expect(result.stdout).toContain(says);
    expect(result.stdout).toContain('RED');
    expect(result.code).toBe(1);
  });

  it('does not keep status from its work', async () => {
    const result = await runBad({ args: ['status'], files });
    expect(result.stdout).toContain('old-pier');
    expect(result.stderr).toBe('');
    expect(result.code).toBe(0);
  });

  it('is not published', async () => {
    const result = await runBad({
      args: ['publish', '--drafts', '--reason', 'press night'],
      files,
    });
    expectNoTrace(result);
    expect(result.stdout).toContain(says);
    expect(result.code).toBe(1);
  });

  it('is not written over by translate', async () => {
    const result = await runBad({ args: ['translate'], files });
    expectNoTrace(result);
    expect(result.code).toBe(path.startsWith('locales') ? 2 : 0);
  });
});

describe.each<[string, string | Uint8Array, string]>([
  ['a row that cannot be read', 'zh,en\n轮渡,ferry\n港,\n', 'terms.csv:3'],
  ['another encoding', Uint8Array.of(0x7a, 0x68, 0x2c, 0x65, 0x6e, 0x0a, 0xb6, 0xc9), 'save it as'],
])('a term base with %s', (_, text, says) => {
  it('is found by check', async () => {
    const place = await makeCliPlace({ ...GOOD, 'locales/terms.csv': text });
    const before = await makeCliPlace(GOOD);
    const counts = async (of: typeof place) => {
      const { stdout } = await of.runWarm(['check', '--json']);
      return (JSON.parse(stdout) as { counts: { error: number } }).counts.error;
    };
    expect(await counts(place)).toBe((await counts(before)) + 1);
    for (const lang of ['en', 'zh']) {
      const { stdout, code } = await place.runWarm(['--lang', lang, 'check']);
      expect(stdout).toContain(says);
      expect(code).toBe(1);
    }
  });
});

describe('no terminal', () => {
  it.each([[[]], [['review']], [['review', 'old-pier']]])('duizhao %s', async (args) => {
    const place = await makeCliPlace(GOOD);
    const before = await place.hashes();
    const { stdout, stderr, code } = await place.run(args);
    expect(stdout).toBe((await place.runWarm(['status'])).stdout);
    expect(stderr).toMatch(/^[^\n]*terminal[^\n]*duizhao status[^\n]*\n$/);
    expect(code).toBe(2);
    expect(await place.hashes()).toEqual(before);
  });
});

describe('the folder of the journals', () => {
  it.each([['status'], ['check']])(
    'may be a file for those that only read: %s',
    async (command) => {
      const place = await makeCliPlace({ ...GOOD, state: 'x\n' });
      const wanted = await place.runWarm([command]);
      const environment = { DUIZHAO_STATE: 'state/deeper' };
      expect(await place.run([command], { environment })).toEqual(wanted);
    },
  );
});

describe('the cache', () => {
  it.each([
    ['is a file', { '.duizhao': 'x\n' }],
    ['holds no JSON', { '.duizhao/check.json': '{"old-pier":' }],
    ['holds something else', { '.duizhao/check.json': '{"old-pier":{"fingerprint":"x"}}' }],
    ['holds a list', { '.duizhao/check.json': '[1, 2]' }],
    ['holds a list of pairs', { '.duizhao/pairs.json': '[1, 2]' }],
    ['holds half a pair', { '.duizhao/pairs.json': '{"old-pier":{"fingerprint":"x"}}' }],
  ])('may be what it will: it %s', async (_, files: CliFiles) => {
    const wanted = await (await makeCliPlace(GOOD)).runWarm(['check']);
    const place = await makeCliPlace({ ...GOOD, ...files });
    expect(await place.run(['check'])).toEqual(wanted);
    expect(await place.runWarm(['check'])).toEqual(wanted);
  });

  it.each(['check', 'pairs'])('may lose a part: %s', async (part) => {
    const place = await makeCliPlace(GOOD);
    const wanted = await place.runWarm(['check']);
    await rm(join(place.folder, '.duizhao', `${part}.json`));
    expect(await place.run(['check'])).toEqual(wanted);
    expect(await place.runWarm(['check'])).toEqual(wanted);
  });
});
