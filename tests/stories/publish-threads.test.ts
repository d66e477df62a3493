/** A large site is shared out among threads, and nobody can tell from the site. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PublishPlace } from '../support/publish-place.ts';

const program = join(
  dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  'dist',
  'duizhao.js',
);

const place = new PublishPlace();

/** Two threads beside the first take as many. */
const ARTICLES = 130;

beforeAll(async () => {
  for (let at = 0; at < ARTICLES; at += 1) {
    const slug = `letter-${at}`;
    const link = `\n[早市](letter-${(at * 7) % ARTICLES}.md)\n`;
    place.write(slug, [at % 8, (at * 3 + 1) % 8], 'date: 2026-04-01\n', link);
    await place.sign(slug, { '<1>早市</1>': '<1>The market</1>' });
  }
}, 120_000);

afterAll(() => place.remove());

const MEI = { DUIZHAO_USER: 'mei' };

function publish(threads: number, args: readonly string[] = [], who: NodeJS.ProcessEnv = MEI) {
  const environment = { DUIZHAO_STATE: join(place.root, 'state'), ...who };
  const env = { ...process.env, ...environment, DUIZHAO_THREADS: String(threads), CI: '' };
  return spawnSync(process.execPath, [program, 'publish', '--json', ...args], {
    cwd: place.root,
    env,
    encoding: 'utf8',
  });
}

/** The record says when; all else is the same. */
function forget(): void {
  for (const path of ['.duizhao', 'site']) rmSync(join(place.root, path), { recursive: true });
  const articles = join(place.root, 'articles');
  for (const name of readdirSync(articles)) {
    if (name.endsWith('.published.jsonl')) rmSync(join(articles, name));
  }
}

/** What a record says, but for the time. */
const recorded = () => place.record('letter-77').map((event) => ({ ...event, at: null }));

it('publishes the same bytes with one thread and with three', () => {
  const alone = publish(1);
  expect(JSON.parse(alone.stdout)).toMatchObject({ recorded: ARTICLES });
  const site = place.site();
  const record = recorded();
  forget();
  const shared = publish(3);
  expect(JSON.parse(shared.stdout)).toEqual(JSON.parse(alone.stdout));
  expect(place.site()).toEqual(site);
  expect(recorded()).toEqual(record);
  expect(JSON.parse(publish(3).stdout)).toMatchObject({ recorded: 0, files: { written: [] } });
  expect(JSON.parse(publish(3, ['--clean']).stdout)).toMatchObject({ files: { written: [] } });
  expect(place.site()).toEqual(site);
}, 120_000);

it('asks git for the name once a thread, not once an article', () => {
  forget();
  const tools = join(place.root, 'tools');
  const asked = join(tools, 'asked');
  mkdirSync(tools);
  const git = `#!/bin/sh\necho "$*" >> '${asked}'\necho Mei\n`;
  writeFileSync(join(tools, 'git'), git, { mode: 0o755 });
  const PATH = `${tools}:${process.env['PATH'] ?? ''}`;
  const { stdout } = publish(3, [], { PATH, DUIZHAO_USER: '' });
  expect(JSON.parse(stdout)).toMatchObject({ recorded: ARTICLES });
  expect(recorded()).toMatchObject([{ by: 'Mei' }]);
  const questions = readFileSync(asked, 'utf8').split('\n');
  expect(questions.filter((line) => line === 'config user.name').length).toBeLessThanOrEqual(3);
}, 120_000);

it('says what is wrong in a sentence, whichever thread met it, and leaves the site as it is', () => {
  const before = place.site();
  for (let at = 0; at < ARTICLES; at += 1) {
    const review = join(place.root, 'locales', 'en', `letter-${at}.json`);
    rmSync(review);
    mkdirSync(review);
    writeFileSync(join(review, 'x'), '');
  }
  const { stderr, status } = publish(3);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^duizhao: locales\/en\/letter-\d+\.json .*\n$/);
  expect(place.site()).toEqual(before);
  expect(readdirSync(place.root).filter((name) => name.startsWith('.site'))).toEqual([]);
}, 120_000);
