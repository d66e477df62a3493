/** Lists of the articles for each view, newest first: all of them, by subject, by year. */
import { LIST_FOLDERS } from '../core/slug.ts';
import type { ArticleCard } from './card.ts';
import type { Edition, Ground, View, WholeSite } from './edition.ts';
import { absentOf, type Lacks } from './html/absent.ts';
import { siteViews } from './html/derived.ts';
import { breadcrumbData, type Step } from './html/json-ld.ts';
import { pagePath } from './html/links.ts';
import { listPages, listPaths, type ArticleList } from './html/list-page.ts';
import { siteName } from './html/page.ts';
import { asItStands } from './html/people.ts';
import { tagsPage } from './html/tags-page.ts';
import { label, plainLabel } from './html/words.ts';
import { pageLanguage } from './language/index.ts';
import { listCard, type ListCard } from './list-card.ts';
import { listed } from './listed.ts';
import { tagPlace, tagSlug, tagsPlace, yearPlace } from './parts/lists.ts';
import type { SiteFile } from './site-file.ts';
import type { LinkTo } from './theme/parts.ts';

/** A subject under one address. */
interface Topic {
  readonly slug: string;
  /** As the newest article writes it. */
  readonly name: string;
  /** Newest first, each once. */
  readonly cards: ReadonlySet<ListCard>;
}

/** The articles of a view, and what every list of it says at its foot. */
interface Shelf {
  readonly view: View;
  readonly cards: readonly ListCard[];
  readonly topics: readonly Topic[];
  /** Newest first. */
  readonly years: ReadonlyMap<number, readonly ListCard[]>;
  readonly foot: readonly LinkTo[];
}

function topicsOf(cards: readonly ListCard[], { romanise }: Ground): readonly Topic[] {
  const found = new Map<string, { slug: string; name: string; cards: Set<ListCard> }>();
  for (const card of cards) {
    for (const name of card.tags) {
      const slug = tagSlug(name, romanise);
      const topic = found.get(slug) ?? { slug, name, cards: new Set() };
      topic.cards.add(card);
      found.set(slug, topic);
    }
  }
  return [...found.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

function byYear(cards: readonly ListCard[]): Shelf['years'] {
  const years = new Map<number, ListCard[]>();
  for (const card of cards) {
    const year = card.date?.year;
    if (year === undefined) continue;
    const own = years.get(year);
    if (own === undefined) years.set(year, [card]);
    else own.push(card);
  }
  return years;
}

function yearName(view: View, year: number, { options }: Ground): string {
  return view === 'bilingual' ? String(year) : pageLanguage(view, options).year(year);
}

/** Where the foot of every list leads: the subjects, the years. */
function footLinks(
  { view, topics, years }: Omit<Shelf, 'foot'>,
  ground: Ground,
): readonly LinkTo[] {
  const { options } = ground;
  const all = { href: '', words: label(view, 'allArticles', options) };
  const subjects = { href: `${LIST_FOLDERS.subjects}/`, words: label(view, 'topics', options) };
  const ofYears = [...years.keys()].map((year) => ({
    href: `${LIST_FOLDERS.years}/${year}/`,
    words: yearName(view, year, ground),
  }));
  return topics.length > 0 ? [all, subjects, ...ofYears] : [all, ...ofYears];
}

function shelfOf(all: readonly ArticleCard[], view: View, site: WholeSite): Shelf {
  const cards = listed(all, view, site).map(listCard);
  const shelf = { view, cards, topics: topicsOf(cards, site), years: byYear(cards) };
  return { ...shelf, foot: footLinks(shelf, site) };
}

function frontTitle(view: View, { options: { name } }: Ground): string {
  return view === 'bilingual' ? [...new Set([name.zh, name.en])].join(' · ') : name[view];
}

function frontList({ view, cards, foot }: Shelf, ground: Ground): ArticleList {
  return {
    kind: 'index',
    view,
    place: { view, slug: null },
    title: frontTitle(view, ground),
    heading: siteName(view, ground.options),
    cards,
    trail: [],
    next: foot,
    data: [],
  };
}

function home(view: View, { options }: Ground): Step {
  return { name: plainLabel(view, 'home', options), place: { view, slug: null } };
}

function topicList(topic: Topic, { view, foot }: Shelf, ground: Ground): ArticleList {
  const { options } = ground;
  const place = tagPlace(view, topic.slug);
  const above = { name: plainLabel(view, 'topics', options), place: tagsPlace(view) };
  const steps = [home(view, ground), above, { name: topic.name, place }];
  return {
    kind: 'tag',
    view,
    place,
    title: `${topic.name} · ${frontTitle(view, ground)}`,
    heading: asItStands(topic.name, view, options),
    cards: [...topic.cards],
    trail: [{ view, slug: null }, tagsPlace(view)],
    next: foot,
    data: breadcrumbData(steps, options),
  };
}

function yearList(
  [year, cards]: readonly [number, readonly ListCard[]],
  { view, foot }: Shelf,
  ground: Ground,
): ArticleList {
  const place = yearPlace(view, year);
  const name = yearName(view, year, ground);
  return {
    kind: 'archive',
    view,
    place,
    title: `${name} · ${frontTitle(view, ground)}`,
    heading: name,
    cards,
    trail: [{ view, slug: null }],
    next: foot,
    data: breadcrumbData([home(view, ground), { name, place }], ground.options),
  };
}

/** Every list of a view. */
interface ViewLists {
  readonly site: WholeSite;
  readonly shelf: Shelf;
  readonly lists: readonly ArticleList[];
  /** It has a page of all its subjects. */
  readonly hasTopics: boolean;
}

function listsOf(all: readonly ArticleCard[], view: View, site: WholeSite): ViewLists {
  const shelf = shelfOf(all, view, site);
  const { topics, years } = shelf;
  const lists = [
    frontList(shelf, site),
    ...topics.map((topic) => topicList(topic, shelf, site)),
    ...[...years].map((year) => yearList(year, shelf, site)),
  ];
  // An article of this very name has the address, where the config lets it out nevertheless.
  const hasTopics = topics.length > 0 && !site.slugs.has(LIST_FOLDERS.subjects);
  return { site, shelf, lists, hasTopics };
}

function pathsOf({ site, shelf: { view }, lists, hasTopics }: ViewLists): readonly string[] {
  const paths = lists.flatMap((list) => listPaths(list, site));
  return hasTopics ? [...paths, pagePath(tagsPlace(view), site.options)] : paths;
}

/** A list of articles that have no page in a language is not there in it; only then is anybody asked. */
function lacksOf(views: readonly ViewLists[], { lacks }: WholeSite): Lacks | undefined {
  if (lacks === undefined) return undefined;
  const there = new Set(views.flatMap(pathsOf));
  return (path) => !there.has(path);
}

function viewPages(
  { site, shelf, lists, hasTopics }: ViewLists,
  lacks: Lacks | undefined,
): readonly SiteFile[] {
  const { view, topics } = shelf;
  const pages = lists.flatMap((list) => listPages(list, site, lacks));
  if (!hasTopics) return pages;
  const counted = topics.map(({ slug, name, cards }) => ({ slug, name, count: cards.size }));
  const absent = absentOf(tagsPlace(view), site.options, lacks);
  const shown = { topics: counted, view, title: frontTitle(view, site), absent };
  return [...pages, tagsPage(shown, site)];
}

export const edition: Edition = {
  id: 'indexes',
  ofSite: (cards, all) => {
    const views = siteViews(all).map(({ view, site }) => listsOf(cards, view, site));
    const lacks = lacksOf(views, all);
    return views.flatMap((lists) => viewPages(lists, lacks));
  },
};
