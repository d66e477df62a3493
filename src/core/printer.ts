/** What makes a PDF of a page. */

/** Why there is none; `named`: the one that CHROMIUM_PATH names cannot be run. */
export type NoPrinter = 'browser' | 'named' | 'fonts';

export interface Printer {
  /** The browser's own name and version: another one may draw another PDF. */
  readonly name: string;
  /**
   * Prints an HTML document that holds all it needs. Throws `UserError` when that fails or takes too long.
   * @param moment when the document became what it is, ISO 8601, UTC, to the second: the PDF says so
   */
  print(html: string, moment: string): Promise<Uint8Array>;
  close(): Promise<void>;
}
