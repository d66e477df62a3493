/** Articles that were read a moment ago: a text that has not changed since is not parsed again. */
import type { ArticleFiles } from '../core/load.ts';
import type { ArticleState } from '../core/state.ts';

interface Loaded {
  readonly files: ArticleFiles;
  readonly state: ArticleState;
}

/** More articles are not looked at in turn; a newsroom's whole archive would fill the memory. */
const MOST = 32;

function isSame(a: ArticleFiles, b: ArticleFiles): boolean {
  return a.article === b.article && a.zh === b.zh && a.en === b.en && a.review === b.review;
}

export class LoadedArticles {
  private readonly bySlug = new Map<string, Loaded>();

  /** The state of an article with these files, or null. */
  stateOf(slug: string, files: ArticleFiles): ArticleState | null {
    const known = this.bySlug.get(slug);
    return known !== undefined && isSame(known.files, files) ? known.state : null;
  }

  /** The files that the article was read from last; null when it is not known. */
  filesOf(slug: string): ArticleFiles | null {
    return this.bySlug.get(slug)?.files ?? null;
  }

  /** Remembers an article in the place of the one that was read longest ago. */
  keep(slug: string, files: ArticleFiles, state: ArticleState): void {
    this.bySlug.delete(slug);
    this.bySlug.set(slug, { files, state });
    const [oldest] = this.bySlug.size > MOST ? this.bySlug.keys() : [];
    if (oldest !== undefined) this.bySlug.delete(oldest);
  }

  forget(slug: string): void {
    this.bySlug.delete(slug);
  }
}
