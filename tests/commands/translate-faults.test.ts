/**
 * The fault matrix: whatever the vendor does to a run, for a while or to the end, nothing that had
 * arrived is paid for twice, nothing is missing in the end, and every draft is that of its own sentence.
 */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleState } from '../../src/core/state.ts';
import { articleOf } from '../core/drafting/articles.ts';
import type { Fault, FakeDeepl } from '../fakes/deepl-server.ts';
import { startFakeDeepl } from '../fakes/deepl-server.ts';
import { deeplOn, FakeWorkspace, translate } from './translate-setting.ts';

const TEXT = [
  '---',
  'title: 渡轮重返海峡',
  '---',
  '',
  'The **first** boat left the pier at dawn. Nobody in the village missed it.',
  '',
  '- Fares stay below 5 until spring.',
  '- Dogs and bicycles sail for free.',
  '',
  '船长说天气一直很好。乘客大多是学生。',
  '',
  'See [the timetable](https://ferry.example/map) for every departure. It is full of stars.',
  '',
].join('\n');
const article = () => articleOf('ferry', TEXT);

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['400', { type: 'status', status: 400 }],
  ['403', { type: 'status', status: 403 }],
  ['404', { type: 'status', status: 404 }],
  ['413', { type: 'status', status: 413 }],
  ['429', { type: 'status', status: 429 }],
  ['429, come back in 2 s', { type: 'status', status: 429, retryAfter: 2 }],
  ['429, come back in a day', { type: 'status', status: 429, retryAfter: 86_400 }],
  ['456', { type: 'status', status: 456 }],
  ['500', { type: 'status', status: 500 }],
  ['503', { type: 'status', status: 503 }],
  ['504', { type: 'status', status: 504 }],
  ['529', { type: 'status', status: 529 }],
  ['tag handling refused', { type: 'refuse', holding: '<g' }],
  ['tags dropped', { type: 'drop-tags' }],
  ['tags emptied', { type: 'empty-tags' }],
  ['blank texts', { type: 'empty' }],
  ['one blank text', { type: 'empty', only: 0 }],
  ['one text short', { type: 'short' }],
  ['one text long', { type: 'long' }],
  ['a text doubled', { type: 'duplicate' }],
  ['in another order', { type: 'reorder' }],
  ['cut to a third', { type: 'truncate' }],
  ['broken in mid-answer', { type: 'reset' }],
  ['billed, then gone', { type: 'die-after-billing' }],
  ['no answer', { type: 'stall' }],
  ['no JSON', { type: 'not-json' }],
  ['nothing said of the bill', { type: 'silent' }],
];
/** For so many requests, or to the end of the first run. */
const TIMES: readonly (readonly [string, number])[] = [
  ['once', 1],
  ['three times', 3],
  ['to the end', Number.POSITIVE_INFINITY],
];
/** What comes back is not what such a text becomes: drafts are made, and marked. */
const ALTERED = new Set(['cut to a third', 'tags dropped', 'tags emptied', 'tag handling refused']);

let fake: FakeDeepl;
let expected: ReadonlyMap<string, string>;
const rows: string[][] = [];

beforeEach(async () => {
  fake = await startFakeDeepl();
});
afterEach(() => fake.close());
afterAll(() => {
  const head = ['fault', 'how long', 'ended', 'sent', 'failed', 'twice', 'missing', 'wrong key'];
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => (row[at] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ');
  console.log([head, ...rows].map(line).join('\n'));
});

function draftsOf(state: ArticleState): Map<string, string> {
  return new Map(
    state.units.flatMap(({ segment, draft }) =>
      draft === undefined ? [] : [[segment.text, draft.text]],
    ),
  );
}

async function undisturbed(): Promise<void> {
  const workspace = new FakeWorkspace(article());
  const report = await translate(workspace, { engine: deeplOn(fake) });
  expect(report.exitCode).toBe(0);
  expected = draftsOf(workspace.state('ferry'));
  fake.usage = 0;
  fake.requests.length = 0;
}

/** Characters of answers that could be used, as the drafts and the ledger have them. */
function paidFor(workspace: FakeWorkspace): number {
  return workspace.books.kept.reduce((sum, { billed }) => sum + billed, 0);
}

describe.each(FAULTS)('translate, when the vendor answers: %s', (name, fault) => {
  it.each(TIMES)('%s', async (often, times) => {
    await undisturbed();
    const workspace = new FakeWorkspace(article());
    fake.fail(fault, times);
    const first = await translate(workspace, { engine: deeplOn(fake) });
    fake.fail(null);
    const second = await translate(workspace, { engine: deeplOn(fake) });
    const drafts = draftsOf(workspace.state('ferry'));
    const missing = [...expected.keys()].filter((source) => !drafts.has(source));
    const wrong = [...drafts].filter(([source, text]) => {
      const right = expected.get(source);
      return ALTERED.has(name) ? right === undefined : right !== text;
    });
    // Kept answers of one text in one form: two of them were paid for twice.
    const names = workspace.books.kept.map((answer) => answer.name);
    const twice = names.length - new Set(names).size;
    const ended = first.stopped?.why ?? (first.failed.length > 0 ? 'failed' : 'done');
    rows.push([
      name,
      often,
      ended,
      `${first.sent}+${second.sent}`,
      String(first.failed.length),
      String(twice),
      String(missing.length),
      String(wrong.length),
    ]);
    expect(twice).toBe(0);
    expect(missing).toEqual([]);
    // Two answers of one length without a number, in each other's place, look right in both.
    expect(wrong.length).toBeLessThanOrEqual(name === 'in another order' ? 2 : 0);
    expect(paidFor(workspace)).toBeLessThanOrEqual(fake.usage);
    expect(first.sent + second.sent).toBe(expected.size);
  });
});
