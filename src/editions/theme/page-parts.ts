/** The tool's own parts round a page's content. */
import { element, lines, type Child } from '../html/element.ts';
import type {
  BodyProps,
  BreadcrumbsProps,
  FootProps,
  LanguageLink,
  LanguagesProps,
  MastheadProps,
} from './parts.ts';

/** The page: masthead, way to it, text, foot. */
export function body({ masthead, breadcrumbs, main, foot }: BodyProps): Child {
  return [masthead, breadcrumbs, main, foot];
}

/** The site's name, and the same page in the other languages. */
export function masthead({ page, languages, isHome }: MastheadProps): Child {
  // The front page has the name above its list.
  const name = isHome
    ? null
    : element('a', { className: ['site-name'], href: page.home }, page.name);
  return element('header', { className: ['masthead'] }, ...lines(name, languages));
}

function languageItem({ href, words, tag, current }: LanguageLink): Child {
  const marks = tag === null ? {} : { lang: tag, hrefLang: tag };
  const state = current ? { ariaCurrent: 'page' } : {};
  return element('li', {}, element('a', { href, ...marks, ...state }, words));
}

/** Names of the languages in themselves: no flags. */
export function languages({ links }: LanguagesProps): Child {
  return element(
    'nav',
    { className: ['languages'], ariaLabel: 'Language / 语言' },
    element('ul', {}, ...lines(...links.map(languageItem))),
  );
}

/** The way from the front page. */
export function breadcrumbs({ page, trail }: BreadcrumbsProps): Child {
  if (trail.length === 0) return null;
  const items = trail.map(({ href, words }) => element('li', {}, element('a', { href }, words)));
  return element(
    'nav',
    { className: ['breadcrumbs'], ariaLabel: page.sayPlain('breadcrumbs') },
    element('ol', {}, ...lines(...items)),
  );
}

/** Where to go next. */
export function foot({ page, links }: FootProps): Child {
  const items = links.map(({ href, words }) => element('li', {}, element('a', { href }, words)));
  return element(
    'footer',
    { className: ['foot'] },
    ...lines(
      element('p', { className: ['foot-name'] }, page.name),
      items.length === 0 ? null : element('ul', {}, ...lines(...items)),
    ),
  );
}
