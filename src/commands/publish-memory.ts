/** What a run of `publish` remembers for the next one, in the workspace's cache. */
import { isDeepStrictEqual } from 'node:util';
import type { Workspace } from '../core/ports.ts';
import { sealed, unsealed } from '../core/sealed.ts';
import type { Stamps } from '../core/site-folder.ts';
import type { Asked } from '../editions/press/observed.ts';
import type { Judgement } from './publish-judge.ts';
import { readMemory, writeMemory } from './publish-memory-form.ts';
import type { KnownHistories } from './publish-record.ts';

/** A link that leads out of an article's own files, into the site. */
export interface OutwardLink {
  /** The page that holds it. */
  readonly from: string;
  /** As it stands there. */
  readonly link: string;
  /** File and id that it leads to. */
  readonly path: string;
  readonly fragment: string;
}

/** An article as it was rendered last. */
export interface RenderedArticle extends Asked {
  /** Changes with all that its files were made of. */
  readonly inputs: string;
  readonly files: readonly string[];
  readonly outward: readonly OutwardLink[];
}

/** A file of the site as a whole, as it was made last. */
export interface KnownFile {
  /** Changes with all that it shows. */
  readonly inputs: string;
  /** Links that could come to lead nowhere though no file of the site goes: into a page, to files of others. */
  readonly loose: readonly OutwardLink[];
}

export interface PublishMemory {
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly histories: KnownHistories;
  /** The folder that the rest is about. */
  readonly folder: string;
  readonly rendered: ReadonlyMap<string, RenderedArticle>;
  /** What the site's own files were made of, all together. */
  readonly siteInputs: string;
  /** What they have in common. */
  readonly ground: string;
  readonly siteFiles: Readonly<Record<string, KnownFile>>;
  readonly stamps: Stamps;
  /** Hash of the manifest of the site that all this was in; null: there was none. */
  readonly manifest: string | null;
}

export const NOTHING: PublishMemory = {
  judgements: new Map(),
  histories: new Map(),
  folder: '',
  rendered: new Map(),
  siteInputs: '',
  ground: '',
  siteFiles: {},
  stamps: {},
  manifest: null,
};

const CACHE = 'publish';

/** Goes up with every change of what is remembered, between versions too. */
const FORM = 4;

function formOf(version: string): string {
  return `${version} ${FORM}`;
}

/** The memory of the last run; nothing when it is gone, damaged or another version's. */
export async function recallPublish(workspace: Workspace, version: string): Promise<PublishMemory> {
  const bytes = await workspace.recallBytes(CACHE);
  const text = bytes === null ? null : unsealed(formOf(version), bytes);
  return text === null ? NOTHING : readMemory(text);
}

function isSameMap<Value>(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): boolean {
  if (a.size !== b.size) return false;
  for (const [name, value] of a) if (b.get(name) !== value) return false;
  return true;
}

/** Whether two memories are the same for certain: what was not made anew is the same object. */
function isSame(a: PublishMemory, b: PublishMemory): boolean {
  const { judgements, histories, rendered, ...rest } = a;
  const maps: readonly (readonly [ReadonlyMap<string, unknown>, ReadonlyMap<string, unknown>])[] = [
    [judgements, b.judgements],
    [histories, b.histories],
    [rendered, b.rendered],
  ];
  if (!maps.every(([own, other]) => isSameMap(own, other))) return false;
  const { judgements: _j, histories: _h, rendered: _r, ...others } = b;
  return isDeepStrictEqual(rest, others);
}

/**
 * Remembers a run. The seal tells a damaged memory from a whole one: it must never shape a page.
 * @param before what is remembered already
 */
export async function rememberPublish(
  workspace: Workspace,
  version: string,
  now: PublishMemory,
  before: PublishMemory,
): Promise<void> {
  if (before !== NOTHING && isSame(now, before)) return;
  await workspace.rememberBytes(CACHE, sealed(formOf(version), writeMemory(now)));
}
