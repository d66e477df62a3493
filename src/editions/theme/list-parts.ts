/** The tool's own parts of the lists of articles. */
import { element, lines, type Child } from '../html/element.ts';
import { byline } from './article-parts.ts';
import type { IndexEntryProps, IndexHeaderProps, PagerProps } from './parts.ts';

/** The name of a list. */
export function indexHeader({ title, count }: IndexHeaderProps): Child {
  const number = count === null ? null : element('span', { className: ['count'] }, String(count));
  return element('header', { className: ['flag'] }, ...lines(element('h1', {}, title), number));
}

/** An article in a list. */
export function indexEntry(props: IndexEntryProps): Child {
  const { page, href, title, dek, date, authors, isDraft } = props;
  const badge = isDraft ? element('span', { className: ['badge'] }, page.say('draft')) : null;
  return element(
    'article',
    { className: ['entry'] },
    ...lines(
      element('h2', {}, element('a', { href }, title)),
      dek === null ? null : element('p', { className: ['dek'] }, dek),
      byline(page, authors, date, badge),
    ),
  );
}

/** From page to page of a list. */
export function pager({ page, newer, older, number, of }: PagerProps): Child {
  if (of === 1) return null;
  const link = (href: string | null, rel: string, words: Child): Child =>
    href === null ? null : element('a', { href, rel: [rel] }, words);
  return element(
    'nav',
    { className: ['pager'], ariaLabel: page.sayPlain('pages') },
    ...lines(
      link(newer, 'prev', page.say('newer')),
      element('span', { className: ['at'] }, `${number} / ${of}`),
      link(older, 'next', page.say('older')),
    ),
  );
}
