/** What a run of `publish` remembers for the next one, in the workspace's cache. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Workspace } from '../core/ports.ts';
import type { Stamps } from '../core/site-folder.ts';
import type { Judgement } from './publish-judge.ts';
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
export interface RenderedArticle {
  /** Changes with all that its files were made of. */
  readonly inputs: string;
  /** Slugs that it asked about, and whether they had a page. */
  readonly asked: readonly (readonly [slug: string, there: boolean])[];
  /** It looked at all of them: it holds for the same set only, by its hash. */
  readonly whole: string | null;
  readonly files: readonly string[];
  readonly outward: readonly OutwardLink[];
}

export interface PublishMemory {
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly histories: KnownHistories;
  /** The folder that the rest is about. */
  readonly folder: string;
  readonly rendered: ReadonlyMap<string, RenderedArticle>;
  /** What the site's own files were made of. */
  readonly siteInputs: string;
  readonly siteFiles: readonly string[];
  readonly stamps: Stamps;
}

export const NOTHING: PublishMemory = {
  judgements: new Map(),
  histories: new Map(),
  folder: '',
  rendered: new Map(),
  siteInputs: '',
  siteFiles: [],
  stamps: {},
};

const CACHE = 'publish';

/** The memory as text: what is sealed is then what was written, and not written again to look at its seal. */
const sealed = v.object({ seal: v.string(), memory: v.string() });

/** Goes up with every change of what is remembered, between versions too. */
const FORM = 2;

function sealOf(version: string, memory: string): string {
  return createHash('sha256').update(`${version} ${FORM}\n${memory}`).digest('base64url');
}

/** The memory of the last run; nothing when it is gone, damaged or another version's. */
export async function recallPublish(workspace: Workspace, version: string): Promise<PublishMemory> {
  const raw = await workspace.recall(CACHE);
  if (!v.is(sealed, raw) || raw.seal !== sealOf(version, raw.memory)) return NOTHING;
  const memory = JSON.parse(raw.memory) as Record<
    'judgements' | 'histories' | 'rendered',
    Record<string, never>
  >;
  return {
    ...(memory as unknown as PublishMemory),
    judgements: new Map(Object.entries(memory.judgements)),
    histories: new Map(Object.entries(memory.histories)),
    rendered: new Map(Object.entries(memory.rendered)),
  };
}

/** Remembers a run. The seal tells a damaged memory from a whole one: it must never shape a page. */
export async function rememberPublish(
  workspace: Workspace,
  version: string,
  { judgements, histories, rendered, ...rest }: PublishMemory,
): Promise<void> {
  const memory = JSON.stringify({
    ...rest,
    judgements: Object.fromEntries(judgements),
    histories: Object.fromEntries(histories),
    rendered: Object.fromEntries(rendered),
  });
  await workspace.remember(CACHE, { seal: sealOf(version, memory), memory });
}
