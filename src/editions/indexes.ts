/** Lists of the articles for each view, newest first: all of them, by subject, by year. */
import { LIST_FOLDERS } from '../core/slug.ts';
import type { ArticleCard } from './card.ts';
import type { Edition, Site, View, WholeSite } from './edition.ts';
import { VIEWS } from './edition.ts';
import { breadcrumbData, type Step } from './html/json-ld.ts';
import { listPages, type ArticleList } from './html/list-page.ts';
import { siteName } from './html/page.ts';
import { asItStands } from './html/people.ts';
import { tagsPage, type Topic } from './html/tags-page.ts';
import { label, plainLabel } from './html/words.ts';
import { pageLanguage } from './language/index.ts';
import { listed } from './listed.ts';
import { tagPlace, tagSlug, tagsPlace, yearPlace } from './parts/lists.ts';
import type { LinkTo } from './theme/parts.ts';

function topicsOf(cards: readonly ArticleCard[], site: Site): readonly Topic[] {
  const found = new Map<string, { slug: string; name: string; cards: ArticleCard[] }>();
  for (const card of cards) {
    for (const name of card.tags) {
      const slug = tagSlug(name, site.romanise);
      const topic = found.get(slug) ?? { slug, name, cards: [] };
      if (!topic.cards.includes(card)) topic.cards.push(card);
      found.set(slug, topic);
    }
  }
  return [...found.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

function years(cards: readonly ArticleCard[]): readonly number[] {
  return [...new Set(cards.flatMap(({ date }) => date?.year ?? []))];
}

function yearName(view: View, year: number, { options }: Site): string {
  return view === 'bilingual' ? String(year) : pageLanguage(view, options).year(year);
}

/** Where the foot of every list leads: the subjects, the years. */
function footLinks(cards: readonly ArticleCard[], view: View, site: Site): readonly LinkTo[] {
  const { options } = site;
  const all = { href: '', words: label(view, 'allArticles', options) };
  const topics = { href: `${LIST_FOLDERS.subjects}/`, words: label(view, 'topics', options) };
  const byYear = years(cards).map((year) => ({
    href: `${LIST_FOLDERS.years}/${year}/`,
    words: yearName(view, year, site),
  }));
  return cards.some(({ tags }) => tags.length > 0) ? [all, topics, ...byYear] : [all, ...byYear];
}

function frontTitle(view: View, { options: { name } }: Site): string {
  return view === 'bilingual' ? [...new Set([name.zh, name.en])].join(' · ') : name[view];
}

function frontList(cards: readonly ArticleCard[], view: View, site: Site): ArticleList {
  return {
    kind: 'index',
    view,
    place: { view, slug: null },
    title: frontTitle(view, site),
    heading: siteName(view, site.options),
    cards,
    trail: [],
    next: footLinks(cards, view, site),
    data: [],
  };
}

function home(view: View, { options }: Site): Step {
  return { name: plainLabel(view, 'home', options), place: { view, slug: null } };
}

function topicList(topic: Topic, all: readonly ArticleCard[], view: View, site: Site): ArticleList {
  const { options } = site;
  const place = tagPlace(view, topic.slug);
  const above = { name: plainLabel(view, 'topics', options), place: tagsPlace(view) };
  const steps = [home(view, site), above, { name: topic.name, place }];
  return {
    kind: 'tag',
    view,
    place,
    title: `${topic.name} · ${frontTitle(view, site)}`,
    heading: asItStands(topic.name, view, options),
    cards: topic.cards,
    trail: [{ view, slug: null }, tagsPlace(view)],
    next: footLinks(all, view, site),
    data: breadcrumbData(steps, options),
  };
}

function yearList(year: number, all: readonly ArticleCard[], view: View, site: Site): ArticleList {
  const place = yearPlace(view, year);
  const name = yearName(view, year, site);
  return {
    kind: 'archive',
    view,
    place,
    title: `${name} · ${frontTitle(view, site)}`,
    heading: name,
    cards: all.filter(({ date }) => date?.year === year),
    trail: [{ view, slug: null }],
    next: footLinks(all, view, site),
    data: breadcrumbData([home(view, site), { name, place }], site.options),
  };
}

/** Every list of a view. */
export function viewPages(
  all: readonly ArticleCard[],
  view: View,
  site: WholeSite,
): [string, string][] {
  const cards = listed(all, view, site);
  const topics = topicsOf(cards, site);
  const lists = [
    frontList(cards, view, site),
    ...topics.map((topic) => topicList(topic, cards, view, site)),
    ...years(cards).map((year) => yearList(year, cards, view, site)),
  ];
  const pages = lists.flatMap((list) => listPages(list, site));
  // An article of this very name has the address, where the config lets it out nevertheless.
  if (topics.length === 0 || site.slugs.has(LIST_FOLDERS.subjects)) return pages;
  return [...pages, tagsPage(topics, view, { title: frontTitle(view, site), site })];
}

export const edition: Edition = {
  id: 'indexes',
  ofSite: (cards, site) => new Map(VIEWS.flatMap((view) => viewPages(cards, view, site))),
};
