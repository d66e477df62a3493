/** Puts drafts into the articles' files while requests are under way: one write an article at a time. */
import type { DraftOperation } from '../operations.ts';

type Commit = (slug: string, operations: readonly DraftOperation[]) => Promise<unknown>;

export class Writer {
  private readonly commit: Commit;
  private readonly failed: (error: unknown) => void;
  /** What waits for an article's write under way to end. */
  private readonly waiting = new Map<string, DraftOperation[]>();
  private readonly underWay = new Map<string, Promise<void>>();

  /** @param failed is called for a write that did not succeed */
  constructor(commit: Commit, failed: (error: unknown) => void) {
    this.commit = commit;
    this.failed = failed;
  }

  write(slug: string, operations: readonly DraftOperation[]): void {
    const waiting = this.waiting.get(slug);
    if (waiting === undefined) this.waiting.set(slug, [...operations]);
    else waiting.push(...operations);
    if (!this.underWay.has(slug)) this.underWay.set(slug, this.work(slug));
  }

  /** Resolves when everything is written, or has failed. */
  async done(): Promise<void> {
    await Promise.all(this.underWay.values());
  }

  private async work(slug: string): Promise<void> {
    try {
      for (;;) {
        const operations = this.waiting.get(slug);
        if (operations === undefined) break;
        this.waiting.delete(slug);
        await this.commit(slug, operations);
      }
    } catch (error) {
      this.failed(error);
    } finally {
      this.underWay.delete(slug);
    }
  }
}
