/** Which articles a view's lists, feeds and maps may name. */
import type { ArticleCard } from './card.ts';
import type { EditionOptions, View, WholeSite } from './edition.ts';
import { pagePath } from './html/links.ts';

/** Whether an article has its page in a view. */
export function hasPage(
  { slug }: ArticleCard,
  view: View,
  { options, lacks }: Pick<WholeSite, 'lacks'> & { readonly options: EditionOptions },
): boolean {
  return lacks?.(pagePath({ view, slug }, options)) !== true;
}

/** Those that have their page in a view. */
export function listed(
  cards: readonly ArticleCard[],
  view: View,
  site: WholeSite,
): readonly ArticleCard[] {
  return site.lacks === undefined ? cards : cards.filter((card) => hasPage(card, view, site));
}
