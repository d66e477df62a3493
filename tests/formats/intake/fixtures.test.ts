/** Whole pages through the intake: a case is a folder with `input.*`, `expected.md` and `expected.json`. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  DROP_REASONS,
  importArticle,
  type Intake,
} from '../../../src/formats/intake/import-article.ts';

const FOLDER = new URL('../../fixtures/intake/', import.meta.url);
const CASES = readdirSync(FOLDER).toSorted();

function inputOf(name: string): { file: string; bytes: Uint8Array } {
  const file = readdirSync(new URL(`${name}/`, FOLDER)).find((entry) => entry.startsWith('input.'));
  if (file === undefined) throw new Error(`${name} has no input`);
  return { file, bytes: readFileSync(new URL(`${name}/${file}`, FOLDER)) };
}

async function run(name: string, keepAll: boolean): Promise<Intake> {
  const { file, bytes } = inputOf(name);
  return importArticle(bytes, { name: file, keepAll, today: '2026-01-02' });
}

function read(name: string, file: string): string {
  return readFileSync(new URL(`${name}/${file}`, FOLDER), 'utf8');
}

/** Letters and digits alone: what a reader would miss. */
function bare(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The bar `丨` between a series and a headline is a Han character too. */
function wordsOf(bytes: Uint8Array): string[] {
  return (
    new TextDecoder()
      .decode(bytes)
      .replaceAll('丨', ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

describe('importArticle on whole pages', () => {
  it.each(CASES)('%s', async (name) => {
    const { markdown, ...rest } = await run(name, false);
    expect(markdown).toBe(read(name, 'expected.md'));
    expect(rest).toEqual(JSON.parse(read(name, 'expected.json')));
  });

  it.each(CASES)('%s: every line is in the article, in a pair or in the list', async (name) => {
    const { file, bytes } = inputOf(name);
    if (file.endsWith('.html')) return;
    const { markdown, dropped, pairs } = await run(name, false);
    const whole = [
      markdown,
      ...pairs.map(({ target }) => target),
      ...dropped.map(({ text }) => text),
    ];
    const words = wordsOf(bytes);
    const text = bare(whole.join(' '));
    const digits = new Set(
      dropped.filter(({ reason }) => reason === 'gloss-digit').map(({ text: word }) => word),
    );
    const missing = words.filter((word) => !text.includes(word) && !digits.has(word));
    expect(missing).toEqual([]);
  });

  it.each(CASES)('%s: nothing is dropped with keepAll', async (name) => {
    const { file, bytes } = inputOf(name);
    const { markdown, dropped, pairs } = await run(name, true);
    expect(dropped).toEqual([]);
    if (file.endsWith('.html')) return;
    const text = bare([markdown, ...pairs.map(({ target }) => target)].join(' '));
    const words = wordsOf(bytes);
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });

  it.each(CASES)('%s: an article that was made once stays as it is', async (name) => {
    const { markdown } = await run(name, false);
    const bytes = new TextEncoder().encode(markdown);
    const again = await importArticle(bytes, { name: 'x.md', keepAll: false, today: '2026-01-02' });
    expect(again.markdown).toBe(markdown);
    expect(again.dropped).toEqual([]);
  });
});

describe('DROP_REASONS', () => {
  it('has a label in both languages for every reason that is given', async () => {
    const given = await Promise.all(CASES.map((name) => run(name, false)));
    const ids = new Set<string>(DROP_REASONS.map(({ id }) => id));
    const used = new Set(given.flatMap(({ dropped }) => dropped.map(({ reason }) => reason)));
    expect([...used].filter((reason) => !ids.has(reason))).toEqual([]);
    for (const { zh, en } of DROP_REASONS) {
      expect(zh).toMatch(/\p{Script=Han}.*。$/u);
      expect(en).toMatch(/^[A-Z].*\.$/);
    }
  });
});
