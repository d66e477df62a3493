import { describe, expect, it } from 'vitest';
import type { PlanTotals, SegmentPlan } from '../../src/core/segment-plan.ts';
import { makeCliPlace, type CliFiles } from '../support/cli-program.ts';

const PIER = `---
title: 老码头重新开放
---

The **old** pier reopens, said Mr. Hill. 两条船每天停靠。

- 42
- wen@pier.example

\`\`\`
tide()
\`\`\`

![](map.png) <https://pier.example/tide>

The **old** pier reopens, said Mr. Hill.
`;

interface Report extends SegmentPlan {
  readonly file: string;
  readonly kind: string;
  readonly totals: PlanTotals;
}

async function cut(args: readonly string[], files: CliFiles, input = ''): Promise<Report> {
  const place = await makeCliPlace(files);
  const result = await place.runWarm(['segments', ...args, '--json'], { input });
  expect(result).toMatchObject({ stderr: '', code: 0 });
  return JSON.parse(result.stdout) as Report;
}

function texts(report: Report): string[] {
  return report.segments.map(({ lang, text }) => `${lang} ${text}`);
}

describe('an article', () => {
  it('is cut as the workspace would cut it, and counted as an engine would charge', async () => {
    const report = await cut(['pier.md'], { 'pier.md': PIER });
    expect(report).toMatchObject({ file: 'pier.md', kind: 'article' });
    expect(texts(report).slice(0, 3)).toEqual([
      'zh 老码头重新开放',
      'en The <1>old</1> pier reopens, said Mr. Hill.',
      'zh 两条船每天停靠。',
    ]);
    const reasons = report.segments.map(({ untranslatable }) => untranslatable);
    expect(reasons).toEqual([null, null, null, 'number', 'email', 'url', null]);
    expect(report.totals).toEqual({
      segments: 7,
      zh: 2,
      en: 2,
      untranslatable: { number: 1, email: 1, url: 1 },
      characters: 7 + 36 + 8,
    });
  });

  it('has offsets and places that lead to its own text', async () => {
    const { segments, kept } = await cut(['pier.md'], { 'pier.md': PIER });
    const lines = PIER.split('\n');
    for (const { from, to, line, column } of [...segments, ...kept]) {
      const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
      expect(start).toBe(from);
      expect(to).toBeGreaterThan(from);
    }
    expect(PIER.slice(segments[2]?.from, segments[2]?.to)).toBe('两条船每天停靠。');
    expect(kept).toMatchObject([{ kind: 'code', line: 10, column: 1 }]);
  });

  it('uses the fields and rules of the workspace it is in', async () => {
    const config = {
      fields: ['dek'],
      segmentation: { abbreviations: ['Cttee.'], breakAfter: ['；'] },
    };
    const report = await cut(['note.md'], {
      'duizhao.config.json': JSON.stringify(config),
      'note.md': '---\ntitle: A\ndek: B\n---\n\nThe Cttee. Chair spoke.\n\n来了；走了。\n',
    });
    expect(texts(report)).toEqual(['en B', 'en The Cttee. Chair spoke.', 'zh 来了；', 'zh 走了。']);
  });
});

describe('other text', () => {
  it('is read as plain paragraphs with soft line breaks', async () => {
    const report = await cut(
      ['-'],
      {},
      '\uFEFFIt rained\r\nall day. **No** boat.\r\n\r\n没有船。(3)\r\n',
    );
    expect(report.kind).toBe('text');
    expect(report.segments.map(({ block, line, text }) => [block, line, text])).toEqual([
      [1, 1, 'It rained\nall day.'],
      [1, 2, '**No** boat.'],
      [2, 4, '没有船。'],
      [2, 4, '(3)'],
    ]);
  });

  it('is in the language that --lang says', async () => {
    const report = await cut(['-', '--lang', 'zh'], {}, 'Hello. 你好。');
    expect(texts(report)).toEqual(['zh Hello.', 'zh 你好。']);
  });
});

describe('for people', () => {
  it('prints a line a segment and the sum, marks made visible', async () => {
    const place = await makeCliPlace({ 'pier.md': `${PIER}\nA \u001b[31mred\u202e tide.\n` });
    const { stdout, code } = await place.run(['--lang', 'en', 'segments', 'pier.md']);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toEqual([
      '1  zh   2:8    11-18  老码头重新开放',
      '2  en   5:1    24-64  The <1>old</1> pier reopens, said Mr. Hill.',
      '3  zh  5:42    65-73  两条船每天停靠。',
      '4  en   7:3    77-79  42 – numbers only',
      '5  en   8:3    82-98  <1>wen@pier.example</1> – e-mail address',
      '       10:1  100-114  – code block, kept as it stands',
      '6  en  14:1  116-156  <1/> <2>https://pier.example/tide</2> – web address',
      '7  en  16:1  158-198  The <1>old</1> pier reopens, said Mr. Hill.',
      '8  en  18:1  200-217  A ␛[31mred⟦U+202E⟧ tide.',
      '8 segments: zh 2, en 3; nothing to translate in: numbers only 1, e-mail address 1, web address 1; billable characters 68.',
    ]);
  });

  it.each([
    ['zh', '--lang', 'en'],
    ['en', '--lang=en', 'zh'],
  ])('speaks %s when `--lang` stands before the command only', async (lang, option, forced) => {
    const place = await makeCliPlace({ 'a.txt': 'Boats.' });
    const words = option === '--lang' ? ['--lang', lang] : [option];
    const { stdout } = await place.run([...words, 'segments', 'a.txt', '--lang', forced]);
    expect(stdout).toContain(lang === 'zh' ? '共 1 个句段' : '1 segment: ');
    expect(stdout).toMatch(new RegExp(`^1  ${forced}  `));
  });
});

describe('what cannot be cut', () => {
  it.each([
    [
      'a missing file',
      ['nowhere.md'],
      'nowhere.md cannot be read: there is no such file or folder.',
    ],
    ['an empty input', ['-'], 'standard input is empty.'],
    ['a wrong language', ['-', '--lang', 'fr'], 'zh or en'],
    ['a broken front matter', ['bad.md'], 'bad.md:2: the front matter cannot be read'],
    ['a picture', ['a.png'], 'a.png'],
    ['a page', ['page.html'], 'page.html is HTML: bring it in with `duizhao add`'],
    ['a page without its ending', ['page'], 'page is HTML'],
  ])('%s', async (_, args, says) => {
    const place = await makeCliPlace({
      'bad.md': '---\ntitle: [\n---\n',
      'page.html': '<p>Boats.</p>\n',
      page: '<!doctype html><p>Boats.</p>\n',
      'a.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    });
    const { stdout, stderr, code } = await place.runWarm(['--lang', 'en', 'segments', ...args]);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
