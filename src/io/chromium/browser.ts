/** A Chromium without a window, on its own, and without a way to the outside. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { DevTools } from './connection.ts';

/** In milliseconds. */
const START = 60_000;
const STOP = 5_000;

/** Nothing is looked up or fetched: neither by a page nor by the browser for itself. */
const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--metrics-recording-only',
  '--mute-audio',
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
];

/** Chromium refuses to start for the superuser as long as it is to lock itself in. */
function flagsFor(profile: string): string[] {
  const own = userInfo().uid === 0 ? ['--no-sandbox'] : [];
  return [...FLAGS, ...own, `--user-data-dir=${profile}`, 'about:blank'];
}

interface Page {
  readonly frame: string;
  readonly session: string;
}

export class Browser {
  private readonly child: ChildProcess;
  private readonly profile: string;
  private readonly tools: DevTools;
  private readonly ended: Promise<void>;

  private constructor(child: ChildProcess, profile: string) {
    this.child = child;
    this.profile = profile;
    const [, , , output, input] = child.stdio as unknown as readonly Duplex[];
    if (output === undefined || input === undefined) throw new Error('no pipes');
    this.tools = new DevTools(input, output);
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => {
        this.tools.fail(error);
        resolve();
      });
      child.once('exit', () => {
        this.tools.fail(new Error('the browser ended'));
        resolve();
      });
    });
  }

  /** Starts it with a profile of its own. Rejects when it does not start. */
  static async start(path: string): Promise<Browser> {
    const profile = await mkdtemp(join(tmpdir(), 'duizhao-print-'));
    const child = spawn(path, flagsFor(profile), {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const browser = new Browser(child, profile);
    try {
      await browser.tools.send('Browser.getVersion', {}, null, START);
      return browser;
    } catch (error) {
      await browser.stop();
      throw error;
    }
  }

  /** Prints a document that holds all it needs; its scripts do not run. Rejects after `ms` milliseconds. */
  async print(html: string, ms: number): Promise<Uint8Array> {
    const page = await this.open(ms);
    const send = (method: string, params: object): Promise<unknown> =>
      this.tools.send(method, params, page.session, ms);
    await send('Emulation.setScriptExecutionDisabled', { value: true });
    await send('Network.enable', {});
    await send('Network.emulateNetworkConditions', {
      offline: true,
      latency: 0,
      downloadThroughput: 0,
      uploadThroughput: 0,
    });
    await send('Page.setDocumentContent', { frameId: page.frame, html });
    const { data } = (await send('Page.printToPDF', {
      generateDocumentOutline: true,
      generateTaggedPDF: true,
      preferCSSPageSize: true,
      printBackground: true,
    })) as { data: string };
    await this.tools.send('Target.closeTarget', { targetId: page.frame }, null, ms);
    return Buffer.from(data, 'base64');
  }

  /** Ends it, and takes its profile away. Never rejects. */
  async stop(): Promise<void> {
    const late = setTimeout(() => this.child.kill('SIGKILL'), STOP);
    await this.tools.send('Browser.close', {}, null, STOP).catch(() => this.child.kill('SIGKILL'));
    await this.ended;
    clearTimeout(late);
    const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
    await rm(this.profile, options).catch(() => undefined);
  }

  private async open(ms: number): Promise<Page> {
    const { targetId } = (await this.tools.send(
      'Target.createTarget',
      { url: 'about:blank' },
      null,
      ms,
    )) as { targetId: string };
    const { sessionId } = (await this.tools.send(
      'Target.attachToTarget',
      { targetId, flatten: true },
      null,
      ms,
    )) as { sessionId: string };
    return { frame: targetId, session: sessionId };
  }
}
