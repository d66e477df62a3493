/** The rules of the formats that feeds and maps are in; each function says what breaks one. */
import { childrenOf, named, parseXml, textIn, type XmlElement } from './also/xml.ts';

const MOMENT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

function isAddress(text: string | undefined): boolean {
  return text !== undefined && URL.canParse(text) && !/[\s<>"]/.test(text);
}

function own(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).filter((child) => child.name === name);
}

class Faults {
  readonly list: string[] = [];

  expect(holds: boolean, fault: string): void {
    if (!holds) this.list.push(fault);
  }

  once(element: XmlElement, names: readonly string[]): void {
    for (const name of names) {
      this.expect(own(element, name).length === 1, `${element.name} needs one ${name}`);
    }
  }

  unique(values: readonly string[], what: string): void {
    this.expect(new Set(values).size === values.length, `${what} are not unique`);
  }
}

function checkLinks(faults: Faults, element: XmlElement): void {
  const links = own(element, 'link').map(({ attributes }) => attributes);
  for (const { href, hreflang } of links) {
    faults.expect(isAddress(href), `link to ${href}`);
    faults.expect(hreflang === undefined || isLanguage(hreflang), `hreflang ${hreflang}`);
  }
  // RFC 4287, 4.1.1 and 4.1.2.
  const alternates = links.filter(({ rel = 'alternate' }) => rel === 'alternate');
  faults.unique(
    alternates.map(({ type, hreflang }) => `${type} ${hreflang}`),
    'alternates of a type and language',
  );
}

const FEED_CHILDREN =
  'author category contributor entry generator icon id link logo rights subtitle title updated'.split(
    ' ',
  );
const ENTRY_CHILDREN =
  'author category content contributor id link published rights source summary title updated'.split(
    ' ',
  );

function checkMoments(faults: Faults, entry: XmlElement): void {
  for (const name of ['published', 'updated']) {
    for (const each of own(entry, name)) faults.expect(MOMENT.test(textIn(each)), `bad ${name}`);
  }
  const [published, updated] = ['published', 'updated'].map(
    (name) => named(entry, name).map(textIn)[0] ?? '',
  );
  faults.expect((published ?? '') <= (updated ?? ''), 'updated before it was published');
}

function checkPeopleAndSubjects(faults: Faults, entry: XmlElement, hasAuthor: boolean): void {
  faults.expect(hasAuthor || own(entry, 'author').length > 0, 'entry without author');
  for (const author of own(entry, 'author')) faults.once(author, ['name']);
  for (const { attributes } of own(entry, 'category')) {
    faults.expect((attributes['term'] ?? '') !== '', 'category without term');
  }
}

function checkEntry(faults: Faults, entry: XmlElement, hasAuthor: boolean): void {
  faults.once(entry, ['id', 'title', 'updated']);
  for (const { name } of childrenOf(entry)) {
    faults.expect(ENTRY_CHILDREN.includes(name), `entry holds ${name}`);
  }
  for (const name of ['published', 'summary', 'content']) {
    faults.expect(own(entry, name).length <= 1, `entry holds several ${name}`);
  }
  checkMoments(faults, entry);
  checkPeopleAndSubjects(faults, entry, hasAuthor);
  faults.expect(isAddress(textIn(own(entry, 'id')[0] ?? entry)), 'id is no IRI');
  const isAlternate = ({ attributes }: XmlElement): boolean => attributes['rel'] === 'alternate';
  faults.expect(own(entry, 'link').some(isAlternate), 'entry has neither content nor alternate');
  checkLinks(faults, entry);
}

/** RFC 4287. Throws Error for what is no XML. */
export function atomFaults(xml: string): string[] {
  const faults = new Faults();
  const feed = parseXml(xml);
  faults.expect(feed.name === 'feed', 'no feed');
  faults.expect(feed.attributes['xmlns'] === 'http://www.w3.org/2005/Atom', 'namespace');
  faults.expect(isLanguage(feed.attributes['xml:lang'] ?? ''), 'language of the feed');
  faults.once(feed, ['id', 'title', 'updated']);
  for (const { name } of childrenOf(feed)) {
    faults.expect(FEED_CHILDREN.includes(name), `feed holds ${name}`);
  }
  const isSelf = ({ attributes }: XmlElement): boolean => attributes['rel'] === 'self';
  faults.expect(own(feed, 'link').filter(isSelf).length === 1, 'no link to itself');
  checkLinks(faults, feed);
  const entries = own(feed, 'entry');
  for (const entry of entries) checkEntry(faults, entry, own(feed, 'author').length > 0);
  const idOf = (element: XmlElement): string => own(element, 'id').map(textIn).join('');
  faults.unique([feed, ...entries].map(idOf), 'ids');
  const updated = own(feed, 'updated').map(textIn).join('');
  faults.expect(MOMENT.test(updated), 'bad updated of the feed');
  return faults.list;
}

interface JsonItem {
  readonly [name: string]: unknown;
  readonly id: string;
}

interface JsonFeed {
  readonly [name: string]: unknown;
  readonly items: readonly JsonItem[];
}

function checkText(faults: Faults, value: unknown, what: string): void {
  faults.expect(typeof value === 'string' && value !== '', what);
}

/** jsonfeed.org/version/1.1. Throws Error for what is no JSON. */
export function jsonFeedFaults(json: string): string[] {
  const faults = new Faults();
  const feed = JSON.parse(json) as JsonFeed;
  faults.expect(feed['version'] === 'https://jsonfeed.org/version/1.1', 'version');
  checkText(faults, feed['title'], 'title of the feed');
  faults.expect(isAddress(String(feed['home_page_url'])), 'home_page_url');
  faults.expect(isAddress(String(feed['feed_url'])), 'feed_url');
  faults.expect(isLanguage(String(feed['language'])), 'language of the feed');
  for (const item of feed.items) {
    checkText(faults, item.id, 'id');
    checkText(faults, item['content_text'] ?? item['content_html'], 'item without content');
    faults.expect(isAddress(String(item['url'])), 'url of an item');
    faults.expect(MOMENT.test(String(item['date_published'])), 'date_published');
    faults.expect(MOMENT.test(String(item['date_modified'])), 'date_modified');
    faults.expect(isLanguage(String(item['language'])), 'language of an item');
    const authors = item['authors'] as readonly { readonly name?: string }[] | undefined;
    for (const author of authors ?? []) checkText(faults, author.name, 'author without name');
    faults.expect('author' in item === false, 'author is of version 1');
  }
  faults.unique(
    feed.items.map(({ id }) => id),
    'ids',
  );
  return faults.list;
}

function alternatesIn(url: XmlElement): Record<string, string> {
  return Object.fromEntries(
    own(url, 'xhtml:link').map(({ attributes }) => [attributes['hreflang'], attributes['href']]),
  ) as Record<string, string>;
}

/** sitemaps.org and Google's rules of alternates. Throws Error for what is no XML. */
export function sitemapFaults(xml: string): string[] {
  const faults = new Faults();
  const set = parseXml(xml);
  faults.expect(set.name === 'urlset', 'no urlset');
  faults.expect(
    set.attributes['xmlns'] === 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'namespace',
  );
  faults.expect(
    set.attributes['xmlns:xhtml'] === 'http://www.w3.org/1999/xhtml',
    'namespace of links',
  );
  const urls = own(set, 'url');
  const byAddress = new Map(urls.map((url) => [own(url, 'loc').map(textIn).join(''), url]));
  faults.expect(byAddress.size === urls.length, 'addresses are not unique');
  for (const [address, url] of byAddress) {
    faults.expect(isAddress(address) && address.length < 2048, `loc ${address}`);
    faults.once(url, ['loc']);
    for (const day of own(url, 'lastmod')) faults.expect(DAY.test(textIn(day)), 'lastmod');
    const alternates = alternatesIn(url);
    const languages = Object.entries(alternates).filter(([tag]) => tag !== 'x-default');
    faults.expect(
      languages.every(([tag]) => isLanguage(tag)),
      `hreflang at ${address}`,
    );
    const others = languages.map(([, href]) => href);
    faults.expect(
      others.length === 0 || others.includes(address),
      `${address} is not its own alternate`,
    );
    for (const href of others) {
      const back = byAddress.get(href);
      const same =
        back !== undefined && JSON.stringify(alternatesIn(back)) === JSON.stringify(alternates);
      faults.expect(same, `${href} does not answer ${address}`);
    }
  }
  return faults.list;
}
