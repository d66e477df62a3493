/** All engines. A new one is a file in this folder and an entry here. */
import type { Config } from '../config.ts';
import { UserError } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';
import type { Engine } from '../core/ports.ts';
import { visibleLine } from '../core/safe-text.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What an engine is opened with, besides its key. */
export interface EngineSetting {
  readonly env: Environment;
  readonly config: Config;
  /** Of duizhao. */
  readonly version: string;
  /** A short name of the workspace that stays the same: things kept at the vendor are called by it. */
  readonly workspace?: string;
}

/**
 * Opens an engine; nothing is sent before its first request. Throws UserError for a setting that cannot
 * work.
 * @param key '' for an engine that was given none
 */
export type OpenEngine = (key: string, setting: EngineSetting) => Engine;

interface EngineKey {
  /** The variable of the environment that holds it; looked up before anything is loaded. */
  readonly name: string;
  /** Where a key comes from. */
  readonly from: string;
  /** Whether the engine can do nothing without one. */
  readonly needed: (config: Config) => boolean;
}

interface EngineServer {
  /** The variable of the environment that names it; it wins over the config. */
  readonly variable: string;
  /** The config's part that has the field `server`. */
  readonly part: 'deepl' | 'openai' | 'libretranslate';
  /** Hosts of the vendor. */
  readonly vendor: RegExp;
}

interface EngineEntry {
  /** As in the config's `engine`. */
  readonly id: string;
  /** Absent for an engine that needs no network. */
  readonly server?: EngineServer;
  /** Absent for an engine that takes no key. */
  readonly key?: EngineKey;
  readonly load: () => Promise<{ readonly open: OpenEngine }>;
}

export const ENGINES: readonly EngineEntry[] = [
  {
    id: 'deepl',
    key: {
      name: 'DEEPL_AUTH_KEY',
      from: 'https://www.deepl.com/your-account/keys',
      needed: () => true,
    },
    server: { variable: 'DEEPL_SERVER_URL', part: 'deepl', vendor: /(?:^|\.)deepl\.com$/ },
    load: () => import('./deepl.ts'),
  },
  {
    id: 'openai',
    key: {
      name: 'OPENAI_API_KEY',
      from: 'https://platform.openai.com/api-keys',
      // A server of one's own mostly takes none.
      needed: ({ openai }) => URL.parse(openai.server)?.hostname === 'api.openai.com',
    },
    server: { variable: 'OPENAI_BASE_URL', part: 'openai', vendor: /^api\.openai\.com$/ },
    load: () => import('./openai.ts'),
  },
  {
    id: 'libretranslate',
    key: {
      name: 'LIBRETRANSLATE_API_KEY',
      from: 'https://portal.libretranslate.com',
      needed: () => false,
    },
    server: {
      variable: 'LIBRETRANSLATE_URL',
      part: 'libretranslate',
      vendor: /(?:^|\.)libretranslate\.com$/,
    },
    load: () => import('./libretranslate.ts'),
  },
  { id: 'pseudo', load: () => import('./pseudo.ts') },
];

function unknownEngine(id: string): string {
  const known = ENGINES.map((entry) => entry.id);
  if (id === 'none') {
    return `For one, set "engine" in the config to ${known.slice(0, -1).join(', ')} or ${known.at(-1)}.`;
  }
  const guess = nearest(id, known);
  const hint = guess === null ? `one of ${known.join(', ')}` : `did you mean "${guess}"`;
  return `There is no engine "${id}": ${hint}${guess === null ? '.' : '?'}`;
}

/** The key of the environment, or what is wrong with it in one sentence. */
function keyOf(
  { id, key }: EngineEntry,
  { env, config }: EngineSetting,
): { readonly key: string } | { readonly missing: string } {
  if (key === undefined) return { key: '' };
  const value = env[key.name]?.trim() ?? '';
  if (value === '' && key.needed(config)) {
    return { missing: `Set ${key.name} to a key of ${id} (${key.from}) and run it again.` };
  }
  // It travels in a header, and whoever refuses to write such a header shows it in the error.
  if (/[^\x21-\x7e]/.test(value)) {
    return {
      missing: `${key.name} holds characters that no key has: copy it again (${key.from}).`,
    };
  }
  return { key: value };
}

/** This machine, by its usual names. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

function hostOf(server: string): string {
  return URL.parse(server)?.hostname ?? '';
}

/** The config with the server that the environment names in the place of its own. */
function withServer(config: Config, { part }: EngineServer, server: string): Config {
  return { ...config, [part]: { ...config[part], server } };
}

/** Whether a key may go to the server that the config names: the vendor's, or this machine's. */
function isTrusted(server: string, { vendor }: EngineServer): boolean {
  const host = hostOf(server);
  return server === '' || vendor.test(host) || LOOPBACK.test(host);
}

/** The setting with the server that the environment names in the place of the config's. */
function placed({ server }: EngineEntry, setting: EngineSetting): EngineSetting {
  const named = server === undefined ? '' : (setting.env[server.variable]?.trim() ?? '');
  if (server === undefined || named === '') return setting;
  return { ...setting, config: withServer(setting.config, server, named) };
}

/**
 * Makes sure that a key goes to no server that only the workspace names: a workspace may come from
 * anybody, the environment is the user's own.
 * @throws UserError where it would
 */
function guardKey({ id, server }: EngineEntry, key: string, { env, config }: EngineSetting): void {
  if (server === undefined || key === '' || (env[server.variable]?.trim() ?? '') !== '') return;
  const { server: ofConfig = '' } = config[server.part];
  if (isTrusted(ofConfig, server)) return;
  throw new UserError(
    `The config names ${visibleLine(hostOf(ofConfig))} as the server of ${id}: a key goes there only when ${server.variable} names it too.`,
  );
}

/**
 * Opens an engine by its id, or says in one sentence what is missing. An engine's module is loaded only
 * when it can be opened. Throws UserError for a setting that cannot work.
 */
export async function openEngine(
  id: string,
  setting: EngineSetting,
): Promise<Engine | { readonly missing: string }> {
  const entry = ENGINES.find((each) => each.id === id);
  if (entry === undefined) return { missing: unknownEngine(id) };
  const place = placed(entry, setting);
  const found = keyOf(entry, place);
  if ('missing' in found) return found;
  guardKey(entry, found.key, place);
  const { open } = await entry.load();
  return open(found.key, place);
}
