/** What is wrong with a record of publications, for `check`: what cannot be read tells nobody what went out. */
import type { Finding } from '../model.ts';
import { publishedPath } from '../paths.ts';
import { readRecord } from './event.ts';

/** A finding for every line that is no event, none of them mended by the tool: lines are only ever added. */
export function recordProblems(slug: string, text: string): readonly Finding[] {
  if (text === '') return [];
  const lines = text.split('\n');
  return readRecord(text).broken.map((line): Finding => {
    const isConflict = /^(?:<{7}|={7}|>{7})/.test(lines[line - 1] ?? '');
    return {
      check: isConflict ? 'published-conflict' : 'published-line',
      severity: 'error',
      slug,
      place: { file: publishedPath(slug), line, column: 1 },
      values: {},
    };
  });
}
