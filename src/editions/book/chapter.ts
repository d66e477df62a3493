/** An article as a chapter of a book. */
import type { Element, ElementContent, Properties } from 'hast';
import { mainLanguage } from '../../core/main-language.ts';
import type { Lang } from '../../core/model.ts';
import type { OutgoingArticle, Site, View } from '../edition.ts';
import { articleBody, phrasing, type BodyContext } from '../html/body.ts';
import { dateProps } from '../html/dates.ts';
import { element, lines, nodesOf, type Child } from '../html/element.ts';
import { absoluteUrl } from '../html/links.ts';
import { draftNotice } from '../html/page.ts';
import { asItStands } from '../html/people.ts';
import type { FindPicture } from '../html/place-pictures.ts';
import { skeletonOf } from '../html/skeleton.ts';
import { inLanguage, label, labelLanguage } from '../html/words.ts';
import { pageLanguage } from '../language/index.ts';
import { blockUnits, ledeBlock, shownFields, titleBlock } from '../parts/front.ts';
import { ArticlePictures } from '../parts/pictures.ts';
import { bookContent } from './content.ts';
import type { LinkedChapter } from './links.ts';
import { withPictures } from './pictures.ts';
import type { PictureShelf } from './shelf.ts';

/** A place in a chapter that the table of contents names. */
export interface Heading {
  readonly id: string;
  readonly words: readonly ElementContent[];
}

export interface Chapter extends LinkedChapter {
  /** For the document's head. */
  readonly title: string;
  /** For the table of contents: phrasing without links and ids. */
  readonly words: readonly ElementContent[];
  readonly headings: readonly Heading[];
}

function bylineOf({ card }: OutgoingArticle, context: BodyContext): Child {
  const { view, options } = context;
  const gap = pageLanguage(labelLanguage(view), options).nameGap;
  const names = card.authors.map((name, at) => [
    at === 0 ? null : gap,
    asItStands(name, view, options),
  ]);
  const date = card.date === null ? null : dateProps(card.date, view, options);
  if (names.length === 0 && date === null) return null;
  const day = date === null ? null : element('time', { dateTime: date.machine }, date.words);
  return element(
    'p',
    { className: ['byline'] },
    names,
    names.length === 0 || day === null ? null : ' · ',
    day,
  );
}

function header(article: OutgoingArticle, context: BodyContext): Element {
  const { state } = context;
  const title = titleBlock(state);
  const lede = ledeBlock(state);
  const words = title === undefined ? [] : phrasing(blockUnits(state, title), context);
  const fields = shownFields(state).map((block) => {
    const said = phrasing(blockUnits(state, block), context);
    return said.length === 0
      ? null
      : element('p', { className: [block === lede ? 'lede' : 'field'] }, said);
  });
  return element(
    'header',
    {},
    ...lines(
      element('h1', {}, words.length === 0 ? state.article.slug : words),
      ...fields,
      bylineOf(article, context),
    ),
  );
}

/** What only a page on a screen has. */
const ON_SCREEN: ReadonlySet<unknown> = new Set(['anchor', 'beside', 'visually-hidden']);

/** What readers of books call parts that pages mark for their styles. */
const KINDS: Readonly<Record<string, string>> = {
  dataFootnoteBackref: 'backlink',
  dataFootnoteRef: 'noteref',
  dataFootnotes: 'footnotes',
};

function kindOf(properties: Properties): Properties {
  const [, kind] = Object.entries(KINDS).find(([name]) => properties[name] !== undefined) ?? [];
  return kind === undefined ? {} : { epubType: kind };
}

function printed(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const { properties } = node;
  const classes = properties.className;
  if (Array.isArray(classes) && classes.some((name) => ON_SCREEN.has(name))) return [];
  const children = node.children.flatMap(printed);
  return [{ ...node, properties: { ...properties, ...kindOf(properties) }, children }];
}

/** Words of a heading without what they may not hold in a list of links. */
function bare(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (node.tagName === 'sup' || node.tagName === 'br')
      return node.tagName === 'br' ? [{ type: 'text', value: ' ' }] : [];
    const { lang } = node.properties;
    const children = bare(node.children);
    return lang === undefined ? children : [element('span', { lang }, children)];
  });
}

function hasWords(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return node.type === 'element' && node.children.some(hasWords);
}

/** Names the headings of the second level, in place. */
function headingsOf(nodes: readonly ElementContent[], found: Heading[] = []): Heading[] {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'h2' && hasWords(node)) {
      node.properties.id ??= `heading-${found.length + 1}`;
      found.push({ id: String(node.properties.id), words: bare(node.children) });
    }
    headingsOf(node.children, found);
  }
  return found;
}

/** The words of a card's title in the view's language or languages. */
function titleWords({ card }: OutgoingArticle, view: View, { options }: Site): ElementContent[] {
  const langs: readonly Lang[] = view === 'bilingual' ? ['zh', 'en'] : [view];
  const parts = langs.flatMap((lang) => card.texts[lang].titleParts);
  const once = [...new Map(parts.map(({ text, lang }) => [text, lang]))];
  if (once.length === 0) return nodesOf(card.slug);
  return nodesOf(
    once.map(([text, lang], at) => [at === 0 ? null : ' ', inLanguage(lang, text, options)]),
  );
}

/** The name of an article in a view, as plain text. */
export function titleOf({ card }: OutgoingArticle, view: View): string {
  const { zh, en } = card.texts;
  return view === 'bilingual'
    ? [...new Set([zh.title, en.title])].join(' · ')
    : card.texts[view].title;
}

/**
 * An article as a chapter; its links are not led anywhere yet.
 * @param shelf the book's pictures, which it puts its own on
 */
export function chapterOf(
  article: OutgoingArticle,
  view: View,
  site: Site,
  shelf: PictureShelf,
): Chapter {
  const { state, card } = article;
  const { options, slugs } = site;
  const pictures = new ArticlePictures(site.picture);
  const picture: FindPicture = (address) => {
    const src = shelf.put(pictures.find(address));
    // Readers of books scale it.
    return src === null ? null : { src, size: null };
  };
  const skeleton = skeletonOf(state);
  const context: BodyContext = { state, view, options, slugs, skeleton, picture };
  const whole = element(
    'section',
    { className: ['article', view, `left-${mainLanguage(state.article.segments)}`] },
    ...lines(
      card.unreviewed > 0 ? draftNotice(options) : null,
      header(article, context),
      ...articleBody(context),
    ),
  );
  const see = label(view, 'seePicture', options);
  const body = bookContent(printed(whole).map((node) => withPictures(node, { shelf, see })));
  return {
    slug: card.slug,
    url: absoluteUrl({ view, slug: card.slug }, options),
    title: titleOf(article, view),
    words: titleWords(article, view, site),
    body,
    headings: headingsOf(body),
  };
}
