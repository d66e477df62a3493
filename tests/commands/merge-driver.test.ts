/** What git calls: three files and a path in, one file and an exit code out. */
import { describe, expect, it } from 'vitest';
import { makeCliPlace, TRACE } from '../support/cli-program.ts';

const LOCALE = 'locales/zh/ferry.json';
const REVIEW = 'articles/ferry.review.jsonl';

function locale(texts: Readonly<Record<string, string>>): string {
  return `${JSON.stringify(texts, null, 2)}\n`;
}

function review(by: string, zh: string): string {
  const signOff = { zh, en: 'Fog.', source: 'en', by, at: '2026-05-01T09:00:00.000Z' };
  return `${JSON.stringify({ key: 'sa', signoffs: [signOff] })}\n`;
}

async function merge(
  path: string,
  [base, ours, theirs]: readonly [string | Uint8Array, string | Uint8Array, string | Uint8Array],
  ...flags: readonly string[]
) {
  const place = await makeCliPlace({ o: base, a: ours, b: theirs });
  const result = await place.run(['--lang', 'en', 'merge-driver', 'o', 'a', 'b', path, ...flags]);
  expect(result.stderr).not.toMatch(TRACE);
  return { ...result, place, text: await place.read('a') };
}

describe('merge-driver', () => {
  it.each([
    [
      'a locale file',
      LOCALE,
      [locale({ sa: '雾' }), locale({ sa: '雾', sb: '灯' }), locale({ sa: '大雾' })],
      locale({ sa: '大雾', sb: '灯' }),
    ],
    ['a review file', REVIEW, ['', review('an', '雾。'), ''], review('an', '雾。')],
  ] as const)('merges %s without a word', async (...[, path, versions, expected]) => {
    const { text, stdout, stderr, code } = await merge(path, versions);
    expect(text).toBe(expected);
    expect({ stdout, stderr, code }).toEqual({ stdout: '', stderr: '', code: 0 });
  });

  it.each([
    [
      'a locale file',
      LOCALE,
      [locale({ sa: '雾' }), locale({ sa: '大雾' }), locale({ sa: '浓雾' })],
      locale({ sa: '雾' }),
      ['sa was changed on both sides: “大雾” ≠ “浓雾”'],
    ],
    [
      'a review file',
      REVIEW,
      ['', review('an', '大雾。'), review('mei', '浓雾。')],
      '"candidates":[',
      ['“大雾。” (an, 2026-05-01 09:00) ≠ “浓雾。” (mei, 2026-05-01 09:00)', 'duizhao review'],
    ],
  ] as const)('names both texts of a clash in %s', async (...[, path, versions, part, said]) => {
    const { text, stderr, code } = await merge(path, versions);
    expect(text).toContain(part);
    for (const words of said) expect(stderr).toContain(words);
    expect(stderr).toContain(path);
    expect(stderr).not.toMatch(/ours|theirs/);
    expect(code).toBe(1);
  });

  it.each([
    ['broken JSON', LOCALE, '{ "sa": '],
    ['text that is not UTF-8', LOCALE, Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['a file of another kind', 'notes.txt', 'fog\n'],
  ])('leaves %s to git, with both sides in the file', async (_what, path, theirs) => {
    const ours = locale({ sa: '大雾' });
    const { text, stderr, code } = await merge(path, [locale({ sa: '雾' }), ours, theirs]);
    expect(text).toContain('<<<<<<< ');
    expect(text).toContain('大雾');
    expect(stderr).toContain(`${path} could not be merged by key`);
    expect(code).toBe(1);
  });

  it('prints one object with --json', async () => {
    const { stdout, code } = await merge(
      REVIEW,
      ['', review('an', '雾。'), review('mei', '霧。')],
      '--json',
    );
    expect(JSON.parse(stdout)).toEqual({
      path: REVIEW,
      merged: 'keys',
      clashes: [
        {
          key: 'sa',
          texts: [
            { text: '雾。', by: 'an', at: '2026-05-01T09:00:00.000Z' },
            { text: '霧。', by: 'mei', at: '2026-05-01T09:00:00.000Z' },
          ],
        },
      ],
    });
    expect(code).toBe(1);
  });

  it('shows what a text does to terminals as marks', async () => {
    const { stderr } = await merge(REVIEW, [
      '',
      review('an', '\u001b[2J雾'),
      review('mei\u202e', '雾'),
    ]);
    expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
  });

  it('says so when a file is not there', async () => {
    const place = await makeCliPlace({ o: '', a: '' });
    const { stderr, code } = await place.run(['merge-driver', 'o', 'a', 'b', LOCALE]);
    expect(stderr).toContain('b cannot be read');
    expect(code).toBe(2);
  });
});
