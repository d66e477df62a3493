/** The page of one article in one view. */
import type { ElementContent } from 'hast';
import type { Lang } from '../../core/model.ts';
import { mainLanguage } from '../../core/main-language.ts';
import type { ArticleState } from '../../core/state.ts';
import { lastChange, type ArticleCard } from '../card.ts';
import type { EditionOptions, Site, View } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import { blockUnits, ledeBlock, shownFields, titleBlock } from '../parts/front.ts';
import { tagPlace, tagSlug, yearPlace } from '../parts/lists.ts';
import type { ArticlePictures, Picture } from '../parts/pictures.ts';
import { translatorsOf } from '../parts/translators.ts';
import type { ArticleHeaderProps, LinkTo, PageContext } from '../theme/parts.ts';
import { articleBody, phrasing } from './body.ts';
import { correctionsOf, lastApprovedNotice } from './corrections.ts';
import { dateProps } from './dates.ts';
import { articleDownloads } from './downloads.ts';
import { element, lines, type Child } from './element.ts';
import type { ArticleImage, PageHead } from './head.ts';
import { articleData, breadcrumbData, type Step } from './json-ld.ts';
import { linkTo, pictureLink, picturePathOf } from './links.ts';
import { draftNotice, page, pageContext, themeOf } from './page.ts';
import { asItStands } from './people.ts';
import type { FindPicture } from './place-pictures.ts';
import type { Skeleton } from './skeleton.ts';
import type { UnitContext } from './units.ts';
import { inLanguage, label, plainLabel } from './words.ts';

/** An article, and what its pages need besides. */
export interface ArticlePages {
  readonly state: ArticleState;
  readonly card: ArticleCard;
  readonly skeleton: Skeleton;
  readonly pictures: ArticlePictures;
  readonly site: Site;
  /** What has been made of the text: pages in a region's Chinese show the same trees, each in its voice. */
  readonly texts: Map<View, Texts>;
}

/** An article's text on the pages of a view. */
interface Texts extends Pick<ArticleHeaderProps, 'title' | 'fields'> {
  readonly body: readonly ElementContent[];
  /** In the order in which they stand there. */
  readonly shown: readonly Picture[];
}

/** The texts of the front matter. */
function headerTexts(context: UnitContext): Pick<ArticleHeaderProps, 'title' | 'fields'> {
  const { state } = context;
  const title = titleBlock(state);
  const lede = ledeBlock(state);
  const fields = shownFields(state).flatMap((block) => {
    const words = phrasing(blockUnits(state, block), context);
    return words.length === 0 ? [] : [{ name: block.field ?? '', isLede: block === lede, words }];
  });
  const words = title === undefined ? [] : phrasing(blockUnits(state, title), context);
  return { title: words.length === 0 ? state.article.slug : words, fields };
}

function headerProps(
  { title, fields }: Texts,
  page: PageContext,
  card: ArticleCard,
  { view, options }: Pick<UnitContext, 'view' | 'options'>,
): ArticleHeaderProps {
  return {
    page,
    title,
    fields,
    authors: card.authors.map((name) => asItStands(name, view, options)),
    date: card.date === null ? null : dateProps(card.date, view, options),
  };
}

/** The way to an article: the front page, its year. */
function steps(card: ArticleCard, view: View, options: EditionOptions): readonly Step[] {
  const home = { name: plainLabel(view, 'home', options), place: { view, slug: null } };
  if (card.date === null) return [home];
  const { year } = card.date;
  const name = view === 'bilingual' ? String(year) : pageLanguage(view, options).year(year);
  return [home, { name, place: yearPlace(view, year) }];
}

function trail(card: ArticleCard, view: View, options: EditionOptions): readonly LinkTo[] {
  const here = { view, slug: card.slug };
  return steps(card, view, options).map(({ name, place }, at) => ({
    href: linkTo(here, place, options),
    words: at === 0 ? label(view, 'home', options) : name,
  }));
}

function both(view: View, say: (lang: Lang) => string | null): string | null {
  if (view !== 'bilingual') return say(view);
  const texts = [say('zh'), say('en')].filter((text) => text !== null);
  return texts.length === 0 ? null : [...new Set(texts)].join(' · ');
}

function headOf(
  { state, card, site }: ArticlePages,
  view: View,
  image: ArticleImage | null,
): PageHead {
  const { options } = site;
  const place = { view, slug: card.slug };
  const title = both(view, (lang) => card.texts[lang].title) ?? card.slug;
  const translators = options.translators ? translatorsOf(state) : [];
  return {
    place,
    title,
    description: both(view, (lang) => card.texts[lang].description),
    noindex: card.unreviewed > 0,
    article: {
      published: card.date?.machine ?? null,
      modified: lastChange(card) ?? null,
      tags: card.tags,
      image,
    },
    data: [
      ...articleData(card, view, { translators, image: image?.url ?? null }, options),
      ...breadcrumbData([...steps(card, view, options), { name: title, place }], options),
    ],
  };
}

function nextLinks({ card, site }: ArticlePages, view: View): readonly LinkTo[] {
  const { options } = site;
  const here = { view, slug: card.slug };
  const all = {
    href: linkTo(here, { view, slug: null }, options),
    words: label(view, 'allArticles', options),
  };
  if (view === 'bilingual') return [all];
  const beside = linkTo(here, { ...here, view: 'bilingual' }, options);
  return [all, { href: beside, words: label(view, 'sideBySide', options) }];
}

function ending(pages: ArticlePages, view: View, page: PageContext): Child {
  const { state, card, site } = pages;
  const { options } = site;
  const here = { view, slug: card.slug };
  return themeOf(site).articleFooter({
    page,
    translators: (options.translators ? translatorsOf(state) : []).map((name) =>
      asItStands(name, view, options),
    ),
    tags: card.tags.map((tag) => ({
      href: linkTo(here, tagPlace(view, tagSlug(tag, site.romanise)), options),
      words: asItStands(tag, view, options),
    })),
    corrections: correctionsOf(card, view, page, site),
    downloads: themeOf(site).downloads({ page, files: articleDownloads(here, site) }),
  });
}

/** The first picture that other sites can show of an article: they take no SVG. */
function imageOf(
  slug: string,
  pictures: readonly Picture[],
  { url }: EditionOptions,
): ArticleImage | null {
  const first = pictures.find(({ type }) => type !== 'svg');
  if (url === undefined || first === undefined) return null;
  return { url: url + encodeURI(picturePathOf(slug, first)), size: first.size };
}

/** The text as the view's own pages have it, with their links: a region's pages lie as deep. */
function makeTexts({ state, card, skeleton, pictures, site }: ArticlePages, view: View): Texts {
  const options = site.options.derivedFrom ?? site.options;
  const place = { view, slug: card.slug };
  const shown: Picture[] = [];
  const picture: FindPicture = (address) => {
    const found = pictures.find(address);
    if (found === null) return null;
    shown.push(found);
    return { src: pictureLink(found, place, options), size: found.size };
  };
  const body = articleBody({ state, view, options, slugs: site.slugs, skeleton, picture });
  return { ...headerTexts({ state, view, options }), body, shown };
}

function textsOf(pages: ArticlePages, view: View): Texts {
  const texts = pages.texts.get(view) ?? makeTexts(pages, view);
  pages.texts.set(view, texts);
  return texts;
}

/** The bytes of an article's page. */
export function articlePage(pages: ArticlePages, view: View): string {
  const { state, card, site } = pages;
  const { options } = site;
  const theme = themeOf(site);
  const place = { view, slug: card.slug };
  const texts = textsOf(pages, view);
  const head = headOf(pages, view, imageOf(card.slug, texts.shown, options));
  const about = pageContext('article', place, options);
  const isBoth = view === 'bilingual';
  const article = element(
    'article',
    isBoth ? { className: [`left-${mainLanguage(state.article.segments)}`] } : {},
    ...lines(
      card.unreviewed > 0 ? draftNotice(options) : null,
      lastApprovedNotice(card, options),
      theme.articleHeader(headerProps(texts, about, card, { view, options })),
      isBoth
        ? theme.controls({
            page: about,
            granularity: options.granularity,
            endonyms: {
              zh: inLanguage('zh', pageLanguage('zh', options).endonym, options),
              en: inLanguage('en', pageLanguage('en', options).endonym, options),
            },
          })
        : null,
      element('div', { className: ['body'] }, texts.body),
      ending(pages, view, about),
    ),
  );
  return page(
    {
      kind: 'article',
      head,
      main: [article],
      trail: trail(card, view, options),
      next: nextLinks(pages, view),
      script: true,
    },
    site,
  );
}
