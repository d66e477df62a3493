/** The site's root: two links, and the reader decides. */
import type { Lang } from '../core/model.ts';
import type { Element } from 'hast';
import type { Edition } from './edition.ts';
import { element, lines } from './html/element.ts';
import { linkTo, pagePath } from './html/links.ts';
import { page, siteName } from './html/shell.ts';
import { pageLanguage } from './language/index.ts';

const ROOT = { view: null, slug: null };

export const edition: Edition = {
  id: 'chooser',
  ofSite: (_cards, { options }) => {
    const link = (lang: Lang): Element => {
      const { tag, endonym } = pageLanguage(lang, options);
      const href = linkTo(ROOT, { view: lang, slug: null }, options);
      return element('li', {}, element('a', { href, lang: tag, hrefLang: tag }, endonym));
    };
    const content = [
      element('h1', { className: ['flag'] }, ...siteName(null, options)),
      element(
        'nav',
        { className: ['choices'], ariaLabel: 'Language / 语言' },
        element('ul', {}, ...lines(link('zh'), link('en'))),
      ),
    ];
    const { name } = options;
    const title = [...new Set([name.zh, name.en])].join(' · ');
    const head = { place: ROOT, title, description: null, noindex: false };
    return new Map([[pagePath(ROOT, options), page(head, content, options)]]);
  },
};
