/** Lists of the pages in the Chinese of other regions: `zh-tw/`, `zh-hk/`. */
import type { Edition } from './edition.ts';
import { derivedSites } from './html/derived.ts';
import { viewPages } from './indexes.ts';

export const edition: Edition = {
  id: 'regional',
  ofSite: (cards, site) => derivedSites(site).flatMap((derived) => viewPages(cards, 'zh', derived)),
};
