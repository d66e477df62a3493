/** Pages in a region's Chinese, derived from the Chinese page. */
import type { Variant } from '../../core/variants.ts';
import { VIEWS, type EditionOptions, type Ground, type View } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import { REGIONS } from '../language/regions.ts';
import { element, type Child } from './element.ts';
import { linkTo, pagePath, type Place } from './links.ts';

/** The options of the site that a region's pages belong to. */
function regionOptions(options: EditionOptions, variant: Variant): EditionOptions {
  const { tag, path } = REGIONS[variant];
  return { ...options, chinese: tag, paths: { ...options.paths, zh: path }, derivedFrom: options };
}

/** Every page asks for them, and every link of it. */
const CHINESE_SITES = new WeakMap<EditionOptions, readonly EditionOptions[]>();

/** The options of every site whose pages show the Chinese text: the signed off one first. */
export function chineseSites(options: EditionOptions): readonly EditionOptions[] {
  const origin = options.derivedFrom ?? options;
  const known = CHINESE_SITES.get(origin);
  if (known !== undefined) return known;
  const sites = [origin, ...origin.variants.map((variant) => regionOptions(origin, variant))];
  CHINESE_SITES.set(origin, sites);
  return sites;
}

/** The sites in a region's Chinese. Throws Error where nobody has handed a conversion in. */
function derivedSites<Any extends Ground>(site: Any): readonly Any[] {
  const [, ...regions] = chineseSites(site.options);
  return site.options.variants.map((variant, at) => {
    const convert = site.regional?.[variant];
    const options = regions[at];
    if (convert === undefined || options === undefined)
      throw new Error(`no conversion for ${variant}`);
    return { ...site, options, convert };
  });
}

/** Every view that has pages, with the site that these are made for: a region's Chinese is one more. */
export function siteViews<Any extends Ground>(
  site: Any,
): readonly { readonly view: View; readonly site: Any }[] {
  return [
    ...VIEWS.map((view) => ({ view, site })),
    ...derivedSites(site).map((derived) => ({ view: 'zh' as const, site: derived })),
  ];
}

interface Derivation {
  readonly from: EditionOptions;
  /** Before and after the name of what it was derived from. */
  readonly note: readonly [before: string, after: string];
}

/** What a region's pages were derived from; null for the others. */
function derivationOf({ derivedFrom, chinese }: EditionOptions): Derivation | null {
  const region = Object.values(REGIONS).find(({ tag }) => tag === chinese);
  if (derivedFrom === undefined || region === undefined) return null;
  return { from: derivedFrom, note: region.note };
}

/**
 * What a derived page says of itself, with the way to what it was derived from; null on others.
 * @param absent paths of its pages in other languages that are not there
 */
export function derivedNote(
  place: Place,
  options: EditionOptions,
  absent: readonly string[] = [],
): Child {
  const derivation = derivationOf(options);
  if (derivation === null || place.view !== 'zh') return null;
  const { from, note } = derivation;
  const { tag, endonym } = pageLanguage('zh', from);
  const href = linkTo(place, place, from);
  const link = absent.includes(pagePath(place, from))
    ? element('span', { lang: tag }, endonym)
    : element('a', { href, lang: tag, hrefLang: tag }, endonym);
  const [before, after] = note;
  return element('p', { className: ['derived'], role: 'note' }, `本頁${before}`, link, after);
}

/** The same in one text, where nothing can be linked to. */
export function derivedText(options: EditionOptions): string | null {
  const derivation = derivationOf(options);
  if (derivation === null) return null;
  return derivation.note.join(pageLanguage('zh', derivation.from).endonym);
}
