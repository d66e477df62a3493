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
const FRONTS = [
  '',
  'date: 2026-04-01\n',
  'date: 2025-04-01\ntags: [sea]\n',
  'publish: withdrawn\n',
  'tags: [sea, 海]\nauthor: Ann Lee\n',
] as const;
const CONFIGS = [
  {},
  { publish: { url: 'https://news.example/', perPage: 1 } },
  { publish: { url: 'https://news.example/' } },
  { publish: { name: { zh: '晨报', en: 'Morning' }, also: ['epub', 'pairs'] } },
  { publish: { url: 'https://news.example/', variants: ['tw'], also: ['tmx', 'epub'] } },
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
      link: fc.option(
        fc.tuple(slug, fc.constantFrom('.md', '.md#s-title')).map((parts) => parts.join('')),
        { freq: 3 },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), slug }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('config' as const), at: fc.nat(CONFIGS.length - 1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('forget' as const),
      how: fc.nat(4),
      memory: fc.nat(1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('damage' as const), at: fc.nat(50) }) },
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type Forgetting = Extract<Step, { readonly do: 'forget' }>;

/** Of the site, and of the files that hold all articles. */
function memoriesOf(place: PublishPlace): readonly string[] {
  return ['publish', 'publish-whole'].map((name) => join(place.root, '.duizhao', `${name}.json`));
}

type Memories = readonly (string | null)[];

/** Publishes; gives what was remembered before, as it stays where a run dies at its very end. */
async function publishing(place: PublishPlace, only: string | null = null): Promise<Memories> {
  const before = memoriesOf(place).map((path) =>
    existsSync(path) ? readFileSync(path, 'utf8') : null,
  );
  const isThere = only !== null && existsSync(join(place.root, 'articles', `${only}.md`));
  await place.publish({}, isThere ? [only] : []);
  return before;
}

/** A memory of the last run goes, or is what somebody made of it. */
function forget(path: string, { how, memory }: Forgetting, memories: Memories): void {
  const older = memories[memory] ?? null;
  if (!existsSync(path)) return;
  if (how === 4 && older !== null) writeFileSync(path, older);
  else if (how === 0) rmSync(path);
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

async function write(
  place: PublishPlace,
  { slug, sentences, front, link: to }: Extract<Step, { readonly do: 'write' }>,
): Promise<void> {
  const link = to === null ? '' : `\n[早市](${to})\n`;
  place.write(slug, sentences, front, link);
  await place.sign(slug, link === '' ? {} : { '<1>早市</1>': '<1>The market</1>' });
}

async function apply(place: PublishPlace, one: Step, older: Memories): Promise<void> {
  if (one.do === 'write') await write(place, one);
  else if (one.do === 'remove') removeArticle(place, one.slug);
  else if (one.do === 'config') place.config = CONFIGS[one.at] ?? {};
  else if (one.do === 'forget') forget(memoriesOf(place)[one.memory] ?? '', one, older);
  else damage(place, one.at);
}

describe('publishing again and again', () => {
  it('gives the bytes of a run that renders everything, whatever happens in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, fc.option(slug, { freq: 2 })), { minLength: 2, maxLength: 7 }),
        fc.nat(2),
        async (steps, hands) => {
          const place = newPlace();
          place.hands = hands;
          let older: Memories = [];
          for (const [one, only] of steps) {
            await apply(place, one, older);
            place.now = new Date(place.now.getTime() + 3_600_000);
            older = await publishing(place, only);
          }
          await place.publish();
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

  it('trusts no memory of another site than the one that stands', async () => {
    const place = newPlace();
    for (const [at, name] of SLUGS.entries()) {
      place.write(name, [at, at + 1], 'date: 2026-04-01\n');
      await place.sign(name);
    }
    await place.publish();
    const before = place.site();
    place.write('pier', [6], 'date: 2025-04-01\n');
    await place.sign('pier');
    const [older] = await publishing(place);
    place.write('pier', [2, 3], 'date: 2026-04-01\n');
    writeFileSync(memoriesOf(place)[0] ?? '', older ?? '');
    await place.publish();
    const after = place.site();
    for (const path of ['zh/index.html', 'zh/archive/2026/index.html', 'sitemap.xml']) {
      expect(after[path]).toBe(before[path]);
    }
    expect(after['zh/archive/2025/index.html']).toBeUndefined();
    expect(after['zh/pier/index.html']).toContain(SENTENCES[2][0]);
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

/** A theme whose lists of 2024 lead where others do not. */
function themeTo(target: string): string {
  return `import { parts } from 'duizhao/theme';
export const indexHeader = (props) => (
  <div>
    {parts.indexHeader(props)}
    {String(props.title).startsWith('2024') && <a href={props.page.root + '${target}'}>there</a>}
  </div>
);
`;
}

/** The first sentence of an article's page, as a link. */
function sentenceOf(place: PublishPlace, name: string): string {
  const page = place.site()[`zh/${name}/index.html`] ?? '';
  return `zh/${name}/index.html#${/id="(s-(?!title)[^"]+)"/.exec(page)?.[1] ?? 'none'}`;
}

interface Goes {
  readonly what: string;
  readonly target: (place: PublishPlace) => string;
  readonly take: (place: PublishPlace) => void;
}

const GOES: readonly Goes[] = [
  {
    what: 'a file of others',
    target: () => 'about.html',
    take: (place) => rmSync(join(place.root, 'site', 'about.html')),
  },
  {
    what: 'an article',
    target: () => 'zh/market/',
    take: (place) => removeArticle(place, 'market'),
  },
  {
    what: 'a sentence',
    target: (place) => sentenceOf(place, 'market'),
    take: (place) => place.write('market', [2], 'date: 2026-04-01\n'),
  },
];

describe('a page that stays as it is', () => {
  it.each(GOES)('is told of when what it leads to has gone: $what', async ({ target, take }) => {
    const place = newPlace();
    const days = { market: '2026-04-01', pier: '2026-04-02', beach: '2024-04-01' };
    for (const [name, day] of Object.entries(days)) {
      place.write(name, [0], `date: ${day}\n`);
      await place.sign(name);
    }
    await place.publish();
    writeFileSync(join(place.root, 'site', 'about.html'), '<p>About us</p>');
    writeFileSync(join(place.root, 'theme.tsx'), themeTo(target(place)));
    place.config = { publish: { theme: 'theme.tsx' } };
    expect((await place.publish()).exitCode).toBe(0);
    const before = place.site();
    take(place);
    for (const name of readdirSync(join(place.root, 'articles'))) {
      if (name.endsWith('.md')) await place.sign(name.replace('.md', ''));
    }
    place.write('pier', [0, 1], 'date: 2026-04-02\n');
    await place.sign('pier');
    const { exitCode, output } = await place.publish();
    expect(exitCode).not.toBe(0);
    expect(output).toContain('archive/2024/index.html');
    expect(place.site()['zh/pier/index.html']).toBe(before['zh/pier/index.html']);
  });
});
