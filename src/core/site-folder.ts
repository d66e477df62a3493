/** A site's folder as the press sees it: what stands there, and a new one that is put in its place. */

import type { Lang } from './model.ts';

/** `.duizhao-site.json`: what the tool has written into a folder. It marks the folder as its own. */
export interface SiteManifest {
  /** Of duizhao. */
  readonly version: string;
  /** Path below the folder → hash of its bytes. */
  readonly files: Readonly<Record<string, string>>;
  /** What belongs to an article, by slug; the files of nobody are the site's. */
  readonly articles: Readonly<Record<string, SiteArticle>>;
}

export interface SiteArticle {
  readonly files: readonly string[];
  /** The article as lists show it: JSON, in the form that the version had. */
  readonly card: unknown;
  /** Name of the texts that its pages show; of sites that are older than this there is none. */
  readonly hash?: Readonly<Record<Lang, string>>;
}

/** Path → a mark that changes when anybody writes the file (not when its folder is moved). */
export type Stamps = Readonly<Record<string, string>>;

/** Every method throws `UserError` for what a user can mend. */
export interface SiteFolder {
  /** Name of the folder, for messages. */
  readonly name: string;
  /** null: nothing stands there · `old`: a site whose manifest this version cannot read. */
  readonly manifest: SiteManifest | 'old' | null;
  /** Hash of the manifest's bytes; null without one. */
  readonly hash: string | null;
  /** Names of what runs have left beside the folder, and what cannot be taken away. It is in nobody's way. */
  readonly left: readonly string[];
  /** Which of the manifest's files hold just what it says, with their marks; those with a known mark are not read. */
  intact(known: Stamps): Stamps;
  /** Name of bytes, as the manifest has them. */
  nameOf(bytes: Uint8Array): string;
  /** A file's bytes; null when they cannot be had. */
  bytes(path: string): Uint8Array | null;
  /** The same as text. */
  read(path: string): string | null;
  /** Files that the tool did not write. They come along, whatever becomes of the site. */
  foreign(): readonly string[];
  /** Begins a new site beside the folder. */
  stage(): StagedSite;
}

/** Where a new site is being made, for another thread. Plain data. */
export interface StagingPlace {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** Files that it began with, to be replaced or taken away. */
  readonly before: readonly string[];
}

/** A site that is not in place yet. */
export interface StagedSite {
  /**
   * Writes a file; gives the hash of its bytes.
   * @param hash where that is known
   */
  put(path: string, content: string | Uint8Array, hash?: string): string;
  /** Begins the site on the disk. */
  place(): StagingPlace;
  /** Counts a file as put that another thread has put into the place. */
  adopt(path: string): void;
  /** Takes a file that was put out again. */
  drop(path: string): void;
  /**
   * Takes a file of the old site over as it is, without writing it again where that is possible.
   * @param stamp its mark
   */
  keep(path: string, stamp: string): void;
  /** A staged file's text; null when it is not among them. */
  read(path: string): string | null;
  /** The manifest's bytes, as `commit` will write them. */
  hashOf(manifest: SiteManifest): string;
  /** Puts the new site in the place of the old one: what is read is one of the two. Gives the files' marks. */
  commit(manifest: SiteManifest): Promise<Stamps>;
  /** Takes away what was staged; the old site stays. */
  abort(): void;
}
