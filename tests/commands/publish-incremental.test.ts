/** What is kept from one run to the next never shows: the bytes are those of a run that renders everything. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { PublishPlace, SENTENCES } from '../support/publish-place.ts';

const places: PublishPlace[] = [];
function newPlace(): PublishPlace {
  const place = new PublishPlace();
  places.push(place);
  return place;
}
afterEach(() => {
  for (const place of places.splice(0)) place.remove();
});

const SLUGS = ['market', 'harbour', 'pier', 'beach'] as const;
const FRONTS = ['', 'date: 2026-04-01\n', 'publish: withdrawn\n', 'tags: [sea, 海]\n'] as const;
const CONFIGS = [
  {},
  { publish: { url: 'https://news.example/' } },
  { publish: { name: { zh: '晨报', en: 'Morning' }, also: ['pairs'] } },
  { publish: { url: 'https://news.example/', variants: ['tw'] } },
] as const;

const slug = fc.constantFrom(...SLUGS);
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      slug,
      sentences: fc.uniqueArray(fc.nat(SENTENCES.length - 1), { minLength: 1, maxLength: 4 }),
      front: fc.constantFrom(...FRONTS),
      link: fc.option(slug, { freq: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), slug }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('config' as const), at: fc.nat(CONFIGS.length - 1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('forget' as const), how: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('damage' as const), at: fc.nat(50) }) },
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** The memory of the last run goes, or is what somebody made of it. */
function forget(place: PublishPlace, how: number): void {
  const path = join(place.root, '.duizhao', 'publish.json');
  if (!existsSync(path)) return;
  if (how === 0) rmSync(path);
  else if (how === 1) writeFileSync(path, '{"seal":1}');
  else if (how === 2) writeFileSync(path, readFileSync(path, 'utf8').replaceAll('market', 'pier'));
  else writeFileSync(path, readFileSync(path, 'utf8').replace(/"hash":"..../, '"hash":"xxxx'));
}

/** Somebody changes a file of the site, or takes it away. */
function damage(place: PublishPlace, at: number): void {
  const files = Object.keys(place.site()).filter((path) => path !== '.duizhao-site.json');
  const path = files[at % Math.max(1, files.length)];
  if (path === undefined) return;
  if (at % 2 === 0) writeFileSync(join(place.root, 'site', path), 'changed');
  else rmSync(join(place.root, 'site', path));
}

function removeArticle(place: PublishPlace, name: string): void {
  for (const file of readdirSync(join(place.root, 'articles'))) {
    if (file.startsWith(`${name}.`)) rmSync(join(place.root, 'articles', file));
  }
  for (const lang of ['zh', 'en']) {
    rmSync(join(place.root, 'locales', lang, `${name}.json`), { force: true });
  }
}

async function apply(place: PublishPlace, one: Step): Promise<void> {
  if (one.do === 'write') {
    const link = one.link === null ? '' : `\n[早市](${one.link}.md)\n`;
    place.write(one.slug, one.sentences, one.front, link);
    await place.sign(one.slug, link === '' ? {} : { '<1>早市</1>': '<1>The market</1>' });
  } else if (one.do === 'remove') removeArticle(place, one.slug);
  else if (one.do === 'config') place.config = CONFIGS[one.at] ?? {};
  else if (one.do === 'forget') forget(place, one.how);
  else damage(place, one.at);
}

describe('publishing again and again', () => {
  it('gives the bytes of a run that renders everything, whatever happens in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 7 }),
        fc.nat(2),
        async (steps, hands) => {
          const place = newPlace();
          place.hands = hands;
          for (const one of steps) {
            await apply(place, one);
            place.now = new Date(place.now.getTime() + 3_600_000);
            await place.publish();
          }
          place.hands = 0;
          rmSync(join(place.root, 'fresh'), { recursive: true, force: true });
          const { exitCode } = await place.publish({ clean: true, out: 'fresh' });
          // Where a link stops an article, its old pages are all that there is of it.
          fc.pre(exitCode === 0);
          expect(place.site()).toEqual(place.site('fresh'));
        },
      ),
      { numRuns: 12 },
    );
  }, 300_000);

  it('writes nothing the second time, nor with --clean', async () => {
    const place = newPlace();
    for (const [at, name] of SLUGS.entries()) {
      place.write(name, [at, at + 1]);
      await place.sign(name);
    }
    await place.publish();
    const before = place.site();
    for (const flags of [{}, { clean: true }, {}]) {
      const { output } = await place.publish({ ...flags, json: true });
      expect(JSON.parse(output)).toMatchObject({ recorded: 0, files: { written: [] } });
      expect(place.site()).toEqual(before);
    }
  });

  it('renders one article when one has changed', async () => {
    const place = newPlace();
    for (const [at, name] of SLUGS.entries()) {
      place.write(name, [at, at + 1], 'date: 2026-04-01\n');
      await place.sign(name);
    }
    await place.publish();
    place.write('pier', [6], 'date: 2026-04-01\n');
    await place.sign('pier');
    const { output } = await place.publish({ json: true });
    const { written } = JSON.parse(output).files as { written: readonly string[] };
    expect(written.length).toBeGreaterThan(3);
    expect(written.every((path) => path.includes('/pier/'))).toBe(true);
  });

  it('trusts no memory where the verdict gates a change', async () => {
    const place = newPlace();
    place.write('market', [0]);
    await place.sign('market');
    place.ci = true;
    await place.publish();
    const before = place.site();
    expect((await place.publish()).exitCode).toBe(0);
    expect(place.site()).toEqual(before);
  });
});
