/** Links from pages to what is published besides: only to files that the same run writes. */
import type { AlsoName } from '../../core/also.ts';
import { FORMATS, wholeFile } from '../also/formats.ts';
import type { EditionOptions, Site, View, WholeSite } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import type { DownloadLink } from '../theme/parts.ts';
import { element, type Child } from './element.ts';
import { rootFrom, type Place } from './links.ts';
import { label, type Word } from './words.ts';

const NAMES = Object.keys(FORMATS) as readonly AlsoName[];

const KINDS: Readonly<Record<AlsoName, Word>> = {
  docx: 'kindDocx',
  epub: 'kindEpub',
  pairs: 'kindPairs',
  pdf: 'kindPdf',
  tmx: 'kindTmx',
};

/** Formats that a view has; pages in a region's Chinese are derived, and nothing stands beside them. */
function formatsOf(view: View, { also = [], prints = false, options }: Site): AlsoName[] {
  if (options.derivedFrom !== undefined) return [];
  const ids = new Set([...also.map(({ id }) => id), ...(prints ? ['pdf'] : [])]);
  return NAMES.filter((name) => ids.has(name) && (view === 'bilingual' || !FORMATS[name].isOfBoth));
}

function words(name: AlsoName, view: View, options: EditionOptions): Child {
  const kind = element('span', { className: ['kind'] }, label(view, KINDS[name], options));
  return [FORMATS[name].label, ' ', kind];
}

interface Target {
  readonly name: AlsoName;
  readonly view: View;
  readonly href: string;
  /** What a browser calls it. */
  readonly saveAs: string;
}

function downloadLink(target: Target, options: EditionOptions): DownloadLink {
  const { name, view, href, saveAs } = target;
  const { type, isShown } = FORMATS[name];
  return {
    format: name,
    href,
    words: words(name, view, options),
    type,
    tag: view === 'bilingual' ? null : pageLanguage(view, options).tag,
    saveAs: isShown ? null : saveAs,
  };
}

/** What there is of an article beside its page in a view. */
export function articleDownloads(
  { view, slug }: { readonly view: View; readonly slug: string },
  site: Site,
): readonly DownloadLink[] {
  const { options } = site;
  return formatsOf(view, site).map((name) => {
    // It stands beside the page.
    const href = FORMATS[name].ofArticle(slug);
    // In a folder of downloads a name has to say what it is of.
    const saveAs = href.startsWith(slug) ? href : `${slug}-${href}`;
    return downloadLink({ name, view, href, saveAs }, options);
  });
}

/** What there is of all articles together beside the front page of a view. */
export function wholeDownloads(from: Place, site: WholeSite): readonly DownloadLink[] {
  const { options, whole = new Set() } = site;
  const { view } = from;
  if (view === null) return [];
  return formatsOf(view, site).flatMap((name) => {
    if (FORMATS[name].ofAll(view, options) === null) return [];
    const path = wholeFile(name, view, options);
    const href = `${rootFrom(from, options)}${path}`;
    const saveAs = path.slice(path.lastIndexOf('/') + 1);
    return whole.has(path) ? [downloadLink({ name, view, href, saveAs }, options)] : [];
  });
}
