/** The workspace on disk: articles, locale files, review files, journal. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { JournalledError, UserError } from '../core/errors.ts';
import type { ArticleFiles, LoadOptions } from '../core/load.ts';
import { nameOf } from '../core/name-of.ts';
import type { Operation } from '../core/operations.ts';
import type { Workspace } from '../core/ports.ts';
import { isSlug } from '../core/slug.ts';
import type { ArticleState } from '../core/state.ts';
import {
  countChanges,
  readArticleFiles,
  refuseUnreadable,
  writeArticleFiles,
} from './article-files.ts';
import { articleSlugs } from './article-slugs.ts';
import { recall, recallBytes, remember, rememberBytes } from './cache.ts';
import { createArticle } from './create-article.ts';
import { Fingerprints } from './fingerprint.ts';
import {
  findJournals,
  Journal,
  pendingIn,
  type FoundJournal,
  type JournalEntry,
} from './journal.ts';
import { LoadedArticles } from './loaded-articles.ts';
import { lockPlaces, withLock, type Processes } from './lock.ts';
import { findStrangers, type Strangers } from './strangers.ts';
import { hasCorrection, refuseCorrections, writeCorrected } from './source-correction.ts';
import { stateFolder, type Environment } from './state-folder.ts';
import { readTermBase, writeTermBase } from './term-base.ts';
import { fileError } from './text-file.ts';
import { watchFolders } from './watch.ts';

export interface WorkspaceOptions {
  readonly root: string;
  readonly config: Config;
  readonly environment: Environment;
  readonly processes: Processes;
  /** Of duizhao: another version may derive another state. */
  readonly version: string;
}

export class DiskWorkspace implements Workspace {
  readonly root: string;
  private readonly options: WorkspaceOptions;
  private readonly loadOptions: LoadOptions;
  private readonly loaded = new LoadedArticles();
  private readonly prints: Fingerprints;
  private folder: string | null = null;
  private journal: Journal | null = null;

  constructor(options: WorkspaceOptions) {
    this.root = options.root;
    this.options = options;
    this.prints = new Fingerprints(options.root, !this.isGate());
    const { fields, segmentation, signOffs, changes } = options.config;
    this.loadOptions = { fields, segmentation, signOffs, changes };
  }

  async slugs(): Promise<readonly string[]> {
    return articleSlugs(this.root);
  }

  async strangers(): Promise<Strangers> {
    return findStrangers(this.root, await this.slugs());
  }

  async open(slug: string): Promise<ArticleState> {
    const state = await this.load(slug);
    const pending = await this.pendingOf(slug);
    return pending.length === 0 ? state : this.apply(state, pending);
  }

  async commit(slug: string, operations: readonly Operation[]): Promise<ArticleState> {
    if (!hasCorrection(operations)) return this.commitAnyhow(slug, operations);
    // What the article does not allow must not get into the journal, where it would wait for its time.
    return this.locked(async () => {
      await refuseCorrections(await this.open(slug), operations, this.options.config.signOffs);
      await this.enter(slug, operations, true);
      return this.writeJournalled(slug, operations);
    });
  }

  async jot(slug: string, operation: Operation): Promise<void> {
    await this.enter(slug, [operation], false);
  }

  async create(slug: string, text: string): Promise<void> {
    await createArticle(this.root, slug, text, this.options.processes.pid);
  }

  async terms(): Promise<string | null> {
    return readTermBase(this.root);
  }

  async editTerms(edit: (text: string | null) => string): Promise<void> {
    await this.locked(() => writeTermBase(this.root, edit(readTermBase(this.root))));
  }

  async fingerprints(slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    // Once for all: the journals of others may be long.
    const journals = await this.foundJournals();
    const { version } = this.options;
    const none = nameOf(version, this.loadOptions, []);
    return this.prints.all(slugs, (slug) => {
      const pending = pendingIn(journals, slug);
      return pending.length === 0 ? none : nameOf(version, this.loadOptions, pending);
    });
  }

  async recall(name: string): Promise<unknown> {
    return this.isGate() ? null : recall(this.root, name);
  }

  remember(name: string, value: unknown): Promise<void> {
    return remember(this.root, name, value);
  }

  async recallBytes(name: string): Promise<Uint8Array | null> {
    return this.isGate() ? null : recallBytes(this.root, name);
  }

  rememberBytes(name: string, parts: readonly Uint8Array[]): Promise<void> {
    return rememberBytes(this.root, name, parts);
  }

  /**
   * Writes what journals of processes that died still hold.
   * @returns how many operations were recovered, by slug
   */
  async recover(): Promise<ReadonlyMap<string, number>> {
    const { folder, journal } = await this.openJournal();
    const { isAlive } = this.options.processes;
    const dead = (await findJournals(folder, journal.path)).filter((found) => !isAlive(found.pid));
    const recovered = new Map<string, number>();
    for (const found of dead) await this.recoverOne(found, recovered);
    return recovered;
  }

  watch(changed: (slugs: readonly string[] | null) => void): () => void {
    const folders = ['articles', 'locales/zh', 'locales/en'].map((path) => join(this.root, path));
    return watchFolders(folders, changed);
  }

  /** Where work is kept that belongs to this workspace but must outlive a cleaned checkout. */
  stateFolder(): Promise<string> {
    return this.openFolder();
  }

  /** Closes the journal. Call it when nothing more will be written. */
  async close(): Promise<void> {
    await this.prints.save();
    await this.journal?.close();
    this.journal = null;
  }

  /** Where the verdict gates a change, nobody may bring it along with the change. */
  private isGate(): boolean {
    return (this.options.environment['CI'] ?? '') !== '';
  }

  private async locked<Result>(run: () => Promise<Result>): Promise<Result> {
    return withLock(lockPlaces(await this.openFolder()), this.options.processes, run);
  }

  /** Puts operations into the journal; with `sync` they are on the disk when it resolves. */
  private async enter(
    slug: string,
    operations: readonly Operation[],
    sync: boolean,
  ): Promise<void> {
    const { folder, journal } = await this.openJournal();
    try {
      const entries = operations.map((operation): JournalEntry => ({ slug, operation }));
      journal.append(entries, sync);
    } catch (error) {
      throw fileError(error, `The journal in ${folder}`, 'written');
    }
  }

  private async commitJournalled(
    slug: string,
    operations: readonly Operation[],
  ): Promise<ArticleState> {
    await this.enter(slug, operations, true);
    return this.locked(() => this.writeJournalled(slug, operations));
  }

  /** Where the journal takes nothing the files may: a pair that is confirmed has a place of its own. */
  private async commitAnyhow(
    slug: string,
    operations: readonly Operation[],
  ): Promise<ArticleState> {
    const refused = await this.enter(slug, operations, true).then(
      () => null,
      (error: unknown) => error,
    );
    try {
      return await this.locked(() => this.writeJournalled(slug, operations));
    } catch (error) {
      if (refused !== null || !(error instanceof UserError)) throw refused ?? error;
      throw new JournalledError(error.message);
    }
  }

  private async writeJournalled(
    slug: string,
    operations: readonly Operation[],
  ): Promise<ArticleState> {
    const { journal } = await this.openJournal();
    const state = await this.write(slug, [...(await this.pendingOf(slug)), ...operations]);
    journal.settle(operations.map((operation): JournalEntry => ({ slug, operation })));
    return state;
  }

  private async recoverOne(found: FoundJournal, recovered: Map<string, number>): Promise<void> {
    const bySlug = Map.groupBy(found.entries, (entry) => entry.slug);
    const slugs = new Set(await this.slugs());
    for (const [slug, entries] of bySlug) {
      // An article that is gone keeps its journal: its work has nowhere else to be.
      if (!slugs.has(slug)) return;
      const before = await this.load(slug);
      const operations = entries.map((entry) => entry.operation);
      const after = await this.commitJournalled(slug, operations);
      const changed = countChanges(before, after);
      if (changed > 0) recovered.set(slug, (recovered.get(slug) ?? 0) + changed);
    }
    await rm(found.path, { force: true });
  }

  private async apply(
    state: ArticleState,
    operations: readonly Operation[],
  ): Promise<ArticleState> {
    const { applyOperations } = await import('../core/apply.ts');
    return applyOperations(state, operations, this.options.config.signOffs);
  }

  private async load(slug: string): Promise<ArticleState> {
    if (!isSlug(slug))
      throw new UserError(`"${slug}" is no slug: use a-z, 0-9 and single hyphens.`);
    const files = await readArticleFiles(this.root, slug);
    const known = this.loaded.stateOf(slug, files);
    if (known !== null) return known;
    // The parser loads when there is something to parse: with nothing changed, a check needs none.
    const { buildState } = await import('../core/load.ts');
    const state = buildState(files, this.loadOptions);
    this.loaded.keep(slug, files, state);
    return state;
  }

  private async write(slug: string, operations: readonly Operation[]): Promise<ArticleState> {
    const before = await this.load(slug);
    refuseUnreadable(before);
    const after = await this.apply(before, operations);
    // The article first: the journal finds its way from there (see core/correction.ts), and a pair
    // that is signed for a text that is nowhere would be stale.
    const corrected = await writeCorrected(this.root, this.filesOf(slug), after.article.text);
    const files = await writeArticleFiles(this.root, corrected, before, after);
    // What was wrong with the old files may be right in the new ones: then they are read again.
    if (before.problems.length > 0) this.loaded.forget(slug);
    else this.loaded.keep(slug, files, after);
    return after;
  }

  private filesOf(slug: string): ArticleFiles {
    const files = this.loaded.filesOf(slug);
    if (files === null) throw new Error(`"${slug}" was not loaded.`);
    return files;
  }

  private async pendingOf(slug: string): Promise<Operation[]> {
    return pendingIn(await this.foundJournals(), slug);
  }

  private async foundJournals(): Promise<readonly FoundJournal[]> {
    const folder = await this.openFolder();
    return findJournals(folder, this.journal?.path ?? '').catch((error: unknown) => {
      throw fileError(error, `The journal in ${folder}`, 'read');
    });
  }

  private async openFolder(): Promise<string> {
    try {
      this.folder ??= await stateFolder(this.root, this.options.environment);
      return this.folder;
    } catch (error) {
      throw fileError(error, 'The folder for the journal', 'written');
    }
  }

  private async openJournal(): Promise<{ folder: string; journal: Journal }> {
    const folder = await this.openFolder();
    this.journal ??= new Journal(folder, this.options.processes.pid);
    return { folder, journal: this.journal };
  }
}
