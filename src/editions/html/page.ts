/** A whole page: what a theme's parts are told, and what they give back, put together. */
import type { Element } from 'hast';
import type { Lang } from '../../core/model.ts';
import type { EditionOptions, Ground, View } from '../edition.ts';
import { VIEWS } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import { iconOf } from '../icon.ts';
import type { LanguageLink, LinkTo, PageContext, Theme } from '../theme/parts.ts';
import { DEFAULT_THEME } from '../theme/theme.ts';
import { chineseSites, derivedNote } from './derived.ts';
import { element, lines, nodesOf, written, type Child } from './element.ts';
import { pageHead, type PageHead } from './head.ts';
import { linkTo, pagePath, rootFrom, type Place } from './links.ts';
import { voiceOf } from './voice.ts';
import { inLanguage, label, labelLanguage, plainLabel } from './words.ts';

/** A page as its maker says it. */
export interface PageParts {
  readonly kind: PageContext['kind'];
  readonly head: PageHead;
  /** What stands in `<main>`. */
  readonly main: readonly Child[];
  /** The way from the front page to the page above this one. */
  readonly trail: readonly LinkTo[];
  /** Where to go next. */
  readonly next: readonly LinkTo[];
  /** It also has the script that a reader can do without. */
  readonly script?: boolean;
}

/** The theme of a site. */
export function themeOf({ theme }: Pick<Ground, 'theme'>): Theme {
  return theme === undefined ? DEFAULT_THEME : { ...DEFAULT_THEME, ...theme };
}

/** The site's name in the page's language; on a page of both, in both. */
export function siteName(view: View | null, options: EditionOptions): Child {
  const { zh, en } = options.name;
  if (view === 'zh' || view === 'en') return options.name[view];
  if (zh === en) return zh;
  return [inLanguage('zh', zh, options), ' ', inLanguage('en', en, options)];
}

/** What every part knows of a page. */
export function pageContext(
  kind: PageContext['kind'],
  place: Place,
  options: EditionOptions,
): PageContext {
  const { view } = place;
  return {
    kind,
    view,
    lang: labelLanguage(view),
    name: siteName(view, options),
    home: linkTo(place, { view, slug: null }, options),
    root: rootFrom(place, options),
    say: (word) => label(view, word, options),
    sayPlain: (word) => plainLabel(view, word, options),
  };
}

function languageLink(view: View, place: Place, options: EditionOptions): LanguageLink {
  const href = linkTo(place, { ...place, view }, options);
  const current = view === place.view;
  if (view === 'bilingual') {
    return { view, href, current, tag: null, words: label(null, 'bilingual', options) };
  }
  const { tag, endonym } = pageLanguage(view, options);
  return { view, href, current, tag, words: endonym };
}

/** The views of a page that are there, and its Chinese in other regions after the Chinese that was signed off. */
function languageLinks(
  { place, absent = [] }: PageHead,
  options: EditionOptions,
): readonly LanguageLink[] {
  const { tag } = pageLanguage('zh', options);
  const linksIn = (view: View, site: EditionOptions): LanguageLink[] =>
    absent.includes(pagePath({ ...place, view }, site)) ? [] : [languageLink(view, place, site)];
  return VIEWS.flatMap((view) => {
    if (view !== 'zh') return linksIn(view, options);
    return chineseSites(options)
      .flatMap((site) => linksIn(view, site))
      .map((link) => ({ ...link, current: link.current && link.tag === tag }));
  });
}

/** The notice on a page with unreviewed text, in both languages. */
export function draftNotice(options: EditionOptions): Child {
  const paragraph = (lang: Lang): Child => {
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

function put(element: Element, place: Place, ground: Ground): string {
  const { html, links } = written(element, voiceOf(ground));
  if (links !== null && place.missing !== true)
    ground.linked?.(pagePath(place, ground.options), links);
  return html;
}

/** The bytes of a page. */
export function page({ kind, head, main, trail, next, script }: PageParts, ground: Ground): string {
  const { options } = ground;
  const { place } = head;
  const theme = themeOf(ground);
  const context = pageContext(kind, place, options);
  const isHome = kind === 'index' && place.list === undefined;
  const links = languageLinks(head, options);
  const language = pageLanguage(context.lang, options);
  const inside = theme.body({
    page: context,
    masthead:
      place.view === null
        ? null
        : theme.masthead({
            page: context,
            languages: theme.languages({ page: context, links }),
            isHome,
          }),
    breadcrumbs: trail.length === 0 ? null : theme.breadcrumbs({ page: context, trail }),
    main: element(
      'main',
      { id: 'text' },
      ...lines(derivedNote(place, options, head.absent), ...main),
    ),
    foot: place.view === null ? null : theme.foot({ page: context, links: next }),
  });
  const body = element(
    'body',
    { className: [kind, place.view ?? 'neither'] },
    ...lines(
      element('a', { className: ['skip'], href: '#text' }, language.skip),
      ...nodesOf(inside),
    ),
  );
  const more = theme.head({ page: context });
  const extra = { script: script === true, icon: iconOf(ground).path, more };
  const html = element(
    'html',
    { lang: language.tag },
    ...lines(pageHead(head, extra, options), body),
  );
  return put(html, place, ground);
}
