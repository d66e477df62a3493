/** A list of the articles for each view, newest first. */
import type { Element } from 'hast';
import type { Block, Lang } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import type { Edition, EditionOptions, View } from './edition.ts';
import { VIEWS } from './edition.ts';
import { dateElement } from './html/article-page.ts';
import type { Child } from './html/element.ts';
import { element, lines } from './html/element.ts';
import { linkTo, pagePath } from './html/links.ts';
import { draftNotice, inLanguage, label, page, siteName } from './html/shell.ts';
import { articleDate, fieldBlock, plainTexts, titleBlock } from './parts/front.ts';
import { readiness } from './parts/readiness.ts';

function newestFirst(states: readonly ArticleState[]): readonly ArticleState[] {
  const date = (state: ArticleState): string => articleDate(state)?.machine ?? '';
  return [...states].sort((a, b) => {
    if (date(a) !== date(b)) return date(a) < date(b) ? 1 : -1;
    return a.article.slug < b.article.slug ? -1 : 1;
  });
}

/** A block's texts in the view's language or languages, each marked with its own. */
function blockTexts(
  state: ArticleState,
  block: Block | undefined,
  view: View,
  options: EditionOptions,
): Child[] {
  if (block === undefined) return [];
  const langs: readonly Lang[] = view === 'bilingual' ? ['zh', 'en'] : [view];
  const texts = langs.flatMap((lang) => plainTexts(state, block, lang));
  // A text that stays in its own language in both editions is said once.
  const once = new Map(texts.map(({ text, lang }) => [text, lang]));
  return [...once].flatMap(([text, lang], index): Child[] => [
    index === 0 ? null : ' ',
    inLanguage(lang, text, options),
  ]);
}

function entry(state: ArticleState, view: View, options: EditionOptions): Element {
  const place = { view, slug: null };
  const href = linkTo(place, { ...place, slug: state.article.slug });
  const title = blockTexts(state, titleBlock(state), view, options);
  const dek = blockTexts(state, fieldBlock(state, 'dek'), view, options);
  const date = articleDate(state);
  const draft = readiness(state).open.length > 0;
  return element(
    'li',
    {},
    ...lines(
      element(
        'h2',
        {},
        element('a', { href }, ...(title.length === 0 ? [state.article.slug] : title)),
      ),
      dek.length === 0 ? null : element('p', { className: ['dek'] }, ...dek),
      date === null && !draft
        ? null
        : element(
            'p',
            { className: ['byline'] },
            date === null ? null : dateElement(date, view, options),
            draft
              ? element('span', { className: ['badge'] }, ...label(view, 'draft', options))
              : null,
          ),
    ),
  );
}

function indexPage(states: readonly ArticleState[], view: View, options: EditionOptions): string {
  const noindex = states.some((state) => readiness(state).open.length > 0);
  const { name } = options;
  const title = view === 'bilingual' ? [...new Set([name.zh, name.en])].join(' · ') : name[view];
  const entries = newestFirst(states).map((state) => entry(state, view, options));
  const list =
    entries.length === 0
      ? element('p', { className: ['empty'] }, ...label(view, 'noArticles', options))
      : element('ol', { className: ['articles'] }, ...lines(...entries));
  const content = [
    noindex ? draftNotice(options) : null,
    element('h1', { className: ['flag'] }, ...siteName(view, options)),
    list,
  ];
  return page({ place: { view, slug: null }, title, description: null, noindex }, content, options);
}

export const edition: Edition = {
  id: 'indexes',
  render: (states, options) =>
    new Map(
      VIEWS.map((view) => [pagePath({ view, slug: null }), indexPage(states, view, options)]),
    ),
};
