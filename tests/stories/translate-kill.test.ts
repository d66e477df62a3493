/**
 * The program killed at every request of a run, as it arrives and in the middle of its answer, and run
 * again: what had arrived is never paid for again, nothing is missing, nothing stands under a wrong key.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewRecord } from '../../src/core/model.ts';
import type { FakeDeepl, RecordedRequest } from '../fakes/deepl-server.ts';
import { startFakeDeepl } from '../fakes/deepl-server.ts';
import { makeCliPlace, type CliPlace } from '../support/cli-program.ts';
import { root } from '../support/source.ts';

const ARTICLES = {
  'articles/ferry.md':
    '---\ntitle: 渡轮重返海峡\n---\n\nThe **first** boat left at dawn. Nobody missed it.\n\n- Fares stay below 5.\n- Dogs sail free.\n\n船长说天气很好。\n',
  'articles/market.md':
    'The market was full by seven. Nobody missed it.\n\nSee https://market.example/map for the way.\n',
};
const CONFIG = (concurrency: number) => `${JSON.stringify({ concurrency })}\n`;

let fake: FakeDeepl;
beforeEach(async () => {
  fake = await startFakeDeepl();
});
afterEach(() => fake.close());

async function placeFor(concurrency: number): Promise<CliPlace> {
  return makeCliPlace({ ...ARTICLES, 'duizhao.config.json': CONFIG(concurrency) });
}

function environment(place: CliPlace): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: place.folder,
    DUIZHAO_STATE: place.state,
    DUIZHAO_USER: 'mei',
    DEEPL_SERVER_URL: fake.url,
    DEEPL_AUTH_KEY: fake.key,
  };
}

const isTexts = ({ path }: RecordedRequest) => path === '/v2/translate';

/** Runs `translate` and kills it with the `count`th request, or in the middle of that request's answer. */
async function killed(
  place: CliPlace,
  count: number,
  when: 'request' | 'answer',
): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, 'dist', 'duizhao.js'), 'translate', '--yes'], {
    cwd: place.folder,
    env: environment(place),
    stdio: 'ignore',
  });
  let cut = false;
  const kill = () => {
    cut = true;
    child.kill('SIGKILL');
  };
  fake.onRequest = () => {
    if (fake.requests.filter(isTexts).length < count || cut) return;
    // Half an answer is sent; the rest never comes.
    if (when === 'answer') fake.fail({ type: 'reset' }, 1);
    if (when === 'answer') setTimeout(kill, 5);
    else kill();
  };
  await once(child, 'exit');
  fake.onRequest = () => {};
  fake.fail(null);
  return cut;
}

/** Draft by source text, of both articles. */
async function drafts(place: CliPlace): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const slug of ['ferry', 'market']) {
    const lines = (await place.read(`articles/${slug}.review.jsonl`)).split('\n').filter(Boolean);
    for (const line of lines) {
      const { drafts: all } = JSON.parse(line) as ReviewRecord;
      for (const { source, text } of all ?? []) found.set(`${slug} ${source}`, text);
    }
  }
  return found;
}

/** How often each text was charged. */
function charges(requests: readonly RecordedRequest[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of requests.filter(isTexts).flatMap(({ texts }) => texts)) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

async function undisturbed(): Promise<{ drafts: Map<string, string>; requests: number }> {
  const place = await placeFor(1);
  const { code } = await place.run(['translate', '--yes'], { environment: environment(place) });
  expect(code).toBe(0);
  const requests = fake.requests.filter(isTexts).length;
  fake.requests.length = 0;
  return { drafts: await drafts(place), requests };
}

describe('translate, killed and run again', () => {
  it.each(['request', 'answer'] as const)(
    'at every %s pays for no answer twice that had arrived',
    async (when) => {
      const whole = await undisturbed();
      expect(whole.drafts.size).toBe(9);
      expect(whole.requests).toBeGreaterThanOrEqual(6);
      for (let count = 1; count <= whole.requests; count += 1) {
        const place = await placeFor(1);
        expect(await killed(place, count, when)).toBe(true);
        const inFlight = fake.requests.filter(isTexts).at(-1)?.texts ?? [];
        const again = await place.run(['translate', '--yes'], { environment: environment(place) });
        expect(again).toMatchObject({ code: 0 });
        const twice = [...charges(fake.requests)].filter(([, times]) => times > 1);
        expect(new Set(twice.map(([text]) => text))).toEqual(new Set(inFlight));
        expect(await drafts(place)).toEqual(whole.drafts);
        const { stdout } = await place.runWarm(['usage', '--json']);
        expect(JSON.parse(stdout)).toMatchObject({ unanswered: [{ slug: expect.any(String) }] });
        fake.requests.length = 0;
        await place.remove();
      }
    },
  );

  it('with several requests under way loses no more than those', async () => {
    const whole = await undisturbed();
    fake.latency = 20;
    for (let count = 1; count <= whole.requests; count += 1) {
      const place = await placeFor(3);
      await killed(place, count, 'request');
      const before = fake.requests.filter(isTexts).length;
      expect(
        (await place.run(['translate', '--yes'], { environment: environment(place) })).code,
      ).toBe(0);
      const again = fake.requests.filter(isTexts).length - before;
      expect(again).toBeLessThanOrEqual(whole.requests - before + 3);
      expect(await drafts(place)).toEqual(whole.drafts);
      fake.requests.length = 0;
      await place.remove();
    }
  });
});
