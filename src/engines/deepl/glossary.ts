/**
 * The term base at DeepL: one multilingual glossary for a workspace, found again by its name, which says
 * whose it is and what it holds. It is kept equal by replacing whole dictionaries, since adding to one
 * leaves removed terms alive. Glossaries of anybody else are never touched.
 */
import * as deepl from 'deepl-node';
import type { Lang } from '../../core/model.ts';
import type { Glossary } from '../../core/ports.ts';
import { safeDetail } from '../http.ts';
import type { Call, Connection } from './connection.ts';
import { DeeplError } from './failures.ts';

type Info = deepl.MultilingualGlossaryInfo;
type Pairs = readonly (readonly [source: string, target: string])[];

const ENDPOINT = '/v3/glossaries';
/** In the place of the hash while the content is on its way: nobody takes it for finished. */
const UPDATING = 'updating';
const MAX_WORKSPACE = 60;

interface Dictionary {
  readonly from: Lang;
  readonly to: Lang;
  readonly pairs: Pairs;
}

/** Entries as the client sends them. Its own class takes `constructor` for a term it already has. */
class Entries extends deepl.GlossaryEntries {
  readonly pairs: Pairs;
  constructor(pairs: Pairs) {
    super();
    this.pairs = pairs;
  }
  override toTsv(): string {
    return this.pairs.map((pair) => pair.join('\t')).join('\n');
  }
}

function dictionariesOf({ zhEn, enZh }: Glossary): readonly Dictionary[] {
  const both: readonly Dictionary[] = [
    { from: 'zh', to: 'en', pairs: zhEn },
    { from: 'en', to: 'zh', pairs: enZh },
  ];
  // DeepL takes no empty dictionary.
  return both.filter(({ pairs }) => pairs.length > 0);
}

function upload({ from, to, pairs }: Dictionary): deepl.MultilingualGlossaryDictionaryEntries {
  return { sourceLangCode: from, targetLangCode: to, entries: new Entries(pairs) };
}

function isOf({ from, to }: Dictionary, info: deepl.MultilingualGlossaryDictionaryInfo): boolean {
  const { sourceLangCode, targetLangCode } = info;
  return sourceLangCode.toLowerCase() === from && targetLangCode.toLowerCase() === to;
}

/** Dictionaries that a glossary has and the term base does not. */
function leftovers(info: Info, wanted: readonly Dictionary[]) {
  return info.dictionaries.filter((one) => !wanted.some((dictionary) => isOf(dictionary, one)));
}

function linesOf(pairs: Iterable<readonly (string | undefined)[]>): Set<string> {
  const lines = [...pairs].map((pair) => pair.map((part) => part?.trim() ?? '').join('\t'));
  return new Set(lines.map((line) => line.normalize('NFC')));
}

/** A line that is in one only, or null. */
function difference(local: ReadonlySet<string>, remote: ReadonlySet<string>): string | null {
  const missing = [...local].find((line) => !remote.has(line));
  return missing ?? [...remote].find((line) => !local.has(line)) ?? null;
}

function tsvIn(answer: unknown): string {
  const { dictionaries } = answer as { dictionaries: readonly { entries: string }[] };
  return dictionaries.map(({ entries }) => entries).join('\n');
}

/** The account has no room for another glossary: 456 as reported, or a refusal that says so. */
function isFull(error: unknown): boolean {
  if (!(error instanceof DeeplError)) return false;
  const says = /limit|quota|maximum|too many/i.test(error.detail);
  return error.status === 456 || ((error.status === 400 || error.status === 403) && says);
}

function fullAccount(known: readonly Info[], workspace: string): DeeplError {
  const names = known.slice(0, 3).map(({ name }) => `"${safeDetail(name, [])}"`);
  const held = names.length === 0 ? '' : ` beside ${names.join(', ')}`;
  return new DeeplError(
    'setup',
    `The DeepL account has no room for a glossary of "${workspace}"${held}; delete one that is not needed, or set "glossary" of "deepl" in the config to false to go on without`,
  );
}

/** The calls that glossaries need, on one connection. */
class Shelf {
  readonly #connection: Connection;
  readonly #call: Call;
  constructor(connection: Connection, signal: AbortSignal | undefined) {
    this.#connection = connection;
    this.#call = { endpoint: ENDPOINT, signal };
  }

  list(): Promise<readonly Info[]> {
    return this.#connection.call(this.#call, (client) => client.listMultilingualGlossaries());
  }

  create(name: string, wanted: readonly Dictionary[]): Promise<Info> {
    return this.#connection.call(this.#call, (client) =>
      client.createMultilingualGlossary(name, wanted.map(upload)),
    );
  }

  rename(id: string, name: string): Promise<Info> {
    return this.#connection.call(this.#call, (client) =>
      client.updateMultilingualGlossaryName(id, name),
    );
  }

  async replace(info: Info, wanted: readonly Dictionary[]): Promise<void> {
    for (const dictionary of wanted) {
      await this.#connection.call(this.#call, (client) =>
        client.replaceMultilingualGlossaryDictionary(info.glossaryId, upload(dictionary)),
      );
    }
    for (const { sourceLangCode, targetLangCode } of leftovers(info, wanted)) {
      await this.#connection.call(this.#call, (client) =>
        client.deleteMultilingualGlossaryDictionary(
          info.glossaryId,
          sourceLangCode,
          targetLangCode,
        ),
      );
    }
  }

  /** Entries as they are at DeepL, as lines; none for a dictionary that is not there. */
  async entries(id: string, { from, to }: Dictionary): Promise<ReadonlySet<string>> {
    const query = new URLSearchParams({ source_lang: from, target_lang: to });
    try {
      const tsv = await this.#connection.call(this.#call, async (client) =>
        tsvIn(await client.read(`${ENDPOINT}/${id}/entries`, query)),
      );
      const lines = tsv.split(/\r?\n/).filter((line) => line !== '');
      return linesOf(lines.map((line) => line.split('\t')));
    } catch (error) {
      if (error instanceof DeeplError && error.status === 404) return new Set();
      throw error;
    }
  }

  /** The first entry that is at DeepL and not in the term base, or the reverse; null for none. */
  async drift(id: string, wanted: readonly Dictionary[]): Promise<string | null> {
    for (const dictionary of wanted) {
      const remote = await this.entries(id, dictionary);
      const odd = difference(linesOf(dictionary.pairs), remote);
      if (odd !== null) return `${dictionary.from}→${dictionary.to}: ${odd.replace('\t', ' = ')}`;
    }
    return null;
  }
}

function drifted(odd: string): DeeplError {
  return new DeeplError(
    'setup',
    `DeepL did not keep the term base as it was uploaded ("${safeDetail(odd, [])}" differs); mend that term, or set "glossary" of "deepl" in the config to false to go on without`,
  );
}

/** A workspace's name as it stands in the name of its glossary. */
function nameOf(workspace: string): string {
  const name = workspace.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return [...name].slice(0, MAX_WORKSPACE).join('') || 'default';
}

/** Whether a glossary is this workspace's, whatever it holds. */
function isOurs(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && /^(?:[0-9a-f]{16}|updating)$/.test(name.slice(prefix.length));
}

/** A glossary at DeepL that equals the term base. */
export interface ReadyGlossary {
  readonly id: string;
  /** Source languages that it has entries for. */
  readonly from: ReadonlySet<Lang>;
}

interface Work {
  readonly shelf: Shelf;
  readonly known: readonly Info[];
  readonly wanted: readonly Dictionary[];
  readonly workspace: string;
  /** Of the name of every glossary of this workspace. */
  readonly prefix: string;
}

async function createIn({ shelf, known, wanted, workspace, prefix }: Work): Promise<Info> {
  try {
    return await shelf.create(prefix + UPDATING, wanted);
  } catch (error) {
    throw isFull(error) ? fullAccount(known, workspace) : error;
  }
}

/** This workspace's glossary with the content wanted; under no lasting name, since it may not be there. */
async function fill(work: Work, old: Info | undefined): Promise<Info> {
  const { shelf, wanted, prefix } = work;
  if (old === undefined) return createIn(work);
  await shelf.rename(old.glossaryId, prefix + UPDATING);
  await shelf.replace(old, wanted);
  return old;
}

async function makeEqual(work: Work, hash: string): Promise<string> {
  const { shelf, known, wanted, prefix } = work;
  const exact = known.find(({ name }) => name === prefix + hash);
  if (exact !== undefined && leftovers(exact, wanted).length === 0) {
    const odd = await shelf.drift(exact.glossaryId, wanted);
    if (odd === null) return exact.glossaryId;
  }
  const { glossaryId } = await fill(work, exact ?? known.find(({ name }) => isOurs(name, prefix)));
  const odd = await shelf.drift(glossaryId, wanted);
  if (odd !== null) throw drifted(odd);
  await shelf.rename(glossaryId, prefix + hash);
  return glossaryId;
}

/**
 * Makes this workspace's glossary equal to the term base; null for an empty one, which needs none. An
 * account may hold others of duizhao, of other workspaces: they stay as they are.
 * @throws DeeplError `setup` when DeepL has no room for it or keeps something else, `auth` when the key
 *   may not use glossaries
 */
export async function prepareGlossary(
  connection: Connection,
  glossary: Glossary,
  { workspace, signal }: { readonly workspace: string; readonly signal: AbortSignal | undefined },
): Promise<ReadyGlossary | null> {
  const wanted = dictionariesOf(glossary);
  if (wanted.length === 0) return null;
  const shelf = new Shelf(connection, signal);
  const prefix = `duizhao ${nameOf(workspace)} `;
  const known = await shelf.list();
  const id = await makeEqual({ shelf, known, wanted, workspace, prefix }, glossary.hash);
  return { id, from: new Set(wanted.map(({ from }) => from)) };
}
