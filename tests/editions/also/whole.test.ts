/** Files of all articles: made of those that stand, they are what would be made of nothing. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ArticleState } from '../../../src/core/state.ts';
import { loadAlso } from '../../../src/editions/also/index.ts';
import { cardOf } from '../../../src/editions/card.ts';
import type { Site } from '../../../src/editions/edition.ts';
import { wholeMakers } from '../../../src/editions/index.ts';
import {
  makeWhole,
  type WholeArticle,
  type WholeBefore,
  type WholeFile,
} from '../../../src/editions/whole-file.ts';
import { articleState, OPTIONS, signedOff } from '../builder.ts';
import { PNG } from '../picture-bytes.ts';

// Room for two of the pictures below.
vi.mock('../../../src/core/limits.ts', async (load) => {
  const limits = await load<typeof import('../../../src/core/limits.ts')>();
  return { ...limits, MAX_BYTES: { ...limits.MAX_BYTES, bookPictures: 300 } };
});

const ALSO = await loadAlso(new Set(['docx', 'epub', 'pairs', 'tmx']));
const PICTURES = new Map(
  [1, 2, 3].map((n) => {
    const bytes = new Uint8Array(130).fill(n);
    bytes.set(PNG);
    return [`articles/${n}.png`, bytes];
  }),
);

interface Told {
  readonly title: string;
  readonly date: string | null;
  readonly body: readonly string[];
}

function stateOf(slug: string, { title, date, body }: Told): ArticleState {
  const head = ['---', `title: ${title}`, ...(date === null ? [] : [`date: ${date}`]), '---'];
  const text = `${head.join('\n')}\n\n${body.join('\n\n')}\n`;
  const state = articleState(slug, text, ({ segment }) =>
    segment.lang === 'zh' ? `In English ${segment.text.length}` : `中文${segment.text.length}`,
  );
  return signedOff(state);
}

/** What there is at a time: articles, and slugs that have a page besides. */
interface Moment {
  readonly articles: ReadonlyMap<string, Told>;
  /** Articles of which nobody knows whether they change. */
  readonly unknown: readonly string[];
  readonly others: readonly string[];
}

interface Made {
  readonly files: ReadonlyMap<string, WholeFile>;
  /** Slugs of articles whose text was asked for. */
  readonly opened: readonly string[];
}

const options = { ...OPTIONS, drafts: true };

async function made(moment: Moment, before: Made | null): Promise<Made> {
  const { articles, unknown, others } = moment;
  const slugs = new Set([...articles.keys(), ...others]);
  const site: Site = {
    options,
    slugs,
    also: ALSO,
    picture: (path) => PICTURES.get(path) ?? null,
  };
  const states = new Map([...articles].map(([slug, told]) => [slug, stateOf(slug, told)]));
  const all = [...articles].map(([slug, told]): WholeArticle => {
    const inputs = unknown.includes(slug) ? null : JSON.stringify(told);
    return { card: cardOf(states.get(slug)!, options), inputs };
  });
  const stands = (path: string): WholeBefore | null => {
    const file = before?.files.get(path);
    // Notes are kept as JSON.
    return file === undefined
      ? null
      : { bytes: file.bytes, notes: JSON.parse(JSON.stringify(file.notes)) };
  };
  const opened: string[] = [];
  const open = async (slug: string): Promise<ArticleState> => {
    opened.push(slug);
    return states.get(slug)!;
  };
  const { makers, sorted } = wholeMakers({ site, articles: all, before: stands });
  const files = await makeWhole(makers, sorted, open);
  return { files: new Map(files.map((file) => [file.path, file])), opened };
}

/** Paths of the files that have not the same bytes. */
function differing(a: Made, b: Made): string[] {
  const paths = [...new Set([...a.files.keys(), ...b.files.keys()])];
  return paths.filter((path) => {
    const [one, other] = [a.files.get(path)?.bytes, b.files.get(path)?.bytes];
    return one === undefined || other === undefined || !Buffer.from(one).equals(other);
  });
}

const SLUGS = ['ferry', 'harbour', 'market', 'pier'] as const;
const slug = fc.constantFrom(...SLUGS);
const part = fc.oneof(
  fc.constantFrom('A boat came in.', '鱼卖光了。', 'Odd \u0085 and \u009b signs.', '12'),
  fc.constantFrom('## The sea', '## 港口 *早市*', '<p id="own id">Raw</p>'),
  slug.map((to) => `See [the other](${to}.md) there.`),
  slug.map((to) => `See [its title](${to}.md#s-title) there.`),
  slug.map((to) => `See [a place](${to}.md#own%20id) and [none](${to}.md#none).`),
  fc.constantFrom('Up [again](#s-title), or [nowhere](#none).'),
  fc.constantFrom(1, 2, 3).map((n) => `![船 ${n}](${n}.png)`),
);
const told: fc.Arbitrary<Told> = fc.record({
  title: fc.constantFrom('早市', 'Boats & <nets>', 'Tea'),
  date: fc.option(fc.constantFrom('2026-03-01', '2026-03-02')),
  body: fc.array(part, { maxLength: 4 }),
});
const moment: fc.Arbitrary<Moment> = fc.record({
  articles: fc
    .tuple(fc.subarray([...SLUGS]), fc.array(told, { minLength: 4, maxLength: 4 }))
    .map(([slugs, texts]) => new Map(slugs.map((name, at) => [name, texts[at]!]))),
  unknown: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...SLUGS])),
  others: fc.subarray([...SLUGS]),
});

/** A moment after another: some of its articles as they were, some otherwise, gone or new. */
function after({ articles }: Moment, next: Moment, changed: readonly string[]): Moment {
  const merged = SLUGS.flatMap((name) => {
    const text = (changed.includes(name) ? next : { articles }).articles.get(name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return { ...next, articles: new Map(merged) };
}

function momentOf(
  articles: readonly (readonly [string, Told])[],
  more: Partial<Moment> = {},
): Moment {
  return { articles: new Map(articles), unknown: [], others: [], ...more };
}

describe('law: whatever changes', () => {
  it('what is made of the files that stand is what is made of nothing', async () => {
    const changes = fc.array(fc.tuple(moment, fc.subarray([...SLUGS])), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(moment, changes, async (first, later) => {
        let now = first;
        let stands = await made(now, null);
        for (const [next, changed] of later) {
          now = after(now, next, changed);
          stands = await made(now, stands);
          expect(differing(stands, await made(now, null))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

it('has the picture for which there is room now', async () => {
  const shows = (n: number): Told => ({ title: 'Tea', date: null, body: [`![船](${n}.png)`] });
  const first = ['ferry', shows(1)] as const;
  const last = ['pier', shows(3)] as const;
  const rest = momentOf([first, last]);
  const full = momentOf([first, ['market', shows(2)], last]);
  const stands = await made(rest, await made(full, null));
  expect(differing(stands, await made(rest, null))).toEqual([]);
});

describe('whose text is asked for', () => {
  const text = (...body: string[]): Told => ({ title: 'Tea', date: null, body });
  const base: readonly (readonly [string, Told])[] = [
    ['ferry', text('A boat.', 'See [it](market.md#s-title).')],
    ['harbour', text('See [the market](market.md), and [a pier](pier.md).')],
    ['market', text('## Fish', '鱼卖光了。')],
    ['tide', text('The sea.')],
  ];
  const but = (name: string, told: Told): typeof base =>
    base.map(([slug, old]) => [slug, slug === name ? told : old]);

  it.each<[string, Moment, readonly string[]]>([
    ['nobody’s, when nothing has changed', momentOf(base), []],
    ['one’s that has changed', momentOf(but('tide', text('The tide.'))), ['tide']],
    [
      'and one’s that leads to a place in it',
      momentOf(but('market', text('鱼卖光了。'))),
      ['ferry', 'market'],
    ],
    [
      'and one’s that it leads to a place in',
      momentOf(but('tide', text('See [it](market.md#s-title).'))),
      ['market', 'tide'],
    ],
    ['one’s of which nobody knows', momentOf(base, { unknown: ['tide'] }), ['tide']],
    [
      'nobody’s that stays, when another goes',
      momentOf(base.filter(([slug]) => slug !== 'tide')),
      [],
    ],
    [
      'one’s that leads to an article that is gone',
      momentOf(base.filter(([slug]) => slug !== 'market')),
      ['ferry', 'harbour'],
    ],
    [
      'one’s that leads to an article that has come',
      momentOf([...base, ['pier', text('Wood.')]]),
      ['harbour', 'pier'],
    ],
  ])('%s', async (_, now, slugs) => {
    const { opened } = await made(now, await made(momentOf(base), null));
    expect([...new Set(opened)].sort()).toEqual(slugs);
  });

  it('everybody’s, when a file that stands is not what it says of itself', async () => {
    const { files } = await made(momentOf(base), null);
    const cut = new Map(
      [...files].map(([path, file]) => [path, { ...file, bytes: file.bytes.subarray(1) }]),
    );
    const { opened } = await made(momentOf(base), { files: cut, opened: [] });
    expect(new Set(opened).size).toBe(base.length);
  });
});
