/**
 * `publish` killed at one change of the disk after the other: the site that stands is the old one or the new
 * one, whole, and the next run finishes what there is to finish.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PublishPlace } from '../support/publish-place.ts';
import { root } from '../support/source.ts';

const HOOK = join(root, 'tests', 'support', 'kill-at.cjs');

let place: PublishPlace;
let before: Record<string, string>;
let after: Record<string, string>;
let changes = 0;

/** A workspace with a site, of which one article is to be published anew and one is withdrawn. */
beforeAll(async () => {
  place = new PublishPlace();
  for (const [at, slug] of ['market', 'harbour', 'pier'].entries()) {
    place.write(slug, [at, at + 1], 'date: 2026-04-01\n');
    await place.sign(slug);
  }
  await run(0);
  before = place.site();
  place.write('market', [5, 6], 'date: 2026-04-01\n');
  await place.sign('market');
  place.write('pier', [2, 3], 'date: 2026-04-01\npublish: withdrawn\n');
  cpSync(place.root, `${place.root}-saved`, { recursive: true });
  const counter = join(`${place.root}-saved`, 'count');
  await run(0, { DUIZHAO_TEST_KILL_COUNT: counter });
  changes = Number(readFileSync(counter, 'utf8'));
  rmSync(counter);
  after = place.site();
}, 60_000);

afterAll(() => {
  place.remove();
  rmSync(`${place.root}-saved`, { recursive: true, force: true });
});

/** Runs the program; its exit code, or null when it was killed. */
async function run(killAt: number, more: Record<string, string> = {}): Promise<number | null> {
  const child = spawn(
    process.execPath,
    ['--require', HOOK, join(root, 'dist', 'duizhao.js'), 'publish', '--also', 'pairs'],
    {
      cwd: place.root,
      env: {
        PATH: process.env['PATH'] ?? '',
        DUIZHAO_STATE: join(place.root, 'state'),
        DUIZHAO_USER: 'mei',
        DUIZHAO_TEST_KILL_AT: String(killAt),
        TZ: 'UTC',
        ...more,
      },
      stdio: 'ignore',
    },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** The hashes of what was published do not depend on when: the manifest has the days of this run. */
function pages(site: Record<string, string>): Record<string, string> {
  const { '.duizhao-site.json': _manifest, ...rest } = site;
  return rest;
}

function leftBeside(): string[] {
  return readdirSync(place.root).filter((name) => name.startsWith('.site.'));
}

describe('publish, killed', () => {
  it('leaves the old site or the new one, and the next run finishes', async () => {
    expect(changes).toBeGreaterThan(40);
    const seen = { old: 0, fresh: 0 };
    // Most of the changes where the site is put in place and the record written; some before.
    const points = Array.from({ length: changes }, (_, at) => at + 1);
    for (const point of points.filter(
      (at) => at % 13 === 0 || (at > changes - 24 && at % 2 === 0),
    )) {
      rmSync(place.root, { recursive: true });
      cpSync(`${place.root}-saved`, place.root, { recursive: true });
      expect(await run(point), `killed at ${point}`).toBe(null);
      const site = pages(place.site());
      const isOld = site['en/market/index.html'] === before['en/market/index.html'];
      seen[isOld ? 'old' : 'fresh'] += 1;
      expect(site, `killed at ${point} of ${changes}`).toEqual(pages(isOld ? before : after));
      expect(await run(0), `run again after ${point}`).toBe(0);
      expect(pages(place.site())).toEqual(pages(after));
      expect(place.record('market')).toHaveLength(2);
      expect(place.record('pier').map(({ event }) => event)).toEqual(['published', 'withdrawn']);
      expect(leftBeside()).toEqual([]);
      expect(existsSync(join(place.root, 'site'))).toBe(true);
    }
    expect(seen.old).toBeGreaterThan(3);
    expect(seen.fresh).toBeGreaterThan(3);
  }, 300_000);
});
