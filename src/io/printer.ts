/** PDFs by a Chromium of this machine. */
import { UserError } from '../core/errors.ts';
import type { NoPrinter, Printer } from '../core/printer.ts';
import { Browser } from './chromium/browser.ts';
import { dated } from './chromium/dated.ts';
import { findChromium, hasChineseFont, versionOf } from './chromium/find.ts';

/** For one document, in milliseconds. */
const TIMEOUT = 120_000;

class ChromiumPrinter implements Printer {
  readonly name: string;
  private readonly path: string;
  private browser: Promise<Browser> | null = null;

  constructor(path: string, name: string) {
    this.path = path;
    this.name = name;
  }

  async print(html: string, moment: string): Promise<Uint8Array> {
    try {
      this.browser ??= Browser.start(this.path);
      return dated(await (await this.browser).print(html, TIMEOUT), moment);
    } catch (error) {
      await this.close();
      const reason = error instanceof Error ? error.message : String(error);
      throw new UserError(`${this.path} could not print (${reason}): is it a Chromium that works?`);
    }
  }

  async close(): Promise<void> {
    const browser = await this.browser?.catch(() => null);
    this.browser = null;
    await browser?.stop();
  }
}

/** A printer, which starts its browser when it first prints, or why there is none. */
export async function openPrinter(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Printer | { readonly missing: NoPrinter }> {
  const path = await findChromium(environment);
  if (path === null) return { missing: environment['CHROMIUM_PATH'] ? 'named' : 'browser' };
  if (!(await hasChineseFont(environment))) return { missing: 'fonts' };
  return new ChromiumPrinter(path, await versionOf(path));
}
