/** The pages of no edition: the site's root, where the reader decides, and the one for what is not there. */
import type { Lang } from '../core/model.ts';
import type { Edition, Site } from './edition.ts';
import { element, lines, type Child } from './html/element.ts';
import { linkTo, pagePath, type Place } from './html/links.ts';
import { page, siteName } from './html/page.ts';
import { inLanguage } from './html/words.ts';
import { pageLanguage } from './language/index.ts';

const ROOT: Place = { view: null, slug: null };

function choices(place: Place, { options }: Site): Child {
  const link = (lang: Lang): Child => {
    const { tag, endonym } = pageLanguage(lang, options);
    const href = linkTo(place, { view: lang, slug: null }, options);
    return element('li', {}, element('a', { href, lang: tag, hrefLang: tag }, endonym));
  };
  const both = linkTo(place, { view: 'bilingual', slug: null }, options);
  const words = [
    inLanguage('zh', pageLanguage('zh', options).bilingual, options),
    ' ',
    inLanguage('en', pageLanguage('en', options).bilingual, options),
  ];
  return element(
    'nav',
    { className: ['choices'], ariaLabel: 'Language / 语言' },
    element(
      'ul',
      {},
      ...lines(link('zh'), link('en'), element('li', {}, element('a', { href: both }, words))),
    ),
  );
}

function title({ options: { name } }: Site): string {
  return [...new Set([name.zh, name.en])].join(' · ');
}

function chooser(site: Site): string {
  const main = [
    element('h1', { className: ['flag'] }, siteName(null, site.options)),
    choices(ROOT, site),
  ];
  const head = { place: ROOT, title: title(site), description: null, noindex: false };
  return page({ kind: 'chooser', head, main, trail: [], next: [] }, site);
}

/** A server shows it at any address, so its links start at the site's root. */
function missing(site: Site): string {
  const { options } = site;
  const place: Place = { view: null, slug: null, missing: true };
  const paragraph = (lang: Lang): Child => {
    const { tag, notFoundText } = pageLanguage(lang, options);
    return element('p', { lang: tag }, notFoundText);
  };
  const words = (lang: Lang): string => pageLanguage(lang, options).notFound;
  const main = [
    element(
      'h1',
      { className: ['flag'] },
      inLanguage('zh', words('zh'), options),
      ' ',
      inLanguage('en', words('en'), options),
    ),
    paragraph('zh'),
    paragraph('en'),
    choices(place, site),
  ];
  const head = {
    place,
    title: `${words('zh')} · ${words('en')}`,
    description: null,
    noindex: true,
  };
  return page({ kind: 'missing', head, main, trail: [], next: [] }, site);
}

export const edition: Edition = {
  id: 'chooser',
  ofSite: (_cards, site) =>
    new Map([
      [pagePath(ROOT, site.options), chooser(site)],
      ['404.html', missing(site)],
    ]),
};
