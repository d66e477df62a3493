import { describe, expect, it } from 'vitest';
import { makeCliPlace, type CliFiles } from '../support/cli-program.ts';

const BODY = [
  'The ferry line across Crane Bay opens on Monday. "We waited nine years," said Wen Lan, who runs the ticket office.',
  'Each boat carries 80 people. A crossing takes 25 minutes.',
];
const PAGE = `鹤湾渡轮周一通航\n${BODY.join('\n')}\n- 上一篇\n- 下一篇\n`;
const MARKDOWN = `# 鹤湾渡轮周一通航\n\n${BODY.join('\n\n')}\n`;
const HTML = `<!doctype html><html><head><meta charset="utf-8"><title>鹤湾渡轮周一通航</title></head><body>
<nav><a href="/">首页</a></nav><article><h1>鹤湾渡轮周一通航</h1>
<p>${BODY[0] ?? ''}</p><p>${BODY[1] ?? ''}</p></article><footer>上一篇 下一篇</footer></body></html>`;
const BILINGUAL = `鹤湾渡轮通航
Crane Bay Ferry Opens

鹤湾的渡轮星期一通航了。镇上的人等了整整九年。
The ferry line across Crane Bay opened on Monday. The town had waited nine full years.

每条船可以坐八十个人，过一次海湾要二十五分钟。
Each boat carries eighty people, and a crossing of the bay takes twenty-five minutes.

票价是六元，学生和老人半价。
A ticket costs six yuan, and students and the elderly pay half.
`;
/** “鹤湾渡轮” … in GB18030. */
const GB18030 = Uint8Array.from([
  0xba, 0xd7, 0xcd, 0xe5, 0xb6, 0xc9, 0xc2, 0xd6, 0xcd, 0xa8, 0xba, 0xbd, 0x0a, 0xce, 0xd2, 0xc3,
  0xc7, 0xb5, 0xc8, 0xc1, 0xcb, 0xbe, 0xc5, 0xc4, 0xea, 0xa1, 0xa3, 0x0a,
]);

interface Added {
  readonly slug: string;
  readonly path: string;
  readonly title: string;
  readonly encoding: string;
  readonly segments: { readonly zh: number; readonly en: number };
  readonly drafts: number;
  readonly dropped: readonly { readonly line: number; readonly text: string }[];
}

function placeWith(files: CliFiles) {
  return makeCliPlace({ 'duizhao.config.json': '{}\n', ...files });
}

async function addAs(args: readonly string[], files: CliFiles, input = '') {
  const place = await placeWith(files);
  const result = await place.runWarm(['add', ...args, '--json'], { input });
  expect(result).toMatchObject({ stderr: '', code: 0 });
  const { added } = JSON.parse(result.stdout) as { added: Added[] };
  return { place, added };
}

describe('a file of each type', () => {
  it.each([
    ['text', 'page.txt', PAGE],
    ['Markdown', 'page.md', MARKDOWN],
    ['HTML', 'page.html', HTML],
    ['text without an ending', 'page', PAGE],
  ])('%s becomes an article with its headline in zh and its body in en', async (_, name, text) => {
    const { place, added } = await addAs([name, '--slug', 'crane-bay'], { [name]: text });
    expect(added).toMatchObject([
      {
        slug: 'crane-bay',
        path: 'articles/crane-bay.md',
        title: '鹤湾渡轮周一通航',
        segments: { zh: 1, en: 4 },
        drafts: 0,
      },
    ]);
    const article = await place.read('articles/crane-bay.md');
    for (const paragraph of BODY) expect(article).toContain(paragraph);
    expect(article).not.toMatch(/上一篇|下一篇|首页|<p>/);
    expect(Object.keys(await place.hashes())).toEqual([
      'articles/crane-bay.md',
      'duizhao.config.json',
      name,
    ]);
  });

  it('comes from standard input', async () => {
    const { added } = await addAs(['-'], {}, PAGE);
    expect(added[0]?.segments).toEqual({ zh: 1, en: 4 });
    expect(added[0]?.slug).toMatch(/^\d{4}-\d{2}-\d{2}-he-wan-du-lun/);
  });

  it('may be in a Chinese encoding, which is named', async () => {
    const place = await placeWith({ 'page.txt': GB18030 });
    const { stdout, code } = await place.run(['add', 'page.txt', '--slug', 'crane-bay']);
    expect(await place.read('articles/crane-bay.md')).toContain('我们等了九年。');
    expect(stdout).toContain('gb18030');
    expect(code).toBe(0);
  });

  it('may come with another one', async () => {
    const { added } = await addAs(['a.md', 'b.txt'], {
      'a.md': MARKDOWN,
      'b.txt': '# 灯塔\n\n灯亮了。\n',
    });
    expect(added.map(({ segments }) => segments)).toEqual([
      { zh: 1, en: 4 },
      { zh: 2, en: 0 },
    ]);
  });
});

describe('dropped lines', () => {
  it('are named with line, text and reason', async () => {
    const place = await placeWith({ 'page.txt': PAGE });
    const { stdout } = await place.run(['add', 'page.txt', '--slug', 'crane-bay']);
    expect(stdout).toMatch(/dropped line 4: “- 上一篇” \([^)]+\)\n/);
    expect(stdout).toMatch(/dropped line 5: “- 下一篇” \([^)]+\)\n/);
    expect(stdout.match(/dropped/g)).toHaveLength(2);
  });

  it('are named in Chinese too', async () => {
    const place = await placeWith({ 'page.txt': PAGE });
    const { stdout } = await place.run(['--lang', 'zh', 'add', 'page.txt']);
    expect(stdout).toContain('- 上一篇');
    expect(stdout).not.toMatch(/dropped|added|Site/);
  });

  it('stay with --keep-all', async () => {
    const { place, added } = await addAs(['page.txt', '--keep-all', '--slug', 'crane-bay'], {
      'page.txt': PAGE,
    });
    expect(added[0]?.dropped).toEqual([]);
    expect(await place.read('articles/crane-bay.md')).toMatch(/上一篇[^]*下一篇/);
  });

  it('cannot act on the terminal', async () => {
    const { stdout } = await (
      await placeWith({
        'page.txt': `\u001b[31m鹤湾\u001b[0m\n灯亮了。\n- 上一篇\u001b]0;x\u0007\n`,
      })
    ).run(['add', 'page.txt']);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('a page in both languages', () => {
  it('becomes an article with imported drafts, none of them signed off', async () => {
    const { place, added } = await addAs(['page.txt', '--slug', 'crane-bay'], {
      'page.txt': BILINGUAL,
    });
    expect(added).toMatchObject([{ segments: { zh: 5, en: 0 }, drafts: 5 }]);
    const records = (await place.read('articles/crane-bay.review.jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { drafts: { origin: string; by: string }[] });
    expect(records).toHaveLength(5);
    for (const { drafts } of records) {
      expect(drafts).toMatchObject([{ origin: 'imported', by: 'mei' }]);
    }
    expect(await place.read('locales/zh/crane-bay.json')).toBe('');
    const check = await place.run(['check']);
    expect(check.stdout).toContain('(imported)');
    expect(check.stdout).not.toContain('missing');
    expect(check.code).toBe(1);
  });
});

describe('an article', () => {
  it('that is there is never written over', async () => {
    const place = await placeWith({ 'page.txt': PAGE });
    await place.run(['add', 'page.txt', '--slug', 'crane-bay']);
    await place.write({ 'articles/crane-bay.md': '# Mine\n' });
    const before = await place.hashes();
    const { stdout, stderr, code } = await place.run(['add', 'page.txt', '--slug', 'crane-bay']);
    expect(stderr).toMatch(
      /^duizhao: page\.txt: articles\/crane-bay\.md is there already[^\n]*--slug\.\n$/,
    );
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(await place.hashes()).toEqual(before);
  });

  it.each([
    ['empty', '', 'b.txt is empty.'],
    ['of the same name', PAGE, 'b.txt: articles/'],
  ])('is not added when the file after it is %s', async (_, text, says) => {
    const place = await placeWith({ 'a.txt': PAGE, 'b.txt': text });
    const before = await place.hashes();
    const { stdout, stderr, code } = await place.run(['add', 'a.txt', 'b.txt']);
    expect(stderr).toContain(`duizhao: ${says}`);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(await place.hashes()).toEqual(before);
  });
});
