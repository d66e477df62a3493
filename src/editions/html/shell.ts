/** What every page has round its content: masthead, language switch, foot. */
import type { Element } from 'hast';
import type { Lang } from '../../core/model.ts';
import type { EditionOptions, View } from '../edition.ts';
import { VIEWS } from '../edition.ts';
import type { PageLanguage } from '../language/labels.ts';
import { pageLanguage } from '../language/index.ts';
import type { Child } from './element.ts';
import { element, lines, serialize } from './element.ts';
import type { PageHead } from './head.ts';
import { pageHead } from './head.ts';
import type { Place } from './links.ts';
import { linkTo } from './links.ts';

/** The language of a page's own words. */
export function labelLanguage(view: View | null): Lang {
  return view === 'en' ? 'en' : 'zh';
}

/** A text in its language. */
export function inLanguage(lang: Lang, text: string, options: EditionOptions): Element {
  return element('span', { lang: pageLanguage(lang, options).tag }, text);
}

type Words = {
  [Key in keyof PageLanguage]: PageLanguage[Key] extends string ? Key : never;
}[keyof PageLanguage];

/** A label in the page's language; on a page of both, in both. */
export function label(view: View | null, key: Words, options: EditionOptions): Child[] {
  if (view === 'zh' || view === 'en') return [pageLanguage(view, options)[key]];
  const word = (lang: Lang): Element => inLanguage(lang, pageLanguage(lang, options)[key], options);
  return [word('zh'), ' ', word('en')];
}

/** The site's name in the page's language; on a page of both, in both. */
export function siteName(view: View | null, options: EditionOptions): Child[] {
  if (view === 'zh' || view === 'en') return [options.name[view]];
  if (options.name.zh === options.name.en) return [options.name.zh];
  return [
    inLanguage('zh', options.name.zh, options),
    ' ',
    inLanguage('en', options.name.en, options),
  ];
}

function switchItem(view: View, place: Place, options: EditionOptions): Element {
  const current = view === place.view ? { ariaCurrent: 'page' } : {};
  const href = linkTo(place, { ...place, view }, options);
  if (view === 'bilingual') {
    return element('a', { href, ...current }, ...label(null, 'bilingual', options));
  }
  const { tag, endonym } = pageLanguage(view, options);
  return element('a', { href, lang: tag, hrefLang: tag, ...current }, endonym);
}

function languageSwitch(place: Place, options: EditionOptions): Element {
  const items = VIEWS.map((view) => element('li', {}, switchItem(view, place, options)));
  return element(
    'nav',
    { className: ['languages'], ariaLabel: 'Language / 语言' },
    element('ul', {}, ...lines(...items)),
  );
}

function masthead(place: Place, options: EditionOptions): Element {
  const name =
    place.slug === null
      ? null
      : element(
          'a',
          { className: ['site-name'], href: linkTo(place, { ...place, slug: null }, options) },
          ...siteName(place.view, options),
        );
  return element(
    'header',
    { className: ['masthead'] },
    ...lines(name, languageSwitch(place, options)),
  );
}

function foot(place: Place, options: EditionOptions): Element | null {
  if (place.slug === null) return null;
  const all = element(
    'a',
    { href: linkTo(place, { ...place, slug: null }, options) },
    ...label(place.view, 'allArticles', options),
  );
  const both = element(
    'a',
    { href: linkTo(place, { ...place, view: 'bilingual' }, options) },
    ...label(place.view, 'sideBySide', options),
  );
  const links = place.view === 'bilingual' ? [all] : [all, both];
  return element('footer', { className: ['foot'] }, ...lines(...links));
}

/** The notice on a page with unreviewed text, in both languages. */
export function draftNotice(options: EditionOptions): Element {
  const paragraph = (lang: Lang): Element => {
    const words = pageLanguage(lang, options);
    const name = element('strong', {}, words.draft);
    return element('p', { lang: words.tag }, name, ' ', words.draftNotice);
  };
  return element(
    'div',
    { className: ['notice'], role: 'note' },
    ...lines(paragraph('zh'), paragraph('en')),
  );
}

/** A whole page with the language switch; `content` is what `<main>` holds. */
export function page(head: PageHead, content: readonly Child[], options: EditionOptions): string {
  const { place } = head;
  const language = pageLanguage(labelLanguage(place.view), options);
  const body = element(
    'body',
    { className: [place.view ?? 'chooser'] },
    ...lines(
      element('a', { className: ['skip'], href: '#text' }, language.skip),
      place.view === null ? null : masthead(place, options),
      element('main', { id: 'text' }, ...lines(...content)),
      foot(place, options),
    ),
  );
  const html = element('html', { lang: language.tag }, ...lines(pageHead(head, options), body));
  return serialize(html);
}
