/** Files that hold the texts of all articles, in a run: what has not changed is taken from those that stand. */
import type { Workspace } from '../core/ports.ts';
import { sealed, unsealed } from '../core/sealed.ts';
import type { ArticleState } from '../core/state.ts';
import type { Site } from '../editions/edition.ts';
import type { WholeArticle, WholeBefore, WholeFile } from '../editions/whole-file.ts';
import type { SiteExtras } from './publish-also.ts';
import type { SteadyArticle } from './publish-steady.ts';

/** What is remembered of a file. */
interface KnownWhole {
  /** Of the bytes that the notes are about. */
  readonly hash: string;
  /** What it had in common with all files of its site. */
  readonly ground: string;
  readonly notes: unknown;
}

/** By path. A name of its bytes goes with each, so it does not matter which run, or folder, it is from. */
export type WholeMemory = ReadonlyMap<string, KnownWhole>;

const CACHE = 'publish-whole';

/** Goes up with every change of what is remembered, between versions too. */
const FORM = 1;

function formOf(version: string): string {
  return `${version} whole ${FORM}`;
}

/** What the last run remembered; nothing when it is gone, damaged or another version's. */
export async function recallWhole(workspace: Workspace, version: string): Promise<WholeMemory> {
  const bytes = await workspace.recallBytes(CACHE);
  const text = bytes === null ? null : unsealed(formOf(version), bytes);
  return new Map(text === null ? [] : (JSON.parse(text) as [string, KnownWhole][]));
}

export async function rememberWhole(
  workspace: Workspace,
  version: string,
  memory: WholeMemory,
): Promise<void> {
  await workspace.rememberBytes(CACHE, sealed(formOf(version), JSON.stringify([...memory])));
}

/** Some files hold the texts of all articles. */
export function hasWhole({ also }: Pick<SiteExtras, 'also'>): boolean {
  return also.some(({ ofAll }) => ofAll !== undefined);
}

export interface WholeSource {
  readonly recall: () => Promise<WholeMemory>;
  readonly ground: string;
  /** The bytes of a file that stands; null when they are not these. */
  readonly stands: (path: string, hash: string) => Uint8Array | null;
}

export interface WholeOrder {
  readonly site: Site;
  readonly going: readonly WholeArticle[];
  /** Of those that stay as they were. */
  readonly steady: readonly SteadyArticle[];
  readonly open: (slug: string) => Promise<ArticleState>;
}

export class WholeFiles {
  private readonly source: WholeSource;
  private known: Promise<WholeMemory> | null = null;
  /** null: none were made. */
  private made: readonly WholeFile[] | null = null;

  constructor(source: WholeSource) {
    this.source = source;
  }

  async make({ site, going, steady, open }: WholeOrder): Promise<readonly WholeFile[]> {
    const [editions, files] = await Promise.all([
      import('../editions/index.ts'),
      import('../editions/whole-file.ts'),
    ]);
    this.known ??= this.source.recall();
    const known = await this.known;
    const stay = new Map(steady.map(({ card, state }) => [card.slug, state]));
    const articles = [...going, ...steady.map(({ card, inputs }) => ({ card, inputs }))];
    const before = (path: string): WholeBefore | null => this.before(path, known.get(path));
    const { makers, sorted } = editions.wholeMakers({ site, articles, before });
    const opened = async (slug: string): Promise<ArticleState> =>
      stay.get(slug) ?? (await open(slug));
    this.made = await files.makeWhole(makers, sorted, opened);
    return this.made;
  }

  private before(path: string, known: KnownWhole | undefined): WholeBefore | null {
    const { ground, stands } = this.source;
    if (known?.ground !== ground) return null;
    const bytes = stands(path, known.hash);
    return bytes === null ? null : { bytes, notes: known.notes };
  }

  /**
   * What is to be remembered; null: nothing new.
   * @param hashes of all files that will be in the site
   */
  memory(hashes: ReadonlyMap<string, string>): WholeMemory | null {
    if (this.made === null) return null;
    const { ground } = this.source;
    const known = this.made.map(({ path, notes }): [string, KnownWhole] => [
      path,
      { hash: hashes.get(path) ?? '', ground, notes },
    ]);
    return new Map(known);
  }
}
