/** The composition root: config → services. The only file where adapters meet. */
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { basename, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FollowedSetting } from './commands/followed-setting.ts';
import type { CommandResult } from './commands/command.ts';
import type { Config } from './config.ts';
import { UserError } from './core/errors.ts';
import type { OpenHands } from './core/hands.ts';
import type { Translate } from './core/messages.ts';
import type { Lang } from './core/model.ts';
import type { Books, Engine, Workspace } from './core/ports.ts';
import type { OpenPreviewServer } from './core/preview.ts';
import type { Press } from './core/press.ts';
import type { NoPrinter, Printer } from './core/printer.ts';
import type { Host } from './host.ts';
import { createFiles } from './io/create-files.ts';
import { openHands } from './io/hands.ts';
import { findWorkspace } from './io/find-workspace.ts';
import {
  defineMergeDriver,
  gitUser,
  mergeAsText,
  nameMergeDriver,
  undefinedDriverLine,
  type MergePaths,
} from './io/git.ts';
import { changedPaths, repositoryPrefix, type Changes } from './io/git-changes.ts';
import { interruptSignal } from './io/interrupt.ts';
import type { ReadLook } from './io/look.ts';
import { readPicture } from './io/picture-file.ts';
import { readInput } from './io/read-input.ts';
import { createProgressLine, type ProgressLine } from './io/progress-line.ts';
import { writeOutput } from './io/write-output.ts';
import { stateFolder } from './io/state-folder.ts';
import { DiskWorkspace } from './io/workspace.ts';
import type { StartJob } from './ui/jobs.ts';
import { refusesColour } from './ui/theme.ts';

export interface OpenWorkspace {
  readonly config: Config;
  readonly workspace: Workspace;
}

/** How git merges the workspace's files. */
export interface Git {
  /** Names the merge driver in a folder's `.gitattributes`. Throws UserError when that fails. */
  readonly nameMergeDriver: (folder: string) => Promise<'written' | 'added' | 'kept'>;
  /** Tells the clone that a folder is in how to run the driver; false when it is in none. */
  readonly defineMergeDriver: (folder: string) => boolean;
  /** The line of `.gitattributes` that names a driver which the clone does not know, or null. */
  readonly undefinedDriverLine: (folder: string) => Promise<number | null>;
  /** Merges line by line into `ours`, with conflict markers; false when git could not. */
  readonly mergeAsText: (paths: MergePaths) => boolean;
  /** What below a folder differs from a commit, '' for the usual one. Throws UserError where git cannot say. */
  readonly changes: (folder: string, ref: string) => Changes;
  /** From the repository's top to a folder in it: `` or `newsroom/`. */
  readonly prefix: (folder: string) => string;
}

/** The world as a command sees it. */
export interface Services {
  readonly t: Translate;
  /** Language of the interface. */
  readonly lang: Lang;
  readonly version: string;
  /** The current folder, absolute. */
  readonly cwd: string;
  /** Who signs: DUIZHAO_USER, else git's user.name, else the login name. */
  readonly user: string;
  readonly clock: () => Date;
  /** Both standard input and output are a terminal. */
  readonly isTerminal: boolean;
  /** What goes to standard output may be styled: it is a terminal, and nobody has refused it. */
  readonly isStyled: boolean;
  /** Aborted by Ctrl-C while a command other than the review runs. */
  readonly signal: AbortSignal;
  /** A line of progress or a hint, to standard error. */
  readonly note: (line: string) => void;
  /** Finds the workspace from the current folder upwards. Throws UserError when there is none. */
  readonly openWorkspace: () => Promise<OpenWorkspace>;
  /** The config of the workspace that the current folder is in; null outside of one. */
  readonly findConfig: () => Promise<Config | null>;
  /** Bytes of a file, or of standard input for `-`. Throws UserError when it cannot be read. */
  readonly readInput: (path: string) => Promise<Uint8Array>;
  /** The theme and the CSS that a config names. Throws UserError with file and line. */
  readonly readLook: ReadLook;
  /** A picture at a path of the workspace; null when none is there. Throws UserError when it cannot be read. */
  readonly readPicture: (root: string, path: string) => Uint8Array | null;
  /** Writes a file, as one step, into a folder that is there. Throws UserError when it cannot be. */
  readonly writeFile: (path: string, text: string) => Promise<void>;
  readonly git: Git;
  /** An engine, the config's unless another is named, or the reason why there is none. */
  readonly openEngine: (
    config: Config,
    id?: string,
  ) => Promise<Engine | { readonly missing: string }>;
  /** Ledger and kept answers of a workspace that `openWorkspace` gave. */
  readonly openBooks: (workspace: Workspace) => Promise<Books>;
  /** A line that tells how far a command is, on standard error. */
  readonly progress: ProgressLine;
  /** Asks on the terminal; only a clear yes is one. */
  readonly ask: (question: string) => Promise<boolean>;
  /** A name that no other call has. */
  readonly newId: () => string;
  /** Resolves after so many milliseconds, or when the signal says so. Never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Writes files that do not exist yet below a folder; existing ones stay as they are. */
  readonly createFiles: (
    folder: string,
    files: ReadonlyMap<string, string>,
  ) => Promise<{ readonly written: readonly string[]; readonly kept: readonly string[] }>;
  /** Sites, and records of what went out, of a workspace that `openWorkspace` gave. */
  readonly openPress: (workspace: Workspace) => Promise<Press>;
  /** Other threads that do a part of the work. */
  readonly openHands: OpenHands;
  /** What makes PDFs, or why this machine has nothing that does. */
  readonly openPrinter: () => Promise<Printer | { readonly missing: NoPrinter }>;
  /** Serves pages to the browsers of this machine. Throws UserError when nothing can listen there. */
  readonly openPreviewServer: OpenPreviewServer;
  /** Opens the terminal UI: the article list, or one article's review. */
  readonly openReview: (open: OpenWorkspace, request: ReviewRequest) => Promise<CommandResult>;
  /** To be called when the command is done. */
  readonly close: () => Promise<void>;
}

export interface ReviewRequest {
  /** The article to open; null opens the list. */
  readonly slug: string | null;
  readonly ascii: boolean;
  /** The mouse is the review's from the start, and not the terminal's. */
  readonly mouse: boolean;
  /** Lines for a screen reader in the place of a screen. */
  readonly screenReader: boolean;
  /** How its texts are checked. */
  readonly setting: FollowedSetting;
  /** Runs a command beside the review. */
  readonly startJob: StartJob;
}

function gitOf({ cwd, program }: Host): Git {
  return {
    nameMergeDriver,
    defineMergeDriver: (folder) => defineMergeDriver(folder, program),
    undefinedDriverLine,
    mergeAsText: (paths) => mergeAsText(cwd, paths),
    changes: changedPaths,
    prefix: repositoryPrefix,
  };
}

/** git is asked once, and only where somebody signs. */
function userOf(host: Host): () => string {
  const named = host.environment['DUIZHAO_USER']?.trim() ?? '';
  let name = named === '' ? null : named;
  return () => (name ??= gitUser(host.cwd) ?? userInfo().username);
}

async function ask(host: Host, question: string): Promise<boolean> {
  const lines = createInterface({ input: host.stdin, output: host.stderr });
  try {
    // The end of the input, or Ctrl-C, is no yes.
    const closed = new Promise<string>((resolveClosed) => {
      lines.once('close', () => resolveClosed(''));
    });
    const answer = await Promise.race([lines.question(question).catch(() => ''), closed]);
    return /^\s*(?:y|yes|是|好)\s*$/i.test(answer);
  } finally {
    lines.close();
  }
}

async function openAt(host: Host, t: Translate): Promise<OpenWorkspace> {
  const found = await findWorkspace(host.cwd);
  if (found === null) throw new UserError(t('workspace.none', { folder: host.cwd }));
  const { environment, processes, version } = host;
  const workspace = new DiskWorkspace({ ...found, environment, processes, version });
  return { config: found.config, workspace };
}

async function openEngineAt(host: Host, config: Config, id: string) {
  const { openEngine } = await import('./engines/index.ts');
  const found = await findWorkspace(host.cwd);
  const { environment: env, version } = host;
  return openEngine(id, { env, config, version, workspace: basename(found?.root ?? host.cwd) });
}

/** The text of the dictionary, or what to do to have one. */
async function dictionaryOf(host: Host, { workspace, config }: OpenWorkspace, t: Translate) {
  const { readDictionary, DICTIONARY_PACKAGE, DICTIONARY_VARIABLE } =
    await import('./io/dictionary.ts');
  const { environment } = host;
  try {
    const places = { root: workspace.root, configured: config.dictionary, environment };
    const found = readDictionary(places);
    const names = { package: DICTIONARY_PACKAGE, variable: DICTIONARY_VARIABLE };
    return found ?? { missing: t('review.dictionary.missing', names) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { missing: error.message };
  }
}

/** What only `publish` needs. */
function publishingServices(
  { environment, processes, program }: Host,
  opened: Pick<Printer, 'close'>[],
  lang: Lang,
): Pick<Services, 'openHands' | 'openPress' | 'openPrinter' | 'readPicture'> {
  return {
    openHands: (job, tasks) => {
      const [, script] = program;
      if (script === undefined) return null;
      const threads = Number.parseInt(environment['DUIZHAO_THREADS'] ?? '', 10);
      return openHands(script, () => ({ job: job(), lang }), { tasks, threads });
    },
    readPicture,
    openPress: async ({ root }) => {
      const { openPress } = await import('./io/press.ts');
      return openPress({ root, stateFolder: await stateFolder(root, environment), processes });
    },
    openPrinter: async () => {
      const printer = await (await import('./io/printer.ts')).openPrinter(environment);
      if (!('missing' in printer)) opened.push(printer);
      return printer;
    },
  };
}

/** What only commands that draft need. */
function draftingServices(
  host: Host,
): Pick<Services, 'openEngine' | 'openBooks' | 'newId' | 'ask' | 'sleep'> {
  return {
    openEngine: (config, id = config.engine) => openEngineAt(host, config, id),
    openBooks: async ({ root }) => {
      const { openBooks } = await import('./io/books.ts');
      const folder = await stateFolder(root, host.environment);
      return openBooks({ root, stateFolder: folder, processes: host.processes });
    },
    newId: () => randomUUID(),
    ask: (question) => ask(host, question),
    sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
  };
}

function clock(): Date {
  return new Date();
}

/** Puts the services together for one command. Nothing is opened before it is asked for. */
export function createServices(host: Host, t: Translate, lang: Lang): Services {
  const opened: Pick<Workspace, 'close'>[] = [];
  const interrupt = interruptSignal(host.onSignal);
  let progress: ProgressLine | undefined;
  const user = userOf(host);
  return {
    t,
    lang,
    version: host.version,
    cwd: host.cwd,
    get user() {
      return user();
    },
    clock,
    isTerminal: host.stdin.isTTY === true && host.stdout.isTTY === true,
    isStyled: host.stdout.isTTY === true && !refusesColour(host.environment),
    get signal() {
      return interrupt.signal();
    },
    note: (line) => void host.stderr.write(`${line}\n`),
    openWorkspace: async () => {
      const open = await openAt(host, t);
      opened.push(open.workspace);
      return open;
    },
    findConfig: async () => (await findWorkspace(host.cwd))?.config ?? null,
    readInput: (path) => readInput(host, path),
    readLook: async (request) => (await import('./io/look.ts')).readLook(request),
    writeFile: (path, text) => writeOutput(resolve(host.cwd, path), text, path),
    git: gitOf(host),
    ...draftingServices(host),
    get progress() {
      progress ??= createProgressLine(host.stderr);
      return progress;
    },
    createFiles,
    ...publishingServices(host, opened, lang),
    openPreviewServer: async (to) => (await import('./io/preview-server.ts')).openPreviewServer(to),
    openReview: async (open, request) => {
      const { openReview } = await import('./ui/open-review.tsx');
      const dictionary = () => dictionaryOf(host, open, t);
      return openReview({ ...open, ...request, host, t, user: user(), clock, dictionary });
    },
    close: async () => {
      interrupt.off();
      progress?.clear();
      for (const each of opened) await each.close();
    },
  };
}
