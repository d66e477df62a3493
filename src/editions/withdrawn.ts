/** In the place of a withdrawn article's pages: that it was withdrawn, when, and what readers are told of it. */
import type { Lang } from '../core/model.ts';
import type { Edition, Ground, View, WithdrawnArticle } from './edition.ts';
import { noteTexts } from './html/corrections.ts';
import { dateProps } from './html/dates.ts';
import { siteViews } from './html/derived.ts';
import { element, lines } from './html/element.ts';
import { linkTo, pagePath } from './html/links.ts';
import { page } from './html/page.ts';
import { label } from './html/words.ts';
import { pageLanguage } from './language/index.ts';
import { dateOf } from './parts/front.ts';
import { siteFile } from './site-file.ts';

function withdrawnPage(
  { slug, day, note = {} }: WithdrawnArticle,
  view: View,
  ground: Ground,
): string {
  const { options } = ground;
  const place = { view, slug };
  const date = dateOf(day);
  const { machine, words } =
    date === null ? { machine: '', words: null } : dateProps(date, view, options);
  const langs: readonly Lang[] = view === 'bilingual' ? ['zh', 'en'] : [view];
  const title = langs.map((lang) => pageLanguage(lang, options).withdrawn).join(' · ');
  const when = element('time', { dateTime: machine }, words);
  const why = noteTexts(note, view).map(({ lang, text }) =>
    element('p', { lang: pageLanguage(lang, options).tag }, text),
  );
  const main = element(
    'div',
    { className: ['missing'] },
    ...lines(
      element('h1', {}, ...label(view, 'withdrawn', options)),
      date === null ? null : element('p', {}, when),
      ...why,
    ),
  );
  const all = {
    href: linkTo(place, { view, slug: null }, options),
    words: label(view, 'allArticles', options),
  };
  const head = { place, title, description: null, noindex: true };
  return page({ kind: 'missing', head, main: [main], trail: [], next: [all] }, ground);
}

export const edition: Edition = {
  id: 'withdrawn',
  ofSite: (_cards, all) =>
    all.withdrawn.flatMap((article) =>
      siteViews(all).map(({ view, site }) =>
        siteFile(pagePath({ view, slug: article.slug }, site.options), article, () =>
          withdrawnPage(article, view, site),
        ),
      ),
    ),
};
