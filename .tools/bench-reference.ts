/** The least that a check could cost: reading and parsing alone. Bundled and run beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parseMarkdown } from '../src/core/markdown/parse.ts';

function texts(folder: string, end: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function readAll(): number {
  let count = texts('articles', '.md').length;
  for (const text of texts('articles', '.jsonl')) {
    for (const line of text.split('\n')) if (line !== '') JSON.parse(line);
    count += 1;
  }
  for (const lang of ['zh', 'en']) {
    for (const text of texts(`locales/${lang}`, '.json')) {
      JSON.parse(text);
      count += 1;
    }
  }
  return count;
}

const WORK: Readonly<Record<string, () => number>> = {
  /** CommonMark as mdast-util-from-markdown reads it. */
  markdown: () => texts('articles', '.md').filter((text) => fromMarkdown(text).children).length,
  /** As the program parses: front matter always, GitHub's extensions where there are signs of them. */
  article: () => texts('articles', '.md').filter((text) => parseMarkdown(text).children).length,
  /** Every file read, every JSON parsed. */
  read: readAll,
};

const work = WORK[process.argv[2] ?? ''];
if (work === undefined) throw new Error(`expected one of ${Object.keys(WORK).join(', ')}`);
console.log(work());
