/** A list of the articles for each view, newest first. */
import type { Element } from 'hast';
import type { Lang } from '../core/model.ts';
import type { ArticleCard } from './card.ts';
import type { Edition, EditionOptions, View } from './edition.ts';
import { VIEWS } from './edition.ts';
import { dateElement } from './html/article-page.ts';
import type { Child } from './html/element.ts';
import { element, lines } from './html/element.ts';
import { linkTo, pagePath } from './html/links.ts';
import { draftNotice, inLanguage, label, page, siteName } from './html/shell.ts';

/** A card's texts in the view's language or languages, each marked with its own. */
function partsIn(
  { texts: byLang }: ArticleCard,
  part: 'titleParts' | 'dekParts',
  view: View,
  options: EditionOptions,
): Child[] {
  const langs: readonly Lang[] = view === 'bilingual' ? ['zh', 'en'] : [view];
  const texts = langs.flatMap((lang) => byLang[lang][part]);
  // A text that stays in its own language in both editions is said once.
  const once = new Map(texts.map(({ text, lang }) => [text, lang]));
  return [...once].flatMap(([text, lang], index): Child[] => [
    index === 0 ? null : ' ',
    inLanguage(lang, text, options),
  ]);
}

function entry(card: ArticleCard, view: View, options: EditionOptions): Element {
  const place = { view, slug: null };
  const href = linkTo(place, { ...place, slug: card.slug }, options);
  const title = partsIn(card, 'titleParts', view, options);
  const dek = partsIn(card, 'dekParts', view, options);
  const { date } = card;
  const draft = card.unreviewed > 0;
  return element(
    'li',
    {},
    ...lines(
      element('h2', {}, element('a', { href }, ...(title.length === 0 ? [card.slug] : title))),
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

function indexPage(cards: readonly ArticleCard[], view: View, options: EditionOptions): string {
  const noindex = cards.some(({ unreviewed }) => unreviewed > 0);
  const { name } = options;
  const title = view === 'bilingual' ? [...new Set([name.zh, name.en])].join(' · ') : name[view];
  const entries = cards.map((card) => entry(card, view, options));
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
  ofSite: (cards, { options }) =>
    new Map(
      VIEWS.map((view) => [
        pagePath({ view, slug: null }, options),
        indexPage(cards, view, options),
      ]),
    ),
};
