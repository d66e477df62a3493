/** The page of one article in one view. */
import type { Element, ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import { detectLanguage } from '../../core/language.ts';
import { mainLanguage } from '../../core/load.ts';
import type { Block, Lang } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import type { EditionOptions, View } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import type { ArticleDate } from '../parts/front.ts';
import {
  articleDate,
  authors,
  blockUnits,
  descriptionText,
  ledeBlock,
  shownFields,
  titleBlock,
  titleText,
} from '../parts/front.ts';
import { readiness } from '../parts/readiness.ts';
import type { BodyContext } from './body.ts';
import { articleBody, inlineHtml, inlinePairs, sentences } from './body.ts';
import type { Child } from './element.ts';
import { element, lines } from './element.ts';
import { draftNotice, inLanguage, labelLanguage, page } from './shell.ts';

/** The date as a reader of the view reads it; on a page of both languages in both. */
export function dateElement(date: ArticleDate, view: View, options: EditionOptions): Element {
  const say = (lang: Lang): string =>
    pageLanguage(lang, options).date(date.year, date.month, date.day);
  const words: Child[] =
    view === 'bilingual'
      ? [inLanguage('zh', say('zh'), options), ' ', inLanguage('en', say('en'), options)]
      : [say(view)];
  return element('time', { dateTime: date.machine }, ...words);
}

/** A block's texts outside the body (title, lede). */
function blockHtml(state: ArticleState, block: Block, context: BodyContext): ElementContent[] {
  const units = blockUnits(state, block);
  const nodes: PhrasingContent[] =
    context.view === 'bilingual' ? inlinePairs(units, context) : sentences(state, units, context);
  return inlineHtml(nodes);
}

function byline(state: ArticleState, { view, options }: BodyContext): Element | null {
  const date = articleDate(state);
  const names = authors(state);
  const page = labelLanguage(view);
  const gap = pageLanguage(page, options).nameGap;
  const people = names.flatMap((name, index): Child[] => {
    const lang = detectLanguage(name) ?? page;
    const person = lang === page ? name : inLanguage(lang, name, options);
    return index === 0 ? [person] : [gap, person];
  });
  if (date === null && people.length === 0) return null;
  return element(
    'p',
    { className: ['byline'] },
    people.length === 0 ? null : element('span', { className: ['author'] }, ...people),
    people.length === 0 || date === null ? null : ' ',
    date === null ? null : dateElement(date, view, options),
  );
}

function heading(state: ArticleState, context: BodyContext): Element {
  const title = titleBlock(state);
  const lede = ledeBlock(state);
  const words = title === undefined ? [state.article.slug] : blockHtml(state, title, context);
  const fields = shownFields(state).map((block) => {
    const html = blockHtml(state, block, context);
    const name = block === lede ? 'lede' : 'field';
    return html.length === 0 ? null : element('p', { className: [name] }, ...html);
  });
  const children = lines(element('h1', {}, ...words), ...fields, byline(state, context));
  return element('header', { className: ['heading'] }, ...children);
}

function both(
  view: View,
  options: EditionOptions,
  say: (lang: Lang, options: EditionOptions) => string | null,
): string | null {
  if (view !== 'bilingual') return say(view, options);
  const texts = [say('zh', options), say('en', options)].filter((text) => text !== null);
  return texts.length === 0 ? null : [...new Set(texts)].join(' · ');
}

/** The bytes of an article's page. */
export function articlePage(state: ArticleState, context: BodyContext): string {
  const { view, options } = context;
  const draft = readiness(state).open.length > 0;
  const { slug } = state.article;
  const head = {
    place: { view, slug },
    title: both(view, options, (lang) => titleText(state, lang, options)) ?? slug,
    description: both(view, options, (lang) => descriptionText(state, lang, options)),
    noindex: draft,
  };
  const left = `left-${mainLanguage(state.article.segments)}`;
  const body = articleBody(state, context);
  const article = element(
    'article',
    view === 'bilingual' ? { className: [left] } : {},
    ...lines(
      draft ? draftNotice(options) : null,
      heading(state, context),
      element('div', { className: ['body'] }, ...body),
    ),
  );
  return page(head, [article], options);
}
