/** A list of articles in one view, cut into pages. */
import type { Lang } from '../../core/model.ts';
import type { ArticleCard } from '../card.ts';
import type { View, WholeSite } from '../edition.ts';
import { pageOf } from '../parts/lists.ts';
import type { LinkTo, PageContext } from '../theme/parts.ts';
import { dateProps } from './dates.ts';
import { wholeDownloads } from './downloads.ts';
import { element, lines, type Child } from './element.ts';
import type { JsonValue } from './json-ld.ts';
import { linkTo, pagePath, type Place } from './links.ts';
import { draftNotice, page, pageContext, themeOf } from './page.ts';
import { asItStands } from './people.ts';
import { inLanguage, label } from './words.ts';

/** A list as its maker says it. */
export interface ArticleList {
  readonly kind: PageContext['kind'];
  readonly view: View;
  /** The place of its first page. */
  readonly place: Place;
  /** For the browser's tab. */
  readonly title: string;
  readonly heading: Child;
  readonly cards: readonly ArticleCard[];
  readonly trail: readonly Place[];
  readonly next: readonly LinkTo[];
  readonly data: readonly JsonValue[];
}

/** A card's texts in the view's language or languages, each marked with its own. */
function partsIn(
  { texts: byLang }: ArticleCard,
  part: 'titleParts' | 'dekParts',
  view: View,
  { options }: WholeSite,
): Child {
  const langs: readonly Lang[] = view === 'bilingual' ? ['zh', 'en'] : [view];
  const texts = langs.flatMap((lang) => byLang[lang][part]);
  // A text that stays in its own language in both editions is said once.
  const once = [...new Map(texts.map(({ text, lang }) => [text, lang]))];
  if (once.length === 0) return null;
  return once.map(([text, lang], index) => [
    index === 0 ? null : ' ',
    inLanguage(lang, text, options),
  ]);
}

function entry(card: ArticleCard, place: Place, about: PageContext, site: WholeSite): Child {
  const { options } = site;
  const view = place.view ?? 'bilingual';
  const { slug, date, authors, unreviewed } = card;
  return themeOf(site).indexEntry({
    page: about,
    href: linkTo(place, { view, slug }, options),
    title: partsIn(card, 'titleParts', view, site) ?? slug,
    dek: partsIn(card, 'dekParts', view, site),
    date: date === null ? null : dateProps(date, view, options),
    authors: authors.map((name) => asItStands(name, view, options)),
    isDraft: unreviewed > 0,
  });
}

interface Cut {
  readonly cards: readonly ArticleCard[];
  readonly number: number;
  readonly of: number;
}

function cuts(cards: readonly ArticleCard[], perPage: number): Cut[] {
  const of = Math.max(1, Math.ceil(cards.length / perPage));
  return Array.from({ length: of }, (_, at) => ({
    cards: cards.slice(at * perPage, (at + 1) * perPage),
    number: at + 1,
    of,
  }));
}

function entries(cut: Cut, place: Place, about: PageContext, site: WholeSite): Child {
  if (cut.cards.length === 0) {
    return element('p', { className: ['empty'] }, about.say('noArticles'));
  }
  const items = cut.cards.map((card) => element('li', {}, entry(card, place, about, site)));
  return element('ol', { className: ['articles'] }, ...lines(...items));
}

function pager(list: ArticleList, { number, of }: Cut, about: PageContext, site: WholeSite): Child {
  const here = pageOf(list.place, number);
  const to = (other: number): string | null =>
    other < 1 || other > of ? null : linkTo(here, pageOf(list.place, other), site.options);
  return themeOf(site).pager({
    page: about,
    newer: to(number - 1),
    older: to(number + 1),
    number,
    of,
  });
}

function listPage(list: ArticleList, cut: Cut, site: WholeSite): string {
  const { options } = site;
  const place = pageOf(list.place, cut.number);
  const about = pageContext(list.kind, place, options);
  const noindex = cut.cards.some(({ unreviewed }) => unreviewed > 0);
  const title = cut.number === 1 ? list.title : `${list.title} (${cut.number}/${cut.of})`;
  const isFront = list.kind === 'index';
  return page(
    {
      kind: list.kind,
      head: { place, title, description: null, noindex, data: cut.number === 1 ? list.data : [] },
      main: [
        noindex ? draftNotice(options) : null,
        themeOf(site).indexHeader({
          page: about,
          title: list.heading,
          count: isFront ? null : list.cards.length,
        }),
        entries(cut, place, about, site),
        pager(list, cut, about, site),
        isFront
          ? themeOf(site).downloads({ page: about, files: wholeDownloads(place, site) })
          : null,
      ],
      trail: list.trail.map((to) => ({
        href: linkTo(place, to, options),
        words: label(list.view, to.list === undefined ? 'home' : 'topics', options),
      })),
      next: list.next.map(({ href, words }) => ({ href: linkFrom(place, href, site), words })),
    },
    site,
  );
}

/** The lists' links are said from the view's own folder. */
function linkFrom(place: Place, below: string, { options }: WholeSite): string {
  return `${linkTo(place, { view: place.view, slug: null }, options)}${below}`;
}

/** The pages of a list, the first at its place. */
export function listPages(list: ArticleList, site: WholeSite): [string, string][] {
  return cuts(list.cards, site.options.perPage).map((cut) => [
    pagePath(pageOf(list.place, cut.number), site.options),
    listPage(list, cut, site),
  ]);
}
