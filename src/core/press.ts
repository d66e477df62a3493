/** What publishing needs of the disk besides the workspace. */
import type { SiteFolder, SiteManifest, StagedSite, StagingPlace } from './site-folder.ts';

/** A line for an article's record. */
export interface RecordLine {
  readonly slug: string;
  /** Without its line feed. */
  readonly line: string;
}

/**
 * What is to be recorded once a site stands. It is on the disk before the site is put in place, so that a
 * run which dies in between is finished by the next one.
 */
export interface Intent {
  /** Absolute path of the site's folder. */
  readonly folder: string;
  /** Hash of the manifest of the site that the lines are about. */
  readonly site: string;
  readonly lines: readonly RecordLine[];
}

/** Every method throws `UserError` for what a user can mend. */
export interface Press {
  /** Makes this process the only one that publishes in the workspace, or says who does. */
  claim(by: string): Promise<{ release(): Promise<void> } | { readonly heldBy: string }>;
  /** The text of an article's record; '' when there is none. */
  record(slug: string): string;
  /** Changes when anybody writes an article's record; '' when there is none. */
  mark(slug: string): string;
  /**
   * Adds lines to the records, each file as one step; those that are there already are not added again.
   * @returns the marks of the records that were written, by slug
   */
  append(lines: readonly RecordLine[]): Promise<ReadonlyMap<string, string>>;
  /** The last intent, or null. */
  intent(): Intent | null;
  /** Durable when it returns; takes the place of the last one, whose lines are on the disk by then. */
  intend(intent: Intent): Promise<void>;
  /** Forgets the last intent: its lines are on the disk. */
  settle(): void;
  openSite(folder: string): SiteFolder;
  /** What the site in a folder says that it holds, and nothing is touched; null where nobody can tell. */
  peekSite(folder: string): SiteManifest | null;
  /** Helps with a site that another thread is making. */
  openPlace(place: StagingPlace): Pick<StagedSite, 'put'>;
}
