/** What `publish` writes besides the pages. */
import { ALSO, type AlsoName } from '../core/also.ts';
import { UserError } from '../core/errors.ts';
import { FLAVOURS, type FlavourName } from '../core/flavours.ts';
import { later } from '../core/later.ts';
import { nearest } from '../core/nearest.ts';
import type { Printer } from '../core/printer.ts';
import { loadAlso } from '../editions/also/index.ts';
import type { Files, OutgoingArticle, Site } from '../editions/edition.ts';
import { loadFlavour } from '../editions/flavours/index.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import { regionalRules, type RegionalSetting } from '../terms/regional-rules.ts';
import { readTerms } from './read-terms.ts';
import { openLook } from './look.ts';

function alsoName(word: string): AlsoName {
  const name = ALSO.find((known) => known === word);
  if (name !== undefined) return name;
  const guess = nearest(word, ALSO);
  throw new Error(guess === null ? `expected ${ALSO.join(', ')}` : `did you mean "${guess}"?`);
}

/** A flag's word as a list of formats. Throws an Error that says what is none, for stricli to tell. */
export function parseAlso(word: string): readonly AlsoName[] {
  return word.split(',').map((name) => alsoName(name.trim()));
}

/** A flag's word as a generator. Throws an Error that says what is none, for stricli to tell. */
export function parseFlavour(word: string): FlavourName {
  const name = FLAVOURS.find((known) => known === word);
  if (name !== undefined) return name;
  const guess = nearest(word, FLAVOURS);
  throw new Error(guess === null ? `expected ${FLAVOURS.join(', ')}` : `did you mean "${guess}"?`);
}

/** Markdown for another generator, and nothing beside it. */
export async function flavourExtras(name: FlavourName): Promise<SiteExtras> {
  const instead = await loadFlavour(name);
  const print = async (): Promise<Files> => new Map();
  const ready = async (): Promise<void> => undefined;
  return { also: [], regional: {}, prints: false, instead, print, ready, rules: `format ${name}` };
}

/** What a site has beyond its pages in two languages. */
export interface SiteExtras
  extends
    Required<Pick<Site, 'also' | 'regional' | 'prints'>>,
    Pick<Site, 'theme' | 'css' | 'icon' | 'romanise' | 'picture' | 'instead'> {
  /** The PDFs of an article; none unless they are asked for. */
  readonly print: (article: OutgoingArticle, site: Site) => Promise<Files>;
  /** To be awaited before anything is rendered: most of it takes long to load, and a run may need none of it. */
  readonly ready: () => Promise<void>;
  /** Name of what the files depend on besides articles and config: other rules, another name. */
  readonly rules: string;
}

/** The printer. Throws UserError when this machine has none. */
async function printerOf({ openPrinter, t }: Services): Promise<Printer> {
  const printer = await openPrinter();
  if ('missing' in printer) throw new UserError(t(`publish.noPrinter.${printer.missing}`));
  return printer;
}

/** One after the other: a browser prints with all the cores that there are. */
async function printed(printer: Printer, article: OutgoingArticle, site: Site): Promise<Files> {
  const { papersOf } = await import('../editions/book/paper.ts');
  const files = new Map<string, Uint8Array>();
  for (const { path, html, moment } of papersOf(article, site)) {
    files.set(path, await printer.print(html, moment));
  }
  return files;
}

function writingOf(setting: RegionalSetting) {
  return later(async () => {
    const { loadRegionalWriting } = await import('../terms/regional.ts');
    return (await loadRegionalWriting(setting)).convert;
  });
}

/**
 * What the config and the flag ask for; nothing is loaded for what nobody asks for.
 * @throws UserError when PDFs are asked for and this machine cannot make them
 */
export async function siteExtras(
  services: Services,
  open: OpenWorkspace,
  named: readonly AlsoName[] = [],
): Promise<SiteExtras> {
  const { config, workspace } = open;
  const { publish, deepl } = config;
  const names = new Set([...publish.also, ...named]);
  const also = await loadAlso(names);
  const printer = names.has('pdf') ? await printerOf(services) : null;
  const variants = [...new Set(publish.variants)];
  const { terms } = variants.length === 0 ? { terms: [] } : await readTerms(workspace);
  const settings = variants.map((variant) => ({ variant, from: deepl.chinese, terms }));
  const writings = settings.map((setting) => [setting.variant, writingOf(setting)] as const);
  const regional = Object.fromEntries(writings.map(([variant, { call }]) => [variant, call]));
  const { hash, ready: lookReady, ...look } = await openLook(services, open);
  const rules = [
    ...also.map(({ id }) => id),
    ...(printer === null ? [] : [printer.name]),
    ...settings.map(regionalRules),
    hash,
  ];
  const print: SiteExtras['print'] = async (article, site) =>
    printer === null ? new Map() : printed(printer, article, site);
  const picture = (path: string): Uint8Array | null => services.readPicture(workspace.root, path);
  return {
    ...look,
    also,
    regional,
    picture,
    prints: printer !== null,
    print,
    ready: async () => {
      await lookReady();
      for (const [, { ready }] of writings) await ready();
    },
    rules: rules.join(' '),
  };
}
