/** The pages of no edition: the site's root, where the reader decides, and the one for what is not there. */
import type { Lang } from '../core/model.ts';
import type { Edition, EditionOptions, Ground } from './edition.ts';
import { chineseSites } from './html/derived.ts';
import { element, lines, type Child } from './html/element.ts';
import { linkTo, pagePath, type Place } from './html/links.ts';
import { page, siteName } from './html/page.ts';
import { inLanguage } from './html/words.ts';
import { pageLanguage } from './language/index.ts';
import { groundFile } from './site-file.ts';

const ROOT: Place = { view: null, slug: null };

function choices(place: Place, { options }: Ground): Child {
  const link = (lang: Lang, of: EditionOptions): Child => {
    const { tag, endonym } = pageLanguage(lang, of);
    const href = linkTo(place, { view: lang, slug: null }, of);
    return element('li', {}, element('a', { href, lang: tag, hrefLang: tag }, endonym));
  };
  const chinese = chineseSites(options).map((of) => link('zh', of));
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
      ...lines(
        ...chinese,
        link('en', options),
        element('li', {}, element('a', { href: both }, words)),
      ),
    ),
  );
}

function title({ options: { name } }: Ground): string {
  return [...new Set([name.zh, name.en])].join(' · ');
}

function chooser(ground: Ground): string {
  const main = [
    element('h1', { className: ['flag'] }, siteName(null, ground.options)),
    choices(ROOT, ground),
  ];
  const head = { place: ROOT, title: title(ground), description: null, noindex: false };
  return page({ kind: 'chooser', head, main, trail: [], next: [] }, ground);
}

/** That there is nothing, in every language and script that the site has. */
function missingTexts(options: EditionOptions): Child[] {
  const texts = [
    ...chineseSites(options).map((of) => pageLanguage('zh', of)),
    pageLanguage('en', options),
  ];
  const said = texts.map(({ notFoundText }) => notFoundText);
  return texts
    .filter(({ notFoundText }, at) => said.indexOf(notFoundText) === at)
    .map(({ tag, notFoundText }) => element('p', { lang: tag }, notFoundText));
}

/** A server shows it at any address, so its links start at the site's root. */
function missing(ground: Ground): string {
  const { options } = ground;
  const place: Place = { view: null, slug: null, missing: true };
  const words = (lang: Lang): string => pageLanguage(lang, options).notFound;
  const main = [
    element(
      'h1',
      { className: ['flag'] },
      inLanguage('zh', words('zh'), options),
      ' ',
      inLanguage('en', words('en'), options),
    ),
    ...missingTexts(options),
    choices(place, ground),
  ];
  const head = {
    place,
    title: `${words('zh')} · ${words('en')}`,
    description: null,
    noindex: true,
  };
  return page({ kind: 'missing', head, main, trail: [], next: [] }, ground);
}

export const edition: Edition = {
  id: 'chooser',
  ofSite: (_cards, ground: Ground) => [
    groundFile(pagePath(ROOT, ground.options), () => chooser(ground)),
    groundFile('404.html', () => missing(ground)),
  ],
};
