/**
 * Notices files that change on disk: the system's own notification where there is one, else by looking
 * at times and sizes. A folder may come, go and be replaced (a checkout does all three).
 */
import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Changes that come within this time are told as one, in milliseconds. */
const QUIET_MS = 100;
/** How often folders are looked at that give no notice, and whether watched ones are still there. */
const LOOK_EVERY_MS = 2000;

const FILE = /^([a-z0-9-]+)(?:\.md|\.json|\.(?:published|review)\.jsonl)$/;

/** The slug that a file belongs to, or null for files that are no article's. */
function slugOf(name: string): string | null {
  return FILE.exec(name)?.[1] ?? null;
}

type Notify = (slug: string | null) => void;
type Start = (folder: string, listener: (event: string, name: string | null) => void) => FSWatcher;

/** A file's or folder's identity and time; empty when there is none, or none that can be seen. */
function stampOf(path: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return '';
  }
}

function identityOf(path: string): string {
  return stampOf(path).split(' ')[0] ?? '';
}

function stampsIn(folder: string): ReadonlyMap<string, string> {
  try {
    const names = readdirSync(folder).filter((name) => FILE.test(name));
    return new Map(names.map((name) => [name, stampOf(join(folder, name))]));
  } catch {
    return new Map();
  }
}

/** One folder: watched if it can be, else looked at. */
class Folder {
  private readonly path: string;
  private readonly notify: Notify;
  private readonly start: Start;
  private identity: string;
  private watcher: FSWatcher | null;
  private stamps: ReadonlyMap<string, string>;

  constructor(path: string, notify: Notify, start: Start) {
    this.path = path;
    this.notify = notify;
    this.start = start;
    this.identity = identityOf(path);
    this.watcher = this.open();
    this.stamps = this.watcher === null ? stampsIn(path) : new Map();
  }

  look(): void {
    const identity = identityOf(this.path);
    if (identity !== this.identity) this.replaced(identity);
    else if (this.watcher === null) this.compare();
  }

  close(): void {
    this.watcher?.close();
    this.watcher = null;
  }

  private replaced(identity: string): void {
    this.close();
    this.identity = identity;
    this.watcher = this.open();
    this.stamps = this.watcher === null ? stampsIn(this.path) : new Map();
    this.notify(null);
  }

  private compare(): void {
    const before = this.stamps;
    this.stamps = stampsIn(this.path);
    const names = new Set([...before.keys(), ...this.stamps.keys()]);
    for (const name of names) {
      if (before.get(name) !== this.stamps.get(name)) this.notify(slugOf(name));
    }
  }

  private open(): FSWatcher | null {
    if (this.identity === '') return null;
    try {
      const watcher = this.start(this.path, (_, name) => {
        if (name === null) this.notify(null);
        else if (FILE.test(name)) this.notify(slugOf(name));
      });
      watcher.on('error', () => this.fallBack());
      watcher.unref();
      return watcher;
    } catch {
      // No notification here, or no more of it to be had: looking works everywhere.
      return null;
    }
  }

  private fallBack(): void {
    this.close();
    this.stamps = stampsIn(this.path);
    this.notify(null);
  }
}

/**
 * Watches folders until it is stopped.
 * @param changed is called some 100 ms after the last change, with the slugs of the files, or null
 *   when it cannot be known which
 * @param start watches one folder; the system's own way unless told otherwise
 */
export function watchFolders(
  paths: readonly string[],
  changed: (slugs: readonly string[] | null) => void,
  start: Start = watch,
): () => void {
  const due = new Set<string>();
  let isAny = false;
  let timer: NodeJS.Timeout | undefined;

  function tell(): void {
    const slugs = isAny ? null : [...due];
    due.clear();
    isAny = false;
    changed(slugs);
  }

  function notify(slug: string | null): void {
    if (slug === null) isAny = true;
    else due.add(slug);
    clearTimeout(timer);
    timer = setTimeout(tell, QUIET_MS);
  }

  const folders = paths.map((path) => new Folder(path, notify, start));
  const looking = setInterval(() => {
    for (const folder of folders) folder.look();
  }, LOOK_EVERY_MS);
  looking.unref();
  return () => {
    clearTimeout(timer);
    clearInterval(looking);
    for (const folder of folders) folder.close();
  };
}
