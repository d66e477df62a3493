/** A file of the site says what it shows before it is made: where that is the same, so are its bytes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGS, type Lang } from '../../src/core/model.ts';
import { wholeFile } from '../../src/editions/also/formats.ts';
import { edition as epub } from '../../src/editions/also/epub.ts';
import { edition as pairs } from '../../src/editions/also/pairs.ts';
import type { ArticleCard } from '../../src/editions/card.ts';
import { VIEWS, type Content, type Ground, type WholeSite } from '../../src/editions/edition.ts';
import { pagePath } from '../../src/editions/html/links.ts';
import { siteFiles } from '../../src/editions/index.ts';
import { dateOf } from '../../src/editions/parts/front.ts';
import { OPTIONS } from './builder.ts';

const SLUGS = ['beach', 'ferry', 'harbour', 'market', 'pier', 'tags', 'tide'] as const;
const DAYS = ['2024-12-31', '2025-02-28', '2025-03-01', '2026-03-01'] as const;
const TEXTS = ['早市', '书店 & <b>', 'The market', 'Tea'] as const;

const GROUND: Ground = {
  options: { ...OPTIONS, url: 'https://news.example/', perPage: 2, variants: ['tw'] },
  also: [epub, pairs],
  regional: { tw: (text) => text.replaceAll('书', '書') },
  romanise: (text) => text.replaceAll('海', 'hai'),
};
const { options } = GROUND;

const day = fc.option(fc.constantFrom(...DAYS), { freq: 5 }).map((on) => on && dateOf(on));
const text = fc.constantFrom(...TEXTS);
const parts = fc.array(fc.record({ text, lang: fc.constantFrom(...LANGS) }), { maxLength: 2 });
const texts = fc.record({
  title: text,
  titleParts: parts,
  dekParts: parts,
  description: fc.option(text),
});

/** What may change of a card, each with its values. */
const FIELDS = {
  date: day,
  published: day,
  updated: day,
  corrections: fc.array(
    fc.record({
      date: fc.constant(dateOf('2026-03-01')!),
      langs: fc.constant<Lang[]>(['zh']),
      changes: fc.constant([]),
    }),
    { maxLength: 1 },
  ),
  lastApproved: fc.nat(2),
  authors: fc.array(text, { maxLength: 2 }),
  tags: fc.array(fc.constantFrom('sea', 'Sea', '海', 'C++'), { maxLength: 3 }),
  source: fc.constantFrom(...LANGS),
  unreviewed: fc.constantFrom(0, 0, 0, 3),
  texts: fc.record({ zh: texts, en: texts }),
} satisfies { [Name in Exclude<keyof ArticleCard, 'slug'>]: fc.Arbitrary<ArticleCard[Name]> };

const PAGES = SLUGS.flatMap((slug) => VIEWS.map((view) => pagePath({ view, slug }, options)));
const BOOKS = VIEWS.map((view) => wholeFile('epub', view, options));
const withdrawn = fc.record({
  slug: fc.constantFrom('gone', 'lost'),
  day: fc.constantFrom(...DAYS),
  note: fc.constantFrom({}, { zh: '有误' }, { zh: '有误', en: 'It was wrong' }),
});

interface Place {
  readonly cards: readonly ArticleCard[];
  readonly site: WholeSite;
}

const rest = fc.record({
  lacking: fc.option(fc.subarray(PAGES)),
  whole: fc.subarray(BOOKS),
  withdrawn: fc.uniqueArray(withdrawn, { maxLength: 2, selector: ({ slug }) => slug }),
  others: fc.subarray(['tags', 'other']),
});

function placeOf(
  cards: readonly ArticleCard[],
  {
    lacking,
    whole,
    withdrawn,
    others,
  }: typeof rest extends fc.Arbitrary<infer Value> ? Value : never,
): Place {
  const slugs = new Set([...cards.map(({ slug }) => slug), ...others]);
  const lacks = lacking === null ? {} : { lacks: (path: string) => lacking.includes(path) };
  return { cards, site: { ...GROUND, slugs, withdrawn, whole: new Set(whole), ...lacks } };
}

const allCards = fc
  .subarray([...SLUGS], { minLength: 3 })
  .chain((slugs) =>
    fc.tuple(...slugs.map((slug) => fc.record({ slug: fc.constant(slug), ...FIELDS }))),
  );

/** Two states of a site, of which the second has a few fields of its cards otherwise, or a few cards less. */
const twoPlaces = fc
  .tuple(allCards, rest, rest, fc.boolean())
  .chain(([cards, before, after, isSameRest]) => {
    const change = fc.record({
      at: fc.nat(cards.length - 1),
      field: fc.constantFrom(...(Object.keys(FIELDS) as (keyof typeof FIELDS)[])),
      card: fc.record(FIELDS),
    });
    return fc
      .tuple(fc.array(change, { maxLength: 3 }), fc.subarray([...cards.keys()], { maxLength: 1 }))
      .map(([changes, left]) => {
        const now: ArticleCard[] = [...cards];
        for (const { at, field, card } of changes) {
          const old = now[at];
          if (old !== undefined) now[at] = { ...old, [field]: card[field] };
        }
        const rests = isSameRest ? before : after;
        return [
          placeOf(cards, before),
          placeOf(
            now.filter((_, at) => !left.includes(at)),
            rests,
          ),
        ] as const;
      });
  });

type Made = ReadonlyMap<string, { readonly inputs: string; readonly content: Content }>;

function made({ cards, site }: Place): Made {
  return new Map(
    siteFiles(cards, site).map(({ path, inputs, render }) => [path, { inputs, content: render() }]),
  );
}

describe('a file of the site', () => {
  it('has the same bytes where it says that it shows the same', () => {
    fc.assert(
      fc.property(twoPlaces, ([before, after]) => {
        const old = made(before);
        const same = [...made(after)].filter(
          ([path, { inputs }]) => old.get(path)?.inputs === inputs,
        );
        const [now, then] = [new Map<string, Content>(), new Map<string, Content | undefined>()];
        for (const [path, { content }] of same) {
          now.set(path, content);
          then.set(path, old.get(path)?.content);
        }
        expect(now).toEqual(then);
      }),
      { numRuns: 150 },
    );
  });

  const base = SLUGS.filter((slug) => slug !== 'tags').map((slug, at): ArticleCard => ({
    slug,
    date: dateOf(DAYS[at % 3] ?? ''),
    published: null,
    updated: null,
    corrections: [],
    lastApproved: 0,
    authors: [],
    tags: at === 0 ? ['sea'] : [],
    source: 'zh',
    unreviewed: 0,
    texts: {
      zh: { title: '早市', titleParts: [], dekParts: [], description: null },
      en: { title: 'Market', titleParts: [], dekParts: [], description: null },
    },
  }));
  const rests = { lacking: null, whole: [], withdrawn: [], others: [] };

  it.each<[string, Partial<ArticleCard>, RegExp]>([
    ['what no list shows', { corrections: [], lastApproved: 2, source: 'en' }, /^$/],
    ['its last change', { updated: dateOf('2026-04-01') }, /^(?:sitemap\.xml|.*\/feed\.\w+)$/],
    [
      'an author: the lists of its page, its year and its subject',
      { authors: ['Ann'] },
      /\/index\.html$|\/page\/\d\/index\.html$|\/archive\/2024\/|\/tags\/sea\/|\/feed\.\w+$/,
    ],
  ])('says so where it shows something else: %s', (_what, change, paths) => {
    const old = made(placeOf(base, rests));
    const now = made(
      placeOf(
        base.map((card, at) => (at === 0 ? { ...card, ...change } : card)),
        rests,
      ),
    );
    const other = [...now].filter(([path, { inputs }]) => old.get(path)?.inputs !== inputs);
    expect(other.filter(([path]) => !paths.test(path))).toEqual([]);
    expect(other.length > 0).toBe(paths.test('zh/feed.xml'));
    // Nothing is made again that would be the same.
    for (const [path, { content }] of other) expect(old.get(path)?.content).not.toEqual(content);
    expect(other.length).toBeLessThan(now.size / 2);
  });
});
