/** A list of articles in one view, cut into pages. */
import type { Lang } from '../../core/model.ts';
import { nameOf } from '../../core/name-of.ts';
import type { Ground, View, WholeSite } from '../edition.ts';
import type { ListCard } from '../list-card.ts';
import { pageOf } from '../parts/lists.ts';
import { nameOnce, type SiteFile } from '../site-file.ts';
import type { DownloadLink, LinkTo, PageContext } from '../theme/parts.ts';
import { dateProps } from './dates.ts';
import { wholeDownloads } from './downloads.ts';
import { element, lines, type Child } from './element.ts';
import type { JsonValue } from './json-ld.ts';
import { absentOf, type Lacks } from './absent.ts';
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
  readonly cards: readonly ListCard[];
  readonly trail: readonly Place[];
  readonly next: readonly LinkTo[];
  readonly data: readonly JsonValue[];
}

/** A card's texts in the view's language or languages, each marked with its own. */
function partsIn(
  { texts: byLang }: ListCard,
  part: 'titleParts' | 'dekParts',
  view: View,
  { options }: Ground,
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

function entry(card: ListCard, place: Place, about: PageContext, ground: Ground): Child {
  const { options } = ground;
  const view = place.view ?? 'bilingual';
  const { slug, date, authors, isDraft } = card;
  return themeOf(ground).indexEntry({
    page: about,
    href: linkTo(place, { view, slug }, options),
    title: partsIn(card, 'titleParts', view, ground) ?? slug,
    dek: partsIn(card, 'dekParts', view, ground),
    date: date === null ? null : dateProps(date, view, options),
    authors: authors.map((name) => asItStands(name, view, options)),
    isDraft,
  });
}

/** Everything that a page of a list shows. Plain data. */
interface ListPage extends Omit<ArticleList, 'cards'> {
  /** Those on this page. */
  readonly cards: readonly ListCard[];
  /** Articles on all pages. */
  readonly count: number;
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** What there is of all articles together. */
  readonly files: readonly DownloadLink[];
  /** Paths of the same page in other languages that are not there. */
  readonly absent: readonly string[];
}

function pageCount({ cards }: ArticleList, { options }: Ground): number {
  return Math.max(1, Math.ceil(cards.length / options.perPage));
}

function pagesOf({ cards, ...list }: ArticleList, site: WholeSite, lacks?: Lacks): ListPage[] {
  const { perPage } = site.options;
  const of = pageCount({ ...list, cards }, site);
  return Array.from({ length: of }, (_, at) => ({
    ...list,
    cards: cards.slice(at * perPage, (at + 1) * perPage),
    count: cards.length,
    number: at + 1,
    of,
    files: list.kind === 'index' ? wholeDownloads(pageOf(list.place, at + 1), site) : [],
    absent: absentOf(pageOf(list.place, at + 1), site.options, lacks),
  }));
}

function entries(cards: readonly ListCard[], place: Place, about: PageContext, ground: Ground) {
  if (cards.length === 0) {
    return element('p', { className: ['empty'] }, about.say('noArticles'));
  }
  const items = cards.map((card) => element('li', {}, entry(card, place, about, ground)));
  return element('ol', { className: ['articles'] }, ...lines(...items));
}

function pager({ place, number, of }: ListPage, about: PageContext, ground: Ground): Child {
  const here = pageOf(place, number);
  const to = (other: number): string | null =>
    other < 1 || other > of ? null : linkTo(here, pageOf(place, other), ground.options);
  return themeOf(ground).pager({
    page: about,
    newer: to(number - 1),
    older: to(number + 1),
    number,
    of,
  });
}

function listPage(list: ListPage, ground: Ground): string {
  const { options } = ground;
  const { kind, number, of, cards, absent } = list;
  const place = pageOf(list.place, number);
  const about = pageContext(kind, place, options);
  const noindex = cards.some(({ isDraft }) => isDraft);
  const title = number === 1 ? list.title : `${list.title} (${number}/${of})`;
  const isFront = kind === 'index';
  return page(
    {
      kind,
      head: {
        place,
        title,
        description: null,
        noindex,
        absent,
        data: number === 1 ? list.data : [],
      },
      main: [
        noindex ? draftNotice(options) : null,
        themeOf(ground).indexHeader({
          page: about,
          title: list.heading,
          count: isFront ? null : list.count,
        }),
        entries(cards, place, about, ground),
        pager(list, about, ground),
        isFront ? themeOf(ground).downloads({ page: about, files: list.files }) : null,
      ],
      trail: list.trail.map((to) => ({
        href: linkTo(place, to, options),
        words: label(list.view, to.list === undefined ? 'home' : 'topics', options),
      })),
      next: list.next.map(({ href, words }) => ({ href: linkFrom(place, href, ground), words })),
    },
    ground,
  );
}

/** The lists' links are said from the view's own folder. */
function linkFrom(place: Place, below: string, { options }: Ground): string {
  return `${linkTo(place, { view: place.view, slug: null }, options)}${below}`;
}

function nameOfPage({ cards, next, ...own }: ListPage): string {
  return nameOf(own, nameOnce(next), cards.map(nameOnce));
}

/** Paths of the pages of a list. */
export function listPaths(list: ArticleList, { options }: Ground): readonly string[] {
  return Array.from({ length: pageCount(list, { options }) }, (_, at) =>
    pagePath(pageOf(list.place, at + 1), options),
  );
}

/** The pages of a list, the first at its place. */
export function listPages(list: ArticleList, site: WholeSite, lacks?: Lacks): readonly SiteFile[] {
  const ground: Ground = site;
  return pagesOf(list, site, lacks).map((shown) => ({
    path: pagePath(pageOf(list.place, shown.number), ground.options),
    inputs: nameOfPage(shown),
    render: () => listPage(shown, ground),
  }));
}
