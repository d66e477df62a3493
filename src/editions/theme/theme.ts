/** The theme of a site: the tool's own parts, and in their place what the site has. */
import * as articleParts from './article-parts.ts';
import * as listParts from './list-parts.ts';
import * as pageParts from './page-parts.ts';
import type { Theme } from './parts.ts';

const { body, masthead, languages, breadcrumbs, foot } = pageParts;
const { articleHeader, articleFooter, corrections, downloads, controls } = articleParts;
const { indexHeader, indexEntry, pager } = listParts;

/** What a site looks like that replaces nothing. */
export const DEFAULT_THEME: Theme = {
  head: () => null,
  body,
  masthead,
  languages,
  breadcrumbs,
  foot,
  articleHeader,
  articleFooter,
  corrections,
  downloads,
  controls,
  indexHeader,
  indexEntry,
  pager,
};
