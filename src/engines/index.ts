/** All engines. A new one is a file in this folder and an entry here. */
import type { Config } from '../config.ts';
import type { Engine } from '../core/ports.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What an engine is opened with, besides its key. */
export interface EngineSetting {
  readonly env: Environment;
  readonly config: Config;
  /** Of duizhao. */
  readonly version: string;
}

export type OpenEngine = (key: string, setting: EngineSetting) => Engine;

interface EngineEntry {
  /** As in the config's `engine`. */
  readonly id: string;
  /** The variable of the environment that holds the key; looked up before anything is loaded. */
  readonly key: string;
  /** Where a key comes from. */
  readonly keyFrom: string;
  readonly load: () => Promise<{ readonly open: OpenEngine }>;
}

export const ENGINES: readonly EngineEntry[] = [
  {
    id: 'deepl',
    key: 'DEEPL_AUTH_KEY',
    keyFrom: 'https://www.deepl.com/your-account/keys',
    load: () => import('./deepl.ts'),
  },
];

/**
 * Opens the engine that the config names, or says in one sentence what is missing. An engine's module is
 * loaded only when its key is there.
 */
export async function openEngine(
  config: Config,
  env: Environment,
  version = '0.0.0',
): Promise<Engine | { readonly missing: string }> {
  const entry = ENGINES.find(({ id }) => id === config.engine);
  if (entry === undefined) {
    return {
      missing: `The config asks for no engine; set "engine" to "${ENGINES[0]?.id}" for one.`,
    };
  }
  const key = env[entry.key]?.trim() ?? '';
  if (key === '') {
    return {
      missing: `Set ${entry.key} to a key of ${entry.id} (${entry.keyFrom}) and run it again.`,
    };
  }
  const { open } = await entry.load();
  return open(key, { env, config, version });
}
